"""What a plan says, and what every line of it rests on."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest

from assistant.domain.advice import Recommendation
from assistant.domain.findings import Report
from assistant.domain.plan import Plan
from assistant.domain.profile import Profile
from assistant.errors import UnknownName
from assistant.estimates.estimate import EstimateSetting
from assistant.planning.exits import ways_out
from assistant.planning.plan import PlanWords, load_plan_words, make_plan
from assistant.planning.schedule import ROUNDING
from assistant.planning.timeline import timeline
from assistant.planning.work import spare_hours_used, works
from tests.builders import fact, salon
from tests.conftest import KNOWLEDGE
from tests.planning.firms import (
    CITED,
    JOINERY,
    TODAY,
    Choice,
    bakery,
    bakery_session,
    dispatch_offer,
    initiative,
    inputs,
    joinery,
    joinery_session,
)

LISTS = (
    "goals", "this_week", "this_month", "this_quarter", "left_alone", "money", "pilot_lines", "tell", "measures",
    "open_questions", "vendor_questions", "ways_out", "broken_rules", "governance",
)  # fmt: skip


@pytest.fixture(scope="module")
def words() -> PlanWords:
    return load_plan_words(KNOWLEDGE)


@pytest.fixture(scope="module")
def small(setting: EstimateSetting, words: PlanWords) -> Plan:
    plan = bakery_session(setting, words).plan
    assert plan is not None
    return plan


@pytest.fixture(scope="module")
def large(setting: EstimateSetting, words: PlanWords) -> Plan:
    plan = joinery_session(setting, words).plan
    assert plan is not None
    return plan


def planned(profile: Profile, choice: Choice, setting: EstimateSetting, words: PlanWords) -> Plan:
    made = initiative(choice, profile, setting)
    advice = Recommendation(initiatives=(made,), order=(made.id,), currency="GBP")
    return make_plan(profile, advice, Report(), (), inputs(setting, words))


def all_lines(plan: Plan) -> list[str]:
    return [each for name in LISTS for each in getattr(plan, name)] + [plan.confidence]


@pytest.mark.parametrize("size", ["small", "large"])
def test_every_sentence_rests_on_a_finding_a_fact_or_an_estimate(size: str, request: pytest.FixtureRequest) -> None:
    plan: Plan = request.getfixturevalue(size)
    grounds = {each.text: each.rests_on for each in plan.grounds}
    for line in all_lines(plan):
        assert grounds[line].startswith(("finding: ", "fact: ", "estimate: ")), line
    for step in plan.steps:
        assert step.rests_on.startswith(("finding: ", "fact: ", "estimate: ")), step.what


@pytest.mark.parametrize("size", ["small", "large"])
def test_a_week_asks_for_two_hours_at_most(size: str, request: pytest.FixtureRequest) -> None:
    plan: Plan = request.getfixturevalue(size)
    minutes = [int(found) for each in plan.this_week for found in re.findall(r"^\((\d+) minutes\)", each)]
    hours = [float(found) for each in plan.this_week for found in re.findall(r"^\((\d+) h\)", each)]
    assert len(minutes) + len(hours) == len(plan.this_week) > 0
    assert sum(minutes) / 60 + sum(hours) <= 2


def test_a_week_asks_for_no_more_than_is_free(setting: EstimateSetting, words: PlanWords) -> None:
    free = bakery().model_copy(
        update={"constraints": (bakery().constraints[0].model_copy(update={"amount": fact(0.5, "hours")}),)}
    )
    plan = planned(free, ("invoicing", "useown", "use what you have", "it is there"), setting, words)
    assert len(plan.this_week) == 2
    assert all(each.startswith("(15 minutes)") for each in plan.this_week)


def test_each_started_change_is_counted_set_up_tried_and_looked_at_in_that_order(large: Plan) -> None:
    started = {f"{process}:{means}" for process, means, decision, _ in JOINERY if decision in
               ("now", "use what you have", "simplify first", "hand it over")}  # fmt: skip
    for one in started:
        mine = [each for each in large.steps if each.initiative_id == one]
        assert [each.phase for each in mine] == ["count", "set up", "try", "review"]
        assert mine[0].weeks[1] - mine[0].weeks[0] == 1
        for before, after in pairwise(mine):
            assert after.weeks[0] == before.weeks[1] + 1
    assert [each.n for each in large.steps] == list(range(1, len(large.steps) + 1))


def test_what_is_left_alone_put_off_or_stopped_has_no_step(large: Plan) -> None:
    idle = {f"{process}:{means}" for process, means, decision, _ in JOINERY if decision in
            ("leave it", "later", "stop doing it")}  # fmt: skip
    assert not idle.intersection(each.initiative_id for each in large.steps)


def test_no_week_asks_for_more_hours_than_the_owner_has(
    setting: EstimateSetting, words: PlanWords, large: Plan
) -> None:
    free = spare_hours_used(joinery())
    load: dict[int, float] = {}
    for step in large.steps:
        first, last = step.weeks
        for week in range(first, last + 1):
            load[week] = load.get(week, 0.0) + step.hours / (last - first + 1)
    assert max(load.values()) <= free + ROUNDING


def test_what_comes_next_begins_after_the_first_try_was_looked_at(large: Plan) -> None:
    first_review = next(each.weeks[1] for each in large.steps if each.phase == "review")
    begins = [each.weeks[0] for each in large.steps if each.phase == "begin"]
    assert len(begins) == 2
    assert min(begins) > first_review


def test_the_plan_begins_on_a_monday_and_names_no_weekend(large: Plan, small: Plan) -> None:
    for plan in (large, small):
        assert plan.week_one == date(2026, 11, 23)
        for step in plan.steps:
            assert plan.first_day(step.weeks[0]).weekday() == 0
            assert plan.last_day(step.weeks[1]).weekday() == 4


@pytest.mark.parametrize("days", range(7))
def test_week_one_is_the_first_monday_from_today(days: int, setting: EstimateSetting, words: PlanWords) -> None:
    today = TODAY + timedelta(days=days)
    made = timeline((), bakery(), today)
    assert made.week_one.weekday() == 0
    assert 0 <= (made.week_one - today).days < 7


def test_the_stop_line_carries_the_date_of_the_plan_not_of_the_advice(small: Plan) -> None:
    review = next(each for each in small.steps if each.phase == "review")
    day = small.first_day(review.weeks[0])
    assert f"We stop if it frees less than 0.5 hours a week by {day.day} {day:%B %Y}" in small.pilot_lines[0]
    assert not [each for each in all_lines(small) if re.search(r"\d{4}-\d{2}-\d{2}", each)]


def test_goals_stand_in_the_owners_words_and_an_unserved_one_is_answered(large: Plan) -> None:
    assert large.goals[0] == "“I want every quote out within two days”."
    assert "not won by automation" in large.goals[2]


def test_what_is_left_alone_says_at_which_number_that_changes(large: Plan) -> None:
    left = [process for process, _, decision, _ in JOINERY if decision == "leave it"]
    assert len(left) == 4
    assert sum("Ask again above about 40" in each for each in large.left_alone) == 4
    assert sum("later" in each for each in large.left_alone) == 2


def test_money_names_the_worst_cost_and_never_adds_hours_to_cash(
    small: Plan, setting: EstimateSetting, words: PlanWords
) -> None:
    state = bakery_session(setting, words)
    assert state.recommendation is not None
    worst = state.recommendation.initiatives[0].cost_first_year.high
    assert worst is not None
    assert f"At worst £{worst:.0f} in the first year" in small.money[0]
    assert "frees at least" in small.money[1]
    assert "£" not in small.money[1]
    assert "(partly assumed)" in small.money[1]
    assert small.money[2] == "No money back: no pay falls and no bill goes away. It buys hours."


def test_pay_is_promised_only_where_the_owner_said_that_no_post_goes(large: Plan) -> None:
    promised = [each for each in large.tell if "Nobody's pay changes" in each]
    assert len(promised) == 1
    assert promised[0].startswith("Tell your bookkeeper")
    assert "for chasing late suppliers." in promised[0]


def test_posts_that_are_meant_to_go_are_said_and_not_hidden(setting: EstimateSetting, words: PlanWords) -> None:
    changed = joinery().model_copy(
        update={
            "processes": tuple(
                each.model_copy(update={"posts_expected_to_go": fact(1.0)}) if each.id == "invoicing" else each
                for each in joinery().processes
            )
        }
    )
    plan = planned(changed, ("invoicing", "useown", "use what you have", "it is there"), setting, words)
    assert "touch 1 of the posts" in plan.tell[0]
    assert "Nobody's pay" not in plan.tell[0]


def test_customers_are_told_where_they_meet_a_machine(large: Plan) -> None:
    assert [each for each in large.tell if each.startswith("Tell customers") and "a person takes over" in each]


def test_an_owner_who_does_it_alone_tells_nobody(small: Plan) -> None:
    assert small.tell == ("Nobody has to be told: this changes only your own work.",)


def test_assumed_figures_are_called_so_and_have_a_check(small: Plan, large: Plan) -> None:
    for plan in (small, large):
        assert plan.assumptions
        for each in plan.assumptions:
            assert each.basis in ("assumed", "benchmark")
            assert each.value
            assert each.check
    assert small.assumptions[0].value == "40-100 %, likely 75"


def test_unsaid_hours_for_the_change_are_an_assumption(setting: EstimateSetting, words: PlanWords) -> None:
    silent = bakery().model_copy(update={"constraints": ()})
    plan = planned(silent, ("invoicing", "useown", "use what you have", "it is there"), setting, words)
    assert plan.assumptions[-1].value == "2 hours"
    assert "diary" in plan.assumptions[-1].check


def test_broken_rules_are_shown_and_a_waiver_says_by_whom_and_why(large: Plan) -> None:
    assert large.broken_rules[0].startswith("The roll-out fits the spare hours (RS04, must hold)")
    assert "Set aside by you: we move house in May, until 1 May 2027" in large.broken_rules[1]
    by_id = {each.initiative_id: each for each in large.decisions}
    assert by_id["email_enquiries:bot"].rules[0].startswith("✕ broken: The roll-out fits")
    assert "Not known: posts that are expected to go" in by_id["payment_chasing:remind"].rules[1]
    assert "Set aside by you" in by_id["payment_chasing:remind"].rules[0]
    assert by_id["quoting_standard:simplify"].rules == ()


def test_open_questions_come_from_the_conversation_first(setting: EstimateSetting, words: PlanWords) -> None:
    state = joinery_session(setting, words)
    assert state.recommendation is not None
    assert state.report is not None
    asked = inputs(setting, words, questions=("How many quotes come back wrong?",))
    plan = make_plan(state.profile, state.recommendation, state.report, (), asked)
    assert plan.open_questions[0] == "How many quotes come back wrong?"
    assert plan.open_questions[1].startswith("Not known: posts that are expected to go")


def test_sources_are_numbered_by_first_use_and_stay_so(large: Plan, setting: EstimateSetting, words: PlanWords) -> None:
    assert [(each.n, each.title) for each in large.sources] == [(1, "The order of steps"), (2, "Resources")]
    assert all(each.sources == (1,) for each in large.decisions)
    again = joinery_session(setting, words).plan
    assert again == large


def test_a_source_rests_on_what_its_own_section_rests_on(setting: EstimateSetting, words: PlanWords) -> None:
    state = joinery_session(setting, words)
    assert state.recommendation is not None
    assert state.report is not None
    steps, people = CITED
    dated = {"strength": "own-view", "as_of": TODAY, "check_after": TODAY}
    elsewhere = steps.model_copy(update={"heading": "Another section", "strength": "illustrative"})
    asked = inputs(setting, words).model_copy(update={"cited": (elsewhere, steps.model_copy(update=dated), people)})
    plan = make_plan(state.profile, state.recommendation, state.report, (), asked)
    assert [(each.strength, each.rests_on) for each in plan.sources] == [
        ("own-view", "our own view, as of 21 November 2026"),
        ("study", "a study"),
    ]


def test_vendor_questions_begin_with_what_is_worth_most(large: Plan) -> None:
    assert large.vendor_questions[0].startswith("Lumen dispatch quote.pdf: 30 days by e-mail.")
    assert "Worth about £2,300" in large.vendor_questions[0]
    assert any("against your own words" in each for each in large.vendor_questions)


def test_notice_is_advised_for_the_safe_day(large: Plan) -> None:
    assert "send notice by letter by 22 February 2027; the last day is 1 March 2027" in large.ways_out[0]


def test_a_missed_notice_date_is_said_and_a_missing_one_asked_for() -> None:
    late = ways_out(timeline((), bakery(), TODAY), (dispatch_offer(),), date(2027, 4, 1))
    assert "the last day for notice was 1 March 2027" in late[0].text
    bare = dispatch_offer().model_copy(update={"terms": dispatch_offer().terms.model_copy(update={
        "signed": None, "last_notice_date": None, "notice_days": None})})  # fmt: skip
    asked = ways_out(timeline((), bakery(), TODAY), (bare,), TODAY)[0].text
    assert "Ask when it starts and how long before its end notice must be given" in asked


def test_confidence_is_that_of_the_least_sure_step_and_says_why_not_surer(large: Plan, small: Plan) -> None:
    assert large.confidence.startswith("Not sure yet.")
    assert "One rule that must hold is broken" in large.confidence
    assert small.confidence.startswith("Half sure")
    assert "(assumed)" in small.confidence


def test_no_recommendation_gives_one_honest_line(setting: EstimateSetting, words: PlanWords) -> None:
    plan = make_plan(Profile(), Recommendation(), Report(), (), inputs(setting, words))
    assert plan.confidence.startswith("Nothing is recommended yet")
    assert all(getattr(plan, name) == () for name in LISTS)
    assert not plan.steps
    assert not plan.decisions


def test_a_plan_that_leaves_everything_alone_spends_nothing(setting: EstimateSetting, words: PlanWords) -> None:
    plan = planned(bakery(), ("invoicing", "acct", "leave it", "it costs more than the job"), setting, words)
    assert plan.money == ("Nothing is bought, so nothing can be lost.",)
    assert not plan.steps
    assert plan.this_week == ("(15 minutes) Before you decide: time the next three invoices.",)
    assert "worth starting" in plan.confidence


def test_a_ledger_of_cash_is_shown_beside_hours(setting: EstimateSetting, words: PlanWords) -> None:
    paid = salon(doer=fact("Mia"), posts_expected_to_go=fact(1.0), wage_per_hour=fact(13.0, "GBP"))
    made = initiative(("appointment_reminders", "remind", "now", "it is the same text each time"), paid, setting)
    cash = made.hours_freed_per_week.model_copy(update={"low": 0.0, "mid": 900.0, "high": 1500.0, "unit": "GBP/year"})
    advice = Recommendation(initiatives=(made.model_copy(update={"cash_per_year": cash}),), order=(made.id,))
    plan = make_plan(paid, advice, Report(), (), inputs(setting, words))
    assert "Money back, before these costs: at least £0 a year, most likely £900." in plan.money


def test_a_process_that_the_catalogue_lacks_is_named(setting: EstimateSetting, words: PlanWords) -> None:
    state = bakery_session(setting, words)
    assert state.recommendation is not None
    strange = state.recommendation.initiatives[0].model_copy(update={"process_id": "weaving"})
    with pytest.raises(UnknownName, match="weaving"):
        make_plan(bakery(), Recommendation(initiatives=(strange,)), Report(), (), inputs(setting, words))


def test_what_was_told_stands_beside_the_owners_words(small: Plan) -> None:
    hours = next(each for each in small.told if each.what == "hours a week on making invoices")
    assert (hours.value, hours.quote) == ("4 hours", "four hours every Saturday")
    share = next(each for each in small.told if "special" in each.what)
    assert share.value == "20-30 %, likely 25"
    assert next(each for each in small.told if each.what.startswith("who does")).value == "you"


def test_works_follow_the_recommended_order(setting: EstimateSetting, words: PlanWords) -> None:
    state = joinery_session(setting, words)
    assert state.recommendation is not None
    turned = state.recommendation.model_copy(update={"order": state.recommendation.order[::-1]})
    found = works(joinery(), turned, inputs(setting, words))
    assert found[0].id == turned.order[0]
    assert found[-1].initiative.decision == "leave it"
