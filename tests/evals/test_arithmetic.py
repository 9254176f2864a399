"""From scores to values, intervals and bars."""

from __future__ import annotations

import pytest

from evals.measure import Measure, tally, wilson
from evals.score import Score, f1, passed, share, together


def test_a_measure_is_the_mean_over_items_not_over_cases() -> None:
    found = tally([share(1, 1), share(0, 9)])
    assert found is not None
    assert found.value == pytest.approx(0.1)
    assert (found.cases, found.items) == (2, 10)


def test_f1_of_all_cases_is_not_the_mean_of_their_f1() -> None:
    found = tally([f1(hits=1, extra=0, missed=0), f1(hits=1, extra=2, missed=2)])
    assert found is not None
    assert found.value == pytest.approx(4 / 8)


def test_scores_of_one_case_become_one_by_their_weights() -> None:
    whole = together([share(1, 1), share(0, 3, "missed three"), share(0, 0)])
    assert (whole.value, whole.weight, whole.reason) == (0.25, 4, "missed three")


def test_nothing_to_score_is_neither_right_nor_wrong() -> None:
    assert tally([share(0, 0), Score(0.0, "", 0.0)]) is None
    found = tally([share(0, 0), passed(True)])
    assert found is not None
    assert found.value == 1.0


def test_yes_and_no_cases_get_wilsons_interval() -> None:
    found = tally([passed(n > 0) for n in range(10)])
    assert found is not None
    assert (found.low, found.high) == pytest.approx(wilson(9, 10))
    assert found.high < 1.0


def test_a_perfect_score_on_few_cases_keeps_a_wide_interval() -> None:
    low, high = wilson(3, 3)
    assert low < 0.5
    assert high == 1.0


def test_even_when_every_case_is_whole_the_interval_stays_open() -> None:
    found = tally([share(5, 5), share(2, 2), share(9, 9)])
    assert found is not None
    assert (found.low, found.high) == wilson(3, 3)


def test_counts_are_no_shares() -> None:
    found = tally([Score(0.0), Score(1.0), Score(0.0)], is_share=False)
    assert found is not None
    assert (found.low, found.high) != wilson(1, 3)


def test_uneven_cases_get_a_bootstrap_that_holds_the_value() -> None:
    found = tally([share(hits, 10) for hits in (2, 5, 7, 9, 4, 6)])
    assert found is not None
    assert found.low < found.value < found.high
    assert found.low >= 0.2
    assert found.high <= 0.9


def test_the_95th_percentile_is_not_the_mean() -> None:
    found = tally([Score(float(n)) for n in range(1, 101)], "p95")
    assert found is not None
    assert found.value == pytest.approx(95.05)


@pytest.mark.parametrize(
    ("better", "value", "met"), [("higher", 0.89, False), ("higher", 0.9, True), ("lower", 0.91, False)]
)
def test_a_bar_is_met_from_its_own_side(better: str, value: float, met: bool) -> None:
    measure = Measure("m", "", bar=0.9, better="lower" if better == "lower" else "higher")
    assert measure.met(value) is met


def test_without_a_bar_nothing_is_met_or_missed() -> None:
    assert Measure("m", "").met(1.0) is None
