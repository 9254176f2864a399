"""What a rule said, and what all of them said together."""

from __future__ import annotations

from datetime import date
from typing import Literal

from assistant.domain.facts import Fact, Noun

Verdict = Literal["held", "broken", "unknown", "not applicable"]
Severity = Literal["must", "should", "note"]
Scope = Literal["initiative", "portfolio", "proposal"]
Dimension = Literal[
    "capability",
    "market",
    "resource",
    "goals",
    "process",
    "people",
    "delivery",
    "measurement",
    "governance",
    "stage",
    "systems",
    "evidence",
]
Breach = Literal["misaligned", "not yet", "cannot tell"]


class Waiver(Noun):
    """Why a broken rule does not count: the owner's own decision, or the tactical exception."""

    by: Literal["owner", "tactical exception"]
    reason: str
    until: date | None = None


class Finding(Noun):
    """One rule's verdict on one subject (an initiative's id, "portfolio" or a file)."""

    rule_id: str
    verdict: Verdict
    severity: Severity
    scope: Scope
    title: str
    why: str
    facts: dict[str, Fact | None] = {}
    quote: str | None = None
    missing: tuple[str, ...] = ()
    remedy: str = ""
    source: str = ""
    waived: Waiver | None = None
    subject: str = ""
    dimension: Dimension = "process"
    breach: Breach | None = None
    ours: bool = False


class DimensionScore(Noun):
    """How far a dimension is aligned; `score` is None where under half of it is known or only notes were judged."""

    dimension: Dimension
    score: float | None
    held: int
    broken: int
    known: int
    of: int

    @property
    def why_no_score(self) -> str:
        """Why there is no score, in words; "" where there is one."""
        if self.score is not None:
            return ""
        return "too little known" if self.known * 2 < self.of else "only notes judged"


class Report(Noun):
    """All findings on a recommendation; it passes where no must-rule is broken and unwaived."""

    findings: tuple[Finding, ...] = ()
    scores: tuple[DimensionScore, ...] = ()
    passes: bool = True

    def broken(self) -> tuple[Finding, ...]:
        """Findings that are broken and not waived, musts first."""
        order = {"must": 0, "should": 1, "note": 2}
        found = [each for each in self.findings if each.verdict == "broken" and each.waived is None]
        return tuple(sorted(found, key=lambda each: order[each.severity]))
