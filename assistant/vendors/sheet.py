"""What a proposal states, value by value, each with the sentence that states it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.domain.facts import Fact
from assistant.domain.proposal import Span
from assistant.vendors.cues import CueIndex
from assistant.vendors.figures import Figure, Masked, days_of, months_of
from assistant.vendors.paper import Paper, span_of
from assistant.vendors.patterns import Reading, ReadingPattern, Take
from assistant.vendors.segments import Segment

Read = bool | float | str | date
SAME = "same"
"""Stands for "as long as the first term" until that is known."""
_LIKELY = 0.1
_LONGEST = 2_500
_BEFORE, _AFTER = 70, 45
_DOUBT = 0.5
_YEARLY = re.compile(r"per annum|p\.?a\.?\b|a year|annual|per year|yearly|above|over (?:the )?(?:bank|base)|base rate")


@dataclass(frozen=True, slots=True)
class Stated:
    """A value and the sentence it stands in; `sure` is 0-1."""

    name: str
    value: Read
    segment: Segment
    sure: float

    @property
    def span(self) -> Span:
        """The sentence as a quote."""
        return span_of(self.segment)


@dataclass(frozen=True)
class Sheet:
    """All values found, several for a name where the text says it more than once."""

    stated: tuple[Stated, ...] = ()

    def all(self, name: str) -> tuple[Stated, ...]:
        """Every statement of a value, the surest first."""
        return tuple(sorted((each for each in self.stated if each.name == name), key=lambda each: -each.sure))

    def one(self, name: str) -> Stated | None:
        """The surest statement of a value, the first in the text among equals; None where nothing states it."""
        return next(iter(self.all(name)), None)

    def number(self, name: str) -> float | None:
        """The value as a number, or None."""
        found = self.one(name)
        return (
            float(found.value)
            if found and isinstance(found.value, (int, float)) and not isinstance(found.value, bool)
            else None
        )

    def word(self, name: str) -> str | None:
        """The value as a word, or None."""
        found = self.one(name)
        return found.value if found and isinstance(found.value, str) else None

    def flag(self, name: str) -> bool | None:
        """The value as yes or no, or None."""
        found = self.one(name)
        return found.value if found and isinstance(found.value, bool) else None

    def day(self, name: str) -> date | None:
        """The value as a date, or None."""
        found = self.one(name)
        return found.value if found and isinstance(found.value, date) else None

    def words(self, name: str) -> tuple[str, ...]:
        """Every word stated for a name."""
        return tuple(each.value for each in self.all(name) if isinstance(each.value, str))

    def fact(self, name: str, unit: str = "") -> Fact | None:
        """The value as a fact read from the document, with its sentence."""
        found = self.one(name)
        if found is None or isinstance(found.value, date):
            return None
        return Fact(value=found.value, unit=unit, quote=found.segment.text, basis="computed")


def read_sheet(paper: Paper) -> Sheet:
    """Every value that the patterns of the vocabulary find in a proposal."""
    readings = paper.vocabulary.readings
    cues = CueIndex([each.cues for each in readings])
    found: list[Stated] = []
    for segment in paper.segments:
        if len(segment.text) > _LONGEST:
            continue  # a table of contents or a wall of definitions states no value
        wanted = [readings[each] for each in sorted(cues.entries(segment.words.lower()))]
        found += _stated(paper, segment, wanted)
    return Sheet(stated=tuple(found))


def _stated(paper: Paper, segment: Segment, wanted: list[Reading]) -> Iterator[Stated]:
    for reading in wanted:
        best: Stated | None = None
        doubt = _DOUBT if segment.start in paper.doubted else 1.0
        for pattern in reading.patterns:
            if best is not None and best.sure >= pattern.sure * doubt:
                continue
            if pattern.types and not paper.is_a(segment, *pattern.types, sure=_LIKELY):
                continue
            value = value_of(pattern, paper.masked(segment) if pattern.figures else paper.plain(segment))
            if value is not None:
                best = Stated(reading.name, value, segment, pattern.sure * doubt)
        if best is not None:
            yield best


def value_of(pattern: ReadingPattern, text: Masked) -> Read | None:
    """The value that a pattern finds in a masked sentence, or None."""
    if (pattern.unless and pattern.unless.search(text.text)) or (pattern.needs and not pattern.needs.search(text.text)):
        return None
    for match in pattern.find.finditer(text.text):
        group = next((name for name in ("v", "w", "x") if match.groupdict().get(name)), None)
        start, end = match.span(group) if group else match.span()
        if pattern.before_not and pattern.before_not.search(text.text[max(0, start - _BEFORE) : start]):
            continue
        if pattern.after_not and pattern.after_not.search(text.text[end : end + _AFTER]):
            continue
        if pattern.fixed is not None:
            return pattern.fixed
        if group is None:
            continue
        value = _taken(pattern.take, text, match.group(group), text.text[end : end + _AFTER])
        if value is not None and _within(value, pattern):
            return value
    return None


def _within(value: Read, pattern: ReadingPattern) -> bool:
    if isinstance(value, float):
        return (pattern.least is None or value >= pattern.least) and (pattern.most is None or value <= pattern.most)
    return True


def _taken(take: Take, text: Masked, token: str, after: str) -> Read | None:
    if take == "words":
        return token.strip()
    figure = text.figure(token)
    if figure is None:
        return None
    if take == "date":
        return figure.day
    if take == "days":
        return days_of(figure, after) if figure.mention and figure.mention.kind != "number" else _number(figure)
    if take == "months":
        return months_of(figure) or _counted_months(figure)
    if take == "hours":
        return _hours(figure)
    if take == "monthly percent":
        return _per_month(figure, after)
    return _number(figure)


def _number(figure: Figure) -> float | None:
    if figure.mention is None:
        return None
    value = figure.mention.mid
    return value / 100 if figure.mention.kind == "percent" and figure.mention.unit == "share" else value


def _counted_months(figure: Figure) -> float | None:
    """Months of "2 additional one-year terms", which the grammar reads as a count of terms; a bare number is months."""
    if figure.mention is None or figure.mention.kind not in ("count", "number"):
        return None
    if figure.mention.kind == "number":
        return figure.mention.low
    unit = figure.mention.unit.lower()
    return 12.0 if "year" in unit or "annual" in unit else 1.0 if "month" in unit else None


def _hours(figure: Figure) -> float | None:
    if figure.mention is None or figure.mention.kind != "duration":
        return None
    each = {"hours": 1.0, "minutes": 1 / 60, "days": 8.0, "weeks": 40.0}.get(figure.mention.unit)
    return None if each is None else figure.mention.mid * each


def _per_month(figure: Figure, after: str) -> float | None:
    if figure.mention is None or figure.mention.kind != "percent":
        return None
    value, per = figure.mention.mid, figure.mention.per
    if per == "day":
        return value * 30
    if per == "year" or (per == "" and (_YEARLY.search(after) or value > 4)):
        return value / 12
    return value
