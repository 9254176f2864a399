"""The three-year total: what is stated in the middle, assumptions only at the ends, currencies apart."""

from __future__ import annotations

import pytest

from assistant.domain.escalation import Escalation
from assistant.domain.proposal import PriceLine
from assistant.vendors.cost import NEVER, total_cost


def line(amount: float, per: str = "month", **more: object) -> PriceLine:
    return PriceLine.model_validate({"text": "a price", "amount": amount, "currency": "GBP", "per": per, **more})


@pytest.mark.parametrize(
    ("per", "total"), [("month", 3600), ("quarter", 1200), ("year", 300), ("week", 15600), ("once", 100), ("item", 100)]
)
def test_a_recurring_price_counts_for_three_years(per: str, total: float) -> None:
    assert total_cost((line(100, per),), Escalation(), "GBP").mid == pytest.approx(total)


def test_a_yearly_rise_counts_from_the_second_year() -> None:
    found = total_cost((line(1000, "year"),), Escalation(percent=5), "GBP")
    assert found.mid == pytest.approx(1000 + 1050 + 1102.5)
    assert found.low == found.mid == found.high


def test_a_rise_at_renewal_waits_for_the_renewal() -> None:
    assert total_cost((line(1000, "year"),), Escalation(percent=5, first=37), "GBP").mid == pytest.approx(3000)
    assert total_cost((line(1000, "year"),), Escalation(percent=5, first=25), "GBP").mid == pytest.approx(3050)


def test_a_rise_per_year_of_term_is_multiplied() -> None:
    rise = Escalation(percent=3, first=25, every=12, term=24, per_year_of_term=True)
    assert total_cost((line(1000, "year"),), rise, "GBP").mid == pytest.approx(2000 + 1060)


def test_an_upper_limit_of_a_rise_moves_only_the_high_end() -> None:
    found = total_cost((line(1000, "year"),), Escalation(percent=5, at_most=True), "GBP")
    assert found.low == found.mid == pytest.approx(3000)
    assert found.high == pytest.approx(3152.5)


def test_an_open_rise_moves_only_the_high_end() -> None:
    found = total_cost((line(1000, "year"),), Escalation(open=True), "GBP")
    assert found.low == found.mid == pytest.approx(3000)
    assert found.high == pytest.approx(1000 + 1120 + 1254.4)
    assert [each.basis for each in found.lines] == ["stated", "assumed"]


def test_a_stated_range_counts_at_its_ends_and_its_middle() -> None:
    found = total_cost((line(5000, "once", low=4000, high=6000),), Escalation(), "GBP")
    assert (found.low, found.mid, found.high) == (4000, 5000, 6000)


def test_an_option_counts_only_at_the_high_end() -> None:
    found = total_cost((line(100), line(10, optional=True)), Escalation(), "GBP")
    assert (found.low, found.mid, found.high) == (3600, 3600, 3960)


def test_a_rate_without_a_quantity_adds_nothing() -> None:
    assert total_cost((line(100), line(0.4, "item", quantity=0)), Escalation(), "GBP").mid == 3600


def test_currencies_are_never_added_together() -> None:
    other = line(500).model_copy(update={"currency": "EUR"})
    assert total_cost((line(100), other), Escalation(), "GBP").mid == 3600


def test_a_minimum_tops_up_what_is_missing() -> None:
    assert total_cost((line(300), line(500, minimum=True)), Escalation(), "GBP").mid == pytest.approx(500 * 36)
    assert total_cost((line(700), line(500, minimum=True)), Escalation(), "GBP").mid == pytest.approx(700 * 36)


def test_a_price_rises_from_what_it_is_when_it_begins() -> None:
    lines = (line(99, to_month=6), line(179, from_month=7))
    assert total_cost(lines, Escalation(percent=10), "GBP").mid == pytest.approx(594 + 179 * (6 + 12 * 1.1 + 12 * 1.21))
    second_year = (line(99, to_month=12), line(179, from_month=13))
    assert total_cost(second_year, Escalation(percent=10), "GBP").mid == pytest.approx(1188 + 179 * (12 + 12 * 1.1))


def test_a_price_with_an_end_and_a_steady_price_do_not_rise() -> None:
    years = (line(10000, "year", to_month=12), line(12000, "year", from_month=13, to_month=36))
    assert total_cost(years, Escalation(percent=10), "GBP").mid == pytest.approx(34000)
    assert total_cost((line(100, "year", steady=True),), Escalation(percent=10), "GBP").mid == pytest.approx(300)


def test_a_rise_that_comes_once_comes_once() -> None:
    rise = Escalation(percent=7, every=NEVER)
    assert total_cost((line(268),), rise, "GBP").mid == pytest.approx(268 * 12 + 268 * 1.07 * 24)


def test_an_optional_minimum_adds_nothing() -> None:
    assert total_cost((line(100), line(500, minimum=True, optional=True)), Escalation(), "GBP").mid == 3600


def test_without_a_price_there_is_no_total() -> None:
    assert total_cost((), Escalation(), "").mid is None
