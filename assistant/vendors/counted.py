"""How many of a thing a paper counts: in the row of a price, in its sentence, or anywhere in the paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.vendors.billing import Billing, singular
from assistant.vendors.figures import Figure
from assistant.vendors.money import Amount, role_of
from assistant.vendors.paper import Paper
from assistant.vendors.segments import Segment, cell_spans, is_row
from assistant.vendors.words import Words

_LONGEST = 1_500
_TIMES = re.compile(r"<[NC](\d+)> ?(?:x|×|\*|@)\s?$|<[NC](\d+)> ?(?:\w+ ){0,3}(?:x|×|@) ?$")
_TIMES_AFTER = re.compile(r"^[^<|;]{0,14}(?:x|×|\*|times) ?<[NC](\d+)>")
_OF_THEM = re.compile(r"^[^.;<]{0,20}<[NC](\d+)> of (?:them|these|those)")
_LISTED = re.compile(r"(?:^|number of |no\. of |total |\| ?)([a-z]+)\W{1,4}<N(\d+)>")
_LABELLED = re.compile(r"(?:^|\| ?)([a-z][a-z ]{2,40}?) ?[:|=] ?<N(\d+)>")
_WHICHEVER = re.compile(r"^[^.;<]{0,30}\bwhichever is (?:the )?(?:more|greater|higher|larger)\b")
_MONTHS: dict[str, float] = {"day": 1 / 21, "week": 12 / 52, "month": 1.0, "quarter": 3.0, "year": 12.0}
_PART = 0.005
_YOU_HAVE = re.compile(
    r"\b(?:you(?:'ve)? (?:\w+ )?(?:need|have|want|wanted|said|ordered|take)|makes|at present|currently) $"
)
_UP_TO = re.compile(r"\bup to $")
_CLOCK = re.compile(r"\b(?:after|before|from|at|until|till|by|past) $")
"""Words before an hour of the day."""
_SO = re.compile(r"\b(?:makes?|making|so|being|that is|that's|i\.e|equals?|fixed at|in all|total\w*|comes to)\b|=")
_PAYMENTS = re.compile(r"^ ?(?:x|×|times) ?<N\d+>")
_COUNT_ALONE = re.compile(r"(?:qty |x ?|× ?)?\d[\d,.]*(?: [a-z-]+){0,2}")
_A_YEAR = {"month": 12.0, "quarter": 4.0, "week": 52.0}


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things; `thing` is the noun, "" for a bare number, `per` the period in which so many are used."""

    number: float
    thing: str
    role: str
    segment: Segment
    place: int
    per: str = ""


@dataclass(frozen=True)
class Counts:
    """Every number of things of a paper, and which nouns are people who use a thing."""

    all: tuple[Count, ...]
    people: frozenset[str]

    @property
    def seats(self) -> float | None:
        """The number of people that the paper names most."""
        found = Counter(each.number for each in self.all if each.thing in self.people and each.role != "included")
        return found.most_common(1)[0][0] if found else None

    def of(self, thing: str, label: str = "") -> float | None:
        """How many of a thing there are, anywhere: what is ordered before what is only named, at the least amount."""
        names = {thing} if thing else {singular(word) for word in re.findall(r"[a-z]{3,}", label)}
        fitting = [each for each in self.all if each.thing in names and not each.per]
        ordered = [each.number for each in fitting if each.role == "seats"]
        least = [each.number for each in fitting if each.role == "minimum"]
        named = [
            each.number for each in fitting if each.number != 1 and each.role not in ("included", "minimum", "seats")
        ]  # "one child" counts nobody
        if ordered or least:
            return max([*ordered[:1], *least[:1]])
        if named:
            return Counter(named).most_common(1)[0][0]
        return self.seats if thing in self.people else None


