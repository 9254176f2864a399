"""The product's formulas against a workbook that is made from the domain reference alone, to the cent."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

import numpy as np
import pytest

from assistant.estimates import ceiling, costs, finance, hours, labour, ledgers, mistakes
from assistant.estimates.draws import Draws
from tests.estimates.workbook import CASES, sheets
from tests.estimates.workbook_pages import Sheet

RAMP = (0.2, 0.5, 0.75, 0.85)
TITLES = [case.title for case in CASES]
Reckoned = dict[str, float | Draws]


def assert_same(filled: Sheet, ours: Reckoned) -> None:
    """Money agrees to the cent, all else to a millionth part; "none" and "never" are infinite to the product."""
    for label, value in ours.items():
        stored = filled.stored(label)
        wanted = inf if isinstance(stored, str) else float(stored or 0.0)
        near, part = (0.005, 0.0) if filled.is_money(label) else (1e-9, 1e-6)
        assert float(value) == pytest.approx(wanted, abs=near, rel=part), label


@dataclass(frozen=True)
class Work:
    """The product's first results on one sheet's inputs, which the others rest on."""

    loaded: float
    today: float
    minutes: float
    freed: float
    gross: float
    net: float


def handling_of(x: Sheet) -> hours.Handling:
    return hours.Handling(
        covered=x["covered share"],
        removed=x["removed share"],
        review_minutes=x["review minutes"],
        exceptions=x["exception share"],
        exception_factor=x["exception ratio"],
    )


def work_of(x: Sheet) -> Work:
    factor = labour.labour_factor(x["on-cost factor"] - 1, 52 - 52 / x["leave factor"])
    said, items = x["hours said by the owner"], x["items a week"]
    today = said or hours.hours_today(items, x["minutes an item"])
    minutes = hours.minutes_from_hours(said, items) if said else x["minutes an item"]
    freed = hours.freed_minutes_per_item(minutes, handling_of(x))
    gross = hours.freed_hours(items, freed, x["adoption plateau"], 0.0)
    net = hours.freed_hours(items, freed, x["adoption plateau"], x["upkeep hours a week"])
    loaded = labour.loaded_cost(x["wage an hour"], factor)
    return Work(*(float(each) for each in (loaded, today, minutes, freed, gross, net)))


@pytest.mark.parametrize("title", TITLES)
def test_hours(title: str) -> None:
    x = sheets()[title]
    work, weeks = work_of(x), x["active weeks"]
    ours: Reckoned = {
        "loaded cost an hour": work.loaded,
        "hours today a week": work.today,
        "hours today a year": hours.yearly(work.today, weeks),
        "work today a year": ceiling.work_costs_today(hours.yearly(work.today, weeks), work.loaded),
        "minutes used": work.minutes,
        "freed minutes an item": work.freed,
        "hours at full use a week": hours.freed_hours(x["items a week"], work.freed, 1.0, 0.0),
        "hours freed a week before upkeep": work.gross,
        "hours freed a week": work.net,
        "hours freed a year": hours.yearly(work.net, weeks),
    }
    assert_same(x, ours)


@pytest.mark.parametrize("title", TITLES)
def test_errors_in_three_ledgers(title: str) -> None:
    x = sheets()[title]
    ours: Reckoned = {}
    for when in ("before", "after"):
        wrong = mistakes.errors_per_year(x["items a week"], x["active weeks"], x[f"error rate {when}"])
        rework = mistakes.rework_hours_per_year(wrong, x["rework minutes"])
        cash = mistakes.error_cash_per_year(wrong, x["cash an error"])
        margin = mistakes.error_margin_per_year(wrong, x["lost sale share"], x["margin of a lost sale"])
        ours[f"errors {when}"] = wrong
        ours[f"capacity lost to errors {when}"] = rework
        ours[f"cash lost to errors {when}"] = cash
        ours[f"margin lost to errors {when}"] = margin
        ours[f"error cost {when}"] = mistakes.error_cost_per_year(rework, work_of(x).loaded, cash, margin)
    ours["batch error"] = mistakes.batch_error_cash(x["batch probability"], x["batch items"], x["cash an error"])
    assert_same(x, ours)


def usage_of(x: Sheet) -> float:
    price = x["price of a unit above the plan"]
    return costs.usage_with_overage(x["units used"], x["units in the plan"], price, overage_factor=1.0)


def subscription_of(x: Sheet) -> float:
    return float(costs.subscription_per_month(x["subscription"], 0.0, 1, usage_of(x)))


@pytest.mark.parametrize("title", TITLES)
def test_costs(title: str) -> None:
    x, work = sheets()[title], work_of(sheets()[title])
    setup = x["build"] + x["data clean-up"] + x["integration"] + x["hardware"]
    monthly, care, rise = subscription_of(x), x["outside upkeep"], x["price rise"]
    training = costs.training_hours(x["people trained"], x["training hours each"])
    own = x["own set-up hours"] + training + x["parallel weeks"] * x["parallel hours a week"]
    own_cost = costs.own_hours_cost(own, work.loaded)
    care_cost = costs.own_hours_cost(hours.yearly(x["upkeep hours a week"], x["active weeks"]), work.loaded)
    leaving = costs.exit_cost(0.0, work.loaded, x["exit overlap months"], x["subscription"]) + x["early fee"]
    own_leaving = costs.exit_cost(x["exit hours"], work.loaded, 0.0, x["subscription"])
    three = costs.total_cost(setup, monthly, care, rise, 36) + leaving
    ours: Reckoned = {
        "training hours": training,
        "usage a month": usage_of(x),
        "running cost a year": costs.risen_sum(monthly + care, 0.0, 12),
        "own set-up cost": own_cost,
        "own upkeep a year": care_cost,
        "exit cost": leaving,
        "own exit cost": own_leaving,
        "first-year cost": costs.total_cost(setup, monthly, care, rise, 12),
        "total cost over 1 year": costs.total_cost(setup, monthly, care, rise, 12) + leaving,
        "total cost over 3 years": three,
        "total cost over 5 years": costs.total_cost(setup, monthly, care, rise, 60) + leaving,
        "total cost over 3 years with own hours": three + own_cost + 3 * care_cost + own_leaving,
        "outside cost over the horizon": costs.total_cost(setup, monthly, care, rise, int(x["horizon"])),
    }
    assert_same(x, ours)


def adoption_of(x: Sheet) -> list[float]:
    ramp = RAMP if x["ramp"] else ()
    months = range(1, int(x["horizon"]) + 1)
    return [float(hours.adoption_in_month(month, x["adoption plateau"], ramp)) for month in months]


def flows_of(x: Sheet, paid_hours: float) -> Draws:
    """Cash of each month to the horizon, by the product's functions; the hours that leave a pay bill are given."""
    items, weeks, cash = x["items a week"], x["active weeks"], x["cash an error"]
    fewer = mistakes.errors_per_year(items, weeks, x["error rate before"] - x["error rate after"])
    batch = mistakes.batch_error_cash(x["batch probability"], x["batch items"], cash)
    saved = (mistakes.error_cash_per_year(fewer, cash) - batch) / 12
    paid = ledgers.cash_of_hours(paid_hours * 12 / 52, 52, work_of(x).loaded) * x["cash probability"]
    flows = []
    for month, use in enumerate(adoption_of(x), 1):
        cost = costs.risen(subscription_of(x), x["price rise"], (month + 11) // 12) + x["outside upkeep"]
        flows.append(float(saved * use - cost + (paid if month >= x["cash from month"] else 0.0)))
    return np.array(flows)


@pytest.mark.parametrize("title", TITLES)
def test_value_and_payback(title: str) -> None:
    x, work = sheets()[title], work_of(sheets()[title])
    setup, rate, weeks = x["set-up cost"], x["discount rate"], x["active weeks"]
    flows, without = flows_of(x, x["cash hours a month"]), flows_of(x, 0.0)
    care = x["upkeep hours a week"]
    monthly = np.array([hours.freed_hours(x["items a week"], work.freed, use, care) for use in adoption_of(x)])
    all_paid = without + ledgers.cash_of_hours(monthly, weeks, work.loaded)
    months = (1, 6, 9, 13, 25)
    totals = finance.running_total(setup, flows)
    ours: Reckoned = {
        "rate a month": finance.monthly_rate(rate),
        "net present value": finance.net_present_value(setup, flows, rate),
        "net present value without paid hours": finance.net_present_value(setup, without, rate),
        "net present value if all hours were paid": finance.net_present_value(setup, all_paid, rate),
        "payback month": finance.payback_months(setup, flows),
        **{f"cash flow of month {month}": flows[month - 1] for month in months},
        **{f"running total of month {month}": totals[month - 1] for month in (8, 12, 24, 36)},
        "hours freed over the horizon": monthly.sum() * weeks / 12 - x["own hours once"],
    }
    outside, net_hours = x["outside cost over the horizon"], float(ours["hours freed over the horizon"])
    ours["price of a freed hour with set-up"] = ledgers.price_per_freed_hour(outside, net_hours)
    ours["price of a freed hour"] = ledgers.price_per_freed_hour(x["running cost a year"], work.net * weeks)
    assert_same(x, ours)


@pytest.mark.parametrize("title", TITLES)
def test_doing_nothing_the_ceiling_and_the_value_of_an_hour(title: str) -> None:
    x, work = sheets()[title], work_of(sheets()[title])
    wages, volume, years = x["wage growth"], x["volume growth"], int(x["horizon"] / 12)
    errors, job = x["error cost before"], x["work today a year"]
    rising = costs.doing_nothing_growing(job, wages, volume, years)
    hours_a_month = work.today * x["active weeks"] / 12
    ours: Reckoned = {
        "cost of doing nothing": costs.doing_nothing(hours_a_month, work.loaded, errors / 12, int(x["horizon"])),
        "cost of doing nothing, growing": rising + costs.doing_nothing_growing(errors, 0.0, 0.0, years),
        "cost of doing nothing, errors growing too": rising + costs.doing_nothing_growing(errors, 0.0, volume, years),
        "limit of a freed hour": ceiling.CHEAP_SHARE * work.loaded,
    }
    net_a_year = float(hours.yearly(work.net, x["active weeks"]))
    if net_a_year > 0:
        ours["dearest price a year"] = ceiling.highest_price_per_year(net_a_year, work.loaded)
    else:
        assert ceiling.highest_price_per_year(net_a_year, work.loaded) == 0
    assert_same(x, ours)
    is_above = ceiling.costs_more_than_the_work(x["running cost a year"], job)
    assert x.stored("ceiling") == ("leave it" if is_above else "go on")


def test_the_vendors_claim_step_by_step() -> None:
    x = sheets()["M distributor"]
    items, care = x["items a week"] * 52 / 12, x["upkeep hours a week"] * 52 / 12
    steps = hours.claimed_to_freed(0.8, items, x["minutes an item"], handling_of(x), x["adoption plateau"], care)
    labels = [label for label in x.rows if label.startswith("gap: ")]
    ours = dict(zip(["vendor hours a month", *labels], [step.hours for step in steps], strict=True))
    assert_same(x, dict(ours))


def test_faster_billing_releases_cash_once() -> None:
    x = sheets()["Sixty months"]
    released = ledgers.cash_released_once(x["sales a year"], x["days billed sooner"])
    yearly = ledgers.yearly_gain_of_release(released, 0.12)
    assert_same(x, {"cash released once": released, "gain of the release a year": yearly})
