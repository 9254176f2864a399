"""What is said about clauses, from knowledge/vocabulary/clauses.yml, with everything else that papers are read by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.catalogue import read_noun
from assistant.encoder import ClauseReader
from assistant.errors import BadInput
from assistant.vendors.ladders import Thresholds, load_thresholds
from assistant.vendors.patterns import Reading, load_readings
from assistant.vendors.words import Words, load_words


class _Type(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
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
    types: dict[str, _Type]
    absent: dict[str, Absent]


@dataclass(frozen=True, slots=True)
class ClauseType:
    """What is said about one type of clause; `narrow` finds the piece that is quoted."""

    id: str
    plain: str
    ask: str
    why: str
    narrow: re.Pattern[str] | None = None


@dataclass(frozen=True)
class ClauseVocabulary:
    """All clause types, the reader of sentences, and the words and limits that papers are read by."""

    types: tuple[ClauseType, ...]
    reader: ClauseReader
    readings: tuple[Reading, ...]
    prices: Words
    offer: Words
    thresholds: Thresholds
    absent: dict[str, Absent]

    def type(self, type_id: str) -> ClauseType | None:
        """The type of that id, or None for what is no clause of its own (price, party)."""
        return next((each for each in self.types if each.id == type_id), None)


def load_clauses(knowledge: Path, reader: ClauseReader | None = None) -> ClauseVocabulary:
    """The clause vocabulary of a knowledge folder.

    Raises BadInput naming file and entry where the table or a pattern is wrong.
    """
    path = knowledge / "vocabulary" / "clauses.yml"
    table = read_noun(path, _File)
    try:
        types = tuple(
            ClauseType(name, each.plain, each.ask, each.why, re.compile(each.narrow) if each.narrow else None)
            for name, each in table.types.items()
        )
    except re.error as exc:
        raise BadInput(f"{path}: pattern {exc.pattern!r}: {exc}; mend that pattern") from exc
    return ClauseVocabulary(
        types=types,
        reader=reader or ClauseReader(),
        readings=load_readings(knowledge),
        prices=load_words(path.with_name("price_words.yml")),
        offer=load_words(path.with_name("offer_words.yml")),
        thresholds=load_thresholds(knowledge),
        absent=table.absent,
    )
