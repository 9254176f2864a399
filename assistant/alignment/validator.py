"""Every rule put to every initiative and to the portfolio; the tactical exception; the scores."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import get_args

from assistant.alignment.case import initiative_facts
from assistant.alignment.portfolio import active, portfolio_facts
from assistant.alignment.rules import RULES
from assistant.alignment.subject import subject_of
from assistant.domain.advice import Recommendation
from assistant.domain.findings import Dimension, DimensionScore, Finding, Report, Waiver
from assistant.domain.profile import Profile
from assistant.estimates.estimate import EstimateSetting
from assistant.rulebook import judge

WEIGHT = {"must": 3, "should": 2, "note": 0}
EXCEPTION_SUSPENDS = ("GL01", "GL04", "MS02", "SY03")
EXCEPTION_NEEDS_WHOLE = ("MK", "PR", "PE", "GV", "EV")
EXCEPTION_DAYS = 90


def validate(profile: Profile, recommendation: Recommendation, setting: EstimateSetting, today: date) -> Report:
    """The report on a recommendation."""
    findings: list[Finding] = []
    for initiative in active(recommendation):
        facts = initiative_facts(subject_of(initiative, profile, setting, today), setting)
        judged = [judge(each, facts, initiative.id) for each in RULES if each.scope == "initiative"]
        findings += with_exception(judged, today)
    if recommendation.initiatives:
        facts = portfolio_facts(profile, recommendation, setting)
        findings += [judge(each, facts, "portfolio") for each in RULES if each.scope == "portfolio"]
    return report_of(findings)


def report_of(findings: Iterable[Finding]) -> Report:
    """The report that findings come to; it passes where no must-rule is broken and unwaived."""
    kept = tuple(findings)
    stands = any(each.verdict == "broken" and each.severity == "must" and not each.waived for each in kept)
    return Report(findings=kept, scores=scores(kept), passes=not stands)


def scores(findings: Iterable[Finding]) -> tuple[DimensionScore, ...]:
    """A score for each dimension that was judged: weight of held over weight of held and broken (must 3, should 2).

    Unknown is left out of the ratio and counted beside it; under half known there is no score. Construction checks and
    findings that are not applicable are left out.
    """
    counted = [each for each in findings if each.verdict != "not applicable" and not each.ours]
    made = []
    for dimension in get_args(Dimension):
        mine = [each for each in counted if each.dimension == dimension]
        held = [each for each in mine if each.verdict == "held"]
        broken = [each for each in mine if each.verdict == "broken"]
        known = len(held) + len(broken)
        if not mine:
            continue
        weight_held = sum(WEIGHT[each.severity] for each in held)
        weight = weight_held + sum(WEIGHT[each.severity] for each in broken)
        made.append(
            DimensionScore(
                dimension=dimension,
                score=round(weight_held / weight, 2) if weight and known * 2 >= len(mine) else None,
                held=len(held),
                broken=len(broken),
                known=known,
                of=len(mine),
            )
        )
    return tuple(made)


def with_exception(judged: list[Finding], today: date) -> list[Finding]:
    """Findings in which a held quick win (DL04) suspends what it may, only while nothing that guards people breaks."""
    quick = any(each.rule_id == "DL04" and each.verdict == "held" for each in judged)
    guarded = any(
        each.verdict == "broken" and each.severity == "must" and each.rule_id[:2] in EXCEPTION_NEEDS_WHOLE
        for each in judged
    )
    if not quick or guarded:
        return judged
    waiver = Waiver(
        by="tactical exception",
        reason="cheap, reversible and dated: a quick win may run ahead of the plan",
        until=today + timedelta(days=EXCEPTION_DAYS),
    )
    return [
        each.model_copy(update={"waived": waiver})
        if each.verdict == "broken" and each.rule_id in EXCEPTION_SUSPENDS
        else each
        for each in judged
    ]
