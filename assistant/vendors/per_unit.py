"""For one amount of money: the period it is charged for, the thing it is charged by, and how many of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.domain.proposal import Per
from assistant.vendors.billing import Billing, billing
from assistant.vendors.counted import Counts, quantity, used
from assistant.vendors.money import Amount
from assistant.vendors.words import Words

RECURRING: tuple[Per, ...] = ("month", "quarter", "year", "week")
_PERIODS: dict[str, Per] = {"day": "day", "week": "week", "month": "month", "quarter": "quarter", "year": "year"}
_WORKING_DAYS = 21.0
_HOURS_A_DAY = 8
_OPEN_LENGTH = re.compile(r"(?:an?|the|per|each|every|by)\b|(?:hour|dai)ly", re.IGNORECASE)
_LIMIT = re.compile(
    r"\b(?:more than|past|beyond|exceed\w*|up to|at most|under|within|limit of|"
    r"stops? at|top of|ceiling of|before|blocks? of|steps? of|units? of|parts? of|increments? of|rounded up to|"
    r"minimum(?: of)?)\W*(?:the )?(?:(?:[\w-]+ ){1,2}(?:hours?|days?))?$"
)
_NEAR = 20
_LEAST_FEE = 1.0
"""What is less than a dollar each is a rate for each of many, whatever it is taken for."""
_BEYOND = frozenset({"extra", "additional", "further", "excess"})
_WHOLE_DAY = re.compile(r"\bfor the (?:day|hour)\b")


@dataclass(frozen=True, slots=True)
class Unit:
    """`per` is the period ("item" for a rate by use); `thing` is what is counted, `quantity` how many.

    `said` is False where the period is only supposed.
    """

    per: Per
    thing: str = ""
    quantity: float = 1
    said: bool = True


def unit_of(amount: Amount, known: Counts, words: Words) -> Unit:
    """The unit of an amount; quantity 0 for a rate that only counts when it is used."""
    by = billing(amount, words)
    if amount.role == "overage_price" or by.thing in _BEYOND:
        return Unit("item", by.thing, 0)
    if by.per in ("hour", "day"):
        return _of_time(amount, by, known, words)
    many = quantity(amount, by, known, words)
    if by.per in RECURRING:
        return Unit(by.per, by.thing, (1 if many is None else many) * by.share)
    if by.thing or by.each:
        return _by_piece(amount, by, many, known, words)
    if by.per is not None:
        return Unit(by.per, "", 1 if many is None else many)
    return Unit(_default(amount, words), "", 1 if many is None else many, said=False)


def _of_time(amount: Amount, by: Billing, known: Counts, words: Words) -> Unit:
    """A rate for hours or days; 0 of them where the paper does not say how many, since an open rate is no total."""
    per: Per = "hour" if by.per == "hour" else "day"
    if _WHOLE_DAY.search(f"{amount.mention.quote.lower()}{amount.after[:20]}"):
        return Unit("once")
    hours = _hours(amount)
    if hours is not None:
        return Unit(per, per, hours if per == "hour" else hours / _HOURS_A_DAY)
    return Unit(per, per, quantity(amount, Billing(per), known, words) or 0)


def _hours(amount: Amount) -> float | None:
    for figure in amount.text.of_kind("D"):
        mention = figure.mention
        around = amount.text.original.lower()[max(0, figure.start - _NEAR) : figure.end]
        is_limit = _LIMIT.search(around) is not None
        if mention and mention.unit in ("hours", "days") and not _OPEN_LENGTH.match(mention.quote) and not is_limit:
            return mention.mid * (_HOURS_A_DAY if mention.unit == "days" else 1)
    return None


def _by_piece(amount: Amount, by: Billing, many: float | None, known: Counts, words: Words) -> Unit:
    """The price of one of something without a period: bought once for so many, or counted when it is used."""
    rate = used(amount, by.thing, known)
    if rate is not None and amount.role != "setup_fee":
        number, per = rate
        return (
            Unit("month", by.thing, number * _WORKING_DAYS) if per == "day" else Unit(_PERIODS[per], by.thing, number)
        )
    person, place = by.thing in words.of("seat_things"), by.thing in words.of("place_things")
    recurring = person or (place and words.hit("recurring", f"{amount.label} {amount.before[-60:]}"))
    if recurring and by.per is None and amount.role == "price":
        return Unit("month", by.thing, 1 if many is None else many, said=False)
    if many is not None:
        return Unit("once", by.thing, many)
    if by.each and amount.mention.high < _LEAST_FEE:
        return Unit("item", by.thing, 0)
    return Unit("once", by.thing) if amount.role == "setup_fee" or by.per == "once" else Unit("item", by.thing, 0)


def _default(amount: Amount, words: Words) -> Per:
    if amount.role in ("setup_fee", "credit"):
        return "once"
    if amount.role == "minimum":
        return "year" if re.search(r"\byears?\b", amount.text.text) else "month"
    if words.hit("one_time", amount.around) or not words.hit("recurring", f"{amount.label} {amount.before[-60:]}"):
        return "once"
    return "year"
