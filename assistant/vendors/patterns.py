"""Patterns of knowledge/vocabulary/readings.yml, compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.catalogue import read_noun
from assistant.errors import BadInput

Take = Literal["days", "months", "hours", "percent", "monthly percent", "money", "number", "date", "words", ""]
_TOKENS = {f"<{letter}>": rf"<{letter}\d+>" for letter in "DMPCNT"}
_TOKEN = re.compile(r"<[DMPCNT](?:>|\\d)")


class _Pattern(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    sure: float
    p: str
    take: Take = ""
    value: bool | float | str | None = None
    types: tuple[str, ...] = ()
    unless: str = ""
    needs: str = ""
    before_not: str = ""
    after_not: str = ""
    least: float | None = None
    most: float | None = None


class _Name(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    cues: tuple[str, ...]
    patterns: tuple[_Pattern, ...] = Field(min_length=1)


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    lists: dict[str, str]
    readings: dict[str, _Name]


@dataclass(frozen=True, slots=True)
class ReadingPattern:
    """One way in which a value is stated; `find` names the value v (or w, x), `fixed` is the value where none is taken.

    `figures` is true where the pattern speaks of figures and not of words alone.
    """

    name: str
    sure: float
    find: re.Pattern[str]
    take: Take
    fixed: bool | float | str | None
    types: tuple[str, ...]
    unless: re.Pattern[str] | None
    needs: re.Pattern[str] | None
    before_not: re.Pattern[str] | None
    after_not: re.Pattern[str] | None
    least: float | None
    most: float | None
    figures: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A value that is looked for, the words that hint at it and the ways in which it is stated."""

    name: str
    cues: tuple[str, ...]
    patterns: tuple[ReadingPattern, ...]


def load_readings(knowledge: Path) -> tuple[Reading, ...]:
    """All readings of a knowledge folder; raises BadInput naming file and entry where one is wrong."""
    path = knowledge / "vocabulary" / "readings.yml"
    try:
        table = read_noun(path, _File)
        return tuple(
            Reading(name, each.cues, tuple(_compiled(name, pattern, table.lists) for pattern in each.patterns))
            for name, each in table.readings.items()
        )
    except re.error as exc:
        raise BadInput(f"{path}: pattern {exc.pattern!r}: {exc}; mend that pattern") from exc


def _compiled(name: str, each: _Pattern, lists: dict[str, str]) -> ReadingPattern:
    find = _regex(each.p, lists)
    if find is None:
        raise BadInput(f"readings.yml: an entry of {name!r} has an empty pattern; give it one")
    parts = (each.p, each.unless, each.needs, each.before_not, each.after_not)
    return ReadingPattern(
        name=name,
        sure=each.sure,
        find=find,
        take=each.take,
        fixed=each.value,
        types=each.types,
        unless=_regex(each.unless, lists),
        needs=_regex(each.needs, lists),
        before_not=_regex(each.before_not, lists),
        after_not=_regex(each.after_not, lists),
        least=each.least,
        most=each.most,
        figures=any(_TOKEN.search(part) for part in parts),
    )


def _regex(pattern: str, lists: dict[str, str]) -> re.Pattern[str] | None:
    for name, words in lists.items():
        pattern = pattern.replace("{" + name + "}", words)
    for token, meaning in _TOKENS.items():
        pattern = pattern.replace(token, meaning)
    return re.compile(pattern) if pattern else None
