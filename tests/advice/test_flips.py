"""What would change an answer: each value that is told changes it, and one a little nearer to today's does not."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.advice import flip_words
from assistant.advice.again import FEW_DRAWS, supposed
from assistant.advice.flip_words import SHARES
from assistant.advice.options import options
from assistant.advice.slack import slack_of
from assistant.catalogue import load_catalogue
from assistant.domain.advice import Initiative
from assistant.domain.facts import FIRM, FactPath
from assistant.domain.flips import FlipCondition
from assistant.domain.profile import Business, Constraint, Process, Profile, Strength
from assistant.estimates import flips
from assistant.estimates.estimate import EstimateSetting, estimate, price_of
from assistant.estimates.priors import load_priors
from tests.advice.test_recommend import advise, firm, work
from tests.builders import fact
from tests.conftest import KNOWLEDGE

WAITING = ("leave it", "later", "stop doing it")
NEARER = 1.25
"""How much nearer to today's a value must be that surely changes nothing: values are told in two digits."""


def limit(kind: str, amount: float) -> Constraint:
    return Constraint.model_validate({"kind": kind, "text": kind, "amount": fact(amount)})


def on(profile: Profile, process_id: str, setting: EstimateSetting) -> Initiative:
    return next(each for each in advise(profile, setting).initiatives if each.process_id == process_id)


def changed_by(flip: FlipCondition, value: bool | float, profile: Profile, setting: EstimateSetting) -> Initiative:
    process_id = flip.path.scope if flip.path.scope != "firm" else profile.processes[0].id
    return on(supposed(profile, flip.path, value, flip.means), process_id, setting)


def a_little_nearer(flip: FlipCondition) -> float | None:
    """A value between today's and the one that was told, None where there is no room for it."""
    if flip.path.name == "exception_share" and "assumed" in flip.text:
        return None  # to tell a share that was not told is a change by itself
    now, needed = float(flip.now or 0.0), float(flip.needed)
    rises = needed > now
    if flip.path.name in SHARES:
        value = needed + (-0.11 if rises else 0.11)
    else:
        value = needed / NEARER if rises else needed * NEARER
    return value if (value > now) == rises and value != now else None


def goes_down(flip: FlipCondition) -> bool:
    return float(flip.needed) < float(flip.now or 0.0)


AMOUNTS = ("items_per_week", "hours_per_week")
CATALOGUE, PRIORS = load_catalogue(KNOWLEDGE), load_priors(KNOWLEDGE)
KINDS = tuple(each.id for each in CATALOGUE.processes)
FACTS = st.fixed_dictionaries(
    {},
    optional={
        "hours_per_week": st.sampled_from([0.6, 1.2, 2.0, 4.0, 9.0, 16.0]),
        "items_per_week": st.sampled_from([3.0, 9.0, 25.0, 80.0]),
        "exception_share": st.sampled_from([0.05, 0.2, 0.45, 0.6]),
        "digital_input": st.sampled_from([0.1, 0.3, 0.8]),
        "rule_based": st.sampled_from([0.2, 0.8]),
        "stable": st.booleans(),
        "documented": st.booleans(),
        "own_feature": st.booleans(),
        "needed": st.sampled_from([False]),
        "wage_per_hour": st.sampled_from([12.0, 25.0]),
    },
)
LIMITS = st.fixed_dictionaries(
    {},
    optional={
        "budget": st.sampled_from([0.0, 400.0, 2500.0]),
        "time": st.sampled_from([0.0, 1.0, 3.0]),
        "skill": st.sampled_from([0.0, 1.0]),
    },
)


