"""A way over the years: what is given up costs and frees less, and nothing else changes."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.advice.years import over_the_years
from assistant.domain.advice import AllTold, Outlook
from assistant.domain.facts import FIRM, Fact, FactPath, Range
from assistant.domain.profile import Profile
from assistant.estimates.estimate import EstimateSetting, estimate
from assistant.estimates.lasting import months_in_use, months_paid
from assistant.estimates.outlook import outlook
from tests.estimates.firms import firm, setting

BILLS = {"hours_per_week": 12.0, "items_per_week": 90.0}


def with_priors(**mids: float) -> EstimateSetting:
    """The usual setting with these priors at one figure each."""
    shared = setting()
    changed = {
        name: getattr(shared.priors.defaults, name).model_copy(update={"spread": (mid, mid, mid)})
        for name, mid in mids.items()
    }
    defaults = shared.priors.defaults.model_copy(update=changed)
    return shared.model_copy(update={"priors": shared.priors.model_copy(update={"defaults": defaults})})


def all_told(profile: Profile, shared: EstimateSetting) -> AllTold:
    told = outlook(profile, "bill_entry", "capture", shared).all_told
    assert told is not None
    return told


def ends(found: Range) -> list[float]:
    return [each for each in (found.low, found.mid, found.high) if each is not None]


def test_what_is_never_given_up_and_does_not_grow_is_what_was_promised() -> None:
    still = with_priors(given_up_at_start=0.0, given_up_a_year=1e-9, volume_growth=1.0)
    made = estimate(firm("bill_entry", **BILLS), "bill_entry", "capture", still)
    told = all_told(firm("bill_entry", **BILLS), still)
    assert told.kept == 1
    assert told.lost is None
    assert ends(told.hours_freed_per_week) == pytest.approx(ends(made.hours_freed_per_week))
    assert ends(told.cost_first_year) == pytest.approx(ends(made.cost_first_year))
    assert made.total_cost is not None
    assert ends(told.total_cost) == pytest.approx(ends(made.total_cost))


def test_the_chance_of_still_being_in_use_is_that_of_both_ways_of_ending() -> None:
    """Nobody leaves for two and a half years after the start but at the yearly rate."""
    told = all_told(firm("bill_entry", **BILLS), with_priors(given_up_at_start=0.2, given_up_a_year=0.1))
    assert told.kept == pytest.approx(0.8 * 0.9**2.5, abs=0.002)


@pytest.mark.parametrize(("name", "less", "more"), [("given_up_at_start", 0.05, 0.4), ("given_up_a_year", 0.02, 0.3)])
def test_the_likelier_it_is_given_up_the_less_it_frees_and_the_less_it_costs(
    name: str, less: float, more: float
) -> None:
    seldom, often = (all_told(firm("bill_entry", **BILLS), with_priors(**{name: each})) for each in (less, more))
    assert often.kept < seldom.kept
    assert ends(often.hours_freed_per_week)[1] < ends(seldom.hours_freed_per_week)[1]
    assert ends(often.total_cost)[1] < ends(seldom.total_cost)[1]


def test_what_is_given_up_has_cost_less_than_what_is_kept_but_something() -> None:
    told = all_told(firm("bill_entry", **BILLS), setting())
    assert told.lost is not None
    kept = estimate(firm("bill_entry", **BILLS), "bill_entry", "capture", setting()).total_cost
    assert kept is not None
    assert 0 < ends(told.lost)[1] < ends(kept)[1]


def test_months_fall_at_the_start_first_and_then_at_a_steady_rate() -> None:
    luck = (np.arange(10_000) + 0.5) / 10_000
    months = months_in_use(luck, 0.2, 0.5)
    gone = [float(np.mean(months < each)) for each in (3, 6, 18, 30)]
    assert gone == pytest.approx([0.1, 0.2, 0.6, 0.8], abs=0.001)


@pytest.mark.parametrize(
    ("in_use", "term", "notice", "paid"),
    [(2.0, 1, 0.0, 2), (2.1, 1, 0.0, 3), (2.0, 1, 1.0, 3), (11.0, 12, 1.0, 12), (11.1, 12, 1.0, 24), (5.0, 0, 0.5, 6)],
)
def test_whole_terms_are_paid_with_the_notice(in_use: float, term: int, notice: float, paid: int) -> None:
    assert months_paid(np.array([in_use]), term, notice).tolist() == [paid]


def test_costs_by_years_are_those_of_the_estimate() -> None:
    made = estimate(firm("bill_entry", **BILLS), "bill_entry", "capture", setting())
    seen = outlook(firm("bill_entry", **BILLS), "bill_entry", "capture", setting())
    assert ends(seen.costs[1]) == pytest.approx(ends(made.cost_first_year))
    assert made.total_cost is not None
    assert ends(seen.costs[3]) == pytest.approx(ends(made.total_cost))
    assert ends(seen.costs[3])[1] < ends(seen.costs[5])[1]


def test_doing_nothing_costs_a_year_what_the_work_costs_and_grows_with_work_and_wages() -> None:
    told = firm("bill_entry", **BILLS)
    made, grown = outlook(told, "bill_entry", "capture", with_priors(volume_growth=1.1, wage_growth=1.05)), 1.1 * 1.05
    today = ends(estimate(told, "bill_entry", "capture", setting()).cost_today_per_year)
    assert ends(made.doing_nothing[1]) == pytest.approx(today)
    assert ends(made.doing_nothing[3])[1] == pytest.approx(today[1] * (1 + grown + grown**2))


def test_growth_that_the_owner_told_outranks_how_firms_grow() -> None:
    def in_five_years(growth: float | None) -> float:
        told = firm("bill_entry", **BILLS)
        if growth is not None:
            told = told.with_fact(FactPath(scope=FIRM, name="growth_per_year"), Fact(value=growth))
        return ends(outlook(told, "bill_entry", "capture", setting()).doing_nothing[5])[1]

    assert in_five_years(-0.2) < in_five_years(None) < in_five_years(0.4)


def test_work_that_stops_has_no_tool_to_give_up() -> None:
    assert outlook(firm("bill_entry", **BILLS), "bill_entry", "stop", setting()).all_told is None


def test_people_who_must_be_shown_it_cost_own_hours() -> None:
    few, many = (
        outlook(firm("bill_entry", **BILLS, people=each), "bill_entry", "capture", with_priors(training_hours_each=2.0))
        for each in (1.0, 9.0)
    )
    assert ends(many.own_hours) == pytest.approx([each + 16 for each in ends(few.own_hours)])


def test_a_machine_that_errs_in_batches_saves_less_on_mistakes() -> None:
    told = firm("bill_entry", **BILLS, cash_per_error=20.0, error_rate=0.02)
    never, seldom = (
        estimate(told, "bill_entry", "capture", with_priors(batch_errors=each)).cash_per_year for each in (0.0, 0.2)
    )
    adoption = ends(seldom)[1] / ends(never)[1]
    assert 0 < ends(seldom)[1] < ends(never)[1]
    assert adoption == pytest.approx(1 - 0.2 / (0.02 * 48 * 0.45), abs=0.2)


def test_the_sentences_tell_the_costs_and_the_chances() -> None:
    said = over_the_years(outlook(firm("bill_entry", **BILLS), "bill_entry", "capture", setting()), "GBP")
    assert [each.split()[0] for each in said] == ["Over", "It", "Left", "Of", "With"]
    assert "1, 3 and 5 years" in said[0]
    assert "about seven are still in use" in said[3]


def test_two_ways_that_money_can_go_are_told_apart() -> None:
    told = firm("bill_entry", hours_per_week=40.0, items_per_week=370.0, posts_expected_to_go=1.0)
    *_, yes, no = over_the_years(outlook(told, "bill_entry", "capture", setting()), "GBP")
    assert yes.startswith("If the hours leave the payroll")
    assert "better off" in yes
    assert no.startswith("If nobody's pay")
    assert "worse off" in no


def test_what_costs_no_money_says_so() -> None:
    nothing = Range(low=0.0, mid=0.0, high=0.0, unit="GBP")
    seen = Outlook(costs={1: nothing}, doing_nothing={}, own_hours=Range(low=2.0, mid=4.0, high=8.0, unit="h"))
    own = "It takes about 4 h of your own time over three years"
    assert over_the_years(seen, "GBP") == ("It costs no money", own)


@pytest.mark.parametrize(("means_id", "years"), [("capture", "three years"), ("machine", "five years")])
def test_own_hours_say_over_how_many_years(means_id: str, years: str) -> None:
    """The costs stand for one, three and five years; own hours for as long as the means is judged."""
    said = over_the_years(outlook(firm("bill_entry", **BILLS), "bill_entry", means_id, setting()), "GBP")
    assert "own time" not in said[0]
    assert said[1].endswith(f"of your own time over {years}")
