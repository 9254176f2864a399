"""A flip is the smallest figure at which an estimate says something else."""

from __future__ import annotations

from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import UnknownName
from assistant.estimates.estimate import estimate, glance
from assistant.estimates.flips import Standpoint, crossing, with_changed
from tests.estimates.firms import at, fact, firm, setting

FLORIST = firm("invoicing", items_per_week=3.0, minutes_per_item=6.0)


def slack(items: float) -> float:
    """By how much a freed hour is cheap at a volume: below 0 it is not."""
    changed = with_changed(FLORIST, at("invoicing", "items_per_week"), items)
    made = estimate(changed, "invoicing", "nocode", setting(draws=500))
    price, hour = made.price_per_freed_hour.mid, made.loaded_cost_per_hour.mid
    return -5.0 if price is None or hour is None else log(0.5 * hour / price)


def standing(items: float, sign: float = 1.0) -> Standpoint:
    return Standpoint(value=items, slack=sign * slack(items))


@pytest.mark.parametrize("guess", [4.0, 20.0, 70.0, 119.0])
def test_it_is_the_nearest_value_that_turns_the_answer_wherever_the_search_begins(guess: float) -> None:
    value = crossing(slack, standing(3.0), guess, 120.0)
    assert value is not None
    assert value > 10
    assert slack(value * 1.03) > 0
    assert slack(value * 0.95) < 0


def test_from_above_it_is_where_the_answer_is_lost() -> None:
    rising = crossing(slack, standing(3.0), 60.0, 160.0)
    falling = crossing(lambda items: -slack(items), standing(160.0, -1.0), 60.0, 3.0)
    assert rising is not None
    assert falling == pytest.approx(rising, rel=0.05)


@settings(deadline=None)
@given(turns=st.floats(1.5, 35.0), guess=st.floats(1.01, 39.0), power=st.floats(0.3, 3.0), rises=st.booleans())
def test_every_crossing_of_a_power_law_is_found(turns: float, guess: float, power: float, rises: bool) -> None:
    """What turns at some factor of today's is found to a few percent, upward and downward."""

    def law(value: float) -> float:
        return power * (log(value) if rises else -log(value)) - power * log(turns)

    way = (lambda factor: factor) if rises else (lambda factor: 1 / factor)
    found = crossing(law, Standpoint(value=1.0, slack=law(1.0)), way(guess), way(40.0))
    assert found is not None
    assert law(found) > -0.04 * max(power, 1.0)
    assert law(found) < 0.15 * max(power, 1.0)


def test_what_is_enough_already_is_told_as_it_stands() -> None:
    assert crossing(lambda value: 1.0, Standpoint(value=7.0, slack=0.2), 9.0, 40.0) == 7.0


@pytest.mark.parametrize("far", [1.5, 40.0])
def test_none_where_no_value_within_reach_turns_it(far: float) -> None:
    assert crossing(lambda value: -1.0, Standpoint(value=1.0, slack=-1.0), 1.2, far) is None


def test_more_items_mean_more_hours_where_the_owner_told_hours() -> None:
    told = firm("invoicing", items_per_week=20.0, hours_per_week=(2.0, 4.0))
    changed = with_changed(told, at("invoicing", "items_per_week"), 40.0)
    hours = changed.fact(at("invoicing", "hours_per_week"))
    assert hours is not None
    assert hours.value == (4.0, 8.0)


def test_without_an_old_count_hours_follow_from_the_new_one() -> None:
    changed = with_changed(firm("invoicing", hours_per_week=3.0), at("invoicing", "items_per_week"), 40.0)
    assert changed.fact(at("invoicing", "hours_per_week")) is None


def test_other_figures_and_the_firms_move_alone() -> None:
    told = firm("invoicing", items_per_week=20.0, hours_per_week=3.0)
    changed = with_changed(told, at("firm", "wage_per_hour"), 30.0)
    assert changed.fact(at("firm", "wage_per_hour")) == fact(30.0)
    assert changed.processes == told.processes


def test_a_process_that_is_not_there_is_said_so() -> None:
    with pytest.raises(UnknownName, match="rota"):
        with_changed(FLORIST, at("rota", "items_per_week"), 3.0)


@pytest.mark.parametrize("means_id", ["acct", "simplify", "outsrc", "machine"])
def test_a_glance_is_the_middle_of_the_estimate(means_id: str) -> None:
    profile = firm("invoicing", people=4.0, items_per_week=30.0, minutes_per_item=9.0)
    whole, seen = (each(profile, "invoicing", means_id, setting()) for each in (estimate, glance))
    assert seen.hours_freed_per_week == whole.hours_freed_per_week.mid
    assert seen.price_per_freed_hour == whole.price_per_freed_hour.mid
    assert seen.loaded_cost_per_hour == whole.loaded_cost_per_hour.mid
    assert seen.above_ceiling == whole.above_ceiling
