"""Formulas worked by hand where a slip would hide: at a limit, at nil, and with every term of its own size."""

from __future__ import annotations

from collections.abc import Callable
from math import inf

import numpy as np
import pytest

from assistant.estimates import ceiling, costs, finance, hours, labour, ledgers, mistakes
from assistant.estimates.draws import Number, bernoulli, lognormal, pert, substream

DOUBLING = 2.0**12 - 1
"""A yearly rate at which money doubles each month: sums come out in halves, quarters and eighths."""
SUMS: list[tuple[Callable[..., Number], tuple[float, ...], float]] = [
    (hours.hours_today, (90, 4), 6.0),
    (hours.minutes_from_hours, (6, 90), 4.0),
    (hours.items_from_hours, (6, 4), 90.0),
    (hours.yearly, (3, 46), 138),
    (hours.freed_hours, (120, 5, 0.5, 2), 3.0),
    (labour.loaded_cost, (20, 1.3), 26.0),
    (labour.labour_factor, (0.2, 12), 1.56),
    (labour.labour_factor, (0.2, 0), 1.2),
    (labour.labour_factor_from_share, (0.2,), 1.25),
    (mistakes.errors_per_year, (50, 40, 0.03), 60.0),
    (mistakes.rework_hours_per_year, (60, 15), 15.0),
    (mistakes.error_cash_per_year, (60, 7), 420),
    (mistakes.error_margin_per_year, (60, 0.1, 30), 180.0),
    (mistakes.error_cost_per_year, (15, 20, 420, 180), 900),
    (mistakes.batch_error_cash, (0.2, 50, 7), 70.0),
    (costs.subscription_per_month, (29, 12, 3), 65.0),
    (costs.subscription_per_month, (29, 12, 3, 5), 70),
    (costs.usage_per_year, (70, 0.5, 40, 0.03), 42.0),
    (costs.usage_with_overage, (1_200, 1_000, 0.02), 5.0),
    (costs.usage_with_overage, (1_200, 1_000, 0.02, 2.0), 8.0),
    (costs.usage_with_overage, (1_000, 1_000, 0.02), 0.0),
    (costs.usage_with_overage, (800, 1_000, 0.02), 0.0),
    (costs.risen, (100, 0.5, 1), 100),
    (costs.risen, (100, 0.5, 2), 150.0),
    (costs.risen, (100, 0.5, 3), 225.0),
    (costs.risen_sum, (100, 0.5, 12), 1_200.0),
    (costs.risen_sum, (100, 0.5, 13), 1_350.0),
    (costs.risen_sum, (100, 0.5, 7), 700.0),
    (costs.risen_sum, (100, 0.5, 30), 4_350.0),
    (costs.risen_sum, (100, 0.5, 0), 0.0),
    (costs.total_cost, (500, 100, 10, 0.5, 13), 1_980.0),
    (costs.training_hours, (3, 4), 12),
    (costs.own_hours_cost, (12, 20), 240),
    (costs.exit_cost, (6, 15, 2, 24), 138),
    (costs.doing_nothing, (30, 20, 50, 6), 3_900),
    (costs.doing_nothing_growing, (100, 0.5, 1.0, 3), 1_300.0),
    (costs.doing_nothing_growing, (100, 0.5, 1.0, 1), 100.0),
    (ledgers.cash_of_hours, (6, 48, 20), 480.0),
    (ledgers.recovered_margin, (4_000, 0.15, 0.4), 240.0),
    (ledgers.cash_released_once, (36_500, 10), 1_000.0),
    (ledgers.yearly_gain_of_release, (1_000, 0.12), 120.0),
    (ceiling.work_costs_today, (150, 16), 2_400),
    (ceiling.highest_price_per_year, (100, 20), 1_000.0),
    (ceiling.highest_price_per_year, (100, 20, 0.25), 500.0),
    (ceiling.highest_price_per_year, (-100, 20), 0.0),
    (ceiling.highest_price_per_year, (0.5, 20), 5.0),
    (finance.monthly_rate, (DOUBLING,), 1.0),
    (finance.present_value_of_level, (8, DOUBLING, 3), 7.0),
    (finance.present_value_of_level, (-8, DOUBLING, 3), -7.0),
]


