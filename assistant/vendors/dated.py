"""Prices that hold from a day of the calendar or until one: the months of the contract that these days stand for."""

from __future__ import annotations

import re
from datetime import date

from assistant.language.dates import add_months
from assistant.vendors.drafts import Draft
from assistant.vendors.words import Words

_MONTHS = 36
_NEAR = 2
_FROM = (
    r"\b(?:from|as of|as from|starting|beginning|with effect from|effective)(?: on| with)? (?:\w+day,? )?<T(?P<n>\d+)>"
)
_FROM_BEFORE = re.compile(rf"{_FROM}[^<;.|]{{0,40}}$")
_FROM_AFTER = re.compile(rf"^[^<;.|]{{0,25}}{_FROM}")
_UNTIL = re.compile(
    r"^[^<;.|]{0,30}\b(?:until|till|through|up to)(?: and including| the end of)? (?:\w+day,? )?<T(?P<n>\d+)>"
)


def dated(drafts: list[Draft], start: date | None, words: Words) -> list[Draft]:
    """Prices that change on a day within three years of the start get their months; the price before ends there."""
    if start is None:
        return drafts
    found: list[Draft] = []
    for draft in drafts:
        made = _with_months(draft, start)
        place = next((n for n, each in enumerate(found) if _gives_way(each, made, words)), None)
        if place is not None:
            found[place] = found[place].with_line(to_month=made.line.from_month - 1)
        found.append(made)
    return found


def _with_months(draft: Draft, start: date) -> Draft:
    line, text = draft.line, draft.amount.text
    if not draft.recurring or draft.amount.role != "price" or line.from_month != 1 or line.to_month:
        return draft
    until = _UNTIL.search(draft.amount.after)
    last = text.figures[int(until.group("n"))].day if until else None
    if last and 0 < (months := _months_before(start, last)) < _MONTHS:
        return draft.with_line(to_month=months)
    first = _FROM_BEFORE.search(draft.amount.before) or _FROM_AFTER.search(draft.amount.after)
    day = text.figures[int(first.group("n"))].day if first else None
    if day and 0 < (months := _months_before(start, day)) < _MONTHS:
        return draft.with_line(from_month=months + 1)
    return draft


def _months_before(start: date, day: date) -> int:
    """Whole months of the contract before a day, to the nearest."""
    months = (day.year - start.year) * 12 + day.month - start.month
    return min((months, months + 1), key=lambda n: abs((add_months(start, n) - day).days)) if months >= 0 else 0


def _gives_way(earlier: Draft, later: Draft, words: Words) -> bool:
    """True for a price without an end, for the same thing, before one that begins later."""
    one, other = earlier.line, later.line
    alike = (one.per, one.quantity_unit, one.currency) == (other.per, other.quantity_unit, other.currency)
    open_end = one.from_month == 1 and one.to_month is None and not one.optional and not one.minimum
    if not alike or not open_end or other.from_month == 1 or not earlier.recurring:
        return False
    near = later.amount.segment.block - earlier.amount.segment.block <= _NEAR
    named = (earlier.name & later.name) - words.of("generic") - words.of("function")
    return (near and bool(named)) or earlier.amount.segment.start == later.amount.segment.start
