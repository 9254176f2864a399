"""A flip is the smallest figure at which an estimate says something else."""

from __future__ import annotations

from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import UnknownName
from assistant.estimates.estimate import estimate, price_of
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


def test_the_price_of_a_means_is_what_an_offer_takes_the_place_of() -> None:
    """The usual price told as an offer costs the same: set-up help and upkeep are no part of it."""
    usual, shared = firm("invoicing", items_per_week=30.0, minutes_per_item=9.0, people=4.0), setting()
    price = price_of(usual, "invoicing", "acct", shared)
    before = estimate(usual, "invoicing", "acct", shared).cost_per_year_after.mid
    offered = usual.with_fact(at("invoicing", "wanted_means"), fact("acct")).with_fact(
        at("invoicing", "offer_per_month"), fact(price.per_month)
    )
    told = estimate(offered, "invoicing", "acct", shared).cost_per_year_after.mid
    assert before is not None
    assert told == pytest.approx(before, rel=0.05)
    assert price.per_month < 0.92 * before / 12
    assert price_of(offered, "invoicing", "acct", shared).per_month == pytest.approx(price.per_month, rel=0.06)
    assert price_of(offered, "invoicing", "acct", shared).once == price.once


def test_hours_that_move_with_the_count_are_worked_out() -> None:
    told = firm("invoicing", items_per_week=20.0, hours_per_week=3.0)
    moved = with_changed(told, at("invoicing", "items_per_week"), 40.0).fact(at("invoicing", "hours_per_week"))
    assert moved is not None
    assert (moved.value, moved.basis) == (6.0, "computed")


def test_the_owners_hours_go_on_counting_where_count_and_minutes_would_say_otherwise() -> None:
    """Ten hours against 20 of ten minutes: a count that is a little higher does not throw the hours away."""
    told = firm("invoicing", items_per_week=20.0, minutes_per_item=10.0, hours_per_week=10.0)
    more = with_changed(told, at("invoicing", "items_per_week"), 20.2)
    before, after = (estimate(each, "invoicing", "acct", setting()).hours_today_per_week.mid for each in (told, more))
    assert after == pytest.approx(before, rel=0.03)
