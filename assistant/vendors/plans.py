"""Prices of which an owner pays one: the plans of a table, plans in a list, bands of numbers of seats."""

from __future__ import annotations

from dataclasses import replace

from assistant.vendors.drafts import Draft
from assistant.vendors.segments import Segment
from assistant.vendors.tables import Plans, Table, plans_of, tables
from assistant.vendors.words import Words

_NEAR = 3


def in_chosen_plan(drafts: list[Draft], segments: tuple[Segment, ...], words: Words) -> list[Draft]:
    """Of a table of plans the chosen column; without a choice one line a row with the range of its plans."""
    known = tables(segments, words)
    found = {id(table): plans_of(table, segments, words) for table in known.values()}
    kept: list[Draft] = []
    for draft in drafts:
        table = known.get(draft.amount.segment.start)
        plans = found[id(table)] if table else None
        if table is None or plans is None or draft.amount.place not in plans.names:
            kept.append(draft)
        elif plans.chosen is None:
            _widen(kept, draft)
        elif draft.amount.place == plans.chosen:
            kept.append(_with_choice(draft, table, plans, words))
    return kept


def _with_choice(draft: Draft, table: Table, plans: Plans, words: Words) -> Draft:
    """What another plan holds without a price is an extra that one may leave."""
    row = table.columns(draft.amount.segment)
    others = [row[place].lower() for place in plans.names if place != draft.amount.place and place < len(row)]
    extra = any(words.hit("in_the_plan", each) for each in others)
    return draft.with_line(optional=draft.line.optional or extra)


def _widen(kept: list[Draft], draft: Draft) -> None:
    """Adds a plan's price to the line of its row."""
    same_row = kept and kept[-1].amount.segment.start == draft.amount.segment.start
    if not same_row or kept[-1].line.per != draft.line.per:
        kept.append(draft)
        return
    kept[-1] = _joined(kept[-1], draft)


def _joined(one: Draft, other: Draft) -> Draft:
    low = min(one.line.low or one.line.amount, other.line.low or other.line.amount)
    high = max(one.line.high or one.line.amount, other.line.high or other.line.amount)
    return replace(one.with_line(low=low, high=high, amount=(low + high) / 2), first=one.first or one)


def as_alternatives(drafts: list[Draft], seats: float | None) -> list[Draft]:
    """Plans to choose from become one line with a range; of prices by number of seats the fitting one is kept."""
    kept: list[Draft] = []
    for draft in drafts:
        group = kept[-1] if kept and _alternative(kept[-1], draft) else None
        if group is None:
            kept.append(draft)
        elif (band := _band(draft)) and (seats is not None):
            if band[0] <= seats <= band[1]:
                kept[-1] = draft
        elif not group.chosen and draft.chosen:
            kept[-1] = draft
        elif not group.chosen:
            kept[-1] = _joined(group, draft)
    return kept


def _alternative(one: Draft, other: Draft) -> bool:
    """True for two prices of which an owner would pay only one: named plans, or bands of numbers of seats."""
    near = abs(other.amount.segment.block - one.amount.segment.block) <= _NEAR
    alike = one.line.per == other.line.per and one.line.quantity_unit == other.line.quantity_unit
    both_plans = one.plan and other.plan and (one.first or one).amount.label != other.amount.label
    both_bands = _band(one) is not None and _band(other) is not None and _band(one) != _band(other)
    return near and alike and one.recurring and (both_plans or both_bands)


def _band(draft: Draft) -> tuple[float, float] | None:
    """The range of numbers of things beside a price, such as 1-10 users."""
    for figure in draft.amount.text.of_kind("C"):
        if figure.mention and isinstance(figure.mention.value, tuple) and figure.start < draft.amount.figure.start:
            return figure.mention.value
    return None
