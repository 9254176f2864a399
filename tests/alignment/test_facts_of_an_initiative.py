"""The facts that rules are put to, one by one: what the firm, the work, the way and our own estimate make of them."""

from __future__ import annotations

import pytest

from assistant.domain.advice import GoalLink
from assistant.domain.facts import Fact, Value
from assistant.domain.profile import Goal, Pain, Strength
from assistant.estimates.estimate import EstimateSetting
from tests.alignment.subjects import NOBODY_SAID, Parts, around, check, estimated, facts_of
from tests.builders import fact


def link(goal: str = "Fridays free", measure: str = "hours") -> GoalLink:
    return GoalLink(goal=goal, quote=None, measure_moved=measure, direction="down")


GOAL_CASES: list[tuple[Parts, str, Value | None]] = [
    ({}, "goals_served", 1.0),
    ({"initiative": {"serves_goals": (link(), link())}}, "goals_served", 2.0),
    ({"initiative": {"serves_goals": (link("more vans"), link())}}, "goals_served", 1.0),
    ({"initiative": {"serves_goals": (link(measure=""),)}}, "goals_served", 0.0),
    ({"profile": {"goals": ()}}, "goals_served", NOBODY_SAID),
    ({}, "growth_wanted", False),
    ({"profile": {"goals": (Goal(kind="growth", text="two shops"),)}}, "growth_wanted", True),
    ({"profile": {"goals": (Goal(kind="reach", text="the next town"),)}}, "growth_wanted", True),
    ({"profile": {"goals": ()}}, "growth_wanted", NOBODY_SAID),
    ({"firm": {"growth_per_year": fact(0.2)}}, "growth_per_year", 0.2),
    ({"process": {"reasons": fact(("own_pain",))}}, "reasons", ("own_pain",)),
    ({"kind": {"family": "selling"}, "means": {"customers_meet_machine": True}}, "new_reach_possible", True),
    ({"kind": {"family": "selling"}}, "new_reach_possible", False),
    ({"means": {"customers_meet_machine": True}}, "new_reach_possible", False),
]
WORK_CASES: list[tuple[Parts, str, Value | None]] = [
    ({"process": {"rule_based": fact(0.3)}}, "judgement_share", (0.7, 0.7)),
    ({"process": {"rule_based": fact((0.2, 0.6))}}, "judgement_share", (0.4, 0.8)),
    ({"process": {"rule_based": None}, "kind": {"judgement_share": (0.1, 0.3, 0.6)}}, "judgement_share", (0.1, 0.6)),
    ({"process": {"rule_based": fact("mostly")}, "kind": {"judgement_share": (0.1, 0.3, 0.6)}},
     "judgement_share", (0.1, 0.6)),
    ({"process": {"exception_share": fact((0.1, 0.3))}}, "exception_share", (0.1, 0.3)),
    ({"process": {"exception_share": fact((0.1, 0.3))}}, "simple_share", (0.7, 0.9)),
    ({"process": {"exception_share": None}, "kind": {"exception_share": (0.2, 0.3, 0.5)}}, "simple_share", (0.5, 0.8)),
    ({"process": {"digital_input": fact(0.4)}}, "digital_input", 0.4),
    ({"process": {"digital_input": None}, "kind": {"digital_input_share": (0.2, 0.3, 0.5)}},
     "digital_input", (0.2, 0.5)),
    ({"process": {"customer_facing": fact(3.0)}}, "customer_facing", 3.0),
    ({"kind": {"customer_facing": 1}}, "customer_facing", 1.0),
    ({"kind": {"human_touch": 2}}, "human_touch", 2.0),
    ({"kind": {"human_touch": 3, "judgement_share": (0.2, 0.5, 0.6)}}, "core_skill", True),
    ({"kind": {"human_touch": 2, "judgement_share": (0.2, 0.5, 0.6)}}, "core_skill", False),
    ({"kind": {"human_touch": 3, "judgement_share": (0.4, 0.45, 0.9)}}, "core_skill", False),
    ({"kind": {"output": "score"}}, "output", "score"),
    ({"process": {"reversible": fact(True)}, "kind": {"irreversible": True}}, "irreversible", False),
    ({"process": {"reversible": fact(False)}}, "irreversible", True),
    ({"kind": {"irreversible": True}}, "irreversible", True),
    ({"kind": {"about_people": True}}, "about_people", True),
    ({"kind": {"regulated": True}}, "regulated", True),
    ({"kind": {"personal_data": "sensitive"}}, "personal_data", "sensitive"),
    ({"process": {"past_attempt": fact("a bot")}}, "tried_before", True),
    ({"process": {"past_attempt": fact(False)}}, "tried_before", False),
    ({}, "tried_before", NOBODY_SAID),
    ({"process": {"cause_changed": fact(True)}}, "cause_changed", True),
    ({"process": {"needed": fact(False)}}, "needed", False),
    ({}, "stable", True),
    ({}, "documented", True),
    ({}, "pain_named", False),
    ({"profile": {"pains": (Pain(text="no-shows"),)}}, "pain_named", False),
    ({"profile": {"pains": (Pain(text="bills", process_id="invoicing"),)}}, "pain_named", True),
    ({"profile": {"pains": (Pain(text="bills", process_id="invoicing"),)}}, "touches_pain", False),
    ({"profile": {"pains": (Pain(text="no-shows", process_id="appointment_reminders"),)}}, "touches_pain", True),
]  # fmt: skip
MEETS: Parts = {"means": {"customers_meet_machine": True}}
WAY_CASES: list[tuple[Parts, str, Value | None]] = [
    ({}, "automates", True),
    ({"means": {"decision": "use what you have"}}, "automates", True),
    ({"means": {"decision": "simplify first"}}, "automates", False),
    ({}, "customers_meet_machine", False),
    (MEETS, "customers_meet_machine", True),
    (MEETS | {"kind": {"customer_facing": 1}}, "customers_meet_machine", False),
    ({}, "person_is_default", True),
    (MEETS, "person_is_default", False),
    (MEETS | {"kind": {"id": "after_hours_calls"}}, "person_is_default", True),
    ({"means": {"review_minutes": (0.0, 0.5, 1.0)}}, "person_decides", True),
    ({"means": {"review_minutes": (0.0, 0.0, 1.0)}}, "person_decides", False),
    ({"means": {"review_minutes": (0.0, 0.5, 1.0), "customers_meet_machine": True}}, "person_decides", False),
    ({"means": {"review_minutes": (0.0, 0.5, 1.0), "customers_meet_machine": True}}, "person_after_each", False),
    ({"means": {"review_minutes": (0.0, 0.0, 0.0), "decision": "hand it over"}}, "person_after_each", True),
    ({"means": {"captures_paper": True}}, "captures_paper", True),
    ({"means": {"brings_own_steps": False}}, "brings_own_steps", False),
    ({"means": {"uses_ai": True}}, "uses_ai", True),
    ({"means": {"skill": 2}}, "means_skill", 2.0),
    ({"means": {"integrations": 3}}, "integrations", 3.0),
    ({"means": {"setup_cost": (0.0, 0.0, 300.0)}}, "setup_bought", False),
    ({"means": {"setup_cost": (0.0, 0.5, 300.0)}}, "setup_bought", True),
    ({"means": {"exit": 2}}, "not_reusable_share", 0.3),
    ({"means": {"exit": 3}}, "not_reusable_share", 0.8),
    ({"means": {"stage": "mature"}}, "stage_of_means", 3.0),
    ({"means": {"id": "erp"}}, "is_suite", True),
    ({}, "is_suite", False),
    ({}, "hyperautomation", False),
    ({}, "corporate_delivery", False),
    ({"kind": {"mass_contact": True}, "means": {"contacts_people": False}}, "mass_marketing", True),
    ({"kind": {"family": "selling"}, "means": {"contacts_people": True}}, "mass_marketing", True),
    ({"kind": {"family": "selling"}, "means": {"contacts_people": False}}, "mass_marketing", False),
    ({"means": {"contacts_people": True}}, "mass_marketing", False),
    ({"process": {"minutes_to_person": fact(2.0)}}, "minutes_to_person", 2.0),
    ({"profile": {"strengths": ()}}, "personal_service", NOBODY_SAID),
    ({"profile": {"strengths": (Strength(text="cheap"),)}}, "personal_service", False),
    ({"process": {"people": fact(4.0)}}, "users", 4.0),
    ({"firm": {"headcount": fact(30.0)}}, "users", 9.0),
    ({"firm": {"headcount": fact(2.0)}}, "users", 1.0),
    ({"firm": {"headcount": None}}, "users", NOBODY_SAID),
    ({"firm": {"stage": fact("mature")}}, "stage_of_firm", 3.0),
    ({"firm": {"stage": fact("blooming"), "headcount": fact(20.0)}}, "stage_of_firm", 2.0),
    ({"firm": {"stage": fact(3.0), "headcount": fact(20.0)}}, "stage_of_firm", 2.0),
    ({"firm": {"headcount": fact(9.0)}}, "stage_of_firm", 1.0),
    ({"firm": {"headcount": fact(10.0)}}, "stage_of_firm", 2.0),
    ({"firm": {"headcount": fact(49.0)}}, "stage_of_firm", 2.0),
    ({"firm": {"headcount": fact(50.0)}}, "stage_of_firm", 3.0),
    ({"firm": {"headcount": None}}, "stage_of_firm", NOBODY_SAID),
]