@pytest.mark.parametrize(("formula", "terms", "wanted"), SUMS)
def test_a_sum_worked_by_hand(formula: Callable[..., Number], terms: tuple[float, ...], wanted: float) -> None:
    assert formula(*terms) == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("terms", "freed"),
    [
        ((0.5, 0.8, 2.0, 0.25, 1.4), 1.75),
        ((0.5, 0.8, 2.0, 0.25), 2.25),
        ((1.0, 0.0, 3.0, 0.0), -3.0),
        ((1.0, 1.0, 0.0, 1.0, 3.0), -20.0),
    ],
)
def test_minutes_freed_an_item(terms: tuple[float, ...], freed: float) -> None:
    assert hours.freed_minutes_per_item(10, hours.Handling(*terms)) == pytest.approx(freed)


@pytest.mark.parametrize(("month", "use"), [(1, 0.2), (2, 0.5), (3, 0.6), (4, 0.6)])
def test_use_grows_by_the_ramp_and_stays_at_its_plateau(month: int, use: float) -> None:
    ramp = (0.2, 0.5, 0.7)
    assert hours.adoption_in_month(month, 0.6, ramp) == use
    drawn = hours.adoption_in_month(month, np.array([0.1, 0.6, 0.9]), ramp)
    step = ramp[month - 1] if month <= 3 else 1.0
    assert np.asarray(drawn).tolist() == [0.1, use, min(0.9, step)]


def test_a_whole_plateau_is_a_figure_too() -> None:
    assert hours.adoption_in_month(1, 1, (0.2,)) == 0.2


def test_a_claim_is_taken_back_step_by_step() -> None:
    """600 items of 10 minutes are 100 hours; every correction has a size of its own."""
    steps = hours.claimed_to_freed(0.9, 600, 10, hours.Handling(0.5, 0.8, 2.0, 0.25, 1.4), 0.8, 3)
    assert [each.hours for each in steps] == pytest.approx([90.0, 45.0, 33.75, 22.5, 17.5, 14.0, 11.0])
    assert len({each.name for each in steps}) == 7


@pytest.mark.parametrize(
    ("cost", "work", "above"),
    [(200.0, 100.0, True), (100.0, 100.0, True), (99.0, 100.0, False), (0.5, 0.5, True), (0.0, 0.0, False)],
)
def test_the_ceiling_is_reached_at_what_the_work_costs(cost: float, work: float, above: bool) -> None:
    assert ceiling.costs_more_than_the_work(cost, work) is above


@pytest.mark.parametrize(
    ("freed", "posts", "gone"),
    [
        (5.9, 1.0, 0.0),
        (6.0, 1.0, 6.0),
        (8.5, 1.0, 8.0),
        (9.0, 1.0, 9.0),
        (14.0, 1.0, 12.0),
        (30.0, 1.0, 30.0),
        (50.0, 1.0, 40.0),
        (-5.0, 1.0, 0.0),
        (11.9, 2.0, 0.0),
        (12.0, 2.0, 12.0),
        (100.0, 2.0, 80.0),
        (50.0, 0.5, 20.0),
        (50.0, 0.3, 12.0),
        (50.0, 0.2, 8.0),
        (50.0, 0.19, 0.0),
    ],
)
@pytest.mark.parametrize("sizes", [(8.0, 12.0, 20.0, 40.0), (40.0, 8.0, 20.0, 12.0)])
def test_hours_leave_in_posts(freed: float, posts: float, gone: float, sizes: tuple[float, ...]) -> None:
    assert ledgers.post_hours_gone(np.array([freed, 0.0]), sizes, posts).tolist() == [gone, 0.0]


def test_no_post_is_larger_than_a_full_one() -> None:
    assert float(ledgers.post_hours_gone(200.0, (20.0, 60.0), 2.0)) == 40.0


def test_it_is_one_post_unless_more_are_named() -> None:
    assert float(ledgers.post_hours_gone(24.0, (12.0, 40.0))) == 12.0


def test_a_freed_hour_costs_what_is_paid_for_it_and_has_no_price_where_none_is_freed() -> None:
    assert ledgers.price_per_freed_hour(60.0, np.array([20.0, 0.5, 0.0, -5.0])).tolist() == [3.0, 120.0, inf, inf]
    assert ledgers.price_per_freed_hour(np.array([60.0, 0.0]), 20.0).tolist() == [3.0, 0.0]
    assert ledgers.price_per_freed_hour(0.0, np.array([0.0, -1.0])).tolist() == [inf, inf]


