"""What an estimate shows of its draws: three figures of each, the split, what it hangs on and what was assumed."""

from __future__ import annotations

from math import isfinite

import numpy as np
import pytest

from assistant.domain.advice import Estimate
from assistant.domain.facts import Fact, Range
from assistant.domain.profile import Business, Profile
from assistant.estimates.draws import Draws
from assistant.estimates.estimate import (
    EstimateSetting,
    country_of,
    estimate,
    estimate_means,
    hours_today,
    money_rate,
)
from assistant.estimates.inputs import job_inputs
from assistant.estimates.memo import Memo
from assistant.estimates.outcome import Luck, Outcome, outcome
from assistant.estimates.outlook import outlook
from tests.estimates.firms import BRITAIN, at, fact, firm, setting

BUSY = firm(
    "bill_entry", hours_per_week=40.0, items_per_week=370.0, posts_expected_to_go=1.0, cash_per_error=18.0,
    lost_sales_per_month=900.0,
).with_fact(at("firm", "contribution_margin"), fact(0.4))  # fmt: skip
DRAWS = 333


def shared(draws: int = DRAWS) -> EstimateSetting:
    return setting(draws=draws)


def both(means_id: str = "machine", profile: Profile = BUSY) -> tuple[Estimate, Outcome]:
    """The estimate, and the draws that it is made of."""
    one = shared()
    catalogue = one.catalogue
    job = job_inputs(profile, catalogue.process("bill_entry"), catalogue.way(means_id), one)
    return estimate(profile, "bill_entry", means_id, one), outcome(job, Luck(one.seed, DRAWS))


def assert_shown(one: Range | None, values: Draws, unit: str) -> None:
    """Each end is the least draw that has its share of the draws at or below it."""
    assert one is not None
    assert one.unit == unit
    for end, share in ((one.low, 0.1), (one.mid, 0.5), (one.high, 0.9)):
        least = min(each for each in values.tolist() if np.mean(values <= each) >= share)
        assert end == (pytest.approx(least) if isfinite(least) else None)


@pytest.mark.parametrize("means_id", ["machine", "capture", "simplify"])
def test_each_result_is_shown_by_three_of_its_draws(means_id: str) -> None:
    made, found = both(means_id)
    work, freed, outside = found.work, found.freed, found.outside
    assert_shown(made.hours_today_per_week, work.hours, "h/week")
    assert_shown(made.cost_today_per_year, work.cost_per_year, "GBP/year")
    assert_shown(made.loaded_cost_per_hour, work.loaded_cost, "GBP/h")
    assert_shown(made.hours_freed_per_week, freed.net, "h/week")
    assert_shown(made.gross_hours_freed_per_week, freed.gross, "h/week")
    assert_shown(made.upkeep_hours_per_week, freed.upkeep, "h/week")
    assert_shown(made.setup_hours, found.setup_hours, "h")
    assert_shown(made.cash_per_year, found.gains.cash * 12, "GBP/year")
    assert_shown(made.margin_per_year, found.gains.margin * 12, "GBP/year")
    assert_shown(made.cost_first_year, outside.setup + outside.in_year(1), "GBP")
    assert_shown(made.cost_per_year_after, outside.in_year(2), "GBP/year")
    assert_shown(made.total_cost, outside.total(made.horizon_months), "GBP")
    assert_shown(made.npv, found.npv, "GBP")
    assert_shown(made.payback_months, found.payback, "months")


@pytest.mark.parametrize(("means_id", "months"), [("machine", 60), ("capture", 36)])
def test_an_hours_price_is_over_the_horizon_with_set_up(means_id: str, months: int) -> None:
    made, found = both(means_id)
    assert made.horizon_months == months
    yearly = found.freed.net * found.work.weeks
    hours, total = yearly * months / 12 - found.setup_hours, found.outside.total(months)
    assert_shown(made.price_per_freed_hour, np.where(hours > 0, total / hours, np.inf), "GBP/h")


def test_the_chance_of_a_gain_is_the_share_of_draws_that_gain() -> None:
    made, found = both("capture")
    assert 0 < made.probability_npv_positive < 1
    assert made.probability_npv_positive == pytest.approx(sum(each > 0 for each in found.npv) / DRAWS)


def test_a_gain_of_pennies_is_a_gain() -> None:
    tiny = firm("bill_entry", items_per_week=10.0, cash_per_error=0.01)
    made = estimate(tiny, "bill_entry", "simplify", shared())
    assert 0 < (made.npv.high or 0) < 1
    assert made.probability_npv_positive > 0.9


def test_a_yes_or_no_splits_the_value_in_two_columns() -> None:
    _, found = both("capture")
    happens = found.gains.happens
    assert happens is not None
    yes, no = outlook(BUSY, "bill_entry", "capture", shared()).columns
    assert yes.likelihood == pytest.approx(float(happens.mean()))
    assert no.likelihood == pytest.approx(1 - yes.likelihood)
    assert_shown(yes.npv, found.npv[happens > 0], "GBP")
    assert_shown(no.npv, found.npv[happens == 0], "GBP")
    assert yes.when != no.when


def test_a_side_that_never_comes_is_no_column() -> None:
    small = firm("bill_entry", hours_per_week=4.0, posts_expected_to_go=1.0)
    (only,) = outlook(small, "bill_entry", "capture", shared()).columns
    assert only.likelihood == 1.0
    assert "nobody" in only.when


