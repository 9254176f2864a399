"""What a proposal states, value by value, each with the sentence that states it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from assistant.domain.facts import Fact
from assistant.domain.proposal import Span
from assistant.encoder import Heard
from assistant.vendors.figures import Figure, days_of, hours_of, months_of, number_of, per_month_of
from assistant.vendors.paper import Paper, span_of
from assistant.vendors.patterns import value_of
from assistant.vendors.precedence import Precedence
from assistant.vendors.roles import SURE, roles
from assistant.vendors.segments import Segment
from assistant.vendors.starts import starts, when_it_starts

Read = bool | float | str | date
SAME = "same"
"""Stands for "as long as the first term" until that is known."""
PERHAPS = 0.25
"""Probability from which a sentence may say a thing; from SURE on it is taken to say it."""
_AFTER = 45
_DOUBT = 0.5
_LENGTHS = ("term_months", "renewal_months")
_WORDS: dict[str, Read] = {"yes": True, "no": False, "monthly": 1.0}


@dataclass(frozen=True, slots=True)
class Stated:
    """A value and the sentence it stands in; `sure` is 0-1; `prevails` where the papers say that its part counts."""

    name: str
    value: Read
    segment: Segment
    sure: float
    prevails: bool = False

    @property
    def span(self) -> Span:
        """The sentence as a quote."""
        return span_of(self.segment)


@dataclass(frozen=True)
class Sheet:
    """All values found, several for a name where the text says it more than once.

    `perhaps` are values that a sentence may say: no rule is put to them, a careful reader looks at their words.
    """

    stated: tuple[Stated, ...] = ()
    perhaps: tuple[Stated, ...] = ()

    def all(self, name: str) -> tuple[Stated, ...]:
        """Every statement of a value: those of the part that counts first, the surest of each first."""
        found = (each for each in self.stated if each.name == name)
        return tuple(sorted(found, key=lambda each: (not each.prevails, -each.sure)))

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


def read_sheet(paper: Paper, counts: Precedence | None = None) -> Sheet:
    """Every value that the sentences of a proposal state; what its papers say about which part counts is kept to."""
    said = (each for segment in paper.segments for each in _stated(paper, segment))
    found: Iterable[Stated] = chain(
        said, (Stated("start_date", each.day, each.segment, each.sure) for each in starts(paper))
    )
    if counts is not None:
        found = (replace(each, prevails=counts.counts(each.segment)) for each in found)
    return Sheet(stated=tuple(found), perhaps=tuple(_perhaps(paper)))


def _perhaps(paper: Paper) -> Iterator[Stated]:
    for segment in paper.segments:
        heard = paper.heard.get(segment.start)
        for said, share in heard.says.items() if heard else ():
            if PERHAPS <= share < SURE:
                name, word = said.split(": ")
                yield Stated(name, _WORDS.get(word, word), segment, share)


def _stated(paper: Paper, segment: Segment) -> Iterator[Stated]:
    heard = paper.heard.get(segment.start)
    if heard is None:
        return
    doubt = _DOUBT if segment.start in paper.doubted else 1.0
    for said, share in heard.says.items():
        if share >= SURE:
            name, word = said.split(": ")
            meant = when_it_starts(segment.words, word) if name == "term_starts" else word
            if meant is not None:
                yield Stated(name, _WORDS.get(meant, meant), segment, share * doubt)
    figures = paper.figures(segment)
    for each in roles(segment.text, figures, heard.roles):
        if each.name in _LENGTHS and _is_held_price(heard):
            continue
        after = segment.text[each.figure.end : each.figure.end + _AFTER]
        value = _TAKEN[each.name](each.figure, after) if each.name in _TAKEN else None
        if value is not None and each.sure >= SURE:
            yield Stated(each.name, value, segment, each.sure * doubt)
    for reading in paper.vocabulary.readings:
        if not reading.types or paper.is_a(segment, *reading.types):
            found = value_of(reading, paper.masked(segment))
            if found is not None:
                yield Stated(reading.name, found, segment, reading.sure * doubt)


def _is_held_price(heard: Heard) -> bool:
    """True for a sentence that holds a price for some time, which is no length of the contract."""
    types = heard.types
    lengths = (types.get(each, 0.0) for each in ("expiration_date", "renewal_term", "termination_for_convenience"))
    return types.get("price_restrictions", 0.0) + types.get("price_escalator", 0.0) >= SURE > max(lengths)


def _day(figure: Figure, _: str) -> date | None:
    return figure.day


def _money(figure: Figure, _: str) -> float | None:
    return figure.mention.mid if figure.mention and figure.mention.kind == "money" else None


def _months(figure: Figure, _: str) -> float | None:
    return months_of(figure)


def _percent(figure: Figure, _: str) -> float | None:
    return number_of(figure) if figure.mention and figure.mention.kind == "percent" else None


def _hours(figure: Figure, _: str) -> float | None:
    return hours_of(figure)


_TAKEN: dict[str, Callable[[Figure, str], Read | None]] = {
    "term_months": _months, "renewal_months": _months, "exit_locked_months": _months, "liability_months": _months,
    "billed_ahead_months": _months, "notice_days": days_of, "exit_notice_days": days_of, "payment_days": days_of,
    "suspension_days": days_of, "export_days": days_of, "delete_days": days_of, "deemed_days": days_of,
    "acceptance_days": days_of, "change_notice_days": days_of, "escalator": _percent, "uptime_percent": _percent,
    "interest_month": per_month_of, "breach_hours": _hours, "own_hours": _hours, "support_hours": _hours,
    "liability_money": _money, "exit_fee": _money, "start_date": _day, "end_date": _day,
}  # fmt: skip
"""How the value of a figure is taken by what it is; others stay where they stand."""
