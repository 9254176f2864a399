"""For one amount of money: the period it is charged for, and the thing it is charged by."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.domain.proposal import Per
from assistant.vendors.money import Amount
from assistant.vendors.words import Words

_PERIODS: dict[str, Per] = {
    "month": "month", "quarter": "quarter", "year": "year", "week": "week", "day": "day", "hour": "hour",
    "season": "year", "maand": "month", "monat": "month", "mois": "month", "mese": "month", "mes": "month",
    "jahr": "year", "jaar": "year", "an": "year", "anno": "year",
}  # fmt: skip
_IN_WORDS: tuple[Per, ...] = ("week", "month", "quarter", "year")
_OF_TIME: tuple[Per, ...] = ("hour", "day")
_EACH = frozenset({"item", "unit", "piece", "each", "one"})
_THING = re.compile(
    r"^\W{0,3}(?:\([^)]*\) ?)?(?:each )?(?:(?:per|for each|for every|every) |/ ?)(?:[a-z]+ed |active )?"
    r"(?P<thing>[a-z]{3,})\b|^ an? (?P<one>[a-z]{3,}(?= (?:per|a|each|every)\b)|minute|second|word|mile|km|time|go)\b"
    r"|^ in the (?P<of>pound|dollar|euro)\b"
)
_PER_THING = re.compile(r"\b(?:per|for each|for every) (?:[a-z]+ed |active )?(?P<thing>[a-z]+)\b")
_EACH_ONE = re.compile(
    r"\b(?:each|every) (?:\w+ )?(?P<thing>[a-z]{3,}) (?:who|that|which|is|[a-z]+s)\b|"
    r"^\W*(?:each|every) (?P<label>[a-z]{3,})\W*$"
)
_NO_THINGS = frozenset(
    {"annum", "cent", "calendar", "hour", "the", "time", "one", "and", "you", "rate", "mo", "yr", "after", "before",
     "with", "from", "for", "until", "paid", "payable", "billed", "in", "at", "of", "on"}
)  # fmt: skip
_SEVERAL = re.compile(r"(?P<n>\d+) (?P<unit>week|month|year)s")
_THE = re.compile(r"^\W{0,2}(?:for )?the (?:season |school |calendar )?(?P<unit>hour|day|week|month|quarter|year)\b")
_PAID = re.compile(r"\b(?:billed|invoiced|paid|payable|collected|debited|settled|due|rendered)\b[^|;.]*")
_NOUN = re.compile(r"^ ([a-z]{3,})\b")
_CHANGED = re.compile(r"\bfrom <M\d+> to\b")
_A_TIME = re.compile(r"(?:an?|the|per|each|every|by)\b")
_A_WHILE = re.compile(r"\bfor (?:an?|the) ")
_DAYS_AT = re.compile(r"\b(?P<unit>hour|day)s? (?:at|@|x|×|of|for)\W*$|<D(?P<number>\d+)>(?: \w+)? ?(?:at|@|x|×) ?$")

_CLOSE, _FAR = 16, 80


@dataclass(frozen=True, slots=True)
class Billing:
    """The period, None where none is said; the thing, "" where none is; `each` where it is the price of one.

    `share` is how often it falls due in the period: half the weeks for a fortnight.
    """

    per: Per | None
    thing: str = ""
    each: bool = False
    share: float = 1.0


def billing(amount: Amount, words: Words) -> Billing:
    """By what an amount is charged, as its words, its row, its column and its heading say."""
    is_while = amount.mention.per in _OF_TIME and _A_WHILE.search(amount.mention.quote.lower())
    per, thing = _said("" if is_while else amount.mention.per)
    if thing.endswith("ed") and (noun := _NOUN.match(amount.after)):
        thing = singular(noun.group(1))
    thing = thing or _thing_after(amount)
    each = thing in _EACH or words.hit("apiece", _close_by(amount)) or words.hit("each_column", amount.column)
    thing = "" if thing in _EACH else thing
    thing = thing or _thing_around(amount)
    several = _SEVERAL.match(amount.mention.per)
    if several:
        return Billing(_PERIODS[several.group("unit")], thing, each, 1 / float(several.group("n")))
    return Billing(per or _period(amount, words), thing, each)


def singular(noun: str) -> str:
    """A noun without its plural ending; the last two words of a longer one."""
    noun = " ".join(noun.lower().split()[-2:])
    last = noun.split()[-1] if noun else noun
    if last in _IRREGULAR:
        return _IRREGULAR[last]
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "xes", "sses")):
        return noun[:-2]
    return last[:-1] if last.endswith("s") and not last.endswith("ss") else last


_IRREGULAR = {"people": "person", "staff": "person", "persons": "person", "children": "child", "men": "man",
              "women": "woman", "heads": "head"}  # fmt: skip


def _said(per: str) -> tuple[Per | None, str]:
    """The period and the thing of "user per month"."""
    period: Per | None = None
    things: list[str] = []
    for word in per.lower().split():
        if word in _PERIODS and period is None:
            period = _PERIODS[word]
        elif not word.isdigit() and word != "per":
            things.append(word)
    return period, singular(" ".join(things)) if things else ""


def _thing_after(amount: Amount) -> str:
    found = _THING.match(_after(amount))
    thing = singular(next(each for each in found.groups() if each)) if found else ""
    return "" if thing in _NO_THINGS or thing in _PERIODS else thing


def _thing_around(amount: Amount) -> str:
    """The thing of "price per user" in a column, a label, or another cell of the row."""
    named = amount.label if amount.cells > 1 else _before(amount)
    for place in (_after(amount), amount.column, named, _row(amount)):
        for found in _PER_THING.finditer(place):
            thing = singular(found.group("thing"))
            if thing not in _NO_THINGS and thing not in _PERIODS and thing not in _EACH:
                return thing
    named_each = [singular(each.group("thing") or each.group("label")) for each in _EACH_ONE.finditer(_before(amount))]
    return next((each for each in reversed(named_each) if each not in _PERIODS), "")


def _after(amount: Amount) -> str:
    """What follows the amount in its cell, up to the end of the clause, or of the phrase where another amount comes."""
    after = _spoken(amount, amount.after.removeprefix(",-"))
    clause, *rest = re.split(r"[;|]|\. |(?=<M)", after)
    clause = clause.partition(",")[0] if rest and rest[0].startswith("<M") else clause
    return clause[:_FAR].rpartition(" ")[0] if len(clause) > _FAR else clause


def _spoken(amount: Amount, piece: str) -> str:
    """The piece with lengths of time that are no number said in words again: 52,00 the hour."""
    for number in re.findall(r"<D(\d+)>", piece):
        mention = amount.text.figures[int(number)].mention
        if mention and _A_TIME.match(mention.quote.lower()):
            piece = piece.replace(f"<D{number}>", mention.quote.lower())
    return piece


def _before(amount: Amount) -> str:
    """What stands before the amount in its clause and cell, behind the amount before it."""
    return re.split(r"[;|]|\. |<M\d+>", _CHANGED.sub(" to ", amount.before)[-90:])[-1]


def _close_by(amount: Amount) -> str:
    return f"{amount.mention.quote.lower()} {_after(amount)}"


def _row(amount: Amount) -> str:
    return _spoken(amount, amount.text.text) if amount.cells > 1 else ""


def _period(amount: Amount, words: Words) -> Per | None:
    """The nearest period that is said: behind the amount, before it, in its row, its column, its heading."""
    if (unit := _unit_of_time(amount)) is not None:
        return unit
    after, before = _after(amount), _before(amount)
    if amount.role == "setup_fee":
        return (
            _last(after[:_CLOSE], words) or _of_time(after[:_CLOSE], words) or _of_time(_row(amount), words) or "once"
        )
    if (found := _THE.match(after)) is not None:
        return _PERIODS[found.group("unit")]
    for place in (after, before, amount.label if amount.cells > 1 else ""):
        if words.hit("once", place):
            return "once"
        if (period := _last(place, words)) is not None:
            return period
    if (time := _of_time(after, words) or _of_time(before, words)) is not None:
        return time
    if amount.role == "credit":
        return "once"
    if words.hit("once", _row(amount)):
        return "once"
    head = " ".join(amount.head[:1])
    places = (amount.column, _row(amount), " ".join(amount.head), head, amount.segment.heading)
    named = next((each for place in places if (each := _last(place, words)) is not None), None)
    return named or _of_time(_row(amount), words)


def _unit_of_time(amount: Amount) -> Per | None:
    """Hour or day of "twelve hours at 85" and "days at 640"."""
    found = _DAYS_AT.search(amount.before)
    if found is None:
        return None
    if found.group("unit"):
        return "hour" if found.group("unit") == "hour" else "day"
    mention = amount.text.figures[int(found.group("number"))].mention
    units: dict[str, Per] = {"hours": "hour", "days": "day"}
    return units.get(mention.unit) if mention else None


def _of_time(place: str, words: Words) -> Per | None:
    return next((each for each in _OF_TIME if words.hit(each, place)), None)


def _last(place: str, words: Words) -> Per | None:
    """The last period that a piece of text names; how often one pays counts only where nothing else is said."""
    for piece in (_PAID.sub(" ", place), place):
        if (found := _last_in(piece, words)) is not None:
            return found
    return None


def _last_in(place: str, words: Words) -> Per | None:
    ends = {each: max((one.end() for one in words.pattern(each).finditer(place)), default=0) for each in _IN_WORDS}
    best = max(ends, key=lambda each: ends[each])
    return best if ends[best] else None
