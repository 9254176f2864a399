"""Two prices for one thing, in two parts of the papers: which of them prevails."""

from __future__ import annotations

from assistant.vendors.drafts import Draft
from assistant.vendors.precedence import Precedence
from assistant.vendors.words import Words

_LIKE = 0.5
Rivals = tuple[Draft, Draft]
"""The price that counts, and the one that gives way."""


def rivals(drafts: list[Draft], counting: Precedence | None, words: Words) -> tuple[Rivals, ...]:
    """Every pair of prices for one thing: by what the papers say of their parts, else the first one counts."""
    pairs = [(one, other) for n, other in enumerate(drafts) for one in drafts[:n] if _rival(one, other, drafts, words)]
    if not pairs:
        return ()
    return tuple(pair[::-1] if counting and _second_counts(pair, counting) else pair for pair in pairs)


def _rival(one: Draft, other: Draft, drafts: list[Draft], words: Words) -> bool:
    """True for another amount, in another part, for what bears the same name and is charged in the same way."""
    same_way = (one.line.per, one.line.quantity_unit, one.line.from_month, one.line.currency) == (
        other.line.per, other.line.quantity_unit, other.line.from_month, other.line.currency
    )  # fmt: skip
    if not same_way or one.line.amount == other.line.amount or not _is_plain(one) or not _is_plain(other):
        return False
    if other.amount.segment.block - one.amount.segment.block <= 1:
        return False
    mine, theirs = (each.name - words.of("generic") - words.of("function") for each in (one, other))
    if one.amount.segment.heading == other.amount.segment.heading:
        known = one.name & other.name & words.of("named")
        return bool(known) and mine == theirs and one.amount.cells == other.amount.cells == 1
    if not theirs:
        alone = [each for each in drafts if each.line.per == one.line.per and _is_plain(each)]
        return len(alone) == len({id(one), id(other)})
    return bool(mine) and len(mine & theirs) >= _LIKE * min(len(mine), len(theirs))


def _is_plain(draft: Draft) -> bool:
    """True for a recurring price without months, range or choice."""
    line = draft.line
    stays = line.from_month == 1 and line.to_month is None and not line.optional and not line.minimum
    return stays and draft.recurring and not draft.plan and bool(line.quantity)


def _second_counts(pair: Rivals, counting: Precedence) -> bool:
    first, second = (counting.counts(each.amount.segment) for each in pair)
    return second and not first
