"""What must hold of every estimate, tried on random firms with fixed seeds."""

from __future__ import annotations

import random
import time

import pytest

from assistant.domain.facts import Range
from assistant.domain.profile import Profile
from assistant.errors import UnknownName
from assistant.estimates.draws import substream
from assistant.estimates.estimate import estimate, estimate_means, hours_today
from assistant.estimates.flips import with_changed
from assistant.estimates.job import drawn
from assistant.estimates.outlook import outlook
from assistant.estimates.priors import Priors
from tests.estimates.firms import at, fact, firm, setting

CASES = range(40)


def random_case(number: int) -> tuple[Profile, str, str]:
    """A firm with one piece of work of which a random part is told, and a means."""
    dice = random.Random(number)
    catalogue = setting().catalogue
    kind = dice.choice(catalogue.processes)
    told: dict[str, float] = {"items_per_week": dice.uniform(2, 300)}
    if dice.random() < 0.5:
        told["minutes_per_item"] = dice.uniform(1, 60)
    if dice.random() < 0.4:
        told["hours_per_week"] = dice.uniform(0.5, 40)
    if dice.random() < 0.4:
        told["exception_share"] = dice.uniform(0, 0.6)
    if dice.random() < 0.5:
        told["posts_expected_to_go"] = 1.0
    return firm(kind.id, headcount=dice.uniform(1, 60), **told), kind.id, dice.choice(catalogue.means).id


def ends(one: Range) -> list[float]:
    """The three figures, never as infinity."""
    return [float("inf") if end is None else end for end in (one.low, one.mid, one.high)]


@pytest.mark.parametrize("number", CASES)
def test_before_upkeep_half_as_many_items_more_free_half_as_many_hours_more(number: int) -> None:
    profile, process_id, means_id = random_case(number)
    path = at(process_id, "items_per_week")
    before = profile.fact(path)
    assert before is not None
    more = with_changed(profile, path, before.mid * 1.5)
    now, then = (estimate(each, process_id, means_id, setting()).gross_hours_freed_per_week for each in (profile, more))
    assert now is not None
    assert then is not None
    assert ends(then) == pytest.approx([1.5 * each for each in ends(now)])


@pytest.mark.parametrize("number", CASES[:10])
def test_the_same_seed_gives_the_same_and_order_does_not_matter(number: int) -> None:
    forward = [estimate(*random_case(each), setting()) for each in (number, number + 1, number + 2)]
    drawn.cache_clear()
    substream.cache_clear()
    backward = [estimate(*random_case(each), setting()) for each in (number + 2, number + 1, number)]
    assert forward == backward[::-1]


def test_another_seed_gives_other_draws_of_nearly_the_same_ranges() -> None:
    profile = firm("invoicing", hours_per_week=6.0)
    one, other = (estimate(profile, "invoicing", "acct", setting(seed=seed)) for seed in (1, 2))
    assert one != other
    assert one.hours_freed_per_week.mid == pytest.approx(other.hours_freed_per_week.mid, rel=0.08)


def test_changing_one_input_leaves_the_others_draws_alone() -> None:
    profile = firm("invoicing", hours_per_week=6.0, items_per_week=40.0)
    dearer = profile.with_fact(at("invoicing", "wage_per_hour"), fact(30.0))
    here, there = (estimate(each, "invoicing", "acct", setting()) for each in (profile, dearer))
    assert here.cost_today_per_year != there.cost_today_per_year
    assert here.hours_freed_per_week == there.hours_freed_per_week
    assert here.total_cost == there.total_cost


def test_hours_today_are_the_same_whatever_means_is_looked_at() -> None:
    profile = firm("invoicing", items_per_week=40.0)
    today = hours_today(profile, "invoicing", setting())
    for means_id in ("acct", "useown", "stop", "outsrc"):
        assert estimate(profile, "invoicing", means_id, setting()).hours_today_per_week == today


def test_the_weightiest_inputs_come_first_and_shares_are_shares() -> None:
    made = outlook(firm("invoicing", items_per_week=40.0), "invoicing", "acct", setting())
    shares = [driver.share for driver in made.drivers]
    assert shares == sorted(shares, reverse=True)
    assert all(0 <= share <= 1 for share in shares)
    assert {"minutes_per_item", "removed_share"} & {driver.name for driver in made.drivers[:2]}


