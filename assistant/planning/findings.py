"""What the rules said, as a plan prints it."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.domain.findings import Finding, Report
from assistant.domain.plan import Line
from assistant.language.phrases import lower, say_day, say_list
from assistant.planning.grounds import as_ground, line
from assistant.planning.inputs import PlanInputs
from assistant.planning.timeline import Timeline
from assistant.planning.wording import bare, unique
from assistant.planning.work import Work

ORDER = {"must": 0, "should": 1, "note": 2}
SIGNS = {"broken": "✕ broken", "unknown": "? unknown"}


def about(work: Work, report: Report, inputs: PlanInputs) -> tuple[str, ...]:
    """Rules that broke on one piece of work, musts first, then must-rules that could not be judged."""
    mine = [each for each in report.findings if each.subject == work.id]
    broken = sorted((each for each in mine if each.verdict == "broken"), key=lambda each: ORDER[each.severity])
    unknown = [each for each in mine if each.verdict == "unknown" and each.severity == "must"]
    return tuple(_said(each, work, inputs) for each in (*broken, *unknown))


def _said(finding: Finding, work: Work, inputs: PlanInputs) -> str:
    opening = f"{SIGNS[finding.verdict]}: {finding.title} ({finding.rule_id})"
    if finding.verdict == "unknown":
        names = missing(finding, work, inputs)
        return f"{opening}. Not known: {say_list(names)}." if names else f"{opening}. The figures do not settle it."
    if finding.waived:
        return f"{opening}. Set aside by {_waiver(finding)}."
    return f"{opening}. {finding.remedy}".strip()


def _waiver(finding: Finding) -> str:
    waived = finding.waived
    if waived is None:
        return ""
    who = "you" if waived.by == "owner" else "the exception for quick wins"
    until = f", until {say_day(waived.until)}" if waived.until else ""
    return f"{who}: {bare(waived.reason)}{until}"


def missing(finding: Finding, work: Work | None, inputs: PlanInputs) -> tuple[str, ...]:
    """Names of the facts that a rule lacked, in the owner's words."""
    kind = work.kind if work else None
    return unique([inputs.words.of(name, kind).label for name in finding.missing])


def broken_rules(made: Timeline, report: Report) -> tuple[Line, ...]:
    """Every rule that broke on the plan, musts first; what was set aside says by whom and why."""
    titles = {each.id: each.kind.name for each in made.works}
    broken = [each for each in report.findings if each.verdict == "broken"]
    ordered = sorted(broken, key=lambda each: (each.waived is not None, ORDER[each.severity]))
    return tuple(
        line(
            as_ground(each),
            f"{each.title} ({each.rule_id}, {_severity(each)}), {titles.get(each.subject, 'the whole plan')}",
            f"Set aside by {_waiver(each)}" if each.waived else each.remedy,
        )
        for each in ordered
    )


def _severity(finding: Finding) -> str:
    return {"must": "must hold", "should": "should hold", "note": "a note"}[finding.severity]


def open_questions(made: Timeline, report: Report, inputs: PlanInputs) -> tuple[Line, ...]:
    """Questions still open: those the conversation would ask, then what must-rules could not be judged for."""
    asked = [line("fact: not known yet", each) for each in inputs.questions]
    works = {each.id: each for each in made.works if each.started or each.initiative.decision == "next"}
    lines = [
        line(as_ground(each), f"Not known: {name}", f"It decides whether this holds: {lower(each.title)}")
        for each in _undecided(report.findings)
        if (work := works.get(each.subject))
        for name in missing(each, work, inputs)
    ]
    return tuple({each.text: each for each in (*asked, *lines)}.values())


def _undecided(findings: Iterable[Finding]) -> list[Finding]:
    return [each for each in findings if each.verdict == "unknown" and each.severity == "must"]
