"""Inputs come from the owner's words first, as said, and are marked assumed where nothing was said."""

from __future__ import annotations

import pytest

from assistant.domain.facts import Fact
from assistant.domain.profile import Profile
from assistant.estimates.estimate import estimate, estimate_means, hours_today
from assistant.estimates.inputs import job_inputs
from assistant.estimates.job import JobInputs
from tests.estimates.firms import BRITAIN, at, fact, firm, in_country, setting


def inputs(profile: Profile, process_id: str = "invoicing", means_id: str = "acct") -> JobInputs:
    placed, shared = in_country(BRITAIN, profile, setting())
    return job_inputs(placed, shared.catalogue.process(process_id), shared.catalogue.way(means_id), shared)


def spread(profile: Profile, name: str, process_id: str = "invoicing", means_id: str = "acct") -> tuple[float, ...]:
    found = getattr(inputs(profile, process_id, means_id), name)
    assert found is not None
    return tuple(round(each, 3) for each in found.spread)


class TestWorkload:
    def test_hours_come_first_and_minutes_follow_where_the_count_is_known(self) -> None:
        job = inputs(firm("invoicing", hours_per_week=6.0, items_per_week=40.0, minutes_per_item=2.0))
        assert job.hours_per_week is not None
        assert job.items_per_week is not None
        assert job.minutes_per_item is None
        assert hours_today(
            firm("invoicing", hours_per_week=6.0, items_per_week=40.0), "invoicing", setting()
        ).mid == pytest.approx(6.0, rel=0.01)

    def test_the_count_follows_where_only_hours_are_known(self) -> None:
        job = inputs(firm("invoicing", hours_per_week=6.0))
        assert job.items_per_week is None
        assert job.minutes_per_item is not None
        assert not job.minutes_per_item.is_said

    def test_said_minutes_are_used_where_the_count_is_missing_or_a_guess(self) -> None:
        guess = fact(40.0, "assumed")
        job = inputs(firm("invoicing", hours_per_week=6.0, minutes_per_item=9.0, items_per_week=guess))
        assert job.items_per_week is None
        assert job.minutes_per_item is not None
        assert job.minutes_per_item.is_said

    def test_hours_worked_out_from_the_two_add_nothing(self) -> None:
        worked_out = fact(6.0, "computed")
        job = inputs(firm("invoicing", hours_per_week=worked_out, items_per_week=40.0, minutes_per_item=9.0))
        assert job.hours_per_week is None

    def test_typical_volume_grows_with_the_firm(self) -> None:
        small, large = (spread(firm("invoicing", headcount=n), "items_per_week")[1] for n in (2.0, 40.0))
        assert small < 20 < large

    def test_a_count_of_nothing_frees_nothing(self) -> None:
        made = estimate(firm("invoicing", items_per_week=0.0), "invoicing", "useown", setting())
        assert made.hours_today_per_week.high == 0
        assert made.price_per_freed_hour.mid is None


class TestRanges:
    def test_an_owners_range_keeps_its_ends(self) -> None:
        assert spread(firm("invoicing", items_per_week=(20.0, 45.0)), "items_per_week") == (20.0, 30.0, 45.0)

    def test_a_single_figure_is_spread_as_memory_spreads_it(self) -> None:
        assert spread(firm("invoicing", items_per_week=40.0), "items_per_week") == (32.0, 40.0, 50.0)

    def test_somebody_elses_figure_is_spread_further(self) -> None:
        low, _, high = spread(firm("invoicing", items_per_week=fact(40.0, "vendor")), "items_per_week")
        assert low < 32
        assert high > 50

    def test_long_tasks_are_remembered_short_and_short_ones_long(self) -> None:
        assert spread(firm("invoicing", minutes_per_item=50.0), "minutes_per_item")[1] == 55.0
        assert spread(firm("invoicing", minutes_per_item=2.0), "minutes_per_item")[1] == 1.9
        assert spread(firm("invoicing", minutes_per_item=10.0), "minutes_per_item")[1] == 10.0

    def test_a_share_never_passes_one(self) -> None:
        assert max(spread(firm("complaints", exception_share=0.95), "exception_share", "complaints", "inbox")) == 1.0

    def test_words_in_place_of_a_figure_carry_no_range(self) -> None:
        job = inputs(firm("invoicing", items_per_week="several"))
        assert job.items_per_week is not None
        assert not job.items_per_week.is_said


