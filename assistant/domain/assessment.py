"""A plan that an owner tells, and what the rules say to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from assistant.domain.facts import Fact, Noun
from assistant.domain.findings import Finding
from assistant.domain.profile import Profile

AssessmentVerdict = Literal["aligned", "misaligned", "not yet", "cannot tell"]


class Planned(Noun):
    """An automation that an owner plans, in the owner's words; `facts` are by the names that rules ask for.

    `process_id` is None where the words leave open which work it is for; `purpose` is None where no aim was told.
    """

    quote: str | None = None
    process_id: str | None = None
    purpose: str | None = None
    facts: Mapping[str, Fact] = {}
    sureness: Mapping[str, float] = {}


class Assessment(Noun):
    """The verdict on a plan, with the findings that decided it first, and what was not told."""

    verdict: AssessmentVerdict
    confidence: float
    findings: tuple[Finding, ...] = ()
    decided_by: tuple[str, ...] = ()
    understood: Profile = Profile()
    initiatives: tuple[Planned, ...] = ()
    questions_open: tuple[str, ...] = ()
