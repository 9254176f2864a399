"""Two versions of a plan in plain lines: what is decided otherwise, what comes first, which rules break or hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.domain.check_in import ChangeKind, PlanChange
from assistant.domain.plan import Plan, PlanDecision
from assistant.language.phrases import lower, say_day

ORDERED = ("now", "next")
"""Decisions that are carried out one after another."""


def diff(before: Plan, after: Plan) -> tuple[PlanChange, ...]:
    """What differs, the weightiest first; empty where the two say the same.

    A decision is set beside the one on the same work, whatever its way.
    """
    return (
        *_goals(before, after),
        *_decisions(before, after),
        *_order(before, after),
        *_rules(before, after),
        *_steps(before, after),
    )


def _goals(before: Plan, after: Plan) -> tuple[PlanChange, ...]:
    """Goals that came and went, and those of which it is said otherwise whether a step serves them."""
    old, new = ({_quoted(each): each for each in plan.goals} for plan in (before, after))
    gone = [_change("goal", f"No longer a goal: {goal}") for goal in old if goal not in new]
    come = [_change("goal", f"New goal: {goal}") for goal in new if goal not in old]
    told = [_change("goal", line) for goal, line in new.items() if goal in old and old[goal] != line]
    return (*gone, *come, *told)


def _quoted(line: str) -> str:
    """The goal itself, without what a plan says of it behind the quote."""
    goal, end, _ = line.partition("”")
    return f"{goal}{end}"


def _decisions(before: Plan, after: Plan) -> tuple[PlanChange, ...]:
    old = {_work(each): each for each in before.decisions}
    found = [_decision(old.get(_work(each)), each) for each in after.decisions]
    known = {_work(each) for each in after.decisions}
    gone = [each for each in before.decisions if _work(each) not in known]
    left = (_change("decision", f"No longer in the plan: {lower(each.title)}.") for each in gone)
    return (*(each for each in found if each), *left)


def _work(made: PlanDecision) -> str:
    """The piece of work that a decision is about; its way stands behind it in the initiative's id."""
    return made.initiative_id.partition(":")[0]


def _decision(old: PlanDecision | None, new: PlanDecision) -> PlanChange | None:
    if old is None:
        return _change("decision", f"New in the plan: {lower(new.title)} ({new.decision}).")
    if old.title != new.title:
        return _change("decision", f"{new.title}; before: {lower(old.title)}. {new.reason}".strip())
    if old.decision != new.decision:
        return _change("decision", f"{new.title}: {new.decision}, before it was {old.decision}. {new.reason}".strip())
    if old.numbers and new.numbers and old.numbers[0] != new.numbers[0]:
        return _change("range", f"{new.title}: {lower(new.numbers[0])}, before it was: {lower(old.numbers[0])}.")
    return None


def _order(before: Plan, after: Plan) -> tuple[PlanChange, ...]:
    """A line where what comes first among the steps still to do is not what it was."""
    old, new = _in_turn(before), _in_turn(after)
    shared = [each for each in old if each in new]
    if not new or shared == [each for each in new if each in old]:
        return ()
    titles = {each.initiative_id: each.title for each in after.decisions}
    return (_change("order", f"Comes first now: {lower(titles[new[0]])}."),)


def _in_turn(plan: Plan) -> list[str]:
    return [each.initiative_id for each in plan.decisions if each.decision in ORDERED]


def _rules(before: Plan, after: Plan) -> tuple[PlanChange, ...]:
    broken = tuple(_change("rule", f"Breaks now: {each}") for each in _new(after.broken_rules, before.broken_rules))
    held = tuple(_change("rule", f"No longer broken: {each}") for each in _new(before.broken_rules, after.broken_rules))
    return broken + held


def _new(these: Sequence[str], those: Sequence[str]) -> list[str]:
    return [each for each in these if each not in those]


def _steps(before: Plan, after: Plan) -> tuple[PlanChange, ...]:
    """The day on which the numbers of each try are looked at, where it moved."""
    old = _review_days(before)
    return tuple(
        _change("step", f"{title}: we look at the numbers on {say_day(day)}, not {say_day(old[initiative_id][1])}.")
        for initiative_id, (title, day) in _review_days(after).items()
        if initiative_id in old and old[initiative_id][1] != day
    )


def _review_days(plan: Plan) -> dict[str, tuple[str, date]]:
    """Title and day of each review by its initiative."""
    reviews = [each for each in plan.steps if each.phase == "review"]
    return {each.initiative_id: (each.title, plan.first_day(each.weeks[0])) for each in reviews}


def _change(kind: ChangeKind, text: str) -> PlanChange:
    return PlanChange(kind=kind, text=text)
