"""People, exceptions, the ledgers that words open, and which of all inputs are in doubt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.domain.catalogue import Spread
from assistant.domain.facts import Basis, Fact, Value
from assistant.domain.profile import Process, Profile
from assistant.estimates.case import Case, says, words_of
from assistant.estimates.job import Input
from tests.estimates.firms import BRITAIN, at, fact, firm, setting
from tests.estimates.one_job import DEFAULTS, MONTHLY, PRIORS, inputs, spread, times, way


class TestPeople:
    @pytest.mark.parametrize("doer", ["owner", " Owner "])
    def test_an_owner_alone_is_one_user(self, doer: str) -> None:
        assert spread(inputs(firm("invoicing", headcount=30.0, doer=doer)).people) == (1.0, 1.0, 1.0)

    @pytest.mark.parametrize(
        ("process_id", "name"), [("rota", "users_of_people_tools"), ("invoicing", "users_of_other_tools")]
    )
    def test_others_are_a_share_of_the_firm(self, process_id: str, name: str) -> None:
        job = inputs(firm(process_id, headcount=4.0), process_id, way("rota"))
        share = getattr(DEFAULTS, name).spread
        assert spread(job.people) == tuple(pytest.approx(max(1.0, 4.0 * each)) for each in share)

    @pytest.mark.parametrize(
        ("headcount", "told", "alone"),
        [
            (12.0, {}, False),
            (1.0, {}, True),
            (2.0, {}, False),
            (12.0, {"people": 1.0}, True),
            (12.0, {"people": 2.0}, False),
            (12.0, {"people": (1.0, 2.0)}, False),
            (12.0, {"doer": "owner"}, True),
            (12.0, {"doer": "assistant"}, False),
        ],
    )
    def test_who_does_it_alone_takes_it_up_more_surely(
        self, headcount: float, told: dict[str, Value], alone: bool
    ) -> None:
        low = way(adoption=(0.1, 0.2, 0.99), contacts_people=False, customers_meet_machine=False)
        got = spread(inputs(firm("invoicing", headcount=headcount, **told), means=low).adoption)
        floor = DEFAULTS.adoption_one_doer.spread
        assert got == ((floor[0], floor[1], 0.99) if alone else low.adoption)

    @pytest.mark.parametrize("name", ["contacts_people", "customers_meet_machine"])
    def test_customers_take_up_what_is_theirs_as_they_like(self, name: str) -> None:
        theirs = way(adoption=(0.1, 0.2, 0.3), contacts_people=False, customers_meet_machine=False)
        theirs = theirs.model_copy(update={name: True})
        assert spread(inputs(firm("invoicing", headcount=1.0), means=theirs).adoption) == theirs.adoption


class TestExceptions:
    kind = setting().catalogue.process("invoicing")

    @pytest.mark.parametrize(
        ("decision", "none"),
        [("stop doing it", True), ("simplify first", True), ("use what you have", False), ("automate", False)],
    )
    def test_what_is_dropped_or_made_simpler_hands_nothing_back(self, decision: str, none: bool) -> None:
        for told, usual in (({"exception_share": (0.2, 0.4)}, (0.2, 0.3, 0.4)), ({}, self.kind.exception_share)):
            job = inputs(firm("invoicing", **told), means=way(decision=decision))
            assert job.exception_share.spread == ((0.0, 0.0, 0.0) if none else pytest.approx(usual))
            assert job.exception_share.kind == "share"

    @pytest.mark.parametrize("told", [{"exception_share": (0.2, 0.4)}, {}])
    def test_a_helper_hands_a_part_of_them_back(self, told: dict[str, tuple[float, float]]) -> None:
        whole = inputs(firm("invoicing", **told), means=way(decision="automate")).exception_share
        handed = inputs(firm("invoicing", **told), means=way(decision="hand it over")).exception_share
        parts = zip(whole.spread, DEFAULTS.handed_back.spread, strict=True)
        assert handed.spread == tuple(pytest.approx(all_of_them * part) for all_of_them, part in parts)
        assert (handed.basis, handed.quote) == (whole.basis, whole.quote)
        assert "assumed" in handed.note

    def test_a_told_share_is_spread_as_shares_are(self) -> None:
        job = inputs(firm("invoicing", exception_share=0.1))
        assert spread(job.exception_share) == times(DEFAULTS.share_said.spread, 0.1)


class TestLedgers:
    @pytest.mark.parametrize("basis", ["vendor", "benchmark", "assumed"])
    @pytest.mark.parametrize("name", ["cash_per_error", "outside_bill_per_year", "lost_sales_per_month"])
    def test_money_that_the_owner_did_not_say_opens_none(self, name: str, basis: Basis) -> None:
        profile = firm("invoicing", **{name: fact(100.0, basis)}).with_fact(
            at("firm", "contribution_margin"), fact(0.4)
        )
        job = inputs(profile)
        assert (job.errors, job.sales, job.outside_bill_per_year, job.mechanism) == (None, None, None, None)

    def test_what_errors_cost_is_told_and_how_many_there_are_may_be_usual(self) -> None:
        kind = setting().catalogue.process("invoicing")
        usual = inputs(firm("invoicing", cash_per_error=100.0)).errors
        told = inputs(firm("invoicing", cash_per_error=100.0, error_rate=0.02)).errors
        assert usual is not None
        assert told is not None
        assert (usual.error_rate.spread, usual.error_rate.kind) == (kind.error_rate, "share")
        assert told.error_rate.spread == times(DEFAULTS.share_said.spread, 0.02)
        assert usual.cash_per_error.spread == times(DEFAULTS.money_said.spread, 100.0)
        assert usual.errors_removed.spread == DEFAULTS.errors_removed.spread

    @pytest.mark.parametrize(
        ("sales", "margin", "opens"),
        [
            (900.0, fact(0.4), True),
            (900.0, None, False),
            (None, fact(0.4), False),
            (900.0, fact(0.4, "benchmark"), False),
            (900.0, fact("good"), False),
        ],
    )
    def test_margin_needs_both_sales_and_what_is_left_of_them(
        self, sales: float | None, margin: Fact | None, opens: bool
    ) -> None:
        told = {} if sales is None else {"lost_sales_per_month": sales}
        found = inputs(firm("invoicing", **told).with_fact(at("firm", "contribution_margin"), margin)).sales
        assert (found is not None) == opens
        if found:
            assert found.lost_sales_per_month.spread == times(DEFAULTS.money_said.spread, 900.0)
            assert (found.contribution_margin.spread, found.contribution_margin.kind) == ((0.4, 0.4, 0.4), "share")
            assert found.sales_recovered.spread == DEFAULTS.sales_recovered.spread

    @pytest.mark.parametrize(
        ("told", "posts"),
        [
            ({}, None),
            ({"posts_expected_to_go": 0.0}, None),
            ({"posts_expected_to_go": 0.5}, 0.5),
            ({"posts_expected_to_go": (1.0, 3.0)}, 1.0),
            ({"posts_expected_to_go": True}, 1.0),
            ({"posts_expected_to_go": False}, None),
            ({"posts_expected_to_go": fact(2.0, "vendor")}, None),
            ({"posts_expected_to_go": 2.0, "doer": "owner"}, None),
        ],
    )
    def test_posts_go_where_the_owner_expects_it_and_does_not_do_the_work(
        self, told: dict[str, Value | Fact], posts: float | None
    ) -> None:
        found = inputs(firm("invoicing", **told)).mechanism
        assert (found.posts if found else None) == posts
        if found:
            assert found.probability == DEFAULTS.mechanism_holds.mid
            assert spread(found.month) == DEFAULTS.mechanism_month.spread
            assert found.bill_per_year is None

    @pytest.mark.parametrize(
        ("told", "opens", "bill"),
        [
            ({"outside_bill_per_year": 900.0}, True, True),
            ({"freed_hours_use": "less overtime"}, True, False),
            ({"freed_hours_use": "more sleep"}, False, False),
            ({"doer": "bookkeeper"}, True, False),
            ({"doer": "bookkeeper", "outside_bill_per_year": 900.0}, True, True),
        ],
    )
    def test_a_bill_or_paid_hours_are_a_way_to_cash_without_a_month(
        self, told: dict[str, Value], opens: bool, bill: bool
    ) -> None:
        found = inputs(firm("invoicing", **told)).mechanism
        assert (found is not None) == opens
        if found:
            assert (found.posts, found.month, found.bill_per_year is not None) == (0.0, None, bill)
            assert found.probability == DEFAULTS.mechanism_holds.mid


class TestWhatIsDrawn:
    def test_a_fixed_figure_or_one_that_buys_nothing_is_not_uncertain(self) -> None:
        free = way(**dict.fromkeys(("setup_cost", *MONTHLY), (0.0, 0.0, 0.0)))
        names = {each.name for each in inputs(firm("invoicing", active_weeks=48.0), means=free).uncertain()}
        assert {"minutes_per_item", "removed_share"} <= names
        assert not {"active_weeks", "setup_overrun", "people", "price_rise", "setup_cost"} & names

    @pytest.mark.parametrize(
        ("price", "seen"),
        [
            ("setup_cost", {"setup_overrun"}),
            ("cost_per_month", {"price_rise"}),
            ("cost_per_person_month", {"price_rise", "people"}),
            ("cost_per_item", {"price_rise"}),
        ],
    )
    def test_what_stretches_a_price_counts_where_there_is_one(self, price: str, seen: set[str]) -> None:
        prices = dict.fromkeys(("setup_cost", *MONTHLY), (0.0, 0.0, 0.0)) | {price: (0.0, 0.0, 0.5)}
        found = {each.name for each in inputs(firm("invoicing", headcount=30.0), means=way(**prices)).uncertain()}
        assert found & {"setup_overrun", "people", "price_rise"} == seen

    def test_the_ledgers_figures_count_too_in_the_order_of_the_fields(self) -> None:
        told = firm("invoicing", cash_per_error=100.0, lost_sales_per_month=900.0, posts_expected_to_go=1.0)
        job = inputs(told.with_fact(at("firm", "contribution_margin"), fact((0.3, 0.5))))
        names = [each.name for each in job.uncertain()]
        assert names[0] == "items_per_week"
        ledgers = ["error_rate", "errors_removed", "cash_per_error", "lost_sales_per_month", "sales_recovered"]
        assert [each for each in names if each in ledgers] == ledgers
        assert {"contribution_margin", "mechanism_month"} <= set(names)
        assert len(names) == len(set(names))

    @pytest.mark.parametrize(
        ("kind", "range_", "least", "most"),
        [
            ("amount", (0.0, 1.0, 9.0), 0.0, 99.0),
            ("share", (0.1, 0.5, 0.97), 0.0, 1.0),
            ("factor", (1.0, 1.2, 4.0), 1.0, 99.0),
        ],
    )
    def test_draws_stay_within_what_their_kind_can_be(
        self, kind: str, range_: Spread, least: float, most: float
    ) -> None:
        one = Input.model_validate(
            {"name": "x", "spread": range_, "unit": "", "basis": "owner", "stream": f"drawn {kind}", "kind": kind}
        )
        values = one.draws(1, 999)
        assert (values.min(), values.max() <= most) == (least, True)
        assert not one.is_fixed
        assert sorted(values.tolist())[499] == pytest.approx(range_[1])
        other = one.model_copy(update={"stream": f"other {kind}"})
        assert other.draws(1, 999).tolist() != values.tolist() != one.draws(2, 999).tolist()


class TestWords:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("less overtime, please", True),
            ("Less Overtime", True),
            ("overtimes", False),
            ("over time", False),
            ("", False),
        ],
    )
    def test_a_wording_is_said_as_a_whole_word(self, text: str, found: bool) -> None:
        assert says(text, ("bonus", "overtime")) is found
        assert not says(text, ())

    @pytest.mark.parametrize(
        ("value", "basis", "words"),
        [("owner", "owner", "owner"), ("owner", "computed", "owner"), ("owner", "vendor", ""),
         (("a", "b"), "owner", "a b"), (3.0, "owner", ""), (True, "owner", "")],
    )  # fmt: skip
    def test_only_the_owners_own_words_are_heard(self, value: Value, basis: Basis, words: str) -> None:
        assert words_of(fact(value, basis)) == words
        assert words_of(None) == ""

    def test_work_that_nobody_told_of_is_still_of_its_kind(self) -> None:
        kind = setting().catalogue.process("invoicing")
        case = Case(Profile(), kind, way(), BRITAIN, PRIORS)
        assert case.work == Process(id="invoicing", name=kind.name)
        assert case.fact("items_per_week") is None
        assert case.told("items_per_week", "", (1.0, 1.0, 1.0)) is None
        assert replace(case, country=None).labour_rate == replace(case, country=None).exchange_rate == 1.0