def counts(paper: Paper, words: Words) -> Counts:
    """All numbers of things that a paper names, but for ranges and what lies beyond an allowance."""
    found = [
        each
        for segment in paper.segments
        if segment.start in paper.heard and len(segment.text) < _LONGEST
        for each in _in_segment(paper, segment, words)
    ]
    return Counts(tuple(found), words.of("seat_things"))


def _in_segment(paper: Paper, segment: Segment, words: Words) -> Iterator[Count]:
    text = paper.masked(segment)
    row = _noun_of_row(segment)
    labels = [*_LABELLED.finditer(text.text), *_LISTED.finditer(text.text)]
    listed = {int(each.group(2)): _noun_of_label(text.text[: each.end(1)], words) for each in labels}
    for number, figure in enumerate(text.figures):
        mention = figure.mention
        if mention is None or isinstance(mention.value, tuple) or mention.kind not in ("count", "number"):
            continue
        role = role_of(paper, segment, figure)
        before = text.original.lower()[max(0, figure.start - 25) : figure.start]
        if role != "seats" and words.hit("overage", before):
            continue
        thing = (
            singular(mention.unit)
            if mention.kind == "count"
            else listed.get(number, row if role in ("seats", "minimum") else "")
        )
        per = mention.per if mention.per in _MONTHS and role != "seats" else ""
        if role == "other" and not thing and _YOU_HAVE.search(before):
            role, per = "seats", ""
        if role == "other" and not thing and _CLOCK.search(before):
            continue
        if _UP_TO.search(before):
            role = "included"
        if role == "other" and _WHICHEVER.search(text.original.lower()[figure.end :]):
            role = "minimum"
        if mention.low.is_integer() and (thing or role in ("seats", "minimum") or per):
            yield Count(mention.low, thing, role, segment, figure.start, per)


def _noun_of_label(label: str, words: Words) -> str:
    """What a label counts: "users" in "users in this order: 30", else its last word."""
    nouns = [singular(each) for each in re.findall(r"[a-z]{3,}", label)]
    people = words.of("seat_things") | words.of("place_things")
    return next((each for each in reversed(nouns) if each in people), nouns[-1] if nouns else "")


def _noun_of_row(segment: Segment) -> str:
    """The noun that the first cell of a row ends with: minimum users | 25."""
    if not is_row(segment.text):
        return ""
    named = (re.findall(r"[a-z]{3,}", segment.text[start:end].lower()) for start, end in cell_spans(segment.text))
    return next((singular(words[-1]) for words in named if words), "")


def quantity(amount: Amount, by: Billing, known: Counts, words: Words) -> float | None:
    """How many of its thing a price is for; None where the paper does not say."""
    said = None if _PAYMENTS.match(amount.after) and by.per and not by.thing else _multiplied(amount)
    if said is None:
        said = _in_row(amount, by, words)
    if said is not None or not (by.thing or by.each):
        return said
    here = [each for each in known.all if each.segment.start == amount.segment.start and (by.per or not each.per)]
    here = [each for each in here if each.role != "included" and each.place != amount.figure.start]
    label = f"{amount.label} {amount.before[-60:]}"
    fitting = [each for each in here if _fits(each, by, known)]
    if fitting:
        return min(fitting, key=lambda each: (each.role != "seats", abs(each.place - amount.figure.start))).number
    many = known.of(by.thing, label if by.each else "")
    return _in_paragraph(amount, by, known, words) if many is None else many


def _in_paragraph(amount: Amount, by: Billing, known: Counts, words: Words) -> float | None:
    """The one number that the paragraph of a recurring price orders or sets as the least, whatever its noun."""
    if amount.role != "price" or by.per not in _A_YEAR or not by.thing or amount.cells > 1:
        return None
    here = [each for each in known.all if each.segment.block == amount.segment.block and not each.per]
    fitting = {
        each.number for each in here if each.role in ("seats", "minimum") and each.thing not in words.of("used_up")
    }
    return fitting.pop() if len(fitting) == 1 else None


