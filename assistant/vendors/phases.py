"""The months for which a price holds: "for the first 6 months, then", "year 2", "month 3 on", "two months free"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.domain.proposal import Per
from assistant.vendors.drafts import Draft
from assistant.vendors.figures import Figure
from assistant.vendors.words import Words

_NUMBERS = {word: number for number, words in enumerate(
    (("one", "first", "1st"), ("two", "second", "2nd"), ("three", "third", "3rd"), ("four", "fourth"),
     ("five", "fifth"), ("six", "sixth"), ("seven", "seventh"), ("eight", "eighth"), ("nine", "ninth"),
     ("ten", "tenth"), ("eleven", "eleventh"), ("twelve", "twelfth")), start=1) for word in words}  # fmt: skip
_N = rf"(?:\d{{1,3}}(?:st|nd|rd|th)?|{'|'.join(_NUMBERS)})"
_UNIT = r"(?:calendar |full |contract )?(?P<unit>half-year|month|quarter|year|season)"
_DAYS = re.compile(r"\b(?:first|initial|opening|introductory) (?P<n>\d{2,3}) days\b")
_MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12, "season": 12}
_HEAD = re.compile(
    rf"(?<!inside the )(?<!within the )\b(?:first|initial|opening|introductory) (?:(?P<a>{_N}) )?{_UNIT}s?\b"
)
_FOR = re.compile(rf"\bfree for (?P<a>{_N}) {_UNIT}s?\b|\bfor (?P<b>{_N}) (?P<units>month|year)s? free\b")
_RANGE = re.compile(rf"\b{_UNIT}s? (?P<a>{_N}) ?(?:-|–|to|and|through|until|&) ?(?P<b>{_N})\b")
_FROM = re.compile(
    rf"\b(?:from|as of|beginning(?: with| in)?|starting(?: with| in)?|since) (?:the )?(?:start of )?"
    rf"(?:{_UNIT} (?P<a>{_N})\b|(?P<b>{_N})(?: (?P<units>month|quarter|year|season)\b|(?= *(?:$|[.,;:|)]| on))))"
    rf"|\b(?P<d>{_N}) (?P<last>month|quarter|year|season) on(?:wards?)?\b"
    rf"|\b(?P<named>month|quarter|year|season) (?P<c>{_N}) (?:on(?:wards?)?\b|is where)"
)
_ONE = re.compile(rf"\b(?P<unit>year|yr|y)[ -]?(?P<a>{_N})\b|\b(?P<b>{'|'.join(_NUMBERS)})[ -](?P<units>year)\b")
_PAYMENTS = re.compile(
    rf"\b(?P<n>{_N}) (?:equal )?(?P<how>monthly|quarterly|weekly|yearly|annual)? ?"
    rf"(?:payments|instal?lments|rentals|parts) of $"
    rf"|(?P<token><[NDC]\d+>)(?P<rest>(?: \w+){{0,3}}) of $"
)
_TIMES = re.compile(r"^ ?(?:x|×|times) ?<N(\d+)>")
_PART = re.compile(r"\b(?:payments|instal?lments|rentals|parts)\b")
_HOW: dict[str, Per] = {
    "monthly": "month",
    "quarterly": "quarter",
    "weekly": "week",
    "yearly": "year",
    "annual": "year",
}
_LENGTH: dict[Per, float] = {"month": 1, "quarter": 3, "year": 12, "week": 12 / 52}
_DIGITS = re.compile(r"^.*\d")
_CLOSE = 30
_CUT = re.compile(r"[;,]|\band\b|\bthen\b|\bafter which\b")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Months of the contract, both ends counted; `last` is None for what goes on."""

    first: int
    last: int | None