MONEY_CASES: list[tuple[Parts, str, Value | None]] = [
    ({}, "cost_first_year", 1_000.0),
    (estimated(cost_first_year=None), "cost_first_year", 0.0),
    ({}, "cost_first_year_high", 2_000.0),
    ({"estimate": {"cost_first_year": around(1_000.0).model_copy(update={"high": None})}},
     "cost_first_year_high", 1_000.0),
    ({}, "cost_per_year", 400.0),
    (estimated(cost_per_year_after=None), "cost_per_year", 0.0),
    ({}, "first_quarter_cost", 700.0),
    (estimated(cost_per_year_after=1_600.0), "first_quarter_cost", 0.0),
    ({}, "buys_something", True),
    (estimated(cost_first_year=0.4), "buys_something", True),
    (estimated(cost_first_year=0.0), "buys_something", False),
    (estimated(cost_first_year=None), "buys_something", False),
    ({}, "cost_of_job_per_year", 9_000.0),
    (estimated(cost_today_per_year=None), "cost_of_job_per_year", 0.0),
    ({}, "loaded_cost_per_hour", 16.0),
    (estimated(loaded_cost_per_hour=None), "loaded_cost_per_hour", 0.0),
    ({}, "price_per_freed_hour", 3.0),
    (estimated(price_per_freed_hour=0.0), "price_per_freed_hour", 0.0),
    (estimated(price_per_freed_hour=None), "price_per_freed_hour", NOBODY_SAID),
    ({}, "cash_case", False),
    (estimated(cash_per_year=0.5), "cash_case", True),
    (estimated(cash_per_year=None), "cash_case", False),
    ({}, "payback_months", 6.0),
    (estimated(payback_months=None), "payback_months", 10_000.0),
    ({"means": {"term_months": 36}}, "term_months", 36.0),
    ({}, "budget_first_year", 1_500.0),
    ({"profile": {"constraints": ()}}, "budget_first_year", NOBODY_SAID),
    ({"firm": {"free_cash": fact(9_000.0)}}, "free_cash", 9_000.0),
    ({}, "small_spend", 1_000.0),
    ({}, "costs_left_out", ()),
    ({"initiative": {"cost_first_year": around(800.0)}}, "costs_left_out", ()),
    ({"initiative": {"cost_first_year": around(799.0)}}, "costs_left_out", ("part of what it costs",)),
    ({"initiative": {"cost_first_year": around(None)}}, "costs_left_out", ("part of what it costs",)),
    (estimated(cost_first_year=0.9) | {"initiative": {"cost_first_year": around(0.0)}},
     "costs_left_out", ("part of what it costs",)),
    (estimated(cost_first_year=0.0) | {"initiative": {"cost_first_year": around(-1.0)}}, "costs_left_out", ()),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "name", "wanted"), GOAL_CASES)
