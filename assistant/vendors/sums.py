"""Amounts that say other prices again: extensions of a row, repeats, totals, instalments."""

from __future__ import annotations

import re

from assistant.vendors.drafts import PER_YEAR, SAME, Draft
from assistant.vendors.figures import months_of
from assistant.vendors.words import Words

_LIKE = 0.34
_POINTS_BACK = re.compile(r"\b(?:your|the|this|that|our|my) ?$")
_LEAST_PARTS = 2
_NEAR = 4


def without_repeats(drafts: list[Draft], words: Words) -> list[Draft]:
    """Drops a price that says again, in another unit or place, what an earlier one says."""
    kept: list[Draft] = []
    for draft in drafts:
        if kept and _is_season_sum(draft, kept[-1]):
            kept.pop()
        again = next((each for each in kept if not each.total and _repeats(draft, each, words)), None)
        if again is None or draft.total:
            kept.append(draft)
        elif draft.line.from_month > again.line.from_month:
            kept[kept.index(again)] = again.with_line(from_month=draft.line.from_month)
    return kept


def _repeats(draft: Draft, earlier: Draft, words: Words) -> bool:
    if draft.line.currency != earlier.line.currency or draft.value <= 0:
        return False
    if draft.amount.segment.start == earlier.amount.segment.start:
        return _is_share(draft, earlier) or _is_extension(draft, earlier)
    if draft.line.amount == earlier.line.amount and _POINTS_BACK.search(draft.amount.before):
        return True
    if not draft.said and earlier.recurring and draft.line.amount == earlier.line.amount:
        return draft.amount.role == "price"
    if _same_count(draft, earlier):
        return True
    if not draft.is_worth(earlier.value) or draft.line.to_month != earlier.line.to_month:
        return False
    if draft.recurring != earlier.recurring:
        return words.hit("restated", draft.amount.before)
    if draft.line.from_month != earlier.line.from_month and draft.line.amount != earlier.line.amount:
        return False
    near = abs(draft.amount.segment.block - earlier.amount.segment.block) <= 1
    mine, theirs = draft.name - words.of("generic"), earlier.name - words.of("generic")
    if not mine or not theirs or draft.line.from_month != earlier.line.from_month:
        return not near or words.hit("restated", draft.amount.before)
    return len(mine & theirs) >= _LIKE * min(len(mine), len(theirs))


def _same_count(draft: Draft, earlier: Draft) -> bool:
    """True for a sum said again beside the same count: "140 hours at 165" and "140 hours: 23,100"."""
    if draft.recurring or earlier.recurring or not draft.is_worth(earlier.value):
        return False
    mine, theirs = (
        {each.mention.quote.lower() for letter in "CD" for each in one.amount.text.of_kind(letter) if each.mention}
        for one in (draft, earlier)
    )
    return bool(mine & theirs)


def _is_season_sum(draft: Draft, earlier: Draft) -> bool:
    """True for the sum of a row whose monthly price is charged for some months of the year: 39 x 14 x 5 months."""
    if draft.amount.segment.start != earlier.amount.segment.start or draft.line.per != "year":
        return False
    lengths = (months_of(each) for each in draft.amount.text.of_kind("D"))
    month = earlier.line.amount * earlier.line.quantity
    sums = [each * month for each in lengths if each and earlier.line.per == "month"]
    return any(abs(each - draft.line.amount) <= SAME * each for each in sums)


def _is_extension(draft: Draft, earlier: Draft) -> bool:
    """True for another sum of the same row or sentence that is the earlier price for all its things, or for a year."""
    if draft.line.from_month != earlier.line.from_month or draft.line.to_month != earlier.line.to_month:
        return False
    whole, alone = earlier.line.amount * earlier.line.quantity, draft.line.amount
    periods = PER_YEAR if earlier.recurring else {}
    sums = {whole, *(whole * PER_YEAR[earlier.line.per] / each for each in periods.values())}
    same = draft.amount.cells > 1 or draft.recurring == earlier.recurring
    equal = any(abs(alone - each) <= SAME * alone for each in sums)
    return same and (equal or draft.is_worth(earlier.value)) and not _are_two_things(draft, earlier)


def _are_two_things(draft: Draft, earlier: Draft) -> bool:
    """True for "£45 for the move and £45 for the visit": one price each, none a sum of the other."""
    plain = draft.amount.cells == 1 and draft.line.quantity == earlier.line.quantity == 1
    between = draft.amount.segment.text[earlier.amount.figure.end : draft.amount.figure.start]
    return plain and draft.line.per == earlier.line.per and " and " in between


