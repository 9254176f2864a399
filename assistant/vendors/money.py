"""Every amount of money in a proposal with what stands around it: before, after, its row, column and heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.language.quantities import Mention
from assistant.vendors.figures import Figure, Masked
from assistant.vendors.paper import Paper
from assistant.vendors.segments import Segment, cell_at, cells, is_row
from assistant.vendors.words import Words

_MONEY_SIGN = re.compile(
    r"[$£€¥₹]|\b(?:usd|eur|gbp|chf|cad|aud|nzd|sek|nok|dkk|pln|inr|zar|euros?|dollars?|pounds?|pence|cents?)\b",
    re.IGNORECASE,
)
_NOT_PRICES = ("cap_on_liability", "insurance", "roi_claim", "ai_claim", "liquidated_damages", "revenue_profit_sharing")
_PRICES = ("implementation_fee", "usage_overage", "payment_terms")
_DIGIT_OR_SIGN = re.compile(r"[\d$£€¥₹]")
_NEAR = 60
_HEAD_WORDS = 14


@dataclass(frozen=True, slots=True)
class Amount:
    """Money at its place; `before` and `after` are masked text of the same sentence, `row` its other figures."""

    mention: Mention
    figure: Figure
    segment: Segment
    text: Masked
    before: str
    after: str
    label: str
    column: str = ""
    header: str = ""
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
    """All amounts that may be prices of this offer, in order; caps, claims, thresholds and penalties are left out."""
    found: list[Amount] = []
    header: tuple[str, ...] = ()
    for segment in paper.segments:
        has_money = bool(_MONEY_SIGN.search(segment.text))
        if not has_money:
            header = _header(segment, header, words)
        elif header and not is_row(segment.text) and len(header) > 1:
            header = ()
        if not has_money and not (header and any(char.isdigit() for char in segment.text)):
            continue
        if paper.is_a(segment, *_NOT_PRICES) and not paper.is_a(segment, *_PRICES):
            continue
        found += [each for each in _in_segment(paper, segment, header) if _may_be_price(each, words)]
    return tuple(found)


def _header(segment: Segment, before: tuple[str, ...], words: Words) -> tuple[str, ...]:
    """The head of the table that a line without money begins; a head whose columns were lost is one cell."""
    if is_row(segment.text):
        named = any(char.isalpha() for char in segment.text)
        return tuple(cell.lower() for cell in cells(segment.text)) if named else before
    lower = segment.words.lower()
    is_head = (
        len(lower.split()) <= _HEAD_WORDS and words.hit("quantity_column", lower) and words.hit("money_column", lower)
    )
    return (lower,) if is_head else ()


def _in_segment(paper: Paper, segment: Segment, header: tuple[str, ...]) -> Iterator[Amount]:
    text = paper.masked(segment)
    row = is_row(segment.text)
    label = _label(segment.text)
    for number, figure in enumerate(text.figures):
        mention = figure.mention
        if mention is None or mention.kind != "money" or mention.high <= 0:
            continue
        token = f"<M{number}>"
        before, _, after = text.text.partition(token)
        column = ""
        if row:
            place = cell_at(segment.text, figure.start)
            column = header[place] if place < len(header) else ""
        yield Amount(
            mention, figure, segment, text, before, after, label, column, "|".join(header), len(cells(segment.text))
        )


def _may_be_price(amount: Amount, words: Words) -> bool:
    near = f"{amount.before[-_NEAR:]} {amount.after[:30]} {amount.segment.heading}"
    return not words.hit("not_a_price", near) and not words.hit("threshold", amount.lead)


def _label(text: str) -> str:
    """The words of a row or line before its first figure or cell border, lower case."""
    inside = [cell.strip(" *_-") for cell in cells(text) if cell.strip(" *_-:")]
    if len(inside) > 1:
        return next((cell for cell in inside if any(char.isalpha() for char in cell)), "").lower()
    head = re.split(r"[:–—=]|\s-\s", text, maxsplit=1)[0]
    return head.strip(" *_-#•").lower() if len(head) < 80 and len(head) < len(text) else text.lower()[:80]