def test_value_today_is_of_each_draw_by_itself() -> None:
    flows = np.array([[8.0, 2.0], [8.0, 4.0], [8.0, 8.0]])
    assert finance.net_present_value(np.array([3.0, 5.0]), flows, DOUBLING) == pytest.approx([4.0, -2.0])
    assert finance.running_total(np.array([3.0, 5.0]), flows).tolist() == [[5.0, -3.0], [13.0, 1.0], [21.0, 9.0]]


@pytest.mark.parametrize(
    ("outlay", "flows", "months"),
    [
        (0.0, [0.0, 0.0], 0.0),
        (0.0, [5.0, 5.0], 0.0),
        (0.004, [0.0, 0.0], 0.0),
        (0.005, [0.0, 0.0], 0.0),
        (0.006, [0.0, 0.0], inf),
        (0.005, [1.0, 0.0], 0.0),
        (0.005, [0.0, 1.0], 0.0),
        (0.0, [-1.0, -1.0], inf),
        (-5.0, [-2.0, -2.0], 0.0),
        (-5.0, [-3.0, -3.0], inf),
        (100.0, [60.0, 40.0], 2.0),
        (100.0, [60.0, 39.997], 2.0),
        (100.0, [60.0, 39.99], inf),
        (100.0, [60.0, 39.99, 1.0], 3.0),
        (100.0, [100.0, 0.0, 0.0], 1.0),
        (100.0, [120.0, -30.0, 5.0, 20.0], 4.0),
        (100.0, [120.0, -30.0, 5.0], inf),
        (0.0, [-10.0, 20.0, 1.0], 2.0),
        (-3.0, [-2.0, 1.0], 0.0),
        (0.5, [1.0, 0.0], 1.0),
        (100.0, [0.5, 0.5], inf),
    ],
)
def test_it_has_paid_back_when_nothing_is_owed_any_more(outlay: float, flows: list[float], months: float) -> None:
    assert float(finance.payback_months(outlay, np.array(flows))) == months
    both = finance.payback_months(np.array([outlay, 1.0]), np.array([[each, 2.0] for each in flows]))
    assert both.tolist() == [months, 1.0]
    drawn = finance.payback_months(np.array([outlay, 9.0]), np.array([[each, 0.0] for each in flows]))
    assert drawn.tolist() == [months, inf]


def test_each_draw_that_only_pays_has_paid_back_at_once_or_never() -> None:
    """Money in hand of 5 outlasts two payments of 2, and not two of 3."""
    both = finance.payback_months(np.array([-5.0, -5.0]), np.array([[-2.0, -3.0], [-2.0, -3.0]]))
    assert both.tolist() == [0.0, inf]


STRATA = substream("edges", 1, 2_001)


def test_draws_have_their_middle_in_the_middle_and_rise_with_their_strata() -> None:
    for sampler in (lognormal, pert):
        values = sampler((4.0, 6.0, 8.0), STRATA)
        in_order = values[np.argsort(STRATA)]
        assert in_order[1_000] == pytest.approx(6.0)
        assert bool(np.all(np.diff(in_order) > 0))
        assert np.percentile(values, [10, 90]) == pytest.approx([4.0, 8.0], rel=0.01)


def test_draws_are_cut_at_the_ends_they_may_not_pass() -> None:
    wide = pert((0.2, 0.5, 0.9), STRATA, least=0.15, most=0.95)
    assert (wide.min(), wide.max()) == (0.15, 0.95)
    free = pert((-5.0, 1.0, 9.0), STRATA)
    assert free.min() == 0.0
    assert free.max() > 15


@pytest.mark.parametrize(("probability", "yes"), [(0.0, 0), (0.25, 500), (1.0, 2_001)])
def test_as_many_draws_are_yes_as_their_share(probability: float, yes: int) -> None:
    assert bernoulli(probability, STRATA).sum() == pytest.approx(yes, abs=1)
    assert bernoulli(probability, STRATA)[STRATA.argmax()] == (probability == 1.0)


def test_a_lognormal_needs_more_than_nothing() -> None:
    assert lognormal((0.001, 0.5, 0.9), STRATA).min() > 0
    with pytest.raises(ValueError, match=r"not 0\.0"):
        lognormal((0.0, 0.5, 0.9), STRATA)
