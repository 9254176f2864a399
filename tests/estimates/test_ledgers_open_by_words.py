"""Cash and margin are nil until the owner's own words open those ledgers; they are never added to hours."""

from __future__ import annotations

import pytest

from assistant.domain.facts import Fact
from assistant.domain.profile import Profile
from assistant.estimates.estimate import estimate
from assistant.estimates.outlook import outlook
from tests.estimates.firms import at, fact, firm, setting

BUSY = {"hours_per_week": 40.0, "items_per_week": 370.0}


def cash(profile: Profile, means_id: str = "capture") -> float | None:
    return estimate(profile, "bill_entry", means_id, setting()).cash_per_year.high


def test_freed_hours_alone_are_no_cash() -> None:
    made = estimate(firm("bill_entry", **BUSY), "bill_entry", "capture", setting())
    assert (made.hours_freed_per_week.mid or 0) > 5
    assert made.cash_per_year.high == 0
    assert made.margin_per_year.high == 0
    assert made.payback_months.mid is None
    assert outlook(firm("bill_entry", **BUSY), "bill_entry", "capture", setting()).columns == ()
    assert made.probability_npv_positive == 0


def test_a_post_expected_to_go_is_cash_in_two_columns() -> None:
    expected = firm("bill_entry", **BUSY, posts_expected_to_go=1.0)
    assert (cash(expected) or 0) > 0
    yes, no = outlook(expected, "bill_entry", "capture", setting()).columns
    assert yes.likelihood + no.likelihood == pytest.approx(1.0)
    assert (yes.npv.mid or 0) > 0 > (no.npv.mid or 0)


@pytest.mark.parametrize("basis", ["vendor", "assumed", "benchmark"])
def test_a_post_that_only_others_expect_to_go_is_none(basis: str) -> None:
    claim = Fact.model_validate({"value": 2.0, "basis": basis})
    assert cash(firm("bill_entry", **BUSY, posts_expected_to_go=claim)) == 0


def test_an_owners_own_hours_leave_no_payroll() -> None:
    assert cash(firm("bill_entry", **BUSY, posts_expected_to_go=1.0, doer="owner")) == 0


def test_hours_short_of_a_whole_post_are_no_cash() -> None:
    assert cash(firm("bill_entry", hours_per_week=4.0, posts_expected_to_go=1.0)) == 0


def test_overtime_that_falls_is_cash() -> None:
    assert (cash(firm("bill_entry", **BUSY, freed_hours_use="less overtime")) or 0) > 0


def test_a_bill_falls_by_the_share_of_the_work_that_goes() -> None:
    profile = firm("bill_entry", **BUSY, doer="bookkeeper", outside_bill_per_year=6_000.0)
    made = estimate(profile, "bill_entry", "stop", setting())
    assert made.cash_per_year.mid == pytest.approx(0.9 * 6_000, rel=0.1)
    assert made.cost_today_per_year.mid == 6_000


def test_what_errors_cost_is_cash_only_where_the_owner_named_it() -> None:
    assert (cash(firm("bill_entry", **BUSY, cash_per_error=18.0)) or 0) > 0
    assert cash(firm("bill_entry", **BUSY, error_rate=0.05)) == 0


def test_margin_needs_lost_sales_and_the_contribution_margin() -> None:
    lost = firm("web_lead_reply", items_per_week=20.0, lost_sales_per_month=3_000.0)
    assert estimate(lost, "web_lead_reply", "useown", setting()).margin_per_year.high == 0
    both = lost.with_fact(at("firm", "contribution_margin"), fact(0.4))
    made = estimate(both, "web_lead_reply", "useown", setting())
    assert 0 < (made.margin_per_year.mid or 0) < 3_000 * 12 * 0.4
    assert made.cash_per_year.high == 0


def test_what_is_free_owes_nothing_and_what_is_bought_for_hours_never_pays_back_in_cash() -> None:
    profile = firm("invoicing", hours_per_week=6.0)
    assert estimate(profile, "invoicing", "simplify", setting()).payback_months.high == 0
    assert estimate(profile, "invoicing", "acct", setting()).payback_months.low is None


def test_a_price_per_hour_has_no_end_where_no_hours_are_freed() -> None:
    made = estimate(firm("answering_calls", items_per_week=10.0), "answering_calls", "voice", setting())
    assert (made.hours_freed_per_week.mid or 0) < 0
    assert made.price_per_freed_hour.mid is None
