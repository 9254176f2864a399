"""A flip is the smallest figure at which an estimate says something else."""

from __future__ import annotations

import pytest

from assistant.domain.advice import Estimate
from assistant.errors import UnknownName
from assistant.estimates.estimate import estimate
from assistant.estimates.flips import Search, flip_value, with_changed
from tests.estimates.firms import at, fact, firm, setting

FLORIST = firm("invoicing", items_per_week=3.0, minutes_per_item=6.0)


def is_cheap(made: Estimate) -> bool:
    price, hour = made.price_per_freed_hour.mid, made.loaded_cost_per_hour.mid
    return price is not None and hour is not None and price <= 0.5 * hour


def looking(high: float = 200.0) -> Search:
    path = at("invoicing", "items_per_week")
    return Search(process_id="invoicing", means_id="nocode", path=path, low=3.0, high=high)


def test_it_is_the_smallest_value_that_turns_the_answer() -> None:
    value = flip_value(FLORIST, looking(), is_cheap, setting(draws=500))
    assert value is not None
    path = at("invoicing", "items_per_week")
    above = estimate(with_changed(FLORIST, path, value), "invoicing", "nocode", setting(draws=500))
    below = estimate(with_changed(FLORIST, path, value * 0.97), "invoicing", "nocode", setting(draws=500))
    assert is_cheap(above)
    assert not is_cheap(below)
    assert value > 10


def test_none_where_no_value_turns_it() -> None:
    assert flip_value(FLORIST, looking(high=6.0), is_cheap, setting(draws=500)) is None


def test_the_low_end_where_it_holds_already() -> None:
    assert flip_value(FLORIST, looking(), lambda made: True, setting(draws=500)) == pytest.approx(3.0)


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
