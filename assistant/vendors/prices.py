"""The prices of a proposal: each once, with totals, repeats and alternatives recognised by their arithmetic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.domain.proposal import PriceLine
from assistant.vendors.choice import is_optional, is_waived, is_withdrawn
from assistant.vendors.counted import Counts, counts
from assistant.vendors.dated import dated
from assistant.vendors.drafts import PER_YEAR, Draft
from assistant.vendors.money import Amount, amounts, has_share
from assistant.vendors.paper import Paper
from assistant.vendors.per_unit import unit_of
from assistant.vendors.phases import phased
from assistant.vendors.plans import as_alternatives, in_chosen_plan
from assistant.vendors.precedence import Precedence
from assistant.vendors.rises import with_rises
from assistant.vendors.rivals import rivals
from assistant.vendors.sheet import Sheet
from assistant.vendors.sums import without_repeats, without_sums
from assistant.vendors.teasers import discounted, followed
from assistant.vendors.words import Words

Doubled = tuple[PriceLine, PriceLine]
"""Two different prices for the same thing."""


@dataclass(frozen=True)
class PriceList:
    """The price lines of a proposal, and the pairs that price one thing twice, differently (the first one counts)."""

    lines: tuple[PriceLine, ...]
    doubled: tuple[Doubled, ...] = ()


def price_list(paper: Paper, words: Words, sheet: Sheet | None = None, counting: Precedence | None = None) -> PriceList:
    """The price lines with what contradicts them; the sheet says what rises, `counting` which part counts."""
    sheet = sheet or Sheet()
    found = amounts(paper, words)
    if not found:
        return PriceList(())
    known = counts(paper, words)
    drafts = with_counts_of_others(list(_drafts(found, known, paper, words)), words)
    drafts = in_chosen_plan(drafts, paper.segments, words)
    drafts = dated(drafts, sheet.day("start_date"), words)
    drafts = followed(discounted(phased(drafts, words), paper, words), words)
    drafts = without_sums(without_repeats(drafts, words), words)
    drafts = as_alternatives(drafts, known.seats)
    pairs = rivals(drafts, counting, words)
    lost = {id(other) for _, other in pairs}
    kept = with_rises([each for each in drafts if id(each) not in lost], paper, sheet, words)
    return PriceList(tuple(each.line for each in kept), tuple((one.line, other.line) for one, other in pairs))


def _drafts(found: tuple[Amount, ...], known: Counts, paper: Paper, words: Words) -> Iterator[Draft]:
    shares = any(has_share(paper, each) for each in paper.segments)
    before = dict(zip((each.start for each in paper.segments[1:]), paper.segments, strict=False))
    after = {one.start: other for one, other in zip(paper.segments, paper.segments[1:], strict=False)}
    for amount in found:
        draft = _draft(amount, known, words)
        if is_waived(draft) or is_withdrawn(after.get(amount.segment.start), words):
            continue
        if words.hit("passed_on", amount.segment.words.lower()):
            continue
        optional = is_optional(draft, paper, before.get(amount.segment.start), words)
        turnover = words.hit("turnover", amount.segment.words.lower())
        if not (draft.line.minimum and (optional or turnover)):  # what must be turned over is no price
            yield draft.with_line(optional=optional, minimum=draft.line.minimum and not shares)


def with_counts_of_others(drafts: list[Draft], words: Words) -> list[Draft]:
    """A price for each of a thing that is not counted beside it is for as many as another price counts: 3 kiosks."""
    found: list[Draft] = []
    for draft in drafts:
        thing, others = draft.line.quantity_unit, set[float]()
        if draft.recurring and thing and draft.line.quantity == 1 and not draft.line.optional:
            others = {
                each.line.quantity
                for each in drafts
                if _same_thing(each.line.quantity_unit, thing, words) and each.line.quantity > 1
            }
        found.append(draft.with_line(quantity=others.pop()) if len(others) == 1 else draft)
    return found


def _same_thing(one: str, other: str, words: Words) -> bool:
    return one == other or {one, other} <= words.of("seat_things")


def _draft(amount: Amount, known: Counts, words: Words) -> Draft:
    mention = amount.mention
    unit = unit_of(amount, known, words)
    near = f"{amount.before[-50:]} {amount.label if amount.cells > 1 else ''}"
    less = amount.role == "credit" or (words.hit("discount", near) and amount.cells > 1)
    line = PriceLine(
        text=amount.segment.words,
        amount=-abs(mention.mid) if less else mention.mid,
        currency=mention.unit,
        per=unit.per,
        quantity=unit.quantity,
        quantity_unit=unit.thing,
        low=mention.low if mention.low != mention.high else None,
        high=mention.high if mention.low != mention.high else None,
        minimum=amount.role == "minimum",
        at_least=unit.per in PER_YEAR and words.hit("floor", amount.lead) and not amount.after.startswith(" to <M"),
        start=amount.start,
        end=amount.end,
    )
    return Draft(
        amount,
        line,
        total=words.hit("total", near) or (words.hit("total", amount.column) and amount.cells > 3),
        plan=words.hit("plans", amount.label) and unit.per in PER_YEAR,
        chosen=words.hit("chosen", amount.segment.words.lower()),
        said=unit.said,
    )
