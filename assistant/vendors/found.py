"""The clauses of a critique: what was detected or stands behind a finding, with risk, price and what to ask for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

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
_Place = tuple[int, str]
"""The start of a sentence and a type of clause."""


class _Worry(NamedTuple):
    segment: Segment
    sure: float
    risk: Risk


def found_clauses(
    paper: Paper, sheet: Sheet, terms: Terms, made: tuple[Check, ...], prices: Mapping[str, Range]
) -> tuple[Clause, ...]:
    """Every clause in order of the text; the risk is that of the rules which stand on the same sentence."""
    clauses: list[Clause] = []
    worries = _worries(paper, sheet)
    for (start, type_id), (segment, confidence) in sorted(_places(paper, sheet, worries, made).items()):
        kind = paper.vocabulary.type(type_id)
        if kind is None:
            continue
        here = [each for each in made if each.type == type_id and each.risk != "ok" and _stands_on(each, segment)]
        said = (each.risk for each in worries.get((start, type_id), ()))
        plain = paper.vocabulary.thresholds.plain_risk.get(type_id, "ok")
        risk: Risk = worst(each.risk for each in here) if here else worst([*said, plain])
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


def _worries(paper: Paper, sheet: Sheet) -> dict[_Place, list[_Worry]]:
    """What sentences say, or may say, that is a worry; of what is only perhaps said the risk is to watch it."""
    found: dict[_Place, list[_Worry]] = {}
    told = [*((each, False) for each in sheet.stated), *((each, True) for each in sheet.perhaps)]
    for each, perhaps in told:
        if each.name not in KINDEST:
            for type_id, risk in paper.vocabulary.thresholds.types_of(each.name, each.value):
                worry = _Worry(each.segment, each.sure, "watch" if perhaps else risk)
                found.setdefault((each.segment.start, type_id), []).append(worry)
    return found


def _places(
    paper: Paper, sheet: Sheet, worries: Mapping[_Place, list[_Worry]], made: tuple[Check, ...]
) -> dict[_Place, tuple[Segment, float]]:
    """Where clauses stand: detected at SURE or more, said in words that worry, or the sentence behind a broken rule."""
    capped = {each.segment.start for each in sheet.stated if each.name in ("liability_months", "liability_money")}
    places: dict[_Place, tuple[Segment, float]] = {}
    for each in paper.candidates:
        if each.confidence >= SURE and not (each.type == "uncapped_liability" and each.segment.start in capped):
            places[(each.segment.start, each.type)] = (each.segment, each.confidence)
    for place, said in worries.items():
        places.setdefault(place, (said[0].segment, said[0].sure))
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


def _stands_on(check: Check, segment: Segment) -> bool:
    return check.finding.quote is not None and _flat(check.finding.quote) == _flat(segment.text)


def _flat(text: str) -> str:
    return _SPACES.sub(" ", text).strip()
