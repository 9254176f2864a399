"""The clauses of a critique: what was detected or stands behind a finding, with risk, price and what to ask for."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.domain.facts import Range
from assistant.domain.proposal import Clause, Risk, Terms
from assistant.vendors.checks import Check
from assistant.vendors.ladders import RISKS, worst
from assistant.vendors.made_facts import KINDEST
from assistant.vendors.paper import SURE, Paper
from assistant.vendors.segments import Segment
from assistant.vendors.sheet import Sheet
from assistant.vendors.wording import plain_words

_READ_SHARE = 0.7
"""A clause that was not detected but whose value was read is this much of the reading's own sureness sure."""
_SPACES = re.compile(r"\s+")


def found_clauses(
    paper: Paper, sheet: Sheet, terms: Terms, made: tuple[Check, ...], prices: Mapping[str, Range]
) -> tuple[Clause, ...]:
    """Every clause in order of the text; the risk is that of the rules which stand on the same sentence."""
    clauses: list[Clause] = []
    for (start, type_id), (segment, confidence) in sorted(_places(paper, sheet, made).items()):
        kind = paper.vocabulary.type(type_id)
        if kind is None:
            continue
        here = [each for each in made if each.type == type_id and each.risk != "ok" and _stands_on(each, segment)]
        risk: Risk = worst(each.risk for each in here) if here else _risk_of(paper, sheet, start, type_id)
        dearest = max(
            (prices[each.rule_id] for each in here if each.rule_id in prices),
            key=lambda price: price.mid or 0.0,
            default=None,
        )
        asks = [each.finding.remedy for each in sorted(here, key=lambda each: RISKS.index(each.risk))]
        clauses.append(
            Clause(
                type=type_id,
                quote=segment.text,
                start=start,
                end=segment.end,
                confidence=round(confidence, 3),
                plain_words=plain_words(type_id, segment, sheet, terms, kind.plain),
                risk=risk,
                cost_over_term=dearest,
                ask=(asks[0] if asks else kind.ask) if risk != "ok" else "",
            )
        )
    return tuple(clauses)


def _places(paper: Paper, sheet: Sheet, made: tuple[Check, ...]) -> dict[tuple[int, str], tuple[Segment, float]]:
    """Where clauses stand: detected at SURE or more, and the sentences behind broken rules."""
    places: dict[tuple[int, str], tuple[Segment, float]] = {}
    for each in paper.candidates:
        if each.confidence >= SURE and not (
            each.type == "uncapped_liability" and not _is_uncapped(paper, each.segment, sheet)
        ):
            places[(each.segment.start, each.type)] = (each.segment, each.confidence)
    for one in (each for each in (*sheet.stated, *sheet.perhaps) if each.name not in KINDEST):
        for type_id, _ in paper.vocabulary.thresholds.types_of(one.name, one.value):
            places.setdefault((one.segment.start, type_id), (one.segment, one.sure))
    sure = {each.segment.start: each.sure for each in sheet.stated}
    by_text = {_flat(each.text): each for each in reversed(paper.segments)}
    for check in made:
        quote = check.finding.quote
        segment = by_text.get(_flat(quote)) if quote else None
        if segment and check.finding.verdict in ("broken", "held"):
            confidence = paper.likely.get(segment.start, {}).get(check.type, 0.0)
            read = _READ_SHARE * sure.get(segment.start, SURE)
            places.setdefault((segment.start, check.type), (segment, max(confidence, read)))
    return places


def _is_uncapped(paper: Paper, segment: Segment, sheet: Sheet) -> bool:
    """True where a sentence speaks of liability without limit and does not itself set one."""
    capped = any(
        each.segment.start == segment.start and each.name in ("liability_months", "liability_money")
        for each in sheet.stated
    )
    return paper.vocabulary.offer.hit("without_limit", segment.text.lower()) and not capped


def _stands_on(check: Check, segment: Segment) -> bool:
    return check.finding.quote is not None and _flat(check.finding.quote) == _flat(segment.text)


def _risk_of(paper: Paper, sheet: Sheet, start: int, type_id: str) -> Risk:
    """The risk of what a sentence says that belongs to a type; without any, that of the type being there at all."""
    thresholds = paper.vocabulary.thresholds
    said = [
        risk
        for each in sheet.stated
        if each.segment.start == start and each.name not in KINDEST
        for about, risk in thresholds.types_of(each.name, each.value)
        if about == type_id
    ]
    perhaps = any(
        about == type_id
        for each in sheet.perhaps
        if each.segment.start == start
        for about, _ in thresholds.types_of(each.name, each.value)
    )
    return worst([*said, thresholds.plain_risk.get(type_id, "ok"), "watch" if perhaps else "ok"])


def _flat(text: str) -> str:
    return _SPACES.sub(" ", text).strip()