def test_what_it_is_for(setting: EstimateSetting, parts: Parts, name: str, wanted: Value | None) -> None:
    check(setting, parts, name, wanted)


@pytest.mark.parametrize(("parts", "name", "wanted"), WORK_CASES)
def test_the_work(setting: EstimateSetting, parts: Parts, name: str, wanted: Value | None) -> None:
    check(setting, parts, name, wanted)


@pytest.mark.parametrize(("parts", "name", "wanted"), WAY_CASES)
def test_the_way(setting: EstimateSetting, parts: Parts, name: str, wanted: Value | None) -> None:
    check(setting, parts, name, wanted)


@pytest.mark.parametrize(("parts", "name", "wanted"), MONEY_CASES)
def test_its_money(setting: EstimateSetting, parts: Parts, name: str, wanted: Value | None) -> None:
    check(setting, parts, name, wanted)


def test_work_that_is_said_to_stay_as_it_is_has_no_change_in_sight(setting: EstimateSetting) -> None:
    soon = fact(14.0)
    steady, changing, unsaid = (
        facts_of(setting, process={"stable": each}, firm={"change_within_months": soon})["change_within_months"]
        for each in (fact(True, quote="same for years"), fact(False), None)
    )
    assert steady is not None
    assert (steady.value, steady.quote) == (10_000.0, "same for years")
    assert changing == unsaid == soon


