"""The charts of a talk hold what its advice says."""

from __future__ import annotations

import pytest

from assistant.conversation.plumbline import Plumbline

TOLD = (
    "We are a joinery of 24 in Leeds. I want every quote out within two days. Quotes take Amrit about 8 hours a week, "
    "roughly 9 quotes a week. Chasing late payments takes Dee three hours a week."
)


def test_before_there_is_a_plan_there_is_no_chart(plumbline: Plumbline) -> None:
    session = plumbline.session("empty")
    assert session.charts() == ()


def test_charts_come_from_the_draws_of_the_advice(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    reply = session.say(TOLD)
    for _ in range(6):
        if reply.question is not None:
            reply = session.say(reply.question.choices[0] if reply.question.choices else "don't know")
    advice, plan, charts = reply.recommendation, reply.plan, session.charts()
    assert advice is not None
    assert plan is not None
    assert {"roadmap", "hours", "tornado", "alignment"} <= {each.kind for each in charts}
    numbers = [line for each in plan.decisions for line in each.numbers]
    hours = next(each for each in charts if each.kind == "hours")
    assert all(any(line.endswith(f" {said}") for line in numbers) for _, _, said in hours.behind.rows)
    for made in (each for each in charts if each.kind == "cash"):
        way = advice.initiative(made.initiative_id)
        assert way is not None
        if not way.cash_per_year.high:
            first_year = way.cost_first_year
            owed = [-each for each in (made.points[12].high, made.points[12].mid, made.points[12].low)]
            assert owed == pytest.approx([first_year.low, first_year.mid, first_year.high])
