"""Decisions, and the published failures of others as regressions."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.advice.recommend import recommend
from assistant.domain.advice import Initiative, Recommendation
from assistant.domain.facts import Fact
from assistant.domain.profile import Business, Constraint, Goal, Process, Profile, Strength, Tool
from assistant.estimates.estimate import EstimateSetting
from tests.builders import fact, salon

TODAY = date(2026, 11, 21)


def firm(*processes: Process, people: float = 5, **more: object) -> Profile:
    profile = Profile(
        business=Business(headcount=fact(people), country=fact("GB"), currency=fact("GBP")),
        goals=(Goal(kind="time", text="evenings free", quote="evenings free"),),
        processes=processes,
    )
    return profile.model_copy(update=more)


def work(process_id: str, **facts: Fact) -> Process:
    return Process(id=process_id, name=process_id, **facts)


def advise(profile: Profile, setting: EstimateSetting) -> Recommendation:
    return recommend(profile, {}, setting, TODAY)


def only(profile: Profile, setting: EstimateSetting) -> Initiative:
    (initiative,) = advise(profile, setting).initiatives
    return initiative


def test_what_is_advised_carries_its_guards_its_grade_and_its_years(setting: EstimateSetting) -> None:
    made = only(salon(), setting)
    assert made.decision == "use what you have"
    assert {"way back", "handover page"} <= {each.kind for each in made.safeguards}
    assert made.over_the_years
    shares = {each.name: each.share for each in made.drivers}
    assert shares
    weights = [shares.get(name, 0.0) for name in made.assumed]
    assert weights == sorted(weights, reverse=True)


def test_short_but_frequent_work_is_not_scored_as_nothing(setting: EstimateSetting) -> None:
    """Four minutes, fifty times a day: another adviser multiplies by a zero for "under five minutes"."""
    often = work("online_orders", minutes_per_item=fact(4.0), items_per_week=fact(250.0), digital_input=fact(1.0))
    made = only(firm(often), setting)
    assert made.decision in ("now", "next", "simplify first")
    assert made.hours_freed_per_week.mid is not None
    assert made.hours_freed_per_week.mid > 2


def test_a_tool_that_costs_more_than_the_job_is_left_alone(setting: EstimateSetting) -> None:
    made = only(firm(work("invoicing", items_per_week=fact(3.0), minutes_per_item=fact(6.0))), setting)
    assert made.decision == "leave it"
    assert any("whole job" in each.reason for each in made.alternatives)


def test_what_is_freed_is_never_the_whole_of_what_is_spent(setting: EstimateSetting) -> None:
    """Another toolkit calls all of today's cost the saving potential."""
    made = only(firm(work("bill_entry", hours_per_week=fact(8.0), items_per_week=fact(100.0))), setting)
    assert made.hours_freed_per_week.high is not None
    assert made.hours_freed_per_week.high < 8.0


def test_freed_hours_are_not_money_without_a_mechanism(setting: EstimateSetting) -> None:
    made = only(firm(work("bill_entry", hours_per_week=fact(8.0))), setting)
    assert not made.cash_per_year.high


def test_an_override_changes_the_decision(setting: EstimateSetting) -> None:
    """Another adviser raises flags that never reach its decision."""
    steady = work("appointment_booking", hours_per_week=fact(20.0), digital_input=fact(1.0), exception_share=fact(0.1))
    changing = steady.model_copy(update={"stable": fact(False, quote="we change the price list next month")})
    assert only(firm(steady), setting).decision == "now"
    assert only(firm(changing), setting).decision == "later"


def test_a_bot_is_left_where_people_come_for_the_person(setting: EstimateSetting) -> None:
    phone = work("answering_calls", items_per_week=fact(400.0), wanted_means=fact("voice"))
    person = (Strength(text="they know us", quote="they know us", personal=True),)
    made, other = (only(firm(phone, people=20, strengths=each), setting) for each in (person, ()))
    why = "people come to you for exactly this contact"
    assert (made.decision, made.means) == ("leave it", "voice")
    assert why in made.reason
    assert why not in other.reason


def test_a_tool_already_paid_for_is_used_before_another_is_bought(setting: EstimateSetting) -> None:
    made = only(salon(), setting)
    assert made.decision == "use what you have"


def test_nobody_would_miss_it_means_stop(setting: EstimateSetting) -> None:
    made = only(firm(work("management_report", hours_per_week=fact(3.0), needed=fact(False))), setting)
    assert made.decision == "stop doing it"


def test_bespoke_quotes_are_made_simpler_before_anything_is_bought(setting: EstimateSetting) -> None:
    quotes = work(
        "quoting_bespoke", items_per_week=fact(9.0), minutes_per_item=fact(50.0), rule_based=fact(0.2),
        exception_share=fact(0.3),
    )  # fmt: skip
    assert only(firm(quotes), setting).decision == "simplify first"


def test_ways_always_compete(setting: EstimateSetting) -> None:
    made = only(firm(work("invoicing", hours_per_week=fact(5.0))), setting)
    assert {"stop", "simplify", "useown", "outsrc"} <= {each.means_id for each in made.alternatives}
    assert all(each.reason for each in made.alternatives)


def test_a_budget_of_nothing_buys_nothing(setting: EstimateSetting) -> None:
    limits = (Constraint(kind="budget", text="nothing", amount=fact(0.0, "GBP")),)
    booking = work("appointment_booking", hours_per_week=fact(8.0), digital_input=fact(1.0), exception_share=fact(0.1))
    assert only(firm(booking), setting).decision == "now"
    assert only(firm(booking, constraints=limits), setting).decision == "leave it"


def test_no_more_is_started_at_once_than_the_firm_can_carry(setting: EstimateSetting) -> None:
    ids = ("online_orders", "appointment_reminders", "appointment_booking", "contracts_signing", "payment_chasing")
    many = [work(each, hours_per_week=fact(8.0), digital_input=fact(1.0)) for each in ids]
    made = advise(firm(*many, people=8), setting)
    assert sum(each.decision == "now" for each in made.initiatives) <= 1
    assert sum(each.decision in ("now", "simplify first", "hand it over") for each in made.initiatives) <= 3
    assert any(each.decision in ("next", "later") for each in made.initiatives)
    assert len(made.order) == len([each for each in made.initiatives if each.decision != "leave it"])


def test_left_alone_says_at_which_number_that_changes(setting: EstimateSetting) -> None:
    made = only(firm(work("invoicing", items_per_week=fact(3.0), minutes_per_item=fact(6.0))), setting)
    assert made.flip_conditions
    flip = made.flip_conditions[0]
    assert flip.needed > 3
    more = firm(work("invoicing", items_per_week=fact(flip.needed * 1.3), minutes_per_item=fact(6.0)))
    assert only(more, setting).decision != "leave it"


@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_seed_gives_the_same_advice(setting: EstimateSetting, seed: int) -> None:
    seeded = setting.model_copy(update={"seed": seed})
    assert advise(salon(), seeded) == advise(salon(), seeded)


def test_every_started_step_has_what_a_plan_needs(setting: EstimateSetting) -> None:
    made = only(salon(), setting)
    assert made.pilot is not None
    assert made.pilot.stop_if
    assert made.serves_goals
    assert made.risks
    assert made.check
    assert made.first_step
    assert made.step_owner


def test_a_tool_named_by_its_everyday_name_counts(setting: EstimateSetting) -> None:
    profile = salon().model_copy(update={"tools": (Tool(name="fresha"),)})
    assert only(profile, setting).decision == "use what you have"
