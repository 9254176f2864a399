"""Profile, recommendation, report and critiques -> the plan."""

from __future__ import annotations

from assistant.domain.advice import Recommendation
from assistant.domain.findings import Report
from assistant.domain.plan import Line, Plan
from assistant.domain.profile import Profile
from assistant.domain.proposal import Critique
from assistant.planning.assumptions import assumptions, told
from assistant.planning.confidence import confidence
from assistant.planning.decisions import decisions, left_alone
from assistant.planning.exits import vendor_questions, ways_out
from assistant.planning.findings import broken_rules, open_questions
from assistant.planning.governance import governance
from assistant.planning.grounds import line
from assistant.planning.horizons import this_month, this_quarter, this_week
from assistant.planning.inputs import PlanInputs, PlanWords, load_plan_words
from assistant.planning.money import money
from assistant.planning.people import tell
from assistant.planning.pilots import measures, pilot_lines
from assistant.planning.sources import Numbered
from assistant.planning.steps import steps
from assistant.planning.timeline import Timeline, timeline
from assistant.planning.work import works

__all__ = ["PlanInputs", "PlanWords", "load_plan_words", "make_plan"]


def make_plan(
    profile: Profile,
    recommendation: Recommendation,
    report: Report,
    critiques: tuple[Critique, ...],
    inputs: PlanInputs,
) -> Plan:
    """The plan. A recommendation without initiatives gives a plan of one honest line.

    Raises UnknownName where an initiative names a process or means that the catalogue lacks.
    """
    found = works(profile, recommendation, inputs)
    made = timeline(found, profile, inputs.today)
    ruled = inputs.setting.catalogue.bands.of(profile.people()).governance
    numbered = Numbered(found, report)
    lists = {
        "goals": _goals(profile, recommendation),
        "open_questions": open_questions(made, report, inputs),
        "vendor_questions": vendor_questions(critiques),
        "ways_out": ways_out(made, critiques, inputs.today),
        "broken_rules": broken_rules(made, report),
        "governance": governance(made, profile, ruled),
        **_lists(made, profile, inputs.currency),
    }
    lists["this_quarter"] += tuple(
        line("own hours to set up", each.text) for each in recommendation.levers if each.sooner
    )
    sure = confidence(made, report, inputs)
    plan = Plan(
        title=_title(profile, inputs),
        made_on=inputs.today,
        week_one=made.week_one,
        decisions=decisions(made, report, inputs, numbered),
        steps=steps(made, report, inputs.currency, ruled),
        assumptions=assumptions(made, profile, inputs),
        confidence=sure.text,
        sources=numbered.sources(inputs),
        told=told(made, profile, inputs),
        grounds=(*(each for lines in lists.values() for each in lines), sure),
    )
    return plan.model_copy(update={name: tuple(each.text for each in lines) for name, lines in lists.items()})


def _lists(made: Timeline, profile: Profile, currency: str) -> dict[str, tuple[Line, ...]]:
    """The plan's lists that follow from the timeline, by the name of their field."""
    return {
        "this_week": this_week(made, profile),
        "this_month": this_month(made),
        "this_quarter": this_quarter(made),
        "left_alone": left_alone(made),
        "money": money(made, currency),
        "pilot_lines": pilot_lines(made),
        "tell": tell(made, profile),
        "measures": measures(made),
    }


def _title(profile: Profile, inputs: PlanInputs) -> str:
    """Action plan, with the trade where it is known. It names nobody."""
    fact = profile.business.industry
    if fact is None or not isinstance(fact.value, str) or not fact.value.strip():
        return "Action plan"
    known = {each.id: each.name for each in inputs.setting.catalogue.industries}
    return f"Action plan: {known.get(fact.value, fact.value)}"


def _goals(profile: Profile, recommendation: Recommendation) -> tuple[Line, ...]:
    """Each goal in the owner's words; one that no step serves says so."""
    lines = []
    for goal in profile.goals:
        words = f"“{goal.quote}”" if goal.quote else goal.text
        unserved = goal.text in recommendation.uncovered_goals
        honest = "None of these steps serves that; it is not won by automation" if unserved else ""
        lines.append(line(f"fact: goal, {words}", words, honest))
    return tuple(lines)
