"""The words and patterns of clauses, read from knowledge/vocabulary/clauses.yml and compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.catalogue import read_noun
from assistant.errors import BadInput
from assistant.vendors.ladders import Thresholds, load_thresholds
from assistant.vendors.patterns import Reading, load_readings
from assistant.vendors.words import Words, load_words


class _Signal(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    w: float
    p: str


class _Type(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    base: float
    cues: tuple[str, ...]
    signals: tuple[_Signal, ...]
    heading: _Signal
    plain: str
    ask: str
    why: str
    narrow: str = ""


class Absent(BaseModel):
    """Why a subject that is missing matters, and what to ask."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    why: str
    ask: str


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    lists: dict[str, str]
    types: dict[str, _Type]
    absent: dict[str, Absent]


@dataclass(frozen=True, slots=True)
class Signal:
    """A compiled pattern and its weight."""

    weight: float
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class ClauseType:
    """How one type of clause is recognised and what is said about it; `narrow` finds the piece that is quoted."""

    id: str
    base: float
    cues: tuple[str, ...]
    signals: tuple[Signal, ...]
    heading: Signal
    plain: str
    ask: str
    why: str
    narrow: re.Pattern[str] | None = None


@dataclass(frozen=True)
class ClauseVocabulary:
    """All clause types, and the ways in which values are stated."""

    types: tuple[ClauseType, ...]
    readings: tuple[Reading, ...]
    prices: Words
    trust: Words
    offer: Words
    thresholds: Thresholds
    absent: dict[str, Absent]

    def type(self, type_id: str) -> ClauseType | None:
        """The type of that id, or None for what is no clause of its own (price, party)."""
        return next((each for each in self.types if each.id == type_id), None)


def load_clauses(knowledge: Path) -> ClauseVocabulary:
    """The clause vocabulary of a knowledge folder.

    Raises BadInput naming file and entry where the table or a pattern is wrong.
    """
    path = knowledge / "vocabulary" / "clauses.yml"
    try:
        table = read_noun(path, _File)
        types = tuple(_compiled(name, each, table.lists) for name, each in table.types.items())
        return ClauseVocabulary(
            types=types,
            readings=load_readings(knowledge),
            prices=load_words(path.with_name("price_words.yml")),
            trust=load_words(path.with_name("trust_words.yml")),
            offer=load_words(path.with_name("offer_words.yml")),
            thresholds=load_thresholds(knowledge),
            absent=table.absent,
        )
    except re.error as exc:
        raise BadInput(f"{path}: pattern {exc.pattern!r}: {exc}; mend that pattern") from exc


def _compiled(name: str, each: _Type, lists: dict[str, str]) -> ClauseType:
    return ClauseType(
        id=name,
        base=each.base,
        cues=each.cues,
        signals=tuple(_signal(signal, lists) for signal in each.signals),
        heading=_signal(each.heading, lists),
        plain=each.plain,
        ask=each.ask,
        why=each.why,
        narrow=re.compile(each.narrow) if each.narrow else None,
    )


def _signal(signal: _Signal, lists: dict[str, str]) -> Signal:
    pattern = signal.p
    for name, words in lists.items():
        pattern = pattern.replace("{" + name + "}", words)
    for name, words in lists.items():  # a list may use another
        pattern = pattern.replace("{" + name + "}", words)
    return Signal(weight=signal.w, pattern=re.compile(pattern))