def phased(drafts: list[Draft], words: Words) -> list[Draft]:
    """Prices that hold for part of the time get their months; a price without a period takes that of its sentence."""
    found: list[Draft] = []
    for draft in drafts:
        earlier = found[-1] if found else None
        same_sentence = earlier is not None and earlier.amount.segment.start == draft.amount.segment.start
        made = _in_parts(draft)
        if same_sentence and earlier and earlier.recurring and not made.said and made.amount.role == "price":
            made = replace(made.with_line(per=earlier.line.per), said=True)
        places = [each.amount.figure for each in drafts if each.amount.segment.start == draft.amount.segment.start]
        made = _phased(made, earlier, places, words)
        if same_sentence and earlier and made.line.low == earlier.line.amount:
            found.pop()
        elif same_sentence and earlier and _replaces(made, earlier):
            found[-1] = earlier.with_line(to_month=made.line.from_month - 1)
        found.append(made)
    return found


def _replaces(later: Draft, earlier: Draft) -> bool:
    """True for a price that begins later, in the sentence of one for the same thing that names no end."""
    alike = later.line.per == earlier.line.per and later.line.quantity_unit == earlier.line.quantity_unit
    return alike and later.line.from_month > earlier.line.from_month and earlier.line.to_month is None


def _in_parts(draft: Draft) -> Draft:
    """A price that is named by its payments: 36 monthly payments of 89, three instalments of 900."""
    part = _PAYMENTS.search(draft.amount.before[-60:])
    if part is None:
        return _in_times(draft)
    figure = draft.amount.text.figure(part.group("token")) if part.group("token") else None
    mention = figure.mention if figure else None
    if mention is not None and not _PART.search(f"{mention.quote} {part.group('rest')}".lower()):
        return draft
    number = mention.low if mention else _number(part.group("n"))
    spoken = " ".join((mention.quote.lower(), part.group("rest"))) if mention else part.group("how") or ""
    per = next((_HOW[word] for word in spoken.split() if word in _HOW), None)
    if per is None and draft.recurring and draft.amount.role != "setup_fee":
        per = draft.line.per
    if per is None:
        return draft.with_line(per="once", quantity=number, quantity_unit="instalment")
    return draft.with_line(per=per, quantity=1, to_month=round(number * _LENGTH[per]))


def _in_times(draft: Draft) -> Draft:
    """A price of so many payments: 79 a month x 48."""
    times = _TIMES.match(draft.amount.after)
    mention = draft.amount.text.figures[int(times.group(1))].mention if times else None
    if mention is None or not draft.recurring or draft.line.quantity_unit:
        return draft
    return draft.with_line(to_month=round(mention.low * _LENGTH[draft.line.per]))


def _phased(draft: Draft, earlier: Draft | None, places: list[Figure], words: Words) -> Draft:
    if draft.amount.role in ("overage_price", "minimum", "credit") or draft.line.to_month:
        return draft
    before, after = _zones(draft, places)
    stretch = _stretch(draft, before, after, words)
    if words.hit("later", after[:_CLOSE]) and next(_starts(before, draft), None) is None:
        stretch = _afterwards(draft, earlier) or stretch
    if stretch is None and (words.hit("later", before) or words.hit("later", after[:40])):
        stretch = _afterwards(draft, earlier)
        if stretch is None and earlier and _is_unknown_teaser(draft, earlier):
            return draft.with_line(low=earlier.line.amount, high=draft.line.amount)
    if stretch is None or (draft.line.per not in _LENGTH and draft.said):
        return draft
    if draft.line.per not in _LENGTH or not draft.said:
        if draft.amount.role == "setup_fee":
            return draft
        draft = draft.with_line(per=_period_of(f"{before} {after}"))
    return draft.with_line(from_month=stretch.first, to_month=stretch.last)


def _is_unknown_teaser(draft: Draft, earlier: Draft) -> bool:
    """True for a price that follows another one of its sentence after a time that is not said in months."""
    same = draft.amount.segment.start == earlier.amount.segment.start
    open_end = earlier.line.to_month is None and (earlier.recurring or not earlier.said)
    return same and open_end and draft.recurring and draft.amount.role == earlier.amount.role == "price"


def _stretch(draft: Draft, before: str, after: str, words: Words) -> Stretch | None:
    """The months that the words on either side of a price say."""
    for zone in (before, after):
        start = next((each for each in _starts(zone, draft)), None)
        heads = list(_heads(zone))
        if heads and words.hit("free", zone):
            return Stretch(max((heads[0].last or 0) + 1, start or 1), None)
        if start is not None:
            return Stretch(start, None)
        if heads:
            return heads[-1] if zone == before else heads[0]
    places = (before[-_CLOSE:], draft.amount.column, after[:_CLOSE])
    return next((each for place in places for each in _ones(place)), None)


