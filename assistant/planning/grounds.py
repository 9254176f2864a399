"""What a sentence rests on, as the plan names it: a finding, a fact or an estimate."""

from __future__ import annotations

from assistant.domain.facts import Fact
from assistant.domain.findings import Finding, Report
from assistant.domain.plan import Line
from assistant.planning.wording import sentence


def finding_ground(rule_id: str, subject: str, report: Report) -> str | None:
    """The ground of one rule's finding on one subject or on the whole, or None where it was not applied."""
    found = next(
        (
            each
            for each in report.findings
            if each.rule_id == rule_id and each.subject in (subject, "portfolio") and each.verdict != "not applicable"
        ),
        None,
    )
    return as_ground(found) if found else None


def as_ground(finding: Finding) -> str:
    """A finding as a ground: finding: MS02 The start value is measured."""
    return f"finding: {finding.rule_id} {finding.title}"


def fact_ground(name: str, fact: Fact | None = None) -> str:
    """A fact as a ground, with the owner's words where there are any."""
    return f"fact: {name}, “{fact.quote}”" if fact and fact.quote else f"fact: {name}"


def line(rests_on: str, *parts: str) -> Line:
    """A line of the plan made of sentences, with what it rests on."""
    return Line(text=sentence(*parts), rests_on=rests_on)
