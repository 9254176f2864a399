"""Prices, volume and labour: what each input is where it was told, and what stands in for it where it was not."""

from __future__ import annotations

import pytest

from assistant.domain.catalogue import Country
from assistant.domain.facts import Fact, Value
from assistant.domain.profile import Business, Profile
from assistant.estimates.case import NEUTRAL_WAGE
from assistant.estimates.job import JobInputs
from assistant.estimates.said import note_of
from assistant.estimates.setting import currency_of
from tests.estimates.firms import BRITAIN, at, fact, firm, in_country, setting
from tests.estimates.one_job import DEFAULTS, MONTHLY, PRICED, inputs, paid, spread, times, way


class TestPrices:
    @pytest.mark.parametrize(("wage", "rate"), [(5 * NEUTRAL_WAGE, 5.0), (20 * NEUTRAL_WAGE, 11.0)])
    def test_tools_cost_what_they_cost_anywhere_and_help_what_people_earn_here(self, wage: float, rate: float) -> None:
        job = inputs(Profile(), means=PRICED, country=paid(wage))
        assert spread(job.setup_cost) == times(PRICED.setup_cost, rate)
        for name in MONTHLY:
            assert spread(getattr(job, name)) == times(getattr(PRICED, name), 11.0), name
        assert spread(job.outside_help_per_year) == times(DEFAULTS.outside_help.spread, rate)

    def test_what_is_handed_over_is_people_too(self) -> None:
        handed = PRICED.model_copy(update={"decision": "hand it over"})
        job = inputs(Profile(), means=handed, country=paid(5 * NEUTRAL_WAGE))
        for name in ("setup_cost", *MONTHLY):
            assert spread(getattr(job, name)) == times(getattr(PRICED, name), 5.0), name

    @pytest.mark.parametrize("decision", ["stop doing it", "simplify first", "use what you have", "hand it over"])
    def test_only_a_machine_needs_somebody_called_in(self, decision: str) -> None:
        assert inputs(Profile(), means=PRICED.model_copy(update={"decision": decision})).outside_help_per_year is None

    def test_without_a_country_money_is_neutral(self) -> None:
        job = inputs(Profile(), means=PRICED, country=None)
        assert [spread(getattr(job, name)) for name in MONTHLY] == [getattr(PRICED, name) for name in MONTHLY]
        assert spread(job.setup_cost) == PRICED.setup_cost
        assert spread(job.outside_help_per_year) == DEFAULTS.outside_help.spread

    def offered(self, wanted: str = "acct", **told: Value) -> JobInputs:
        return inputs(firm("invoicing", wanted_means=wanted, **told), means=PRICED, country=paid(5 * NEUTRAL_WAGE))

    def test_an_offers_prices_take_the_place_of_the_catalogues(self) -> None:
        job = self.offered(offer_once=900.0, offer_per_month=70.0)
        assert spread(job.setup_cost) == (900.0, 900.0, 900.0)
        assert spread(job.cost_per_month) == times(DEFAULTS.price_told.spread, 70.0)
        assert spread(job.cost_per_person_month) == spread(job.cost_per_item) == (0.0, 0.0, 0.0)

    def test_what_an_offer_leaves_out_stays_the_catalogues(self) -> None:
        once, monthly = self.offered(offer_once=900.0), self.offered(offer_per_month=70.0)
        for name in MONTHLY:
            assert spread(getattr(once, name)) == times(getattr(PRICED, name), 11.0), name
        assert spread(monthly.setup_cost) == times(PRICED.setup_cost, 5.0)

    def test_an_offer_is_for_the_means_in_mind_alone(self) -> None:
        for job in (self.offered("crm", offer_once=900.0), inputs(firm("invoicing", offer_once=900.0), means=PRICED)):
            assert spread(job.setup_cost)[1] != 900.0

    @pytest.mark.parametrize(
        ("said", "country", "currency"),
        [
            ("EUR", BRITAIN, "EUR"),
            (None, BRITAIN, "GBP"),
            (3.0, BRITAIN, "GBP"),
            (None, None, ""),
            ("EUR", None, "EUR"),
        ],
    )
    def test_the_owners_currency_comes_first(self, said: Value | None, country: Country | None, currency: str) -> None:
        business = Business(currency=None if said is None else fact(said))
        placed, shared = in_country(country, Profile(business=business), setting())
        assert currency_of(placed, shared.catalogue) == currency
        assert inputs(Profile(business=business), country=country).currency == currency