def _heads(zone: str) -> Iterator[Stretch]:
    for found in _HEAD.finditer(zone):
        yield Stretch(1, _number(found.group("a") or "1") * _MONTHS[found.group("unit")])
    for found in _DAYS.finditer(zone):
        yield Stretch(1, max(1, round(int(found.group("n")) / 30)))
    for found in _FOR.finditer(zone):
        unit = found.group("unit") or found.group("units")
        yield Stretch(1, _number(found.group("a") or found.group("b")) * _MONTHS[unit])
    for found in _RANGE.finditer(zone):
        length = _MONTHS[found.group("unit")]
        first, last = _number(found.group("a")), _number(found.group("b"))
        if first < last:
            yield Stretch((first - 1) * length + 1, last * length)


def _starts(zone: str, draft: Draft) -> Iterator[int]:
    for found in _FROM.finditer(zone):
        parts = found.groupdict()
        unit = next((parts[each] for each in ("unit", "units", "named", "last") if parts[each]), _unit_in(draft))
        said = next(parts[each] for each in "abcd" if parts[each])
        if unit:
            yield (_number(said) - 1) * _MONTHS[unit] + 1


def _ones(zone: str) -> Iterator[Stretch]:
    """One year of several: "year 2", "second year"."""
    for found in reversed(list(_ONE.finditer(zone))):
        number = _number(found.group("a") or found.group("b"))
        yield Stretch(12 * number - 11, 12 * number)


def _unit_in(draft: Draft) -> str | None:
    """The unit that "from the fourth" leaves out: the one that its sentence names last before it."""
    named = re.findall(r"\b(month|quarter|year|season)s?\b", draft.amount.segment.text.lower())
    return named[0] if named else None


def _afterwards(draft: Draft, earlier: Draft | None) -> Stretch | None:
    """What comes after the months of the price before, or after those that the same sentence names."""
    if earlier is not None and earlier.line.to_month and earlier.line.from_month == 1:
        near = draft.amount.segment.block - earlier.amount.segment.block
        return Stretch(earlier.line.to_month + 1, None) if near <= 1 else None
    text = draft.amount.segment.text.lower()[: draft.amount.figure.start]
    heads = [each for each in _heads(text) if each.first == 1 and each.last]
    return Stretch((heads[-1].last or 0) + 1, None) if heads else None


def _zones(draft: Draft, places: list[Figure]) -> tuple[str, str]:
    """The words of a price on either side: up to the next price, cut where one clause ends and the other begins."""
    amount = draft.amount
    text = amount.segment.text.lower()
    money = [each for each in (*amount.text.of_kind("M"), *places) if each is not amount.figure]
    money.sort(key=lambda each: each.start)
    ends = [each.end for each in money if each.end <= amount.figure.start]
    starts = [each.start for each in money if each.start >= amount.figure.end]
    before = text[ends[-1] : amount.figure.start] if ends else text[: amount.figure.start]
    after = text[amount.figure.end : starts[0]] if starts else text[amount.figure.end :]
    if ends and (cuts := [each.end() for each in _CUT.finditer(before)]):
        before = before[cuts[0] :]
    if starts and (cuts := [each.start() for each in _CUT.finditer(after)]):
        after = after[: cuts[0]]
    before, after = before.rpartition(";")[2], after.partition(";")[0]
    if amount.cells > 1:
        before, after = f"{amount.label} {before.rpartition('|')[2]}", after.partition("|")[0]
    return before, f"{_DIGITS.sub('', amount.mention.quote.lower())}{after}"


def _period_of(zone: str) -> Per:
    return "year" if re.search(r"\byears?\b|\bseasons?\b", zone) else "month"


def _number(said: str) -> int:
    digits = re.match(r"\d+", said)
    return int(digits.group()) if digits else _NUMBERS[said]
