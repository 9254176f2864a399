"""The distributor's ranges: where a yes/no splits the result there are two columns and no useful middle."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import betaincinv

from assistant.domain.catalogue import Spread
from assistant.domain.profile import Business, Process, Profile
from assistant.estimates import finance, hours, ledgers
from assistant.estimates.draws import Draws, bernoulli, lognormal, pert, substream
from assistant.estimates.estimate import estimate_means
from assistant.estimates.outlook import outlook_means
from tests.estimates.firms import BRITAIN, fact, setting

N = 100_000
"""Enough that the middle of a column, whose spread is wide, does not wander by more than about 30."""


def percentiles_of_pert(least: float, likeliest: float, most: float) -> Spread:
    """P10, P50, P90 of the PERT of which the example gives ends and likeliest value."""
    width = most - least
    a, b = 1 + 4 * (likeliest - least) / width, 1 + 4 * (most - likeliest) / width
    low, mid, high = (least + width * float(betaincinv(a, b, q)) for q in (0.1, 0.5, 0.9))
    return low, mid, high


def distributor(seed: int) -> tuple[Draws, Draws, np.ndarray]:
    """Net hours a month, net present value, and whether both facts hold: she leaves, and enough hours are free."""

    def luck(name: str) -> np.ndarray:
        return substream(f"distributor.{name}", seed, N)

    def between(name: str, least: float, likeliest: float, most: float) -> Draws:
        return pert(percentiles_of_pert(least, likeliest, most), luck(name))

    items = lognormal((1600**2 / 1850, 1600, 1850), luck("items"))
    minutes = lognormal((49 / 9.5, 7, 9.5), luck("minutes"))
    handling = hours.Handling(
        covered=between("covered", 0.70, 0.85, 0.95),
        removed=between("removed", 0.55, 0.75, 0.88),
        review_minutes=between("review", 0.5, 1, 2),
        exceptions=between("exceptions", 0.10, 0.18, 0.32),
        exception_factor=between("factor", 1, 1.3, 2),
    )
    adoption = between("adoption", 0.65, 0.90, 0.97)
    freed = hours.freed_minutes_per_item(minutes, handling)
    net = np.asarray(hours.freed_hours(items, freed, adoption, between("upkeep", 2, 5, 10)))
    setup = 7_500 * lognormal((1.15**2 / 1.8, 1.15, 1.8), luck("overrun"))
    rise = between("rise", 0.03, 0.06, 0.12)
    both = bernoulli(0.75, luck("leaves")) & (net >= 40)
    month_gone = 8 + 5 * luck("month") // N
    cash = both * np.asarray(ledgers.cash_of_hours(np.minimum(52, net) * 12 / 52, 52, 24 / 0.733))
    flows = np.empty((36, N))
    for month in range(1, 37):
        year = (month - 1) // 12
        errors = 201.60 * np.asarray(hours.adoption_in_month(month, adoption, (0.2, 0.5, 0.75, 0.85)))
        flows[month - 1] = errors - 690 * (1 + rise) ** year - 100 + cash * (month > month_gone)
    return net, finance.net_present_value(setup, flows, 0.12), both


@pytest.fixture(scope="module", params=[1, 20260])
def drawn(request: pytest.FixtureRequest) -> tuple[Draws, Draws, np.ndarray]:
    return distributor(request.param)


def ten_fifty_ninety(values: Draws) -> list[float]:
    return [float(each) for each in np.percentile(values, [10, 50, 90])]


def test_hours_freed_a_month(drawn: tuple[Draws, Draws, np.ndarray]) -> None:
    assert ten_fifty_ninety(drawn[0]) == pytest.approx([26, 49, 83], rel=0.05)


def test_it_is_close_to_a_coin_toss(drawn: tuple[Draws, Draws, np.ndarray]) -> None:
    assert float((drawn[1] > 0).mean()) == pytest.approx(0.43, rel=0.05)
    low, _, high = ten_fifty_ninety(drawn[1])
    assert low == pytest.approx(-31_900, rel=0.05)
    assert high == pytest.approx(9_000, rel=0.05)


def test_two_columns_stand_far_apart(drawn: tuple[Draws, Draws, np.ndarray]) -> None:
    _, value, both = drawn
    assert float(both.mean()) == pytest.approx(0.50, abs=0.02)
    yes, no = ten_fifty_ninety(value[both]), ten_fifty_ninety(value[~both])
    assert yes == pytest.approx([-1_300, 5_400, 10_600], rel=0.05, abs=300)
    assert no == pytest.approx([-33_900, -28_900, -25_700], rel=0.05)
    assert yes[0] > no[2]


def test_the_whole_estimate_of_the_same_firm_says_the_same() -> None:
    """The same facts through the whole stage: only the month in which the post goes is drawn a little differently."""
    factor = 1 / 0.733
    states = BRITAIN.model_copy(update={"code": "US", "currency": "USD", "labour_factor": (factor, factor, factor)})
    shared = setting()
    sizes, defaults = shared.catalogue.bands, shared.priors.defaults
    rows = tuple(each.model_copy(update={"post_hours": (12.0,)}) for each in sizes.bands)
    no_batches = defaults.model_copy(
        update={"batch_errors": defaults.batch_errors.model_copy(update={"spread": (0.0, 0.0, 0.0)})}
    )
    shared = shared.model_copy(
        update={
            "catalogue": shared.catalogue.model_copy(
                update={"countries": (states,), "bands": sizes.model_copy(update={"bands": rows})}
            ),
            "priors": shared.priors.model_copy(update={"defaults": no_batches}),
            "draws": 20_000,
        }
    )
    told = {
        "items_per_week": (1_400 * 12 / 52, 1_850 * 12 / 52),
        "minutes_per_item": (5.2, 9.5),
        "exception_share": fact(percentiles_of_pert(0.10, 0.18, 0.32)[::2]),
        "active_weeks": 52.0,
        "posts_expected_to_go": 1.0,
        "cash_per_error": 18.0,
        "error_rate": 0.015,
    }
    work = Process.model_validate(
        {"id": "bill_entry", "name": "bills"}
        | {name: value if not isinstance(value, float | tuple) else fact(value) for name, value in told.items()}
    )
    business = Business(headcount=fact(48.0), country=fact("US"), wage_per_hour=fact(24.0))
    means = shared.catalogue.way("capture").model_copy(
        update={
            "covered_share": percentiles_of_pert(0.70, 0.85, 0.95),
            "removed_share": percentiles_of_pert(0.55, 0.75, 0.88),
            "review_minutes": percentiles_of_pert(0.5, 1, 2),
            "exception_factor": percentiles_of_pert(1, 1.3, 2),
            "adoption": percentiles_of_pert(0.65, 0.90, 0.97),
            "upkeep_hours_per_month": percentiles_of_pert(2, 5, 10),
            "setup_cost": (7_500, 7_500, 7_500),
            "cost_per_month": (690, 690, 690),
            "cost_per_item": (0, 0, 0),
            "upkeep_cost_share": (0.16, 0.16, 0.16),
        }
    )
    profile = Profile(business=business, processes=(work,))
    made = estimate_means(profile, shared.catalogue.process("bill_entry"), means, shared)
    assert made.hours_freed_per_week.mid == pytest.approx(49 * 12 / 52, rel=0.05)
    assert made.probability_npv_positive == pytest.approx(0.43, abs=0.03)
    yes, no = outlook_means(profile, shared.catalogue.process("bill_entry"), means, shared).columns
    assert yes.likelihood == pytest.approx(0.50, abs=0.03)
    assert yes.npv.mid == pytest.approx(5_400, abs=1_500)
    assert no.npv.mid == pytest.approx(-28_900, rel=0.06)
