"""The grade and the verdict of a proposal, both by published arithmetic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.domain.proposal import Grade, MissingClause, ProposalVerdict
from assistant.vendors.checks import Check
from assistant.vendors.missing import Silence

FULL = 100
POINTS = {"blocker": 30, "flag": 10, "watch": 3}
"""Points that a broken rule costs by its risk."""
MISSING_POINTS = {"flag": 6, "watch": 2, "blocker": 6, "ok": 0}
"""Points that a missing clause costs."""
GRADES: tuple[tuple[int, Grade], ...] = ((85, "A"), (70, "B"), (50, "C"), (30, "D"))
"""Least points of each grade; below the last it is E. With a blocker nothing is better than D."""


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade and how it came about."""

    grade: Grade
    arithmetic: str


@dataclass(frozen=True, slots=True)
class Share:
    """What the clauses could cost as a share of the total, and the share from which that is worth a talk."""

    of_total: float
    limit: float


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict and its reason in one sentence."""

    verdict: ProposalVerdict
    reason: str


def grade(made: tuple[Check, ...], missing: tuple[MissingClause, ...]) -> Graded:
    """100 points less 30 for a blocker, 10 a flag, 3 a watch, 6 or 2 for a gap; A from 85, B 70, C 50, D 30."""
    counted = {risk: sum(each.counts and each.risk == risk for each in made) for risk in POINTS}
    silent = {risk: sum(each.risk == risk for each in missing) for risk in ("flag", "watch")}
    points = FULL - sum(POINTS[risk] * n for risk, n in counted.items())
    points -= sum(MISSING_POINTS[risk] * n for risk, n in silent.items())
    points = max(0, points)
    found: Grade = next((each for least, each in GRADES if points >= least), "E")
    if counted["blocker"] and found in ("A", "B", "C"):
        found = "D"
    arithmetic = (
        f"{FULL} − {counted['blocker']} × {POINTS['blocker']} (blockers) "
        f"− {counted['flag']} × {POINTS['flag']} (flags) "
        f"− {counted['watch']} × {POINTS['watch']} (to watch) − {silent['flag']} × {MISSING_POINTS['flag']} − "
        f"{silent['watch']} × {MISSING_POINTS['watch']} (not said) = {points}: {found}"
    )
    return Graded(found, arithmetic)


def verdict(
    made: tuple[Check, ...],
    missing: tuple[MissingClause, ...],
    absent: Silence,
    worths: Mapping[str, float],
    share: Share,
) -> Judged:
    """The verdict word: a blocker, a flag, what is missing, clauses priced above the limit, or nothing, in this order.

    `worths` is money by rule, to name the weightiest first.
    """
    blockers = [each for each in made if each.counts and each.risk == "blocker"]
    if blockers:
        first = blockers[0].finding
        return Judged("walk away", f"Unless they change this: {first.why} {first.remedy}")
    flags = [each for each in made if each.counts and each.risk == "flag"]
    if flags:
        first = max(flags, key=lambda each: worths.get(each.rule_id, 0.0)).finding
        many = f"{len(flags)} things" if len(flags) > 1 else "One thing"
        return Judged("negotiate", f"{many} to put right first, above all: {first.remedy}")
    if absent.words:
        return Judged("cannot tell", f"The paper does not say {absent.words}.")
    gaps = [each for each in missing if each.risk == "flag"]
    if gaps:
        return Judged("negotiate", f"{gaps[0].why_it_matters} Ask before you sign.")
    if share.of_total > share.limit:
        return Judged("negotiate", f"Its terms could cost {share.of_total:.0%} of the three-year total on top.")
    return Judged("nothing here stops you", "No flag was found in what the paper says; what it does not say is listed.")
