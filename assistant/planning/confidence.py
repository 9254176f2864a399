"""How sure the plan is, and why not surer."""

from __future__ import annotations

from assistant.domain.findings import Report
from assistant.domain.plan import Line
from assistant.language.phrases import say_count, say_list
from assistant.planning.grounds import line
from assistant.planning.inputs import PlanInputs
from assistant.planning.timeline import Timeline

SURE = {
    "high": "Fairly sure",
    "medium": "Half sure of the size, surer of the direction",
    "low": "Not sure yet",
}
NOTHING_YET = (
    "Nothing is recommended yet: name one piece of work and roughly what it takes in a week, and the plan begins."
)
NOTHING_TO_START = "Nothing here is worth starting on the figures so far; that is a result too"
GRADES = ("low", "medium", "high")
MOST_DRIVERS = 2


def confidence(made: Timeline, report: Report, inputs: PlanInputs) -> Line:
    """One grade, that of the least sure step, with the figures and rules that keep it from being higher."""
    if not made.works:
        return line("fact: no piece of work known yet", NOTHING_YET)
    if not made.started:
        return line("estimate: hours freed, cost", NOTHING_TO_START)
    grade = min((each.initiative.confidence for each in made.started), key=GRADES.index)
    why = [*_drivers(made, inputs), *_rules(made, report)]
    return line("estimate: what the result hangs on", SURE[grade], *why)


def _drivers(made: Timeline, inputs: PlanInputs) -> list[str]:
    """What the result of the first step hangs on most."""
    first = made.started[0]
    names = [each.name for each in first.initiative.drivers][:MOST_DRIVERS]
    assumed = set(first.initiative.assumed)
    labels = [
        f"{inputs.words.of(name, first.kind).label} ({'assumed' if name in assumed else 'told from memory'})"
        for name in names
    ]
    return [f"Not surer because it hangs most on {say_list(labels)}"] if labels else []


def _rules(made: Timeline, report: Report) -> list[str]:
    started = {each.id for each in made.started} | {"portfolio"}
    mine = [each for each in report.findings if each.subject in started and each.severity == "must"]
    broken = sum(1 for each in mine if each.verdict == "broken" and each.waived is None)
    unknown = len({each.rule_id for each in mine if each.verdict == "unknown"})
    found = []
    if broken:
        found.append(f"{say_count(broken, 'rule').capitalize()} that must hold {'is' if broken == 1 else 'are'} broken")
    if unknown:
        found.append(f"{say_count(unknown, 'rule').capitalize()} that must hold could not be checked yet")
    return found
