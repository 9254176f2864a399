"""Every number, amount of money, duration, percentage and count in a text, with its unit and period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.language.amount import AmountKind
from assistant.language.frames import Frames
from assistant.language.grammar import Grammar
from assistant.language.measures import Measures, measures
from assistant.language.periods import PeriodReader
from assistant.language.price_of_time import with_priced_time
from assistant.language.scopes import Scoped, Scopes
from assistant.language.sharing import Sharing
from assistant.language.tokens import Tokens
from assistant.language.turns import Turns

Figure = float | tuple[float, float]


@dataclass(frozen=True, slots=True)
class Mention:
    """A quantity as it was said; `quote` is text[start:end].

    `unit` is "hours", "minutes", ... for durations, an ISO code for money ("" where none was said), "%" for percent,
    the noun as said for counts, "times" for rates such as twice a week. `per` is "", "day", "week", "month", "quarter",
    "year", "hour", "2 weeks", "weekend" or the thing it is counted by ("invoice"). A percent is 0-100, a range a pair.
    `is_of_clock` marks a time told by its first and last hour.
    """

    kind: AmountKind
    value: Figure
    unit: str
    per: str
    approximate: bool
    start: int
    end: int
    quote: str
    is_of_clock: bool = False

    @property
    def low(self) -> float:
        """The low end."""
        return self.value[0] if isinstance(self.value, tuple) else self.value

    @property
    def high(self) -> float:
        """The high end."""
        return self.value[1] if isinstance(self.value, tuple) else self.value

    @property
    def mid(self) -> float:
        """The middle."""
        return (self.low + self.high) / 2


def find(text: str, words: Measures | None = None) -> tuple[Mention, ...]:
    """All quantities of a text in order; dates, clock times, years, ordinals and names with digits are left out."""
    lists = words or measures()
    tokens = Tokens(text)
    mentions = []
    for each in _scoped(tokens, lists):
        amount = each.amount
        start, end = tokens.all[amount.start].start, tokens.all[each.stop - 1].end
        low, high = _tidy(amount.low), _tidy(amount.high)
        value: Figure = low if low == high else (low, high)
        mentions.append(
            Mention(
                amount.kind,
                value,
                amount.unit,
                each.per,
                amount.approximate,
                start,
                end,
                text[start:end],
                amount.is_of_clock,
            )
        )
    return tuple(mentions)


def _scoped(tokens: Tokens, words: Measures) -> list[Scoped]:
    periods = PeriodReader(tokens, words)
    scopes = Scopes(tokens, words, periods)
    found = scopes.assign(Grammar(tokens, words).amounts())
    framed = Frames(tokens, words, periods, scopes).apply(Sharing(tokens, words, scopes).share(found))
    return Turns(tokens, words).apply(with_priced_time(framed, tokens, words))


def rhythms(text: str, words: Measures | None = None) -> tuple[Mention, ...]:
    """Habits told without a number, each once in its period: every Friday, daily, at the weekend, each month."""
    lists = words or measures()
    tokens = Tokens(text)
    reader = PeriodReader(tokens, lists)
    found = []
    at = 0
    while at < len(tokens):
        period = reader.read(at)
        if period is None or period.instance or tokens.lower(at) in ("a", "an", "/", "per"):
            at += 1
            continue
        start, end = tokens.all[period.start].start, tokens.all[period.stop - 1].end
        found.append(Mention("rate", 1.0, "times", period.per, False, start, end, text[start:end]))
        at = period.stop
    return tuple(found)


def habits(rhythms: Sequence[Mention], mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The rhythms that are told without a number: those that share no letter with a quantity."""
    return tuple(each for each in rhythms if not any(each.start < one.end and one.start < each.end for one in mentions))


def with_habits(mentions: Sequence[Mention], rhythms: Sequence[Mention]) -> list[Mention]:
    """Everything that may be a figure of a text, in order: its quantities, and habits told without a number."""
    return sorted([*mentions, *habits(rhythms, mentions)], key=lambda each: each.start)


def to_week(value: Figure, per: str, days: float = 5.0) -> Figure | None:
    """What a rate comes to in a working week; None where the period is no length of time longer than an hour.

    A week has `days` working days (5), a month 4.33 weeks, a quarter 13, a year 52; "3 months" is three of them.
    """
    weeks = weeks_in(per, days)
    return None if weeks is None else scaled(value, 1 / weeks)


def weeks_in(per: str, days: float = 5.0) -> float | None:
    """Working weeks in a period; None where it is no length of time longer than an hour."""
    lists = measures()
    if per in lists.weeks_of:
        weeks = lists.weeks_of[per]
        return 1 / days if weeks is not None and weeks < 1 else weeks
    count, _, name = per.rpartition(" ")
    one = lists.weeks_of.get(lists.period_of.get(name, ""))
    if not count or one is None or not count.replace(".", "", 1).isdigit():
        return None
    return float(count) * (1 / days if one < 1 else one)


def to_hours(value: Figure, unit: str) -> Figure | None:
    """Hours of work in a duration: a day has 8, a week 40, an evening 3; None for other units."""
    hours = measures().working_hours.get(unit)
    return None if hours is None else scaled(value, hours)


def to_hours_a_week(value: Figure, unit: str, per: str, days: float = 5.0) -> Figure | None:
    """Hours of work a week of so many days in a duration that recurs in a period; None where either is no length of
    time."""
    hours, weeks = measures().working_hours.get(unit), weeks_in(per, days)
    return None if hours is None or weeks is None else scaled(value, hours / weeks)


def to_minutes(value: Figure, unit: str) -> Figure | None:
    """Minutes of work in a duration, days as in `to_hours`; None for other units."""
    hours = measures().working_hours.get(unit)
    return None if hours is None else scaled(value, hours * 60)


def scaled(value: Figure, factor: float) -> Figure:
    """A figure, or both ends of a range, times a factor."""
    if isinstance(value, tuple):
        return _tidy(value[0] * factor), _tidy(value[1] * factor)
    return _tidy(value * factor)


def _tidy(value: float) -> float:
    """A float without the dust of binary arithmetic: four decimals are more than anybody says."""
    return round(value, 4) if abs(value) >= 0.01 else float(f"{value:.6g}")
