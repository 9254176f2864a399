"""The whole of one outcome worked by hand, every term with a size of its own: 120 items of 10 minutes a week."""

from __future__ import annotations

from math import inf

import numpy as np
import pytest

from assistant.estimates.draws import Draws
from assistant.estimates.inputs import job_inputs
from assistant.estimates.job import ErrorInputs, Input, JobInputs, Mechanism, SalesInputs
from assistant.estimates.outcome import Luck, Outcome, outcome, workload
from tests.estimates.firms import firm, setting

N = 8
FIGURES = {
    "items_per_week": 120.0, "minutes_per_item": 10.0, "active_weeks": 48.0, "covered_share": 0.5,
    "removed_share": 0.8, "review_minutes": 1.0, "exception_share": 0.1, "exception_factor": 1.5, "adoption": 0.8,
    "wage_per_hour": 20.0, "labour_factor": 1.25, "people": 3.0, "setup_hours": 12.0, "setup_cost": 600.0,
    "setup_overrun": 1.5, "cost_per_month": 30.0, "cost_per_person_month": 5.0, "cost_per_item": 0.1,
    "upkeep_hours_per_month": 4.0, "upkeep_cost_share": 0.2, "price_rise": 0.5, "outside_help_per_year": 60.0,
}  # fmt: skip
SETUP, MONTHLY, UPKEEP = 900.0, 69.0, 20.0
"""600 * 1.5; 30 + 5 * 3 + 120 * 0.5 * 48 * 0.1 / 12; (900 * 0.2 + 60) / 12."""


def exactly(name: str, value: float) -> Input:
    """An input without doubt."""
    return Input(name=name, spread=(value, value, value), unit="", basis="owner", stream=name)


def job(**changes: object) -> JobInputs:
    """The job of which every figure is known; further fields as given."""
    catalogue = setting().catalogue
    kind, means = catalogue.process("invoicing"), catalogue.way("acct")
    made = job_inputs(firm("invoicing", items_per_week=120.0), kind, means, setting())
    known = {name: exactly(name, value) for name, value in FIGURES.items()}
    rest = {
        "hours_per_week": None,
        "discount_rate": 0.0,
        "horizon_months": 12,
        "adoption_ramp": (),
        "post_sizes": (2.0, 8.0),
    }
    return made.model_copy(update=known | rest | changes)


def worked(**changes: object) -> Outcome:
    return outcome(job(**changes), Luck(1, N))


def the(values: Draws) -> float:
    """The one figure that all draws are."""
    assert len(set(np.asarray(values).tolist())) == 1
    return float(values[0])


ERRORS = ErrorInputs(
    error_rate=exactly("error_rate", 0.05), errors_removed=exactly("errors_removed", 0.5),
    cash_per_error=exactly("cash_per_error", 10.0),
)  # fmt: skip
SALES = SalesInputs(
    lost_sales_per_month=exactly("lost", 1_000.0), sales_recovered=exactly("recovered", 0.2),
    contribution_margin=exactly("margin", 0.4),
)  # fmt: skip
SAVED_ERRORS = 96.0
"""120 * 48 * 0.05 * 0.5 * 0.8 * 10 / 12."""
ALL_HOURS = 364.0
"""3.64 net hours * 48 / 12 * 25."""


def sure(**more: object) -> Mechanism:
    return Mechanism.model_validate({"probability": 1.0, "stream": "leaves"} | more)


def test_the_work_today() -> None:
    work = worked().work
    assert (the(work.items), the(work.minutes), the(work.hours)) == (120.0, 10.0, 20.0)
    assert (the(work.weeks), the(work.loaded_cost), the(work.cost_per_year)) == (48.0, 25.0, 24_000.0)


@pytest.mark.parametrize("missing", ["items_per_week", "minutes_per_item", "hours_per_week"])
def test_the_third_of_items_minutes_and_hours_follows(missing: str) -> None:
    told = {"hours_per_week": exactly("hours_per_week", 20.0), missing: None}
    work = workload(job(**told), Luck(1, N))
    assert (the(work.items), the(work.minutes), the(work.hours)) == (120.0, 10.0, 20.0)


