"""Every amount of money in a proposal with what stands around it: before, after, its row, column and heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from assistant.language.quantities import Mention
from assistant.vendors.figures import Figure, Masked
from assistant.vendors.paper import SURE, Paper
from assistant.vendors.segments import Segment, cell_at, cells, is_row
from assistant.vendors.tables import Table, tables
from assistant.vendors.words import Words

PriceRole = Literal["price", "setup_fee", "overage_price", "minimum", "credit"]
_ROLES: tuple[PriceRole, ...] = ("price", "setup_fee", "overage_price", "minimum")
"""What a figure is that is a price of the offer."""
_DIGIT_OR_SIGN = re.compile(r"[\d$£€¥₹]")
_BARE = re.compile(r"\d[\d., \u00a0\u202f'’]*\W?")
"""A number in digits, which is a price where the reader says so."""
_SMALL = re.compile(r"\d{1,3}\W*")
_NUMBER_OF = re.compile(r"^ ?(?:\w+ ){0,2}(?:of|at|for|x|×|@) ?<M|^ of (?:them|these|those)")
_QUANTITY = re.compile(r"(?:qty|quantity|no|nr|pos|line)\W*\d+", re.IGNORECASE)
_TIMES = re.compile(r"(?:\bx|×|\bqty|\bno\.?) ?$")
_NEAR = 60
_BESIDE = 24
_RECURS = re.compile(
    r"(?:\b(?:per|a|each|every)|/) ?(?:calendar )?(?:month|mo|week|quarter|year|annum)\b|\bp\.?c?\.?m\b"
)
_FEE_OF = re.compile(
    r"\b(?:annual|yearly|quarterly|monthly|weekly)(?: [\w-]+){0,2} (?:fees?|prices?|charges?|rent|rental|subscription|"
    r"retainer)(?: of| is| are| shall be| will be|:)$",
    re.IGNORECASE,
)
"""Words that name a price before its money: "an annual subscription fee of"."""
_OTHER_MONEY = ("exit_fee", "liability_money", "claimed", "credit")
_PERHAPS, _SECOND = 0.3, 0.1
"""Shares from which money a month is a price of which the reader is not sure, and a plain one as the second guess."""
_NO_PLAIN_PRICE = re.compile(
    r"\b(?:above|over|past|beyond|exceed\w*|excess|extra|additional|further|more than|after the first|overage|"
    r"minimum|least|less than|below|under|floor|commit\w*|whichever)\b",
    re.IGNORECASE,
)
"""Words without which a price by the month is neither one for what lies beyond an allowance nor a least amount."""


@dataclass(frozen=True, slots=True)
class Amount:
    """Money at its place; `before` and `after` are masked text of the same sentence, `row` its other figures.

    `head` is the head of its table, `column` its cell, `place` the number of its own cell.
    """

    mention: Mention
    figure: Figure
    segment: Segment
    role: PriceRole
    text: Masked
    before: str
    after: str
    label: str
    column: str = ""
    head: tuple[str, ...] = ()
    place: int = 0
    cells: int = 1

    @property
    def start(self) -> int:
        """Offset of the amount in the whole text."""
        return self.segment.start + self.figure.start

    @property
    def end(self) -> int:
        """Offset of the amount's end in the whole text."""
        return self.segment.start + self.figure.end

    @property
    def lead(self) -> str:
        """The words before, with those that the grammar counts as part of the amount: "orders over" of "over 50"."""
        own = _DIGIT_OR_SIGN.split(self.mention.quote.lower(), maxsplit=1)[0]
        return f"{self.before}{own}"

    @property
    def around(self) -> str:
        """The nearest words before and after, the row's label, the column and the heading."""
        return " ".join((self.before[-_NEAR:], self.after[:_NEAR], self.label, self.column, self.segment.heading))


def amounts(paper: Paper, words: Words) -> tuple[Amount, ...]:
    """All amounts that are prices of this offer, in order: money, or a bare number that the reader takes for a price.

    A credit is one only where it is taken off the price itself.
    """
    known = tables(paper.segments, words)
    heard = [each for each in paper.segments if each.start in paper.heard]
    found = [each for segment in heard for each in _in_segment(paper, segment, known.get(segment.start), words)]
    return tuple(_with_money(found))


def role_of(paper: Paper, segment: Segment, figure: Figure) -> str:
    """What a figure most likely is; "other" where the reader is not sure."""
    roles = _shares(paper, segment, figure)
    role = max(roles, key=lambda each: roles[each], default="other")
    return role if roles and roles[role] >= SURE else "other"


def has_share(paper: Paper, segment: Segment) -> bool:
    """True where a price is a share of something that the paper cannot count: 3 % of sales."""
    percents = (each for each in paper.masked(segment).of_kind("P") if segment.start in paper.heard)
    share_of = re.search(r"\boff\b|discount|less\b", segment.text.lower()) is None
    return share_of and any(role_of(paper, segment, each) == "price" for each in percents)


