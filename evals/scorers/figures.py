"""Figures in one form, so that two spellings of the same figure are equal."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

TOLERANCE = 0.01


class Scaled(BaseModel):
    """Words for one unit and its size in the base."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    base: str = "share"
    factor: float
    words: tuple[str, ...]


class Units(BaseModel):
    """The spellings of units.yml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    durations: tuple[Scaled, ...]
    shares: tuple[Scaled, ...]
    clock: tuple[str, ...]
    people: tuple[str, ...]
    occasions: tuple[str, ...]
    periods: Mapping[str, tuple[str, ...]]
    loose_periods: Mapping[str, str]


class Figure(BaseModel):
    """A figure in base units. `kind` is minute, day, week, month, share, clock, people, count, or an ISO currency code.

    `noun` is what is counted, stemmed, "" where no noun was said; `per` is day, week, month, year or "", and `per_too`
    a second period that is as good (a weekend is one of a week, and none of the four).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    low: float
    high: float
    kind: str
    noun: str
    per: str
    per_too: str | None = None

    @property
    def mid(self) -> float:
        """The middle."""
        return (self.low + self.high) / 2


@lru_cache(maxsize=1)
def units() -> Units:
    """The spellings, read once."""
    return Units.model_validate(yaml.safe_load((Path(__file__).parent / "units.yml").read_text(encoding="utf-8")))


def figure(value: float | tuple[float, float], unit: str, per: str) -> Figure:
    """A figure from its words."""
    low, high = value if isinstance(value, tuple) else (value, value)
    kind, factor, noun = _kind(unit.strip())
    period, too = _period(per.strip().lower())
    return Figure(low=low * factor, high=high * factor, kind=kind, noun=noun, per=period, per_too=too)


def same_value(one: Figure, other: Figure) -> bool:
    """True where both ends agree to one in a hundred."""
    return close(one.low, other.low) and close(one.high, other.high)


def close(one: float, other: float, tolerance: float = TOLERANCE) -> bool:
    """True where two numbers agree to a share of the larger."""
    return math.isclose(one, other, rel_tol=tolerance, abs_tol=1e-9)


def same_period(wanted: Figure, given: Figure) -> bool:
    """True where both are told in the same period."""
    return wanted.per in (given.per, given.per_too)


def same_unit(wanted: Figure, given: Figure, quote: str) -> bool:
    """True where both measure the same thing; a noun that the quote does not say is not demanded."""
    counts = {"count", "people"}
    if wanted.kind not in counts or given.kind not in counts:
        return wanted.kind == given.kind
    if wanted.kind == given.kind == "people" or (wanted.noun and wanted.noun == given.noun):
        return True
    return wanted.noun not in _stems(quote)


def _kind(unit: str) -> tuple[str, float, str]:
    lists = units()
    if re.fullmatch(r"[A-Z]{3}", unit):
        return unit, 1.0, ""
    words = unit.lower()
    last = words.split()[-1] if words else ""
    for scaled in (*lists.durations, *lists.shares):
        if words in scaled.words or last in scaled.words:
            return scaled.base, scaled.factor, ""
    if words in lists.clock:
        return "clock", 1.0, ""
    if last in lists.people:
        return "people", 1.0, "people"
    return "count", 1.0, "" if words in lists.occasions else stem(last)


def _period(per: str) -> tuple[str, str | None]:
    lists = units()
    return next((name for name, words in lists.periods.items() if per in words), ""), lists.loose_periods.get(per)


def _stems(text: str) -> set[str]:
    people = units().people
    found = {stem(word) for word in re.findall(r"\w+", text.lower())}
    return found | ({"people"} if any(word in people for word in re.findall(r"\w+", text.lower())) else set())


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """The stem of an English word."""
    import snowballstemmer

    return str(snowballstemmer.stemmer("english").stemWord(word.lower()))
