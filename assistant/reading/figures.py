"""Quantities as facts: said in the owner's unit and period, normalised to ours."""

from __future__ import annotations

import re

from assistant.domain.facts import Fact, Said
from assistant.language import quantities
from assistant.language.quantities import Figure, Mention

WEEKS_PER_YEAR = 52.0
USUAL_DAYS = 5.0
OF_THE_CALENDAR = ("months", "years")
AHEAD = r"\b(?:in|within|over|next|after|coming)\s+(?:the\s+)?(?:next\s+)?(?:about\s+)?$"


def said_of(mention: Mention) -> Said:
    """The figure as the owner put it: 40 calls a day."""
    return Said(value=mention.value, unit=mention.unit, per=mention.per)


def fact_of(mention: Mention, value: Figure, unit: str) -> Fact:
    """An owner's fact of a mention, its value normalised to `unit`."""
    return Fact(value=value, unit=unit, said=said_of(mention), quote=mention.quote)


def items_per_week(mention: Mention, unit: str, days: float = USUAL_DAYS) -> Fact | None:
    """Things a week of so many days; None where no period of a day or longer was said."""
    value = quantities.to_week(mention.value, mention.per, days)
    return None if value is None else fact_of(mention, value, f"{unit} a week")


def hours_per_week(mention: Mention, times: Figure | None = None, days: float = USUAL_DAYS) -> Fact | None:
    """Hours a week of a length of time with a period, or of one that recurs `times` a week; None without either."""
    if mention.per or times is None:
        weekly = quantities.to_hours_a_week(mention.value, mention.unit, mention.per, days)
    else:
        hours = quantities.to_hours(mention.value, mention.unit)
        weekly = None if hours is None else product(hours, times)
    return None if weekly is None else fact_of(mention, weekly, "hours a week")


def minutes_per_item(mention: Mention) -> Fact | None:
    """Minutes for one thing; None where the mention is no length of time, or one of the calendar: nobody's hands are on
    one thing for years."""
    if mention.unit in OF_THE_CALENDAR:
        return None
    minutes = quantities.to_minutes(mention.value, mention.unit)
    return None if minutes is None else fact_of(mention, minutes, "minutes")


def share(mention: Mention, opposite: bool = False) -> Fact:
    """A share 0-1 of a percentage, or one minus it."""
    low, high = mention.low / 100, mention.high / 100
    if opposite:
        low, high = 1 - high, 1 - low
    low, high = round(low, 6), round(high, 6)
    return fact_of(mention, low if low == high else (low, high), "share")


def money_per_year(mention: Mention) -> Fact:
    """An amount of money as a yearly one; without a period, or with one that is no time, as it was said."""
    times = {"month": 12.0, "quarter": 4.0, "year": 1.0}.get(mention.per)
    if times is None:
        weeks = quantities.weeks_in(mention.per)
        times = 1.0 if weeks is None else WEEKS_PER_YEAR / weeks
    return fact_of(mention, quantities.scaled(mention.value, times), mention.unit)


def is_ahead(before: str) -> bool:
    """True where the words before a length of time make it one that lies ahead: in, within, over the next."""
    return re.search(AHEAD, before, re.IGNORECASE) is not None


def product(one: Figure, two: Figure) -> Figure:
    """Two figures multiplied, ranges end by end."""
    low = (one[0] if isinstance(one, tuple) else one) * (two[0] if isinstance(two, tuple) else two)
    high = (one[1] if isinstance(one, tuple) else one) * (two[1] if isinstance(two, tuple) else two)
    return low if low == high else (low, high)
