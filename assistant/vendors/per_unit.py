"""For one amount of money: the period it is charged for, the thing it is charged by, and how many of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.domain.proposal import Per
from assistant.vendors.figures import Masked
from assistant.vendors.money import Amount
from assistant.vendors.segments import cells
from assistant.vendors.words import Words

_PERIODS: dict[str, Per] = {
    "month": "month", "quarter": "quarter", "year": "year", "week": "week", "day": "day", "hour": "hour",
    "maand": "month", "monat": "month", "mois": "month", "jahr": "year", "jaar": "year", "an": "year",
}  # fmt: skip
_IN_WORDS: tuple[Per, ...] = ("month", "quarter", "year", "week", "hour")
_TIMES = re.compile(r"<[NC](\d+)> ?(?:x|×|\*|@|at)\s?(?:<M\d+>)?$|<[NC](\d+)> ?(?:\w+ ){0,3}(?:x|×|@|at) ?$")
_TIMES_AFTER = re.compile(r"^[^<|;]{0,14}(?:x|×|\*|times) ?<[NC](\d+)>")
_LISTED = re.compile(r"(?:^|number of |no\. of |total |\| ?)([a-z]+)\W{1,4}<N(\d+)>")
_FACTORS = {"day": 21.0, "week": 52 / 12, "month": 1.0, "quarter": 1 / 3, "year": 1 / 12}
_RECURRING: tuple[Per, ...] = ("month", "quarter", "year", "week")
"""A price "per van per month" is a price for each van that the proposal counts."""
_PIECES = frozenset({"item", "unit", "piece", "each"})
_NEAR = 30
_FAR = 80
_EXPECTED = re.compile(r"estimat|expect|average|typical|volume|based on|assum|approx|about|around|forecast|your")


@dataclass(frozen=True, slots=True)
class Unit:
    """`per` is the period ("item" for a rate by use); `thing` is what is counted, `quantity` how many."""

    per: Per
    thing: str = ""
    quantity: float = 1
    stated_per: bool = True


@dataclass(frozen=True)
class Counts:
    """Numbers of things said anywhere in the proposal: "12 users", "2,000 invoices a month"."""

    seats: float | None
    per_month: dict[str, float]
    places: dict[str, float]


def counts(masks: Iterable[Masked], words: Words) -> Counts:
    """The numbers of seats, of places and other things in service, and of items a month that the proposal counts on."""
    seats: Counter[float] = Counter()
    places: dict[str, float] = {}
    per_month: dict[str, float] = {}
    for text in masks:
        for figure in text.of_kind("C"):
            if figure.mention is None or isinstance(figure.mention.value, tuple):
                continue
            thing = singular(figure.mention.unit)
            before = text.text[: text.text.find(thing)] if thing in text.text else text.text
            if words.hit("overage", text.original.lower()[max(0, figure.start - 25) : figure.start]):
                continue
            if thing in words.of("seat_things"):
                seats[figure.mention.low] += 1
            elif figure.mention.per in _FACTORS and _EXPECTED.search(text.original.lower()):
                per_month.setdefault(thing, figure.mention.low * _FACTORS[figure.mention.per])
            elif before and (thing in words.of("place_things") or not figure.mention.per):
                places.setdefault(thing, figure.mention.low)
        for noun, number in _LISTED.findall(text.text):
            mention = text.figures[int(number)].mention
            if mention and singular(noun) in words.of("seat_things"):
                seats[mention.low] += 1
            elif mention and singular(noun) in words.of("place_things"):
                places.setdefault(singular(noun), mention.low)
    return Counts(seats.most_common(1)[0][0] if seats else None, per_month, places)


def unit_of(amount: Amount, known: Counts, words: Words) -> Unit:
    """The unit of an amount; quantity 0 for a rate that only counts when it is used."""
    per, thing = _said_period(amount.mention.per)
    stated = per is not None or bool(thing)
    if thing in _PIECES:
        thing = ""
    per = per or _worded_period(amount, words)
    thing = thing or _thing_in_words(amount, words)
    if thing in words.of("seat_things") or thing in words.of("place_things"):
        quantity = 0 if words.hit("overage", amount.before[-_NEAR:]) else _count(amount, thing, known, words)
        return Unit(per or ("month" if words.hit("recurring", amount.around) else "once"), thing, quantity, stated)
    if per == "hour" or per == "day":
        return Unit(per, per, _hours(amount, per))
    beyond = words.hit("overage", amount.before[-_FAR:])
    if thing and per in _RECURRING and not beyond and (thing in known.places or _multiplier(amount, words) != 1):
        return Unit(per, thing, _count(amount, thing, known, words), stated)
    if thing:
        return _by_use(amount, thing, per, known, words)
    if per is None and words.hit("overage", amount.around):
        return Unit("item", "", 0)
    return Unit(per or _default(amount, words), "", _multiplier(amount, words), stated or per is not None)


def singular(noun: str) -> str:
    """A noun without its plural ending; the last two words of a longer one."""
    noun = " ".join(noun.lower().split()[-2:])
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "xes", "sses")):
        return noun[:-2]
    last = noun.split()[-1] if noun else noun
    short = last[:-1] if last.endswith("s") and not last.endswith("ss") else last
    return "person" if short in ("people", "staff") else short


def _said_period(per: str) -> tuple[Per | None, str]:
    period: Per | None = None
    things: list[str] = []
    for word in per.lower().split():
        if word in _PERIODS and period is None:
            period = _PERIODS[word]
        elif not word.isdigit() and word != "per":
            things.append(word)
    return period, singular(" ".join(things)) if things else ""


def _worded_period(amount: Amount, words: Words) -> Per | None:
    after = re.split(r"[;.|]|<M", amount.after[:60])[0]
    before = re.split(r"[;|]|<M\d+>", amount.before[-60:])[-1]
    places = (after, before, amount.column, amount.label, _row(amount), amount.header)
    for place in places:
        if words.hit("once", place) and place not in places[-2:]:
            return None if words.hit("recurring", place) else "once"
        found = next((each for each in _IN_WORDS if words.hit(each, place)), None)
        if found:
            return found
    return next((each for each in _IN_WORDS if words.hit(each, amount.segment.heading)), None)


def _row(amount: Amount) -> str:
    return amount.text.text if amount.cells > 1 else ""


def _default(amount: Amount, words: Words) -> Per:
    if words.hit("once", amount.around) or not words.hit("recurring", f"{amount.label} {amount.before[-60:]}"):
        return "once"
    return "year"


def _thing_in_words(amount: Amount, words: Words) -> str:
    """The thing of "price per user" said in a column, label or just beside the amount."""
    places = (amount.after[:40], amount.column, amount.label, amount.before[-40:])
    for place in places:
        found = re.search(r"(?:per|each|/|a) ([a-z]+(?: user)?)\b", place)
        if found and singular(found.group(1)) in words.of("seat_things") | words.of("place_things"):
            return singular(found.group(1))
    used = words.pattern("used").search(" ".join((amount.after[:30], amount.column, _row(amount))))
    if used:
        return singular(used.group(1))
    each = re.search(r"per ([a-z]+)", amount.text.text) if amount.mention.per in _PIECES else None
    return (
        singular(each.group(1))
        if each and singular(each.group(1)) in words.of("seat_things") | words.of("place_things")
        else ""
    )


def _count(amount: Amount, thing: str, known: Counts, words: Words) -> float:
    multiplier = _multiplier(amount, words)
    if multiplier != 1:
        return multiplier
    group = words.of("seat_things") if thing in words.of("seat_things") else frozenset({thing})
    for figure in amount.text.of_kind("C"):
        if figure.mention and singular(figure.mention.unit) in group and not isinstance(figure.mention.value, tuple):
            return figure.mention.low
    stated = known.seats if thing in words.of("seat_things") else known.places.get(thing)
    return stated or 1


def _multiplier(amount: Amount, words: Words) -> float:
    """How many, where a row or a sign says it: 12 x £45, £45 x 12, a quantity column."""
    number = _TIMES.search(amount.before) or _TIMES_AFTER.search(amount.after)
    if number:
        index = next(int(each) for each in number.groups() if each)
        mention = amount.text.figures[index].mention
        return mention.low if mention else 1
    if amount.cells > 2:
        return 1 if words.hit("total", amount.column) else _row_quantity(amount, words)
    return _row_quantity(amount, words) if amount.header else 1


def _row_quantity(amount: Amount, words: Words) -> float:
    """The number under a heading such as "quantity", or that makes this amount another one of the row; else 1."""
    heads = [cell.strip() for cell in amount.header.split("|")]
    columns = cells(amount.segment.text)
    for head, cell in zip(heads, columns, strict=False):
        if words.hit("quantity_column", head) and re.fullmatch(r"\d[\d,.]*", cell):
            return float(cell.replace(",", ""))
    others = [each.mention.mid for each in amount.text.of_kind("M") if each.mention and each is not amount.figure]
    numbers = [each.mention.low for letter in "NC" for each in amount.text.of_kind(letter) if each.mention]
    for number in numbers:
        if any(abs(number * amount.mention.mid - other) <= 0.005 * other for other in others):
            return number
    return 1


def _hours(amount: Amount, per: Per) -> float:
    """Hours or days stated beside a rate; 0 where none are, since an open rate is no total."""
    for figure in amount.text.of_kind("D"):
        mention = figure.mention
        if mention and mention.unit in ("hours", "days"):
            hours = mention.mid * (8 if mention.unit == "days" else 1)
            return hours if per == "hour" else hours / 8
    return 0


def _by_use(amount: Amount, thing: str, per: Per | None, known: Counts, words: Words) -> Unit:
    beyond = f"{amount.before[-_FAR:]} {thing} {amount.after[:60]}"
    if words.hit("overage", beyond):
        return Unit("item", thing, 0)
    for figure in amount.text.of_kind("C"):
        mention = figure.mention
        if mention and singular(mention.unit) in (thing, "message", "unit") and mention.per in _FACTORS:
            return Unit("month", thing, mention.mid * _FACTORS[mention.per])
    if thing in known.per_month:
        return Unit("month", thing, known.per_month[thing])
    return Unit(per or "item", thing, 1 if per else 0)
