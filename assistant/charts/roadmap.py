"""The roadmap: each change over the weeks of the plan, from counting to the look at the numbers."""

from __future__ import annotations

from typing import get_args

from assistant.charts.grounds import Grounds
from assistant.charts.scale import evenly
from assistant.domain.charts import Axis, Bar, Behind, Chart, Key, Part, Tick
from assistant.domain.plan import Phase, Plan, Step
from assistant.language.phrases import say_count, say_day
from assistant.language.plan_dates import say_days, say_short_day

PHASES: dict[Phase, str] = {
    "count": "Count", "set up": "Set up", "try": "Try", "review": "Look at the numbers", "begin": "Begins next",
}  # fmt: skip
MOST_DATES = 4


def roadmap(grounds: Grounds) -> Chart | None:
    """The changes that have a place in the plan's weeks; None where none has."""
    plan = grounds.plan
    steps = [each for each in plan.steps if each.phase]
    if not steps:
        return None
    last = max(each.weeks[1] for each in steps)
    used: list[Phase] = [each for each in get_args(Phase) if any(step.phase == each for step in steps)]
    changes = list(dict.fromkeys(each.initiative_id for each in steps))
    mine = [[step for step in steps if step.initiative_id == one] for one in changes]
    return Chart(
        kind="roadmap",
        name="roadmap",
        title="The steps, week by week",
        says=f"{say_count(len(changes), 'change').capitalize()} over {say_count(last, 'week')}, from "
        f"{say_day(plan.first_day(1))} to {say_day(plan.last_day(last))}: {_first_look(plan, steps)}",
        across=_weeks(plan, last),
        bars=tuple(Bar(label=found[0].title or found[0].what, parts=tuple(map(_part, found))) for found in mine),
        keys=tuple(Key(look=each, words=PHASES[each].lower()) for each in used),
        behind=Behind(
            head=("Change", *(PHASES[each] for each in used)),
            rows=tuple((found[0].title or found[0].what, *_days(plan, found, used)) for found in mine),
        ),
    )


def _part(step: Step) -> Part:
    return Part(low=step.weeks[0] - 1, high=step.weeks[1], look=step.phase or "begin")


def _days(plan: Plan, steps: list[Step], used: list[Phase]) -> tuple[str, ...]:
    found = {each.phase: say_days(plan, each) for each in steps}
    return tuple(found.get(each, "") for each in used)


def _first_look(plan: Plan, steps: list[Step]) -> str:
    looks = [each.weeks[0] for each in steps if each.phase == "review"]
    if not looks:
        return "when each begins."
    return f"the numbers are first looked at on {say_day(plan.first_day(min(looks)))}."


def _weeks(plan: Plan, last: int) -> Axis:
    ticks = tuple(Tick(at=n, words=say_short_day(plan.first_day(n + 1))) for n in evenly(last, MOST_DATES))
    return Axis(title="Week that begins on", low=0, high=last, ticks=ticks)