@pytest.mark.parametrize("only", ["items_per_week", "minutes_per_item", "hours_per_week"])
def test_one_of_them_alone_is_not_enough(only: str) -> None:
    names = ("items_per_week", "minutes_per_item", "hours_per_week")
    told = {name: exactly(name, 20.0) if name == only else None for name in names}
    with pytest.raises(ValueError, match="invoicing"):
        workload(job(**told), Luck(1, N))


@pytest.mark.parametrize(("outside", "cost"), [(False, 30_000.0), (True, 6_000.0)])
def test_a_bill_is_beside_own_hours_or_in_their_place(outside: bool, cost: float) -> None:
    work = worked(outside_bill_per_year=exactly("bill", 6_000.0), is_done_outside=outside).work
    assert the(work.cost_per_year) == cost


def test_the_hours_freed() -> None:
    """0.5 * (0.9 * (0.8 * 10 - 1) - 0.1 * 0.5 * 10) = 2.9 minutes an item; 4 * 12 / 48 = 1 hour of upkeep."""
    freed = worked().freed
    assert the(freed.full) == pytest.approx(5.8)
    assert (the(freed.adoption), the(freed.upkeep)) == (0.8, 1.0)
    assert the(freed.gross) == pytest.approx(4.64)
    assert the(freed.net) == pytest.approx(3.64)
    assert the(worked().setup_hours) == 12.0


def test_the_money_that_goes_out() -> None:
    outside = worked().outside
    assert the(outside.setup) == pytest.approx(SETUP)
    assert the(outside.subscription) == pytest.approx(MONTHLY)
    assert the(outside.upkeep) == pytest.approx(UPKEEP)
    assert the(outside.in_year(1)) == pytest.approx(12 * (MONTHLY + UPKEEP))
    assert the(outside.in_year(2)) == pytest.approx(12 * (1.5 * MONTHLY + UPKEEP))
    assert the(outside.total(36)) == pytest.approx(SETUP + 12 * MONTHLY * (1 + 1.5 + 2.25) + 36 * UPKEEP)


def test_without_help_only_the_set_up_is_looked_after() -> None:
    assert the(worked(outside_help_per_year=None).outside.upkeep) == pytest.approx(15.0)


def test_nothing_said_opens_no_ledger() -> None:
    gains = worked(horizon_months=24).gains
    assert (the(gains.errors), the(gains.hours), the(gains.margin), the(gains.cash)) == (0.0, 0.0, 0.0, 0.0)
    assert gains.happens is None


def test_each_ledger_is_what_was_said_of_it() -> None:
    gains = worked(errors=ERRORS, sales=SALES, mechanism=sure()).gains
    assert the(gains.errors) == pytest.approx(SAVED_ERRORS)
    assert the(gains.margin) == pytest.approx(1_000 * 0.2 * 0.4 * 0.8)
    assert the(gains.hours) == pytest.approx(ALL_HOURS)
    assert the(gains.cash) == pytest.approx(SAVED_ERRORS + ALL_HOURS)


BILL = exactly("bill", 6_000.0)


@pytest.mark.parametrize(
    ("mechanism", "changes", "cash"),
    [
        (sure(), {}, ALL_HOURS),
        (sure(), {"wage_per_hour": exactly("wage", 0.05)}, 0.91),
        (sure(), {"upkeep_hours_per_month": exactly("upkeep", 40.0)}, 0.0),
        (sure(bill_per_year=BILL), {}, 6_000 * 4.64 / 20 / 12),
        (sure(bill_per_year=BILL), {"review_minutes": exactly("review", 30.0)}, 0.0),
        (sure(bill_per_year=BILL), {"items_per_week": exactly("items", 3.0)}, 6_000 * 4.64 / 20 / 12),
        (sure(bill_per_year=BILL), {"items_per_week": exactly("items", 0.0)}, 0.0),
        (sure(posts=1.0), {}, 200.0),
        (sure(posts=1.0), {"post_sizes": (2.0, 3.0, 8.0)}, 300.0),
        (sure(posts=1.0, bill_per_year=BILL), {}, 200.0),
        (sure(posts=2.0), {}, 2 * 182.0),
        (sure(posts=2.0), {"post_sizes": (8.0,)}, 0.0),
    ],
)
def test_hours_become_cash_by_the_way_that_was_named(
    mechanism: Mechanism, changes: dict[str, object], cash: float
) -> None:
    assert the(worked(mechanism=mechanism, **changes).gains.hours) == pytest.approx(cash)


