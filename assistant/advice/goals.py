"""Which of the owner's goals a step serves, and by which number."""

from __future__ import annotations

from assistant.domain.advice import Estimate, GoalLink
from assistant.domain.catalogue import ProcessKind
from assistant.domain.profile import Goal, GoalKind, Profile

CUSTOMER_WORK = frozenset({"answering", "selling", "delivering"})
HOURS_GOALS: frozenset[GoalKind] = frozenset({"time", "people", "stay small", "resilience", "exit", "growth"})
"""Goals that free hours serve: whoever wants to grow, rest, stay small or hand over needs hours first."""
LEAST_HOURS = 0.5


def goal_links(profile: Profile, kind: ProcessKind, made: Estimate) -> tuple[GoalLink, ...]:
    """A link for each goal that this step moves by a number that can be watched."""
    return tuple(link for goal in profile.goals if (link := _link(goal, kind, made)) is not None)


def _link(goal: Goal, kind: ProcessKind, made: Estimate) -> GoalLink | None:
    freed = made.hours_freed_per_week.mid or 0.0
    if goal.kind in HOURS_GOALS and freed >= LEAST_HOURS:
        return _to(goal, f"hours a week spent on {kind.name}", falls=True)
    if goal.kind in ("customers", "quality", "reach") and kind.family in CUSTOMER_WORK:
        return _to(goal, kind.measure.name, falls=kind.measure.falls)
    if goal.kind == "quality":
        return _to(goal, f"mistakes in {kind.name}", falls=True)
    if goal.kind == "money" and (kind.family in ("money", "stock", "selling") or (made.cash_per_year.mid or 0) > 0):
        return _to(goal, kind.measure.name, falls=kind.measure.falls)
    if _speaks_of(goal, kind) or (goal.kind == "other" and freed >= LEAST_HOURS):
        return _to(goal, f"hours a week spent on {kind.name}", falls=True)
    return None


def _to(goal: Goal, measure: str, falls: bool) -> GoalLink:
    return GoalLink(goal=goal.text, quote=goal.quote, measure_moved=measure, direction="down" if falls else "up")


def _speaks_of(goal: Goal, kind: ProcessKind) -> bool:
    words = goal.text.lower()
    return any(word in words for word in kind.words)


def uncovered(profile: Profile, served: frozenset[str]) -> tuple[str, ...]:
    """Goals that no step serves; the plan answers each with one honest line."""
    return tuple(goal.text for goal in profile.goals if goal.text not in served)
