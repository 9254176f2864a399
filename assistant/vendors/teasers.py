"""Prices of the first months and the prices that follow them, where two sentences or a discount say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.vendors.drafts import Draft
from assistant.vendors.money import role_of
from assistant.vendors.paper import Paper
from assistant.vendors.segments import Segment
from assistant.vendors.words import Words

_NEAR = 2
_YEAR = 12
_LONGEST = 24
"""Months for which a first price may hold; one that is paid for longer is hire."""
_OFF = re.compile(r"<P(\d+)>[^.;<]{0,40}\b(?:off|less|discount|reduction)\b[^.;<]{0,40}\b(?:first|opening) year\b")


def followed(drafts: list[Draft], words: Words) -> list[Draft]:
    """A price without months follows the teaser for the same thing that another sentence states."""
    early = [each for each in drafts if each.recurring and each.line.from_month == 1]
    teasers = [each for each in early if each.line.to_month and each.line.to_month <= _LONGEST]
    found = list(drafts)
    for teaser in teasers:
        after = (teaser.line.to_month or 0) + 1
        if any(_alike(teaser, each) and each.line.from_month == after for each in found):
            continue
        place = next((n for n, each in enumerate(found) if _is_list_price(teaser, each, words)), None)
        if place is not None:
            found[place] = found[place].with_line(from_month=after)
    return found


def _alike(one: Draft, other: Draft) -> bool:
    return one.line.per == other.line.per and one.line.quantity_unit == other.line.quantity_unit


def _is_list_price(teaser: Draft, other: Draft, words: Words) -> bool:
    line = other.line
    if not _alike(teaser, other) or line.from_month != 1 or line.to_month or line.optional or line.minimum:
        return False
    near = abs(teaser.amount.segment.block - other.amount.segment.block) <= _NEAR
    named = (teaser.name & other.name) - words.of("generic") - words.of("function")
    return line.amount > teaser.line.amount and (near or bool(named))


def discounted(drafts: list[Draft], paper: Paper, words: Words) -> list[Draft]:
    """A share off the first year makes two prices of the yearly or monthly one before it."""
    found = list(drafts)
    for segment, percent in _discounts(paper):
        before = [n for n, each in enumerate(found) if _can_be_cut(each) and each.amount.start < segment.start]
        if before:
            draft = found[before[-1]]
            first = draft.with_line(amount=round(draft.line.amount * (1 - percent / 100), 4), to_month=_YEAR)
            found[before[-1] : before[-1] + 1] = [first, draft.with_line(from_month=_YEAR + 1)]
    return found


def _can_be_cut(draft: Draft) -> bool:
    line = draft.line
    return draft.recurring and line.from_month == 1 and line.to_month is None and not line.optional and not line.minimum


def _discounts(paper: Paper) -> Iterator[tuple[Segment, float]]:
    for segment in paper.segments:
        if segment.start not in paper.heard:
            continue
        text = paper.masked(segment)
        for found in _OFF.finditer(text.text):
            figure = text.figures[int(found.group(1))]
            if figure.mention and role_of(paper, segment, figure) == "price":
                yield segment, figure.mention.mid
