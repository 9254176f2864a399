"""Each try as a whole, with its number, its limit and its date; and what could go wrong with it."""

from __future__ import annotations

from datetime import date

from assistant.domain.advice import Initiative, Pilot
from assistant.domain.plan import Plan
from assistant.domain.talk import SessionState
from assistant.export.blocks import Block, Heading, Table
from assistant.language.phrases import capital, say_day


def tries(plan: Plan, state: SessionState) -> tuple[Block, ...]:
    """One table for each piece of work that is tried, with the date that the plan's weeks give."""
    blocks: list[Block] = []
    for initiative, day in _tried(plan, state):
        if initiative.pilot:
            blocks += [Heading(text=initiative.title, level=2), _table(initiative.pilot, day)]
    return (Heading(text="Each try, and when we stop"), *blocks) if blocks else ()


def _table(pilot: Pilot, day: date) -> Table:
    stop = pilot.stop_if.replace(pilot.review_on.isoformat(), say_day(day))
    rows = (
        ("What is tried", pilot.what),
        ("Start value", pilot.baseline),
        ("Number that is watched", pilot.measure),
        ("Target", pilot.target),
        ("What must not get worse", pilot.counter_measure),
        ("We stop if", stop),
        ("Looked at on", say_day(day)),
        ("Smaller than usual, because", pilot.small_because),
    )
    said = tuple((words, capital(text)) for words, text in rows if text)
    return Table(headers=("The try", ""), rows=said, widths=(0.24, 0.76))


def risks(plan: Plan, state: SessionState) -> tuple[Block, ...]:
    """For each started change the way it is known to fail, and what stands in the way of that."""
    rows = tuple(
        (each.title, " ".join(each.risks) or each.premortem, _guards(each))
        for each, _ in _tried(plan, state)
        if each.risks or each.premortem
    )
    if not rows:
        return ()
    headers = ("Suppose it is dropped in six months", "Most likely because", "What stands in the way of that")
    return (Heading(text="What could go wrong"), Table(headers=headers, rows=rows, widths=(0.28, 0.38, 0.34)))


def _guards(initiative: Initiative) -> str:
    return " ".join([*(each.text for each in initiative.safeguards), *initiative.side_effects])


def _tried(plan: Plan, state: SessionState) -> list[tuple[Initiative, date]]:
    """The changes that begin, in the order of the plan, each with the day on which its numbers are looked at."""
    advice = state.recommendation
    looks = {each.initiative_id: plan.first_day(each.weeks[0]) for each in plan.steps if each.phase == "review"}
    order = dict.fromkeys(each.initiative_id for each in plan.steps if each.initiative_id in looks)
    found = [(advice.initiative(one) if advice else None, looks[one]) for one in order]
    return [(one, day) for one, day in found if one is not None]