@st.composite
def firms(draw: st.DrawFn) -> Profile:
    told = draw(FACTS)
    one = Process(id=draw(st.sampled_from(KINDS)), name="it", **{name: fact(value) for name, value in told.items()})
    return Profile(
        business=Business(headcount=fact(draw(st.sampled_from([1.0, 4.0, 25.0, 90.0]))), country=fact("GB")),
        strengths=(Strength(text="they know us", personal=True),) if draw(st.booleans()) else (),
        processes=(one,),
        constraints=tuple(limit(kind, amount) for kind, amount in draw(LIMITS).items()),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(profile=firms())
def test_at_the_value_that_is_told_the_answer_changes_and_just_before_it_does_not(profile: Profile) -> None:
    setting = EstimateSetting(catalogue=CATALOGUE, priors=PRIORS, draws=1000)
    (made,) = advise(profile, setting).initiatives
    assert made.decision not in WAITING or bool(made.flip_conditions) != bool(made.stays)
    for flip in made.flip_conditions:
        assert flip.drops == flip.text.startswith("Drop it"), flip.text
        assert flip.drops == (made.decision not in WAITING and flip.path.name in AMOUNTS and goes_down(flip)), flip.text
        then = changed_by(flip, flip.needed, profile, setting).decision
        assert then != made.decision, flip.text
        assert then == flip.becomes or not flip.drops, flip.text
        if (
            made.decision in WAITING
            and not isinstance(flip.needed, bool)
            and (nearer := a_little_nearer(flip)) is not None
        ):
            assert changed_by(flip, nearer, profile, setting).decision == made.decision, flip.text


def flip_of(made: Initiative, name: str) -> FlipCondition:
    return next(each for each in made.flip_conditions if each.path.name == name)


def flipped(flip: FlipCondition, profile: Profile, setting: EstimateSetting) -> str:
    return changed_by(flip, flip.needed, profile, setting).decision


@pytest.mark.parametrize(
    ("process_id", "name", "told", "needed"),
    [
        ("invoicing", "digital_input", 0.2, 0.6),
        ("payment_chasing", "exception_share", 0.6, 0.4),
        ("online_orders", "documented", False, True),
        ("invoicing", "stable", False, True),
    ],
)
def test_a_closed_gate_names_the_fact_that_opens_it(
    process_id: str, name: str, told: bool | float, needed: bool | float, setting: EstimateSetting
) -> None:
    ready = {"hours_per_week": fact(50.0), "digital_input": fact(1.0), "exception_share": fact(0.1)}
    profile = firm(work(process_id, **{**ready, name: fact(told)}))
    made = on(profile, process_id, setting)
    assert made.decision in ("simplify first", "later")
    flip = flip_of(made, name)
    assert flip.needed == needed
    assert flipped(flip, profile, setting) in ("now", "next")


def test_sums_that_are_against_it_name_volume_price_and_wage(setting: EstimateSetting) -> None:
    offered = {"wanted_means": fact("acct"), "offer_per_month": fact(100.0)}
    profile = firm(work("invoicing", hours_per_week=fact(12.0), **offered))
    made = on(profile, "invoicing", setting)
    assert made.decision == "leave it"
    for name in ("hours_per_week", "offer_per_month", "wage_per_hour"):
        flip = flip_of(made, name)
        assert flipped(flip, profile, setting) in ("now", "next")
        assert (flip.needed < (flip.now or 0.0)) == (name == "offer_per_month")
    assert flip_of(made, "offer_per_month").now == 100.0


def test_work_that_was_to_be_stopped_is_kept_if_somebody_misses_it(setting: EstimateSetting) -> None:
    """It may then be left as it is: that is no way to be dropped."""
    small = work("email_enquiries", hours_per_week=fact(0.6), needed=fact(False))
    made = on(firm(small), "email_enquiries", setting)
    assert made.decision == "stop doing it"
    (flip,) = made.flip_conditions
    assert flip.becomes == "leave it"
    assert flip.text == "Keep it after all if somebody turns out to miss it."


def test_below_what_amount_of_work_a_way_is_dropped_and_for_what(setting: EstimateSetting) -> None:
    """Less of it is not left alone where something else is better then; and nothing is told where it stays."""
    for hours in (12.0, 20.0, 40.0):
        profile = firm(work("invoicing", hours_per_week=fact(hours), digital_input=fact(1.0), documented=fact(True)))
        made = on(profile, "invoicing", setting)
        assert made.decision in ("now", "simplify first")
        for flip in made.flip_conditions:
            assert flip.drops
            assert flip.text.startswith(f"Drop it below about {flip.needed:g} hours a week (now {hours:g}).")
            assert flipped(flip, profile, setting) == flip.becomes != made.decision


@pytest.mark.parametrize(("process_id", "hours", "means_id"), [("invoicing", 9.0, "acct"), ("rota", 6.0, "rota")])
def test_the_usual_price_is_what_an_offer_would_take_the_place_of(
    process_id: str, hours: float, means_id: str, setting: EstimateSetting
) -> None:
    """Help from outside is paid whatever the offer: it is no part of the price a month."""
    profile = firm(work(process_id, hours_per_week=fact(hours)))
    flip = flip_of(on(profile, process_id, setting), "offer_per_month")
    assert flip.means == means_id
    assert flip.now == price_of(profile, process_id, means_id, setting.on(FEW_DRAWS)).per_month
    assert isinstance(flip.now, float)
    assert flip.now < 0.92 * (estimate(profile, process_id, means_id, setting).cost_per_year_after.mid or 0.0) / 12


def test_what_is_won_in_sales_makes_a_way_worth_it_for_the_search_too(setting: EstimateSetting) -> None:
    told = work("answering_calls", hours_per_week=fact(2.0), lost_sales_per_month=fact(4000.0))
    profile = firm(told).with_fact(FactPath(scope=FIRM, name="contribution_margin"), fact(0.5))
    ways = options(profile, told, setting, frozenset())
    earning = [
        each for each in ways if (each.estimate.margin_per_year.mid or 0) > 500 and not each.estimate.above_ceiling
    ]
    assert earning
    assert all(slack_of(each.estimate) >= 0 for each in earning if not each.hurdle)
    for each in ways:
        assert (slack_of(each.estimate) < 0) >= bool(each.hurdle and each.hurdle.by_size)


def test_money_and_hours_that_are_missing_are_named_with_what_is_needed(setting: EstimateSetting) -> None:
    big = work("invoicing", hours_per_week=fact(30.0), digital_input=fact(1.0), wanted_means=fact("acct"))
    for kind, name in (("budget", "budget_first_year"), ("time", "spare_hours_per_week")):
        profile = firm(big, constraints=(limit(kind, 0.0),))
        made = on(profile, "invoicing", setting)
        assert made.decision == "leave it"
        assert flipped(flip_of(made, name), profile, setting) == "now"


def test_what_waits_for_free_hours_says_how_many_would_bring_it_forward(setting: EstimateSetting) -> None:
    ids = ("appointment_reminders", "payment_chasing", "contracts_signing", "quoting_standard")
    works = tuple(work(each, hours_per_week=fact(20.0), digital_input=fact(1.0)) for each in ids)
    profile = firm(*works, people=90, constraints=(limit("time", 1.0),))
    late = [each for each in advise(profile, setting).initiatives if each.decision == "later"]
    assert late
    flips = [(each, flip) for each in late for flip in each.flip_conditions if flip.path.name == "spare_hours_per_week"]
    assert flips
    for each, flip in flips:
        world = supposed(profile, flip.path, flip.needed)
        assert on(world, each.process_id, setting).decision != "later"


def test_what_waits_its_turn_only_says_why_nothing_brings_it_forward(setting: EstimateSetting) -> None:
    ids = ("appointment_reminders", "payment_chasing", "contracts_signing", "quoting_standard", "online_orders")
    works = tuple(work(each, hours_per_week=fact(30.0), digital_input=fact(1.0)) for each in ids)
    late = [each for each in advise(firm(*works, people=5), setting).initiatives if each.decision == "later"]
    assert late
    assert all(each.stays.startswith("No one thing alone brings it forward.") for each in late)


def test_contact_that_people_come_for_is_no_matter_of_numbers(setting: EstimateSetting) -> None:
    profile = firm(
        work("answering_calls", hours_per_week=fact(10.0), wanted_means=fact("voice")),
        strengths=(Strength(text="they know us", personal=True),),
    )
    made = on(profile, "answering_calls", setting)
    assert made.decision == "leave it"
    assert all(each.means != "voice" for each in made.flip_conditions)


def test_two_things_in_the_way_are_both_named_where_neither_alone_is_enough(setting: EstimateSetting) -> None:
    profile = firm(
        work("invoicing", hours_per_week=fact(20.0), own_feature=fact(False)),
        constraints=(limit("budget", 100.0), limit("time", 0.0)),
    )
    made = on(profile, "invoicing", setting)
    assert made.decision == "leave it"
    assert not made.flip_conditions
    assert made.stays.startswith("One change alone is not enough")
    assert "first year" in made.stays
    assert "h a week" in made.stays


def test_worked_numbers_of_the_search_and_its_sentences() -> None:
    for module in (flip_words, flips):
        results = doctest.testmod(module)
        assert results.attempted
        assert not results.failed