def test_cash_comes_in_as_many_draws_as_it_is_likely() -> None:
    gains = worked(mechanism=sure().model_copy(update={"probability": 0.25})).gains
    assert gains.happens is not None
    assert sorted(gains.happens.tolist()) == [0.0] * 6 + [1.0] * 2
    assert gains.hours == pytest.approx(ALL_HOURS * gains.happens)


def test_what_would_bring_nothing_does_not_happen() -> None:
    happens = worked(mechanism=sure(posts=1.0), post_sizes=(8.0,)).gains.happens
    assert happens is not None
    assert the(happens) == 0.0


@pytest.mark.parametrize("months", [1, 11, 12, 13, 24, 25, 36])
def test_without_cash_what_goes_out_is_all_there_is(months: int) -> None:
    """At no interest the value is the total cost with its sign turned."""
    found = worked(horizon_months=months)
    assert the(found.npv) == pytest.approx(-the(found.outside.total(months)))
    assert the(found.payback) == inf


COSTS = 12 * (MONTHLY + UPKEEP) + SETUP


@pytest.mark.parametrize(
    ("ramp", "mechanism", "value"),
    [
        ((), None, 12 * SAVED_ERRORS - COSTS),
        ((0.2, 0.6), None, (0.25 + 0.75 + 10) * SAVED_ERRORS - COSTS),
        ((0.2, 0.9), None, (0.25 + 1 + 10) * SAVED_ERRORS - COSTS),
        ((0.2, 0.6), sure(), (0.25 + 0.75 + 10) * (SAVED_ERRORS + ALL_HOURS) - COSTS),
        ((0.2, 0.6), sure(posts=1.0, month=exactly("month", 5.0)), 11 * SAVED_ERRORS + 7 * 200 - COSTS),
        ((), sure(posts=1.0, month=exactly("month", 11.0)), 12 * SAVED_ERRORS + 200 - COSTS),
        ((), sure(posts=1.0, month=exactly("month", 12.0)), 12 * SAVED_ERRORS - COSTS),
        ((0.2, 0.6), sure(posts=1.0), 11 * (SAVED_ERRORS + 200) - COSTS),
    ],
)
def test_cash_grows_with_use_and_a_post_goes_in_its_month(
    ramp: tuple[float, ...], mechanism: Mechanism | None, value: float
) -> None:
    found = worked(adoption_ramp=ramp, mechanism=mechanism, errors=ERRORS)
    assert the(found.npv) == pytest.approx(value)
    if mechanism and mechanism.month:
        assert the(found.gains.starts_after) == mechanism.month.spread[0]


def test_later_money_is_worth_less_and_pays_back_when_it_is_all_there() -> None:
    """At a rate that doubles money each month: 375 a month on 900 once."""
    rate = 2.0**12 - 1
    found = worked(mechanism=sure(), errors=ERRORS, discount_rate=rate, horizon_months=3)
    month = SAVED_ERRORS + ALL_HOURS - MONTHLY - UPKEEP
    assert the(found.npv) == pytest.approx(month * (0.5 + 0.25 + 0.125) - SETUP)
    assert the(found.payback) == 3.0
    assert the(worked(mechanism=sure(), errors=ERRORS).payback) == 3.0


def test_nobody_using_it_brings_nothing_and_breaks_nothing() -> None:
    found = worked(adoption=exactly("adoption", 0.0), errors=ERRORS, mechanism=sure(), adoption_ramp=(0.2,))
    assert the(found.freed.gross) == 0.0
    assert the(found.npv) == pytest.approx(-COSTS)
