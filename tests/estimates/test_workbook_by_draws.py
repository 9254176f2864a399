"""The whole estimate on the workbook's inputs: points come out as the sheet's figures, ranges as the published P50."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import betaincinv

from assistant.domain.catalogue import Spread
from assistant.estimates import ceiling, finance, hours, ledgers
from assistant.estimates.job import ErrorInputs, Input, JobInputs, Kind, Mechanism
from assistant.estimates.outcome import Luck, Outcome, outcome
from assistant.estimates.said import scaled
from tests.estimates.workbook import CASES, sheets
from tests.estimates.workbook_pages import Sheet

RAMP = (0.2, 0.5, 0.75, 0.85)
LUCK = Luck(20260, 2_000)
TITLES = [case.title for case in CASES]


def one(name: str, spread: Spread | float, kind: Kind = "amount") -> Input:
    """An input: a range, or a figure that is not drawn."""
    ends = spread if isinstance(spread, tuple) else (spread, spread, spread)
    return Input(name=name, spread=ends, unit="", basis="owner", stream=f"workbook.{name}", kind=kind)


def job_of(x: Sheet, **drawn: Input) -> JobInputs:
    """The inputs of the whole estimate as a sheet has them; `drawn` replaces figures by ranges."""
    said, setup = x["hours said by the owner"], x["set-up cost"]
    factor = x["on-cost factor"] * x["leave factor"]
    inputs = {
        "items_per_week": one("items", x["items a week"]),
        "minutes_per_item": None if said else one("minutes", x["minutes an item"]),
        "hours_per_week": one("hours", said) if said else None,
        "active_weeks": one("weeks", x["active weeks"]),
        "covered_share": one("covered", x["covered share"], "share"),
        "removed_share": one("removed", x["removed share"], "share"),
        "review_minutes": one("review", x["review minutes"]),
        "exception_share": one("exceptions", x["exception share"], "share"),
        "exception_factor": one("factor", x["exception ratio"], "factor"),
        "adoption": one("adoption", x["adoption plateau"], "share"),
        "wage_per_hour": one("wage", x["wage an hour"]),
        "labour_factor": one("labour", factor, "factor"),
        "people": one("people", 1.0),
        "setup_hours": one("setup_hours", x["own hours once"]),
        "setup_cost": one("setup_cost", setup),
        "setup_overrun": one("overrun", 1.0),
        "cost_per_month": one("monthly", x["subscription"] + x["usage a month"]),
        "cost_per_person_month": one("person", 0.0),
        "cost_per_item": one("item", 0.0),
        "upkeep_hours_per_month": one("upkeep", x["upkeep hours a week"] * x["active weeks"] / 12),
        "upkeep_cost_share": one("care", 12 * x["outside upkeep"] / setup if setup else 0.0, "share"),
        "price_rise": one("rise", x["price rise"], "share"),
        **drawn,
    }
    return JobInputs(
        process_id="work", means_id="means", currency="", errors=errors_of(x), mechanism=mechanism_of(x),
        discount_rate=x["discount rate"], horizon_months=int(x["horizon"]), adoption_ramp=RAMP if x["ramp"] else (),
        post_sizes=(x["cash hours a month"] * 12 / x["active weeks"],), **inputs,
    )  # fmt: skip


def errors_of(x: Sheet) -> ErrorInputs | None:
    before = x["error rate before"]
    if before == 0:
        return None
    return ErrorInputs(
        error_rate=one("error_rate", before, "share"),
        errors_removed=one("errors_removed", 1 - x["error rate after"] / before, "share"),
        cash_per_error=one("cash_per_error", x["cash an error"]),
    )


def mechanism_of(x: Sheet) -> Mechanism | None:
    if x["cash hours a month"] == 0:
        return None
    month = one("month", x["cash from month"] - 1)
    return Mechanism(probability=x["cash probability"], stream="workbook.leaves", posts=1.0, month=month)


def middle(values: np.ndarray) -> float:
    return float(np.median(values))


@pytest.mark.parametrize("title", TITLES)
def test_hours_and_costs_of_the_whole_estimate_are_the_sheets(title: str) -> None:
    x = sheets()[title]
    found = outcome(job_of(x), Luck(1, 10))
    horizon = int(x["horizon"])
    assert middle(found.work.hours) == pytest.approx(x["hours today a week"], rel=1e-6)
    assert middle(found.work.minutes) == pytest.approx(x["minutes used"], rel=1e-6)
    assert middle(found.freed.gross) == pytest.approx(x["hours freed a week before upkeep"], rel=1e-6)
    assert middle(found.freed.net) == pytest.approx(x["hours freed a week"], rel=1e-6)
    assert middle(found.work.cost_per_year) == pytest.approx(x["work today a year"], abs=0.005)
    assert middle(found.outside.in_year(1)) == pytest.approx(x["running cost a year"], abs=0.005)
    assert middle(found.outside.total(horizon)) == pytest.approx(x["outside cost over the horizon"], abs=0.005)


@pytest.mark.parametrize("title", TITLES)
def test_value_and_payback_of_the_whole_estimate_are_the_sheets(title: str) -> None:
    """A post that goes with a probability below one splits the draws; their mean is what the sheet weighs.

    The sheet counts what a machine's batch of errors costs, the whole estimate does not; nothing else parts them.
    """
    x = sheets()[title]
    found = outcome(job_of(x), Luck(1, 10))
    batches = present_value_of_batches(x)
    assert float(found.npv.mean()) - batches == pytest.approx(x["net present value"], abs=0.005)
    if x["cash probability"] == 1 and not batches:
        never = x.stored("payback month") == "never"
        assert middle(found.payback) == (np.inf if never else x["payback month"])


def present_value_of_batches(x: Sheet) -> float:
    rate, ramp = finance.monthly_rate(x["discount rate"]), RAMP if x["ramp"] else ()
    months = range(1, int(x["horizon"]) + 1)
    use = [float(hours.adoption_in_month(month, x["adoption plateau"], ramp)) for month in months]
    return sum(x["batch error"] / 12 * each / (1 + rate) ** month for month, each in zip(months, use, strict=True))


def around(name: str, mid: float, part: float, kind: Kind = "amount") -> Input:
    """A range from `part` below the middle to as much above it."""
    return one(name, (mid * (1 - part), mid, mid * (1 + part)), kind)


def drawn_around(x: Sheet, part: float = 0.1) -> dict[str, Input]:
    """Ranges around what the sheet has: `part` for what an owner counts, half of it for shares."""
    return {
        "items_per_week": around("items", x["items a week"], part),
        "minutes_per_item": around("minutes", x["minutes an item"], part),
        "covered_share": around("covered", x["covered share"], part / 2, "share"),
        "exception_share": around("exceptions", x["exception share"], part / 2, "share"),
        "adoption": around("adoption", x["adoption plateau"], part / 2, "share"),
    }


def near(published: float) -> object:
    """Within a twentieth of a published middle."""
    return pytest.approx(published, rel=0.05)


def price_over_the_horizon(x: Sheet, found: Outcome) -> float:
    months = int(x["horizon"])
    net = hours.yearly(found.freed.net, found.work.weeks) * months / 12 - found.setup_hours
    return middle(ledgers.price_per_freed_hour(found.outside.total(months), net))


class TestPublishedMiddles:
    """Each worked example as ranges: the middle of the draws is what the reference prints."""

    def test_salon(self) -> None:
        x = sheets()["S salon"]
        item = one("item", x["price of a unit above the plan"])
        found = outcome(job_of(x, cost_per_month=one("monthly", 0.0), cost_per_item=item, **drawn_around(x)), LUCK)
        assert middle(found.freed.net) == near(2.281)
        assert middle(found.outside.in_year(1)) == near(144.90)
        assert middle(found.npv) == near(-366.78)
        assert price_over_the_horizon(x, found) == near(1.28)

    def test_florist(self) -> None:
        x = sheets()["L florist"]
        found = outcome(job_of(x, **drawn_around(x)), LUCK)
        assert middle(found.freed.net) * 52 / 12 == near(0.313)
        assert middle(found.npv) == near(-728.99)
        assert ceiling.costs_more_than_the_work(middle(found.outside.in_year(1)), middle(found.work.cost_per_year))

    def test_joinery(self) -> None:
        """Set-up eats two thirds of its hours: under wider ranges the middle price is not the price of the middles."""
        x = sheets()["Trap joinery"]
        found = outcome(job_of(x, **drawn_around(x, part=0.05)), LUCK)
        assert middle(found.freed.net) == near(0.296)
        assert price_over_the_horizon(x, found) == near(1007.81)

    def test_distributor(self) -> None:
        found = outcome(distributor(), Luck(20260, 20_000))
        assert middle(found.freed.net) * 52 / 12 == near(49)
        assert float((found.npv > 0).mean()) == near(0.43)
        assert found.gains.happens is not None
        both = found.gains.happens > 0
        assert middle(found.npv[both]) == pytest.approx(5_400, abs=300)
        assert middle(found.npv[~both]) == near(-28_900)


def distributor() -> JobInputs:
    """The distributor's published ranges; the post goes after a month from 8 to 12, any of them as likely."""
    x = sheets()["M distributor"]
    job = job_of(
        x,
        items_per_week=one("items", scaled((1600**2 / 1850, 1600, 1850), 12 / 52)),
        minutes_per_item=one("minutes", (49 / 9.5, 7, 9.5)),
        covered_share=one("covered", of_pert(0.70, 0.85, 0.95), "share"),
        removed_share=one("removed", of_pert(0.55, 0.75, 0.88), "share"),
        review_minutes=one("review", of_pert(0.5, 1, 2)),
        exception_share=one("exceptions", of_pert(0.10, 0.18, 0.32), "share"),
        exception_factor=one("factor", of_pert(1, 1.3, 2), "factor"),
        adoption=one("adoption", of_pert(0.65, 0.90, 0.97), "share"),
        upkeep_hours_per_month=one("upkeep", of_pert(2, 5, 10)),
        setup_overrun=one("overrun", (1.15**2 / 1.8, 1.15, 1.8)),
        upkeep_cost_share=one("care", 1200 / (1.15 * 7500), "share"),
        price_rise=one("rise", of_pert(0.03, 0.06, 0.12), "share"),
    )
    leaving = Mechanism(probability=0.75, stream="workbook.leaves", posts=1.0, month=one("month", (8.5, 10.5, 12.5)))
    return job.model_copy(update={"mechanism": leaving})


def of_pert(least: float, likeliest: float, most: float) -> Spread:
    """P10, P50, P90 of the PERT of which the example gives ends and likeliest value."""
    width = most - least
    a, b = 1 + 4 * (likeliest - least) / width, 1 + 4 * (most - likeliest) / width
    low, mid, high = (least + width * float(betaincinv(a, b, q)) for q in (0.1, 0.5, 0.9))
    return low, mid, high