def test_a_small_sum_is_told_in_the_firms_own_money(setting: EstimateSetting) -> None:
    country = setting.catalogue.country("SE")
    assert country is not None
    assert country.money_per_neutral > 5
    check(setting, {"firm": {"country": fact("SE")}}, "small_spend", 1_000.0 * country.money_per_neutral)


PLAIN = Strength(text="near", quote="round the corner")
KNOWN = Strength(text="known", quote="they know us", personal=True)


@pytest.mark.parametrize(
    ("parts", "name", "quote", "basis"),
    [
        ({"profile": {"goals": (Goal(kind="time", text="Fridays free", quote="I want Fridays"),)}},
         "goals_served", "I want Fridays", "computed"),
        ({"initiative": {"serves_goals": ()}}, "goals_served", None, "computed"),
        ({"process": {"rule_based": Fact(value=0.3, quote="by the book")}}, "judgement_share", "by the book", "owner"),
        ({"process": {"rule_based": Fact(value=0.3, basis="vendor")}}, "judgement_share", None, "vendor"),
        ({"process": {"rule_based": None}}, "judgement_share", None, "assumed"),
        ({"process": {"exception_share": Fact(value=0.3, basis="vendor")}}, "simple_share", None, "vendor"),
        ({"process": {"past_attempt": Fact(value=True, quote="we tried")}}, "tried_before", "we tried", "computed"),
        ({"process": {"reversible": Fact(value=True, quote="undone at once")}},
         "irreversible", "undone at once", "owner"),
        ({"profile": {"strengths": (PLAIN, KNOWN)}}, "personal_service", "they know us", "computed"),
        ({"profile": {"strengths": (PLAIN,)}}, "personal_service", "round the corner", "computed"),
        ({"firm": {"stage": Fact(value="scaling", quote="growing")}}, "stage_of_firm", "growing", "computed"),
    ],
)  # fmt: skip
def test_a_fact_keeps_the_words_and_the_ground_it_stands_on(
    setting: EstimateSetting, parts: Parts, name: str, quote: str | None, basis: str
) -> None:
    found = facts_of(setting, **parts)[name]
    assert found is not None
    assert (found.quote, found.basis) == (quote, basis)
