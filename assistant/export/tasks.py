"""The steps of a plan as tasks: each with its dates, what it is part of, and which task it waits for."""

from __future__ import annotations

from datetime import date, timedelta

from assistant.domain.facts import Noun
from assistant.domain.plan import Phase, Plan, Step
from assistant.language.sentences import split


class Task(Noun):
    """One thing to do between two days, both included; `waits_for` is the number of the task before it."""

    n: int
    initiative_id: str
    phase: Phase | None
    title: str
    more: str
    owner: str
    start: date
    due: date
    hours: float
    done_when: str
    part_of: str
    cost: str
    rests_on: str
    waits_for: int | None

    @property
    def ends(self) -> date:
        """The first day after it, as calendars count."""
        return self.due + timedelta(days=1)

    @property
    def notes(self) -> str:
        """What does not fit into its title: the rest of the words, the money, what it waits for and rests on."""
        waits = f"Begins after task {self.waits_for}." if self.waits_for else ""
        cost = f"Costs {self.cost}." if self.cost and self.cost != "nothing" else ""
        rests = f"Rests on {self.rests_on}." if self.rests_on else ""
        return " ".join(part for part in (self.more, cost, waits, rests) if part)


def tasks(plan: Plan) -> tuple[Task, ...]:
    """Every step as a task, in the order of the plan."""
    before = waits_for(plan.steps)
    return tuple(_task(plan, each, before.get(each.n)) for each in plan.steps)


def _task(plan: Plan, step: Step, waits: int | None) -> Task:
    sentences = [each.text for each in split(step.what)] or [step.what]
    return Task(
        n=step.n,
        initiative_id=step.initiative_id,
        phase=step.phase,
        title=sentences[0].removesuffix("."),
        more=" ".join(sentences[1:]),
        owner=step.owner,
        start=plan.first_day(step.weeks[0]),
        due=plan.last_day(step.weeks[1]),
        hours=step.hours,
        done_when=step.done_when,
        part_of=step.title,
        cost=step.cost,
        rests_on=step.rests_on,
        waits_for=waits,
    )


def waits_for(steps: tuple[Step, ...]) -> dict[int, int]:
    """The number of the step that must be over before another begins, by that step's number.

    Within a change each step waits for the one before; a change that is next waits for the look at the first one.
    """
    found: dict[int, int] = {}
    last: dict[str, int] = {}
    for step in steps:
        if step.initiative_id in last:
            found[step.n] = last[step.initiative_id]
        elif step.phase == "begin":
            looked_at = first_review(steps)
            if looked_at:
                found[step.n] = looked_at.n
        last[step.initiative_id] = step.n
    return found


def first_review(steps: tuple[Step, ...]) -> Step | None:
    """The look at the numbers of the change that begins first, or None."""
    first = next((each for each in steps if each.phase != "begin"), None)
    reviews = (each for each in steps if first and each.phase == "review" and each.initiative_id == first.initiative_id)
    return next(reviews, None)
