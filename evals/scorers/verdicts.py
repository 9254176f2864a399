"""A rule's verdict beside the one wanted."""

from __future__ import annotations

from assistant.domain.findings import Verdict
from evals.score import Score, passed

LETS_PASS = ("held", "not applicable")


def score_verdict(given: Verdict, wanted: Verdict) -> Score:
    """1 where the verdict is the one wanted."""
    return passed(given == wanted, f"{given}, wanted {wanted}")


def score_consequence(given: Verdict, wanted: Verdict) -> Score:
    """1 where the verdict does the same to the plan: held and not applicable both let it pass."""
    same = given == wanted or (given in LETS_PASS and wanted in LETS_PASS)
    return passed(same, f"{given}, wanted {wanted}")