def _is_share(draft: Draft, earlier: Draft) -> bool:
    """True where the amount is a percentage, said beside it, of an earlier one: 50 % on signature (1,500)."""
    shares = (each.mention.mid / 100 for each in draft.amount.text.of_kind("P") if each.mention)
    return any(abs(share * earlier.line.amount - draft.line.amount) <= SAME * draft.line.amount for share in shares)


def without_sums(drafts: list[Draft], words: Words) -> list[Draft]:
    """Drops totals and instalments that other lines add up to; a total that stands alone is the price."""
    if all(each.total for each in drafts):
        return _largest_once(drafts)
    charged = {each.recurring for each in drafts if not each.total and each.line.quantity and not each.line.optional}
    parts = [each for each in drafts if not each.total or (each.recurring and True not in charged)]
    parts = _without_breakdowns(parts)
    for recurring in (True, False):
        parts = _without_whole(parts, recurring)
    for currency in {each.line.currency for each in parts}:
        once = [each for each in parts if each.line.currency == currency and not each.recurring and each.line.quantity]
        instalments = [each for each in once if _instalment(each, words)]
        if instalments and len(instalments) < len(once):
            parts = [each for each in parts if each not in instalments]
    return parts


def _without_breakdowns(drafts: list[Draft]) -> list[Draft]:
    """Drops the amounts of a sentence that says what a price near it is made up of, whatever each was taken for."""
    return [each for each in drafts if not any(_is_made_up_of(one, each) for one in drafts)]


def _is_made_up_of(whole: Draft, part: Draft) -> bool:
    money = [each.mention.mid for each in part.amount.text.of_kind("M") if each.mention]
    apart = whole.amount.segment.start != part.amount.segment.start and part.amount.cells == 1
    near = 0 <= part.amount.segment.block - whole.amount.segment.block <= 1
    total = whole.line.amount * whole.line.quantity
    return apart and near and len(money) >= _LEAST_PARTS and abs(sum(money) - total) <= SAME * total


def _without_whole(drafts: list[Draft], recurring: bool) -> list[Draft]:
    """Of a sum and its parts, which stand before or behind it, what comes first is kept."""
    kind = [each for each in drafts if (each.recurring == recurring or (recurring and not each.said)) and _counts(each)]
    for place, whole in enumerate(kind):
        for run in (_run_up(kind[:place][::-1], whole), _run_up(kind[place + 1 :], whole)):
            if run:
                lost = [whole] if run[0].amount.start < whole.amount.start else run
                return _without_whole([each for each in drafts if not any(each is one for one in lost)], recurring)
    return drafts


def _run_up(others: list[Draft], whole: Draft) -> list[Draft]:
    """The nearest prices, two or more, that add up to the sum; [] where none do."""
    run: list[Draft] = []
    for each in others:
        same = each.line.currency == whole.line.currency and each.line.from_month == whole.line.from_month
        if not same or each.line.to_month != whole.line.to_month or not _is_near(each, whole, run):
            continue
        run.append(each)
        if len(run) >= _LEAST_PARTS and whole.is_worth(sum(one.value for one in run)):
            return run
    return []


def _counts(draft: Draft) -> bool:
    return bool(draft.line.quantity) and not draft.line.optional and draft.amount.role != "credit"


def _is_near(draft: Draft, whole: Draft, run: list[Draft]) -> bool:
    """True near the whole, or beside a part that stands in one sentence with it."""
    block = draft.amount.segment.block
    beside = not run or run[-1].amount.segment.start == draft.amount.segment.start
    return abs(block - whole.amount.segment.block) <= _NEAR + len(run) or beside


def _instalment(draft: Draft, words: Words) -> bool:
    """True for a part payment: a percentage beside it, or the words of a payment plan, and the moment it falls due."""
    if draft.line.quantity_unit == "instalment":
        return False
    near = f"{draft.amount.before[-40:]} {draft.amount.after[:60]} {draft.amount.label} {draft.amount.segment.heading}"
    return words.hit("instalment", near) and words.hit("falls_due", f"{near} {draft.amount.text.text}")


def _largest_once(drafts: list[Draft]) -> list[Draft]:
    """Of totals only: the recurring ones without repeats, or else the largest."""
    recurring = [each for each in drafts if each.recurring]
    if recurring:
        return recurring[:1]
    return sorted(drafts, key=lambda each: -each.value)[:1]
