"""The gap between plan and check-in, taken apart: the parts add up, and each says what it is."""

from __future__ import annotations

import doctest
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain import due
from assistant.domain.check_in import Actuals, Expected, Trial, Variance
from assistant.planning import stop
from assistant.planning import variance as taken_apart
from assistant.planning.stop import stop_rule
from assistant.planning.variance import variance

PLANNED = Expected(
    items_per_week=40,
    minutes=9,
    minutes_new=3,
    exceptions=0.1,
    exception_minutes=10,
    share=0.6,
    upkeep_hours_per_week=0.25,
    cost=30,
)
FIGURE = st.one_of(st.none(), st.integers(0, 200))


def gap(**told: object) -> Variance:
    return variance(PLANNED, Actuals.model_validate(told), ("invoice", "invoices"), "GBP")


def part(made: Variance, name: str) -> float:
    return next(each.hours_per_week for each in made.factors if each.name == name)


@pytest.mark.parametrize("module", [due, stop, taken_apart])
def test_the_worked_numbers_come_out(module: object) -> None:
    results = doctest.testmod(module)  # type: ignore[arg-type]  # the three modules above
    assert results.attempted > 0
    assert results.failed == 0


@given(items=FIGURE, new=FIGURE, minutes=FIGURE, hours=FIGURE, upkeep_hours=FIGURE, wrong=FIGURE)
def test_the_parts_add_up_to_the_gap_whatever_was_counted(**told: int | None) -> None:
    made = gap(**told)
    assert sum(each.hours_per_week for each in made.factors) == pytest.approx(made.gap, abs=1e-6)


def test_as_planned_there_is_no_gap_and_it_says_so() -> None:
    made = gap(items=40, new=24, minutes=3)
    assert made.gap == pytest.approx(0)
    assert made.text == (
        "It frees about 2.1 h a week now; the plan had 2.1 h a week for this month. That is as planned.",
    )


def test_each_cause_alone_explains_the_whole_gap() -> None:
    for name, told in (
        ("volume", {"items": 20, "new": 12, "minutes": 3}),
        ("adoption", {"items": 40, "new": 8, "minutes": 3}),
        ("minutes", {"items": 40, "new": 24, "minutes": 5}),
        ("upkeep", {"items": 40, "new": 24, "minutes": 3, "upkeep_hours": 2}),
    ):
        made = gap(**told)
        assert part(made, name) == pytest.approx(made.gap)
        assert made.gap < -0.3


def test_what_went_wrong_is_told_apart_from_what_ran_through() -> None:
    made = gap(items=40, new=24, minutes=3, wrong=6)
    assert part(made, "exceptions") < 0 < part(made, "minutes")
    assert made.gap == pytest.approx(0)


def test_hours_now_stand_for_minutes() -> None:
    by_minutes = gap(items=40, new=24, minutes=4)
    hours_now = (24 * 4 + 16 * 9) / 60
    assert gap(items=40, new=24, hours=hours_now).actual_hours == pytest.approx(by_minutes.actual_hours)


def test_a_month_counts_as_its_weeks() -> None:
    assert gap(items=160, new=96, minutes=3, weeks=4).gap == pytest.approx(0)


def test_cost_is_told_beside_the_hours() -> None:
    assert gap(items=40, new=24, minutes=3, cost=45).text[-1] == "It has cost £45 so far, planned £30: £15 more."


@pytest.mark.parametrize(
    ("chance", "day", "verdict"),
    [
        (0.9, date(2027, 3, 1), "broken"),
        (0.9, date(2027, 2, 1), "not yet"),
        (0.5, date(2027, 3, 1), "not yet"),
        (0.1, date(2027, 2, 1), "held"),
    ],
)
def test_the_line_breaks_only_on_its_day_and_when_it_is_likely_enough(chance: float, day: date, verdict: str) -> None:
    tried = Trial(
        process_id="invoicing", means_id="acct", began=date(2027, 1, 1), stop_below_hours=1, stop_on=date(2027, 3, 1)
    )
    rule = stop_rule(tried, chance, day)
    assert rule is not None
    assert rule.verdict == verdict
    assert stop_rule(tried.model_copy(update={"stop_on": None}), chance, day) is None