def test_money_is_named_as_money_where_no_currency_is_known() -> None:
    made = estimate(Profile(), "bill_entry", "capture", shared())
    assert (made.npv.unit, made.loaded_cost_per_hour.unit, made.cost_per_year_after.unit) == (
        "money", "money/h", "money/year",
    )  # fmt: skip


def test_a_result_hangs_on_what_moves_cash_where_there_is_cash_and_else_hours() -> None:
    with_cash, without = (
        {each.name for each in outlook(profile, "bill_entry", "capture", shared()).drivers[:4]}
        for profile in (BUSY, firm("bill_entry", hours_per_week=(20.0, 60.0)))
    )
    assert "posts_expected_to_go" in with_cash
    assert "hours_per_week" in without


def test_what_was_assumed_is_named_and_what_was_told_is_not() -> None:
    made = estimate(firm("bill_entry", items_per_week=370.0, exception_share=0.1), "bill_entry", "capture", shared())
    assert {"minutes_per_item", "covered_share", "setup_cost"} <= set(made.assumed)
    assert not {"items_per_week", "exception_share"} & set(made.assumed)


def test_a_memory_keeps_apart_what_differs() -> None:
    """One memory for all: another firm, way, number of draws or seed is another estimate."""
    memory = Memo()
    richer = BUSY.with_fact(at("firm", "wage_per_hour"), fact(40.0))
    slower = BUSY.with_fact(at("bill_entry", "hours_per_week"), fact(60.0))
    cases = [
        (profile, means_id, shared().model_copy(update=changed))
        for profile in (BUSY, richer, slower)
        for means_id in ("capture", "useown")
        for changed in ({}, {"seed": 7}, {"draws": 50})
    ]
    alone = [estimate(profile, "bill_entry", means_id, one) for profile, means_id, one in cases]
    for _ in range(2):
        for (profile, means_id, one), wanted in zip(cases, alone, strict=True):
            remembering = one.model_copy(update={"memo": memory})
            assert estimate(profile, "bill_entry", means_id, remembering) == wanted
    assert len({each.model_dump_json() for each in alone}) == len(cases)


def test_a_memory_answers_from_what_it_holds() -> None:
    remembering = shared().model_copy(update={"memo": Memo()})
    first, again = (estimate(BUSY, "bill_entry", "capture", remembering) for _ in range(2))
    assert again is first


@pytest.mark.parametrize("code", ["GB", "gb"])
def test_a_country_is_known_by_its_code(code: str) -> None:
    told = Profile(business=Business(country=Fact(value=code)))
    assert country_of(told, shared().catalogue) == BRITAIN
    assert country_of(Profile(), shared().catalogue) is None


def test_prices_of_the_catalogue_are_turned_into_own_money() -> None:
    north = BRITAIN.model_copy(update={"code": "SE", "money_per_neutral": 11.0})
    catalogue = shared().catalogue.model_copy(update={"countries": (north,)})
    assert money_rate(Profile(business=Business(country=Fact(value="SE"))), catalogue) == 11.0
    assert money_rate(Profile(), catalogue) == 1.0


def test_the_country_counts_wherever_an_estimate_is_made() -> None:
    """A wage that nobody told is the country's: in the estimate and in an estimate of other terms."""
    profile = firm("invoicing", hours_per_week=6.0).with_fact(at("firm", "wage_per_hour"), None)
    catalogue = shared().catalogue
    made = estimate(profile, "invoicing", "acct", shared())
    terms = estimate_means(profile, catalogue.process("invoicing"), catalogue.way("acct"), shared())
    assert made == terms
    assert made.loaded_cost_per_hour.mid == pytest.approx(13.5 * 1.28, rel=0.05)


@pytest.mark.parametrize(("times", "above"), [(0.99, False), (1.01, True)])
@pytest.mark.parametrize("means_id", ["machine", "capture"])
def test_the_ceiling_is_what_the_work_costs_in_a_year(means_id: str, times: float, above: bool) -> None:
    """A means that costs only by the month, without rises: just under and just over the cost of the work."""
    catalogue, one = shared().catalogue, shared()
    profile = firm("bill_entry", hours_per_week=(10.0, 10.0), items_per_week=(60.0, 60.0), active_weeks=48.0)
    still = one.priors.defaults.price_rise.model_copy(update={"spread": (0.0, 0.0, 0.0)})
    free = one.priors.defaults.outside_help.model_copy(update={"spread": (0.0, 0.0, 0.0)})
    defaults = one.priors.defaults.model_copy(update={"price_rise": still, "outside_help": free})
    quiet = one.model_copy(update={"priors": one.priors.model_copy(update={"defaults": defaults})})
    work = estimate(profile, "bill_entry", means_id, quiet).cost_today_per_year.mid or 0.0
    nothing = dict.fromkeys(("setup_cost", "cost_per_person_month", "cost_per_item", "upkeep_cost_share"), (0.0,) * 3)
    priced = catalogue.way(means_id).model_copy(update={**nothing, "cost_per_month": (work * times / 12,) * 3})
    assert estimate_means(profile, catalogue.process("bill_entry"), priced, quiet).above_ceiling is above


def test_hours_today_are_those_of_the_firms_own_facts() -> None:
    found = hours_today(
        firm("invoicing", items_per_week=(30.0, 30.0), minutes_per_item=(10.0, 10.0)), "invoicing", shared()
    )
    assert (found.low, found.mid, found.high, found.unit) == (5.0, 5.0, 5.0, "h/week")