def _with_money(found: list[Amount]) -> Iterator[Amount]:
    """Bare numbers get the currency of the other prices."""
    codes = [each.mention.unit for each in found if each.mention.kind == "money" and each.mention.unit]
    code = max(codes, key=codes.count, default="")
    for each in found:
        is_money = each.mention.kind == "money"
        yield each if is_money else replace(each, mention=replace(each.mention, kind="money", unit=code))


def _in_segment(paper: Paper, segment: Segment, table: Table | None, words: Words) -> Iterator[Amount]:
    text = paper.masked(segment)
    row = is_row(segment.text)
    label = _label(segment.text)
    head = table.head if table else ()
    for number, figure in enumerate(text.figures):
        mention = figure.mention
        if mention is None or mention.kind not in ("money", "number") or mention.high <= 0:
            continue
        before, _, after = re.sub(rf"<[MN]{number}>", "\0", text.text).partition("\0")
        role = _role(paper, segment, figure) or _by_column(paper, segment, figure, head, words)
        if role == "credit" and not words.hit("taken_off", f"{label} {before}"):
            continue
        if role == "price" and words.hit("deducted", before if not row else f"{before}\n{label}"):
            role = "credit"
        bare = mention.kind == "number"
        if bare and _SMALL.fullmatch(mention.quote) and text.of_kind("M"):
            continue  # who writes £45 in a sentence or row does not mean 110 pounds by 110
        if role is None or (bare and (role == "minimum" or not _is_bare_price(mention, before, after))):
            continue
        place = cell_at(segment.text, figure.start) if row else 0
        column = head[place] if row and place < len(head) else ""
        yield Amount(
            mention, figure, segment, role, text, before, after, label, column, head, place, len(cells(segment.text))
        )


def _is_bare_price(mention: Mention, before: str, after: str) -> bool:
    """True for a number in digits that does not say how many there are of what stands beside it."""
    counts = _NUMBER_OF.match(after) or _TIMES.search(before)
    return bool(_BARE.match(mention.quote)) and not counts


def _role(paper: Paper, segment: Segment, figure: Figure) -> PriceRole | None:
    """Which price of the offer a figure is; None for one that is more likely none."""
    roles = _shares(paper, segment, figure)
    shares = [roles.get(name, 0.0) for name in _ROLES]
    after = segment.text[figure.end : figure.end + _BESIDE]
    recurs = figure.mention is not None and bool(_RECURS.search(f"{figure.mention.quote} {after}"))
    is_claim = paper.is_a(segment, "roi_claim", "ai_claim", sure=_PERHAPS)
    if sum(shares) >= (_PERHAPS if recurs and _is_other(roles) and not is_claim else SURE):
        likely = _ROLES[shares.index(max(shares))]
        plain = recurs and roles.get("price", 0.0) >= _SECOND and not _NO_PLAIN_PRICE.search(segment.text)
        return "price" if plain and likely in ("overage_price", "minimum") else likely
    if roles.get("credit", 0.0) >= SURE:
        return "credit"
    return "price" if _is_named(segment, figure) and not is_claim and _likeliest(roles) not in _OTHER_MONEY else None


def _is_named(segment: Segment, figure: Figure) -> bool:
    """True for money that the words before it call a fee by the month or year."""
    is_money = figure.mention is not None and figure.mention.kind == "money"
    return is_money and _FEE_OF.search(" ".join(segment.text[: figure.start].split())) is not None


def _by_column(paper: Paper, segment: Segment, figure: Figure, head: tuple[str, ...], words: Words) -> PriceRole | None:
    """A price, where money of which the reader makes nothing stands in a column of prices beside one of quantities."""
    place = cell_at(segment.text, figure.start) if is_row(segment.text) else 0
    if figure.mention is None or figure.mention.kind != "money" or not 0 < place < len(head):
        return None
    shares = _shares(paper, segment, figure)
    counted = any(words.hit("quantity_column", each) for each in head)
    return "price" if counted and _is_other(shares) and words.hit("money_column", head[place]) else None


def _is_other(roles: dict[str, float]) -> bool:
    return _likeliest(roles) == "other"


def _likeliest(roles: dict[str, float]) -> str:
    return max(roles, key=lambda each: roles[each], default="")


def _shares(paper: Paper, segment: Segment, figure: Figure) -> dict[str, float]:
    heard = paper.heard.get(segment.start)
    if heard is None:
        return {}
    pairs = zip(paper.figures(segment), heard.roles, strict=True)
    return next((one for each, one in pairs if each is figure), {})


def _label(text: str) -> str:
    """The words of a row or line before its first figure or cell border, lower case."""
    inside = [cell.strip(" *_-") for cell in cells(text) if cell.strip(" *_-:")]
    if len(inside) > 1:
        return next(
            (cell for cell in inside if any(map(str.isalpha, cell)) and not _QUANTITY.fullmatch(cell)), ""
        ).lower()
    head = re.split(r"[:–—=]|\s-\s", text, maxsplit=1)[0]
    return head.strip(" *_-#•").lower() if len(head) < 80 and len(head) < len(text) else text.lower()[:80]