def test_a_wider_input_weighs_more() -> None:
    narrow = firm("invoicing", items_per_week=(38.0, 42.0), minutes_per_item=(7.0, 9.0))
    wide = firm("invoicing", items_per_week=(10.0, 160.0), minutes_per_item=(7.0, 9.0))
    weights = [
        {driver.name: driver.share for driver in outlook(each, "invoicing", "acct", setting()).drivers}
        for each in (narrow, wide)
    ]
    assert weights[1]["items_per_week"] > 0.5 > weights[0].get("items_per_week", 0.0)


def test_an_unknown_name_is_said_to_be_unknown() -> None:
    with pytest.raises(UnknownName, match="juggling"):
        estimate(firm("invoicing"), "juggling", "acct", setting())
    with pytest.raises(UnknownName, match="magic"):
        estimate(firm("invoicing"), "invoicing", "magic", setting())


def test_the_florists_flow_costs_more_than_the_job_and_the_salons_texts_do_not() -> None:
    florist = firm("invoicing", items_per_week=3.0, minutes_per_item=6.0)
    assert estimate(florist, "invoicing", "nocode", setting()).above_ceiling
    salon = firm("appointment_reminders", items_per_week=70.0, minutes_per_item=2.5)
    assert not estimate(salon, "appointment_reminders", "useown", setting()).above_ceiling


def test_dropping_a_job_frees_nearly_all_of_it_for_nothing() -> None:
    made = estimate(firm("management_report", hours_per_week=3.0), "management_report", "stop", setting())
    assert 0.8 * 3.0 < (made.hours_freed_per_week.mid or 0) < 3.0
    assert made.total_cost is not None
    assert made.total_cost.high == 0
    assert made.price_per_freed_hour.mid == 0


def test_a_table_of_twelve_jobs_by_six_ways_takes_well_under_a_second() -> None:
    kinds, ways = setting().catalogue.processes[:12], setting().catalogue.means[:6]
    profile = firm(kinds[0].id, hours_per_week=5.0)

    def table() -> None:
        for kind in kinds:
            for means in ways:
                estimate(profile, kind.id, means.id, setting())

    table()
    before = time.process_time()
    table()
    assert time.process_time() - before < 0.8


def test_the_salon_worked_by_hand_comes_out_of_the_whole_stage() -> None:
    """Where every range is one figure, P10, P50 and P90 are the hand-worked figure."""
    catalogue = setting().catalogue
    exact = {
        "covered_share": 0.92,
        "removed_share": 1.0,
        "review_minutes": 0.0,
        "exception_factor": 1.0,
        "adoption": 0.95,
        "setup_hours": 3.0,
        "cost_per_item": 0.045,
        "upkeep_hours_per_month": 50 * 10 / 60 / 12,
    }
    means = catalogue.way("useown").model_copy(update={name: (value,) * 3 for name, value in exact.items()})
    profile = firm(
        "appointment_reminders",
        people=3.0,
        items_per_week=(70.0, 70.0),
        minutes_per_item=(2.5, 2.5),
        exception_share=(0.04, 0.04),
        active_weeks=50.0,
    )
    still = setting().model_copy(update={"priors": without("price_rise")})
    made = estimate_means(profile, catalogue.process("appointment_reminders"), means, still)
    assert ends(made.hours_freed_per_week) == pytest.approx([2.281] * 3, abs=0.001)
    assert ends(made.cost_first_year) == pytest.approx([144.90] * 3, abs=0.005)
    assert ends(made.price_per_freed_hour) == pytest.approx([1.28] * 3, abs=0.005)
    assert ends(made.npv) == pytest.approx([-366.78] * 3, abs=0.005)


def without(*names: str) -> Priors:
    """The priors with nothing under these names."""
    priors = setting().priors
    nothing = {name: getattr(priors.defaults, name).model_copy(update={"spread": (0.0, 0.0, 0.0)}) for name in names}
    return priors.model_copy(update={"defaults": priors.defaults.model_copy(update=nothing)})


@pytest.mark.parametrize("number", CASES[:20])
def test_shares_of_the_spread_do_not_add_up_to_more_than_all_of_it(number: int) -> None:
    profile, process_id, means_id = random_case(number)
    shares = [driver.share for driver in outlook(profile, process_id, means_id, setting()).drivers]
    assert sum(shares) < 1.1


def test_what_neither_costs_nor_brings_money_has_no_chance_of_a_gain() -> None:
    made = estimate(firm("invoicing", hours_per_week=6.0), "invoicing", "simplify", setting())
    assert made.probability_npv_positive == 0
