"""The prices of a proposal: each once, with totals, repeats and alternatives recognised by their arithmetic."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.domain.proposal import PriceLine
from assistant.vendors.drafts import PER_YEAR, Draft
from assistant.vendors.money import Amount, amounts
from assistant.vendors.paper import Paper
from assistant.vendors.per_unit import Unit, counts, unit_of
from assistant.vendors.phases import phased
from assistant.vendors.words import Words

_SAME = 0.011
_LONGEST = 1_500
_WORD = re.compile(r"[a-z]{3,}")


Doubled = tuple[PriceLine, PriceLine]
"""Two different prices for the same thing."""


@dataclass(frozen=True)
class PriceList:
    """The price lines of a proposal, and the pairs that price one thing twice, differently (the first one counts)."""

    lines: tuple[PriceLine, ...]
    doubled: tuple[Doubled, ...] = ()


def read_prices(paper: Paper, words: Words) -> tuple[PriceLine, ...]:
    """The price lines of a proposal in order of the text; sums and repeats of other lines are left out."""
    return price_list(paper, words).lines


def price_list(paper: Paper, words: Words) -> PriceList:
    """The price lines with what contradicts them."""
    found = amounts(paper, words)
    known = counts([paper.masked(each) for each in paper.segments if found and _counted(each.text, words)], words)
    drafts = [_draft(each, unit_of(each, known, words), words) for each in found]
    drafts = [each for each in drafts if each is not None and not _waived(each)]
    drafts = phased(drafts, words)
    drafts = _without_repeats(drafts, words)
    drafts = _without_sums(drafts, words)
    drafts = _as_alternatives(drafts, known.seats)
    rivals = [(one, other) for n, other in enumerate(drafts) for one in drafts[:n] if _rival(one, other, words)]
    lost = {id(other) for _, other in rivals}
    lines = tuple(each.line for each in drafts if id(each) not in lost)
    return PriceList(lines, tuple((one.line, other.line) for one, other in rivals))


def _rival(one: Draft, other: Draft, words: Words) -> bool:
    """True for another amount, elsewhere, for what bears the same name and is charged in the same way."""
    same_way = (one.line.per, one.line.quantity_unit, one.line.from_month, one.line.currency) == (
        other.line.per, other.line.quantity_unit, other.line.from_month, other.line.currency
    )  # fmt: skip
    elsewhere = (
        other.amount.segment.block - one.amount.segment.block > 1 and one.amount.cells == other.amount.cells == 1
    )
    plain = not (one.line.optional or other.line.optional or one.plan or other.plan or one.line.minimum)
    if not (same_way and elsewhere and plain and one.recurring and other.recurring and other.line.quantity):
        return False
    mine, theirs = (frozenset(_WORD.findall(each.amount.label)) & words.of("named") for each in (one, other))
    about = _about(one, words) == _about(other, words)
    return bool(mine & theirs) and about and not _close(other, one) and other.line.to_month is None


def _counted(text: str, words: Words) -> bool:
    return len(text) < _LONGEST and any(char.isdigit() for char in text) and words.hit("counted", text.lower())


def _draft(amount: Amount, unit: Unit, words: Words) -> Draft:
    mention = amount.mention
    near = f"{amount.before[-50:]} {amount.label}"
    line = PriceLine(
        text=amount.segment.words,
        amount=mention.mid,
        currency=mention.unit,
        per=unit.per,
        quantity=unit.quantity,
        quantity_unit=unit.thing,
        low=mention.low if mention.low != mention.high else None,
        high=mention.high if mention.low != mention.high else None,
        optional=words.hit("optional", f"{near} {amount.after[:50]} {amount.segment.heading}"),
        minimum=words.hit("minimum", amount.lead[-60:]) and unit.per in PER_YEAR,
        start=amount.start,
        end=amount.end,
    )
    if words.hit("discount", near) and amount.cells > 1:
        line = line.model_copy(update={"amount": -abs(line.amount)})
    return Draft(
        amount,
        line,
        total=words.hit("total", near) or (words.hit("total", amount.column) and amount.cells > 3),
        plan=words.hit("plans", amount.label) and unit.per in PER_YEAR,
        chosen=words.hit("chosen", amount.segment.words.lower()),
    )


def _waived(draft: Draft) -> bool:
    return bool(re.match(r"\W{0,3}(?:\w+ ){0,2}(?:waived|free of charge|included)", draft.amount.after))


def _without_repeats(drafts: list[Draft], words: Words) -> list[Draft]:
    """Drops a price that says again, in another unit or place, what an earlier one says."""
    kept: list[Draft] = []
    for draft in drafts:
        if draft.total or not any(_repeats(draft, earlier, words) for earlier in kept if not earlier.total):
            kept.append(draft)
    return kept


def _repeats(draft: Draft, earlier: Draft, words: Words) -> bool:
    same_sentence = draft.amount.segment.start == earlier.amount.segment.start
    if draft.line.currency != earlier.line.currency or draft.value <= 0:
        return False
    if same_sentence and _is_share(draft, earlier):
        return True
    if not _close(draft, earlier):
        return False
    if same_sentence:
        return draft.line.from_month == earlier.line.from_month
    if draft.recurring != earlier.recurring:
        return words.hit("restated", draft.amount.before)
    neighbours = abs(draft.amount.segment.block - earlier.amount.segment.block) <= 1
    mine, theirs = _about(draft, words), _about(earlier, words)
    if not mine or not theirs:
        return not neighbours or words.hit("restated", draft.amount.before)
    return len(mine & theirs) >= 0.34 * len(mine | theirs) and draft.line.from_month == earlier.line.from_month


def _is_share(draft: Draft, earlier: Draft) -> bool:
    """True where the amount is a percentage, said beside it, of an earlier one: 50 % on signature (1,500)."""
    shares = (each.mention.mid / 100 for each in draft.amount.text.of_kind("P") if each.mention)
    return any(abs(share * earlier.line.amount - draft.line.amount) <= _SAME * draft.line.amount for share in shares)


def _close(draft: Draft, earlier: Draft) -> bool:
    same_kind = draft.recurring == earlier.recurring or earlier.recurring
    return same_kind and abs(draft.value - earlier.value) <= _SAME * max(abs(draft.value), abs(earlier.value))


def _about(draft: Draft, words: Words) -> frozenset[str]:
    """The content words of what is priced."""
    return frozenset(_WORD.findall(draft.amount.label)) - words.of("generic")


def _without_sums(drafts: list[Draft], words: Words) -> list[Draft]:
    """Drops totals and instalments that other lines add up to; a total that stands alone is the price."""
    parts = [each for each in drafts if not each.total]
    if not parts:
        return _largest_once(drafts)
    kept = list(parts)
    for currency in {each.line.currency for each in parts}:
        once = [each for each in kept if each.line.currency == currency and not each.recurring and each.line.quantity]
        kept = _without_recurring_sum(kept, currency)
        instalments = [each for each in once if _instalment(each, words)]
        if instalments and len(instalments) < len(once):
            kept = [each for each in kept if each not in instalments]
    return kept


def _without_recurring_sum(drafts: list[Draft], currency: str) -> list[Draft]:
    """Drops a recurring price that is the sum of two or more others: "years 2 and 3: 20,700"."""
    recurring = [each for each in drafts if each.recurring and each.line.currency == currency and each.line.quantity]
    for whole in recurring:
        parts = [each for each in recurring if each is not whole and each.line.from_month == 1]
        summed = sum(each.value for each in parts)
        if len(parts) > 1 and abs(summed - whole.value) <= _SAME * whole.value:
            return [each for each in drafts if each is not whole]
    return drafts


def _instalment(draft: Draft, words: Words) -> bool:
    """True for a part payment: a percentage beside it, or the words of a payment plan, and the moment it falls due."""
    near = f"{draft.amount.before[-40:]} {draft.amount.after[:60]} {draft.amount.label} {draft.amount.segment.heading}"
    return words.hit("instalment", near) and words.hit("falls_due", f"{near} {draft.amount.text.text}")


def _largest_once(drafts: list[Draft]) -> list[Draft]:
    """Of totals only: the recurring ones without repeats, or else the largest."""
    recurring = [each for each in drafts if each.recurring]
    if recurring:
        return recurring[:1]
    return sorted(drafts, key=lambda each: -each.value)[:1]


def _as_alternatives(drafts: list[Draft], seats: float | None) -> list[Draft]:
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
            low = min(group.line.low or group.line.amount, draft.line.low or draft.line.amount)
            high = max(group.line.high or group.line.amount, draft.line.high or draft.line.amount)
            update = {"low": low, "high": high, "amount": (low + high) / 2}
            kept[-1] = replace(draft, line=group.line.model_copy(update=update), first=group.first or group)
    return kept


def _alternative(one: Draft, other: Draft) -> bool:
    """True for two prices of which an owner would pay only one: named plans, or bands of numbers of seats."""
    near = abs(other.amount.segment.block - one.amount.segment.block) <= 3
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
