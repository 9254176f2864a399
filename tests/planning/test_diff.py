"""Two versions of a plan: what differs is told in plain lines, what does not is not."""

from __future__ import annotations

from datetime import date, timedelta

from assistant.domain.plan import Plan, PlanDecision, Step
from assistant.planning.diff import diff

MONDAY = date(2027, 1, 4)


def decision(id_: str, title: str, word: str, frees: str = "Frees 2 h a week") -> PlanDecision:
    return PlanDecision(
        initiative_id=id_, title=title, decision=word, reason="", numbers=(frees,), rules=(), changes_when=()
    )


def review(id_: str, title: str, week: int) -> Step:
    return Step(
        n=1,
        what="",
        initiative_id=id_,
        owner="you",
        weeks=(week, week),
        hours=1,
        done_when="",
        phase="review",
        title=title,
    )


def plan(*decisions: PlanDecision, **more: object) -> Plan:
    return Plan(title="Plan", made_on=MONDAY, week_one=MONDAY, decisions=decisions).model_copy(update=more)


def lines(before: Plan, after: Plan) -> list[str]:
    return [each.text for each in diff(before, after)]


A, B = decision("a:x", "Reminders", "now"), decision("b:y", "Quotes", "next")


def test_the_same_plan_says_nothing() -> None:
    assert diff(plan(A, B), plan(A, B)) == ()


def test_another_decision_another_number_and_what_comes_and_goes() -> None:
    later = A.model_copy(update={"decision": "leave it", "reason": "Too few came."})
    assert lines(plan(A), plan(later)) == ["Reminders: leave it, before it was now. Too few came."]
    more = A.model_copy(update={"numbers": ("Frees 3 h a week",)})
    assert lines(plan(A), plan(more)) == ["Reminders: frees 3 h a week, before it was: frees 2 h a week."]
    other = decision("a:z", "Leave it as it is", "leave it").model_copy(update={"reason": "Too few came."})
    assert lines(plan(A), plan(other)) == ["Leave it as it is; before: reminders. Too few came."]
    assert lines(plan(A), plan(B)) == ["New in the plan: quotes (next).", "No longer in the plan: reminders."]


def test_another_order_names_what_comes_first() -> None:
    assert lines(plan(A, B), plan(B, A)) == ["Comes first now: quotes."]


def test_goals_and_rules() -> None:
    found = diff(plan(goals=("evenings",), broken_rules=("DL01",)), plan(goals=("sell it",), broken_rules=("MS02",)))
    assert [(each.kind, each.text) for each in found] == [
        ("goal", "No longer a goal: evenings"),
        ("goal", "New goal: sell it"),
        ("rule", "Breaks now: MS02"),
        ("rule", "No longer broken: DL01"),
    ]


def test_a_goal_that_is_served_no_more_is_the_same_goal() -> None:
    after = "“evenings”. None of these steps serves that."
    assert lines(plan(goals=("“evenings”.",)), plan(goals=(after,))) == [after]


def test_a_look_at_the_numbers_that_moved() -> None:
    before = plan(A, steps=(review("a:x", "Reminders", 3),))
    after = plan(A, steps=(review("a:x", "Reminders", 5),))
    day = MONDAY + timedelta(weeks=4)
    assert lines(before, after) == [
        f"Reminders: we look at the numbers on {day.day} February 2027, not 18 January 2027."
    ]
