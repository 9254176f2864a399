"""The order of steps: exact, within what the firm can carry, and told with its reason."""

from __future__ import annotations

from itertools import product
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.advice.programme import QUARTERS, Limits, Quarters, Step, solve
from assistant.advice.recommend import recommend
from assistant.domain.advice import Recommendation
from assistant.domain.facts import Fact
from assistant.domain.profile import Business, Constraint, Goal, Process, Profile
from assistant.estimates.estimate import EstimateSetting
from tests.advice.test_recommend import TODAY
from tests.builders import fact

MANY = ("online_orders", "appointment_reminders", "appointment_booking", "contracts_signing", "payment_chasing")


def firm(*ids: str, people: float = 5, limits: tuple[Constraint, ...] = (), **hours: float) -> Profile:
    def work(process_id: str) -> Process:
        return Process(
            id=process_id,
            name=process_id,
            hours_per_week=fact(hours.get(process_id, 8.0)),
            digital_input=fact(1.0),
            rule_based=fact(1.0),
        )

    return Profile(
        business=Business(headcount=fact(people), country=fact("GB"), currency=fact("GBP")),
        goals=(Goal(kind="time", text="evenings free", quote="evenings free"),),
        processes=tuple(work(each) for each in ids),
        constraints=limits,
    )


def advise(profile: Profile, setting: EstimateSetting) -> Recommendation:
    return recommend(profile, {}, setting, TODAY)


def limit(kind: str, amount: Fact) -> Constraint:
    return Constraint.model_validate({"kind": kind, "text": kind, "amount": amount})


def worth(steps: list[Step], begins: Quarters) -> float:
    return sum(
        each.worth * (QUARTERS - quarter) / QUARTERS for each in steps if (quarter := begins[each.id]) is not None
    )


def allowed(steps: list[Step], begins: Quarters, limits: Limits) -> bool:
    """The limits written out a second time, without a matrix."""
    late = QUARTERS
    for quarter in range(QUARTERS):
        here = [each for each in steps if begins[each.id] == quarter]
        if sum(each.is_change for each in here) > limits.changes or sum(each.hours for each in here) > limits.hours:
            return False
    if sum(each.money for each in steps if begins[each.id] is not None) > limits.money:
        return False
    started = {key: late if quarter is None else quarter for key, quarter in begins.items()}
    return all(
        started[each.id] == late or started[basis] <= started[each.id]
        for each in steps
        for basis in each.rests_on
        if basis in started
    )


STEPS = st.lists(
    st.tuples(st.integers(1, 50), st.sampled_from([0.5, 6.0, 20.0]), st.sampled_from([0.0, 400.0, 900.0])),
    min_size=1,
    max_size=4,
)


@settings(max_examples=25, deadline=None)
@given(STEPS, st.integers(1, 2), st.sampled_from([8.0, 24.0, inf]), st.sampled_from([500.0, 1500.0, inf]))
def test_nothing_allowed_is_worth_more(
    rows: list[tuple[int, float, float]], changes: int, hours: float, money: float
) -> None:
    """Against every arrangement there is, counted out."""
    steps = [
        Step(id=str(n), worth=float(a), hours=b, money=c, rests_on=(str(n - 1),) if n % 2 else ())
        for n, (a, b, c) in enumerate(rows)
    ]
    limits = Limits(changes=changes, hours=hours, money=money)
    found = solve(steps, limits)
    assert allowed(steps, found, limits)
    every = product([None, *range(QUARTERS)], repeat=len(steps))
    made = [dict(zip((each.id for each in steps), row, strict=True)) for row in every]
    best = max(worth(steps, each) for each in made if allowed(steps, each, limits))
    assert worth(steps, found) == pytest.approx(best)


def test_nothing_to_begin_is_no_programme() -> None:
    assert solve([], Limits(1, inf, inf)) == {}


def test_one_change_at_once_for_few_people(setting: EstimateSetting) -> None:
    made = advise(firm(*MANY), setting)
    assert [each.decision for each in made.initiatives].count("now") == 1
    waiting = [each for each in made.initiatives if each.decision in ("next", "later")]
    assert waiting
    assert all("one change at once" in each.turn for each in waiting)


def test_more_people_carry_more_at_once(setting: EstimateSetting) -> None:
    few, many = (advise(firm(*MANY, people=people), setting) for people in (5, 80))
    begun = [sum(each.decision == "now" for each in made.initiatives) for made in (few, many)]
    assert begun[1] > begun[0]


def test_what_the_money_does_not_reach_waits_for_money(setting: EstimateSetting) -> None:
    """Each fits the purse alone, and all of them do not."""
    ids = ("appointment_reminders", "payment_chasing", "order_status", "delivery_notices", "rebooking")
    free = advise(firm(*ids, people=80), setting)
    purse = max(each.cost_first_year.high or 0.0 for each in free.initiatives)
    assert sum(each.cost_first_year.mid or 0.0 for each in free.initiatives) > purse
    made = advise(firm(*ids, people=80, limits=(limit("budget", fact(purse, "GBP")),)), setting)
    begun = [each for each in made.initiatives if each.decision in ("now", "next")]
    assert begun
    assert sum(each.cost_first_year.mid or 0.0 for each in begun) <= purse
    waiting = [each for each in made.initiatives if each.decision == "later"]
    assert waiting
    assert all("waits for money" in each.turn for each in waiting)
    assert next(each for each in made.levers if each.scarce == "money").sooner


def test_lists_come_before_what_rests_on_them() -> None:
    """The later one is worth more, and still waits."""
    basis, resting = Step("basis", 1.0, 8.0, 0.0), Step("resting", 50.0, 8.0, 0.0, rests_on=("basis",))
    assert solve([resting, basis], Limits(1, inf, inf)) == {"basis": 0, "resting": 1}
    assert solve([resting], Limits(1, inf, inf)) == {"resting": 0}


def test_what_is_under_way_leaves_less_room_now() -> None:
    steps = [Step("one", 9.0, 8.0, 0.0), Step("two", 5.0, 8.0, 0.0)]
    assert solve(steps, Limits(1, inf, inf, under_way=1)) == {"one": 1, "two": 2}


def test_more_hours_are_said_to_bring_nothing_where_changes_are_the_limit(setting: EstimateSetting) -> None:
    made = advise(firm(*MANY, limits=(limit("time", fact(10.0, "hours")),)), setting)
    lever = next(each for each in made.levers if each.scarce == "hours")
    assert not lever.sooner
    assert "nothing" in lever.text


def test_a_lever_names_what_comes_forward_and_how_much_it_frees(setting: EstimateSetting) -> None:
    made = advise(firm(*MANY, people=80, limits=(limit("time", fact(1.0, "hours")),)), setting)
    lever = next(each for each in made.levers if each.scarce == "hours")
    assert lever.sooner
    assert lever.hours_first_year > 0
    assert f"{lever.hours_first_year:.0f} freed hours" in lever.text