def used(amount: Amount, thing: str, known: Counts) -> tuple[float, str] | None:
    """How many of a thing are used in which period, where the sentence or the paper says so."""
    rates = [each for each in known.all if each.per and each.role not in ("included", "overage_price")]
    here = [each for each in rates if each.segment.start == amount.segment.start]
    fitting = [each for each in here if each.thing in (thing, "", "unit")] or [
        each for each in rates if each.thing == thing and each.thing
    ]
    return (fitting[0].number, fitting[0].per) if fitting else None


def _fits(count: Count, by: Billing, known: Counts) -> bool:
    if count.role == "minimum" and count.thing != by.thing:
        return False
    people = by.thing in known.people and count.thing in known.people
    bare = count.role == "seats" and not count.thing
    whole = by.each and not by.thing
    return bare or people or count.thing == by.thing or (whole and bool(count.thing)) or count.role == "seats"


def _multiplied(amount: Amount) -> float | None:
    """The number of 12 x £45, £45 x 12, and "days at 640, eleven of them"."""
    found = _TIMES.search(amount.before) or _TIMES_AFTER.search(amount.after) or _OF_THEM.search(amount.after)
    if found is None:
        return None
    mention = amount.text.figures[next(int(each) for each in found.groups() if each)].mention
    return mention.low if mention else None


def _in_row(amount: Amount, by: Billing, words: Words) -> float | None:
    """The number that makes this amount another one of the row, or that stands in a column of quantities."""
    others = [each.mention.mid for each in _other_sums(amount) if each.mention]
    numbers: list[float] = [each.mention.low for letter in "NC" for each in amount.text.of_kind(letter) if each.mention]
    lengths = [each.mention for each in amount.text.of_kind("D") if each.mention]
    numbers += [each.low for each in lengths if each.unit in ("hours", "days")]
    factor = _A_YEAR.get(by.per or "", 1.0)
    for number in (each for each in numbers if each > 1):
        whole = number * amount.mention.mid
        if any(abs(one - other) <= _PART * other for one in (whole, whole * factor) for other in others):
            return number
    if amount.cells < 2 and not amount.head:
        return None
    if words.hit("whole_column", amount.column):
        return None
    for place, head in enumerate(amount.head if amount.cells > 1 else ()):
        if words.hit("quantity_column", head) and (said := _number_in(amount, place, words)) is not None:
            return said
    own = list(_cells_of_counts(amount)) if by.each or by.thing else []
    return own[0] if len(own) == 1 else None


def _other_sums(amount: Amount) -> list[Figure]:
    """The other money of a row; of a sentence what a link says to be the sum: nine vans at 58, so 522."""
    money = [each for each in amount.text.of_kind("M") if each is not amount.figure]
    if amount.cells > 1:
        return money
    first = amount.figure.end
    return [each for each in money if _SO.search(amount.segment.text.lower()[first : max(first, each.start)])]


def _cells_of_counts(amount: Amount) -> Iterator[float]:
    """The numbers that have a cell of the row for themselves: 8, 11 seats, qty 3."""
    lower = amount.segment.text.lower()
    for start, end in cell_spans(lower)[1:]:
        cell = _COUNT_ALONE.fullmatch(lower[start:end].strip())
        for figure in amount.text.figures if cell else ():
            mention = figure.mention
            counts_things = mention is not None and mention.kind in ("count", "number") and figure is not amount.figure
            if mention and counts_things and start <= figure.start < end:
                yield mention.low


def _number_in(amount: Amount, place: int, words: Words) -> float | None:
    """The count in a cell; what is used up, such as 3,000 minutes, is an allowance and no count."""
    spans = cell_spans(amount.segment.text)
    if place >= len(spans):
        return None
    start, end = spans[place]
    inside = [each.mention for each in amount.text.figures if start <= each.start < end and each.mention]
    counted = [each for each in inside if each.kind in ("count", "number")]
    return counted[0].low if counted and singular(counted[0].unit) not in words.of("used_up") else None