class TestLabour:
    def test_the_owners_wage_is_loaded_by_the_country(self) -> None:
        made = estimate(firm("invoicing", wage_per_hour=20.0), "invoicing", "useown", setting())
        assert made.loaded_cost_per_hour.mid == pytest.approx(20 * 1.28, rel=0.01)

    def test_a_figure_said_to_be_the_whole_cost_is_not_loaded_again(self) -> None:
        whole = Fact(value=22.0, quote="she costs me 22 an hour")
        made = estimate(firm("invoicing", wage_per_hour=whole), "invoicing", "useown", setting())
        assert made.loaded_cost_per_hour.low == made.loaded_cost_per_hour.high == 22.0

    def test_a_missing_wage_is_the_countrys_and_marked(self) -> None:
        profile = firm("invoicing").with_fact(at("firm", "wage_per_hour"), None)
        job = inputs(profile)
        assert job.wage_per_hour.spread == BRITAIN.wage_per_hour
        assert not job.wage_per_hour.is_said

    def test_without_country_or_wage_the_prior_stands_in(self) -> None:
        made = estimate(Profile(), "invoicing", "useown", setting())
        assert made.loaded_cost_per_hour.mid is not None
        assert {"wage_per_hour", "labour_factor"} <= set(made.assumed)
        assert made.npv.unit == "money"


class TestPeopleAndPrices:
    def test_those_who_do_the_work_are_paid_for(self) -> None:
        assert spread(firm("invoicing", headcount=30.0, people=2.0), "people") == (2.0, 2.0, 2.0)

    def test_else_a_share_of_the_headcount_and_never_under_one(self) -> None:
        assert spread(firm("invoicing", headcount=1.0), "people") == (1.0, 1.0, 1.0)
        assert spread(firm("invoicing", headcount=30.0), "people")[1] == 9.0
        assert spread(firm("rota", headcount=30.0), "people", "rota", "rota")[1] == 30.0

    def test_prices_are_turned_into_the_countrys_money(self) -> None:
        catalogue = setting().catalogue
        sweden = BRITAIN.model_copy(update={"money_per_neutral": 11.0})
        kind, means = catalogue.process("invoicing"), catalogue.way("acct")
        placed = (in_country(land, Profile(), setting()) for land in (BRITAIN, sweden))
        here, there = (job_inputs(profile, kind, means, shared) for profile, shared in placed)
        assert there.cost_per_month.spread[1] == pytest.approx(11 * here.cost_per_month.spread[1])
        assert there.setup_hours.spread == here.setup_hours.spread

    def test_one_doer_takes_a_new_way_up_more_surely_than_a_team(self) -> None:
        alone = spread(firm("invoicing", headcount=12.0, people=1.0), "adoption", means_id="sheet")[1]
        team = spread(firm("invoicing", headcount=12.0, people=4.0), "adoption", means_id="sheet")[1]
        assert alone > team

    def test_what_customers_must_take_up_is_no_habit_of_the_doer(self) -> None:
        means = setting().catalogue.way("booking")
        got = spread(firm("appointment_booking", headcount=1.0), "adoption", "appointment_booking", "booking")
        assert got == means.adoption


def test_what_the_owner_said_is_never_listed_as_assumed() -> None:
    profile = firm("invoicing", hours_per_week=6.0, items_per_week=40.0, exception_share=0.1, active_weeks=48.0)
    assumed = set(estimate(profile, "invoicing", "acct", setting()).assumed)
    assert not assumed & {"hours_per_week", "items_per_week", "minutes_per_item", "exception_share", "active_weeks"}
    assert "removed_share" in assumed


def test_a_vendors_own_terms_can_stand_in_for_the_catalogues() -> None:
    catalogue = setting().catalogue
    profile = firm("invoicing", hours_per_week=6.0)
    quoted = catalogue.way("acct").model_copy(update={"cost_per_month": (349.0, 349.0, 349.0)})
    made = estimate_means(profile, catalogue.process("invoicing"), quoted, setting())
    listed = estimate(profile, "invoicing", "acct", setting())
    assert made.hours_freed_per_week == listed.hours_freed_per_week
    assert (made.cost_first_year.mid or 0) > 4_188
