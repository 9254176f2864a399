"""A flip is the smallest figure at which an estimate says something else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.domain.advice import Estimate
from assistant.errors import UnknownName
from assistant.estimates.estimate import estimate, glance
from assistant.estimates.flips import nearest_flip, with_changed
from tests.estimates.firms import at, fact, firm, setting

FLORIST = firm("invoicing", items_per_week=3.0, minutes_per_item=6.0)


def is_cheap(made: Estimate) -> bool:
    price, hour = made.price_per_freed_hour.mid, made.loaded_cost_per_hour.mid
    return price is not None and hour is not None and price <= 0.5 * hour


def cheap_at(value: float) -> bool:
    changed = with_changed(FLORIST, at("invoicing", "items_per_week"), value)
    return is_cheap(estimate(changed, "invoicing", "nocode", setting(draws=500)))


def test_it_is_the_nearest_value_that_turns_the_answer() -> None:
    value = nearest_flip(cheap_at, 3.0)
    assert value is not None
    assert value > 10
    assert cheap_at(value)
    assert not cheap_at(value * 0.97)


def test_from_above_it_is_where_the_answer_is_lost() -> None:
    rising, falling = nearest_flip(cheap_at, 3.0), nearest_flip(cheap_at, 100.0)
    assert rising is not None
    assert falling == pytest.approx(rising, rel=0.03)


@pytest.mark.parametrize(
    ("holds", "now"), [(lambda value: value > 1e6, 3.0), (lambda value: True, 3.0), (cheap_at, 0.0)]
)
def test_none_where_no_value_within_reach_turns_it(holds: Callable[[float], bool], now: float) -> None:
    assert nearest_flip(holds, now) is None


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
