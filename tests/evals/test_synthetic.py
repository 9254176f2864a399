"""The invented firms, and the score of a range, by hand."""

from __future__ import annotations

from dataclasses import replace
from math import isfinite

import pytest

from assistant.catalogue import load_catalogue
from assistant.domain.facts import Range
from assistant.estimates.estimate import EstimateSetting
from assistant.estimates.priors import load_priors
from assistant.settings import Settings
from evals.measure import tally
from evals.score import Score
from evals.suites.calibration import PLACES, estimated, interval_score, marks
from evals.synthetic import WORKS, firms

FIRMS = firms(200, 7)


@pytest.fixture(scope="module")
def shipped() -> EstimateSetting:
    """The product's own tables, with few draws."""
    knowledge = Settings().knowledge()
    return EstimateSetting(catalogue=load_catalogue(knowledge), priors=load_priors(knowledge), draws=200)


def test_the_same_seed_gives_the_same_firms_whatever_their_number() -> None:
    assert firms(20, 7) == FIRMS[:20]
    assert firms(20, 8) != FIRMS[:20]


def test_truths_are_finite_and_costs_are_paid() -> None:
    for firm in FIRMS:
        truth = firm.truth
        assert isfinite(truth.hours_freed_per_week)
        assert 0 < truth.cost_first_year <= truth.cost_three_years < float("inf")
        assert truth.hours_freed_per_week < 4 * truth.items_per_week * truth.minutes_per_item / 60
        gone = truth.dropped_in_month
        assert gone is None or 2 <= gone <= 36
        if gone is not None and gone <= 12:
            assert truth.hours_freed_per_week == 0


def test_what_is_said_differs_from_what_is_true_and_some_of_it_is_left_out() -> None:
    said = [(each.items_per_week, each.truth.items_per_week) for each in FIRMS]
    assert all(told != true for told, true in said)
    for name in ("items_per_week", "minutes_per_item", "hours_per_week", "exception_share", "wage_per_hour"):
        told = sum(getattr(each, name) is not None for each in FIRMS)
        assert 0 < told < len(FIRMS), name
    assert all(each.hours_per_week or (each.items_per_week and each.minutes_per_item) for each in FIRMS)


LEAST_OF_A_PRICE = 0.89
"""What is paid at P10 of a told price: a tenth less, where a year is paid at once."""


def test_every_work_has_its_place_in_the_catalogue(shipped: EstimateSetting) -> None:
    assert set(PLACES) == {each.name for each in WORKS} == {each.work for each in FIRMS}
    for process_id, means_id in PLACES.values():
        assert means_id in shipped.catalogue.process(process_id).means


def test_an_interval_score_by_hand() -> None:
    """80 %: the width, and ten times what is missed on either side."""
    assert interval_score(2, 6, 3) == 4
    assert interval_score(2, 6, 1) == pytest.approx(4 + 10 * 1)
    assert interval_score(2, 6, 6.5) == pytest.approx(4 + 10 * 0.5)
    assert interval_score(2, 6, 1, level=0.5) == pytest.approx(4 + 4 * 1)


def test_a_firm_is_scored_by_hand(shipped: EstimateSetting) -> None:
    """A truth of 1 hour against 2 to 7 with 4 in the middle: 5 + 10, where the rival's 2 to 6 gets 4 + 10."""
    firm = replace(FIRMS[0], truth=replace(FIRMS[0].truth, hours_freed_per_week=1.0))
    made, told = estimated(firm, shipped)
    told = told.model_copy(update={"hours_freed_per_week": Range(low=2.0, mid=4.0, high=7.0, unit="h/week")})
    found = {each.measure: each.score for each in marks("x", firm, made, told, 1.0)}
    assert (found["inside_hours"].value, found["outside_hours"].value) == (0.0, 1.0)
    assert found["bias_hours"].value == 3.0
    assert found["interval_hours"].value == pytest.approx(15 / 14)
    assert found["interval_hours"].weight == pytest.approx(14)


def test_a_weighted_mean_of_ratios_is_the_ratio_of_sums() -> None:
    whole = tally([Score(15 / 14, weight=14), Score(2.0, weight=1)], is_share=False)
    assert whole is not None
    assert whole.value == pytest.approx(17 / 15)


def test_an_offer_counts_at_its_own_price(shipped: EstimateSetting) -> None:
    """The first year holds at least what was told for set-up at its cheapest and twelve months, in own money."""
    for firm in (each for each in FIRMS if each.country in ("SE", "ZA", "PL")):
        made, _ = estimated(firm, shipped)
        assert made.cost_first_year.low is not None
        assert made.cost_first_year.low >= 12 * firm.monthly_price * LEAST_OF_A_PRICE
        dearer = replace(firm, monthly_price=2 * firm.monthly_price)
        assert (estimated(dearer, shipped)[0].cost_first_year.mid or 0) > (made.cost_first_year.mid or 0)