class TestWorkload:
    kind = setting().catalogue.process("invoicing")

    def given(self, profile: Profile) -> tuple[bool, bool, bool]:
        job = inputs(profile)
        return job.items_per_week is not None, job.minutes_per_item is not None, job.hours_per_week is not None

    @pytest.mark.parametrize(
        ("told", "given"),
        [
            ({}, (True, True, False)),
            ({"items_per_week": 40.0}, (True, True, False)),
            ({"minutes_per_item": 9.0}, (True, True, False)),
            ({"hours_per_week": 6.0}, (False, True, True)),
            ({"hours_per_week": 6.0, "items_per_week": 40.0}, (True, False, True)),
            ({"hours_per_week": 6.0, "minutes_per_item": 9.0}, (False, True, True)),
            ({"hours_per_week": 6.0, "items_per_week": 40.0, "minutes_per_item": 9.0}, (True, False, True)),
            ({"hours_per_week": 6.0, "items_per_week": 0.0}, (False, True, True)),
            ({"hours_per_week": 6.0, "items_per_week": (0.0, 9.0)}, (False, True, True)),
            ({"hours_per_week": 6.0, "items_per_week": 0.5}, (True, False, True)),
            ({"hours_per_week": 6.0, "items_per_week": fact(40.0, "vendor")}, (True, False, True)),
            ({"hours_per_week": 6.0, "items_per_week": fact(40.0, "vendor"), "minutes_per_item": 9.0},
             (False, True, True)),
            ({"hours_per_week": 6.0, "items_per_week": fact(40.0, "vendor"), "minutes_per_item": 0.0},
             (True, False, True)),
            ({"hours_per_week": fact(6.0, "computed"), "items_per_week": 40.0, "minutes_per_item": 9.0},
             (True, True, False)),
            ({"hours_per_week": fact(6.0, "computed"), "items_per_week": 40.0}, (True, False, True)),
            ({"hours_per_week": fact(6.0, "computed"), "minutes_per_item": 9.0}, (False, True, True)),
        ],
    )  # fmt: skip
    def test_two_of_the_three_are_taken(self, told: dict[str, Value | Fact], given: tuple[bool, bool, bool]) -> None:
        assert self.given(firm("invoicing", **told)) == given

    @pytest.mark.parametrize("people", [2.0, 10.0, 40.0])
    def test_the_usual_count_is_that_of_ten_people_and_grows_slower_than_the_firm(self, people: float) -> None:
        power = DEFAULTS.volume_by_people.mid
        assert 0 < power < 1
        job = inputs(firm("invoicing", headcount=people))
        assert spread(job.items_per_week) == times(self.kind.items_per_week, (people / 10) ** power)

    @pytest.mark.parametrize(
        ("said", "counted"), [(0.2, 1.0), (None, DEFAULTS.headcount.mid), ("a few", DEFAULTS.headcount.mid)]
    )
    def test_a_firm_has_at_least_one_person(self, said: Value | None, counted: float) -> None:
        profile = firm("invoicing").with_fact(at("firm", "headcount"), None if said is None else fact(said))
        power = DEFAULTS.volume_by_people.mid
        assert spread(inputs(profile).items_per_week) == times(self.kind.items_per_week, (counted / 10) ** power)

    def test_minutes_of_nothing_are_not_taken(self) -> None:
        for minutes in (0.0, None):
            job = inputs(
                firm("invoicing", hours_per_week=6.0, **({} if minutes is None else {"minutes_per_item": minutes}))
            )
            assert spread(job.minutes_per_item) == self.kind.minutes_per_item
            assert job.minutes_per_item is not None
            assert not job.minutes_per_item.is_said

    def test_minutes_of_less_than_one_are_taken(self) -> None:
        job = inputs(firm("invoicing", hours_per_week=6.0, minutes_per_item=0.5))
        assert job.minutes_per_item is not None
        assert job.minutes_per_item.is_said

    def test_told_figures_carry_their_words_and_their_luck(self) -> None:
        job = inputs(firm("invoicing", hours_per_week=fact(6.0, quote="six hours"), active_weeks=48.0))
        assert job.hours_per_week is not None
        assert (job.hours_per_week.quote, job.hours_per_week.stream) == ("six hours", "invoicing.hours_per_week")
        assert spread(job.hours_per_week) == times(DEFAULTS.hours_said.spread, 6.0)
        assert spread(job.active_weeks) == (48.0, 48.0, 48.0)
        assert spread(inputs(firm("invoicing")).active_weeks) == DEFAULTS.active_weeks.spread


class TestLabour:
    def test_the_wage_of_this_work_comes_before_the_firms(self) -> None:
        assert spread(inputs(firm("invoicing", wage_per_hour=20.0)).wage_per_hour) == (20.0, 20.0, 20.0)
        assert spread(inputs(firm("invoicing")).wage_per_hour) == (13.0, 13.0, 13.0)
        assert spread(inputs(Profile(), country=None).wage_per_hour) == DEFAULTS.wage_per_hour.spread

    def test_a_country_loads_a_wage_as_surely_as_its_rates_are_known(self) -> None:
        guessed = BRITAIN.model_copy(update={"labour_basis": "Assumed from a neighbour"})
        for country, basis in ((BRITAIN, "benchmark"), (guessed, "assumed")):
            factor = inputs(firm("invoicing"), country=country).labour_factor
            assert (factor.spread, factor.basis) == (BRITAIN.labour_factor, basis)
        assert spread(inputs(firm("invoicing"), country=None).labour_factor) == DEFAULTS.labour_factor.spread

    def test_what_is_assumed_says_what_it_rests_on(self) -> None:
        job = inputs(firm("invoicing", wage_per_hour=20.0))
        assert job.labour_factor.note == BRITAIN.labour_basis
        assert job.setup_cost.note == job.covered_share.note == way().basis
        assert job.price_rise.note == note_of(DEFAULTS.price_rise)
        assert job.wage_per_hour.note == ""
        assert (job.active_weeks.unit, job.setup_overrun.unit) == ("weeks/year", DEFAULTS.setup_overrun.unit)

    @pytest.mark.parametrize(
        "told", [{"wage_per_hour": Fact(value=22.0, quote="she costs me 22")}, {"doer": "my bookkeeper"}]
    )
    @pytest.mark.parametrize("country", [BRITAIN, None])
    def test_a_whole_cost_and_a_bill_are_not_loaded(
        self, told: dict[str, Value | Fact], country: Country | None
    ) -> None:
        job = inputs(firm("invoicing", **told), country=country)
        assert job.labour_factor.spread == (1.0, 1.0, 1.0)
        assert job.labour_factor.is_said
        assert job.is_done_outside == ("doer" in told)
