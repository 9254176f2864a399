"""A published score reproduced as one view, and the published failures of other advisers as regressions."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from assistant import open_plumbline
from assistant.advice.idea_score import idea_score
from assistant.domain.facts import Fact, FactPath
from assistant.estimates.estimate import EstimateSetting, estimate
from assistant.settings import Settings
from tests.advice.test_recommend import advise, firm, only, work
from tests.builders import fact

GOOD: dict[str, Fact] = {
    "rule_based": fact(1.0),
    "digital_input": fact(0.75),
    "stable": fact(True),
    "documented": fact(False),
}


def test_the_published_score_is_the_mean_of_its_known_answers() -> None:
    made = idea_score(work("invoicing", **GOOD), "now", "it is worth it")
    assert (made.score, made.suitability, made.readiness) == ((5 + 4 + 5 + 1) / 4, 4.5, 3.0)
    assert (made.known, made.of) == (4, 5)
    assert made.text.endswith("So does our answer.")


@pytest.mark.parametrize(("names", "has_a_number"), [(("stable", "documented"), False), (tuple(GOOD)[:3], True)])
def test_under_half_known_there_is_no_number(names: tuple[str, ...], has_a_number: bool) -> None:
    made = idea_score(work("invoicing", **{name: GOOD[name] for name in names}), "now", "")
    assert (made.score is not None) == has_a_number
    assert made.known == len(names)
    assert ("on its scale" in made.text) == has_a_number


def test_a_high_score_does_not_hide_that_the_work_is_too_small(setting: EstimateSetting) -> None:
    """Five good answers say nothing of how often it happens: an hour a year scores like an hour a day."""
    tiny = work("invoicing", items_per_week=fact(3.0), minutes_per_item=fact(6.0), **{**GOOD, "documented": fact(True)})
    made = only(firm(tiny), setting)
    assert made.decision == "leave it"
    assert made.published_score is not None
    assert made.published_score.score is not None
    assert made.published_score.score > 4
    assert "Our answer is another one (leave it)" in made.published_score.text


def test_an_answer_that_rests_on_one_of_its_own_five_is_not_laid_to_what_it_does_not_ask(
    setting: EstimateSetting,
) -> None:
    facts = {**GOOD, "digital_input": fact(1.0)}
    made = only(firm(work("online_orders", hours_per_week=fact(60.0), **facts), people=30), setting)
    assert made.decision == "simplify first"
    assert made.published_score is not None
    assert "(simplify first) because its mean evens out what stops us" in made.published_score.text
    assert "nobody could tell it in steps yet" in made.published_score.text
    assert "does not ask" not in made.published_score.text


def test_the_score_decides_nothing(setting: EstimateSetting) -> None:
    """Answers that move the score and open or close no gate leave everything else as it is, to the last digit."""
    kinds = {"invoicing": 40.0, "payment_chasing": 8.0, "rota": 2.0}

    def made(share: float) -> list[dict[str, object]]:
        told = {"rule_based": fact(share), "digital_input": fact(share), "stable": fact(True)}
        works = (work(each, hours_per_week=fact(hours), **told) for each, hours in kinds.items())
        found = advise(firm(*works, people=30), setting).initiatives
        scores.append([each.published_score.score if each.published_score else None for each in found])
        return [each.model_dump(exclude={"published_score"}) for each in found]

    scores: list[list[float | None]] = []
    assert made(0.6) == made(0.8) == made(1.0)
    assert len({tuple(each) for each in scores}) == 3


def test_nothing_that_decides_knows_the_score() -> None:
    """Only what writes a decision out may import it."""
    advice = Path(__file__).parents[2] / "assistant" / "advice"
    knowing = {
        path.stem
        for path in advice.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "assistant.advice.idea_score"
    }
    assert knowing == {"initiative"}


MACHINES = ("acct", "capture", "nocode", "remind", "form", "booking", "useown", "simplify", "outsrc")


@pytest.mark.parametrize("means_id", MACHINES)
@pytest.mark.parametrize("process_id", ["invoicing", "bill_entry", "appointment_booking", "rota"])
def test_no_way_saves_the_whole_of_todays_cost(process_id: str, means_id: str, setting: EstimateSetting) -> None:
    """Another toolkit's saving potential is all of today's cost, with building and upkeep left out."""
    profile = firm(work(process_id, hours_per_week=fact(8.0)))
    made = estimate(profile, process_id, means_id, setting)
    assert made.hours_freed_per_week.mid is not None
    assert made.hours_today_per_week.mid is not None
    assert made.hours_freed_per_week.mid < 0.9 * made.hours_today_per_week.mid


@pytest.mark.parametrize("means_id", ["acct", "capture", "nocode", "remind", "form", "simplify"])
def test_upkeep_and_building_are_subtracted(means_id: str, setting: EstimateSetting) -> None:
    """Another adviser's break-even knows neither."""
    made = estimate(firm(work("invoicing", hours_per_week=fact(8.0))), "invoicing", means_id, setting)
    gross, net = made.gross_hours_freed_per_week, made.hours_freed_per_week
    assert gross is not None
    assert gross.mid is not None
    assert net.mid is not None
    assert made.upkeep_hours_per_week.mid
    assert net.mid < gross.mid
    assert made.setup_hours.mid
    if means_id != "simplify":
        assert made.total_cost is not None
        assert (made.total_cost.mid or 0.0) > 2 * (made.cost_per_year_after.mid or 0.0)


def test_many_short_runs_and_few_long_ones_of_the_same_hours_get_the_same_answer(setting: EstimateSetting) -> None:
    """A score that multiplies marks gives nothing to whatever is under five minutes."""
    facts = {"digital_input": fact(1.0), "exception_share": fact(0.1)}
    short = work("payment_chasing", items_per_week=fact(250.0), minutes_per_item=fact(4.0), **facts)
    long = work("payment_chasing", items_per_week=fact(25.0), minutes_per_item=fact(40.0), **facts)
    assert only(firm(short), setting).decision == only(firm(long), setting).decision == "now"


@pytest.mark.parametrize(
    ("words", "hours_per_week"),
    [
        ("Making the invoices takes me 4 hours a month.", 12 * 4 / 52),
        ("Making the invoices takes me 4 hours a week.", 4.0),
        ("Making the invoices takes me 4 hours every quarter.", 4 * 4 / 52),
    ],
)
def test_monthly_work_is_not_weekly_and_weekly_work_not_four_times_that(
    words: str, hours_per_week: float, settings: Settings
) -> None:
    """Another adviser's break-even counts a monthly task once a week and a weekly one four times."""
    with open_plumbline(settings) as plumbline:
        hours = plumbline.understand(words).fact(FactPath(scope="invoicing", name="hours_per_week"))
    assert hours is not None
    assert hours.mid == pytest.approx(hours_per_week, rel=0.02)


def test_how_long_the_work_will_last_is_a_gate_and_no_multiplier(setting: EstimateSetting) -> None:
    """A mark for longevity is outweighed by the others; work about to change is put off whatever it is worth."""
    told = {"hours_per_week": fact(60.0), "digital_input": fact(1.0), "exception_share": fact(0.05)}
    assert only(firm(work("online_orders", **told)), setting).decision == "now"
    assert only(firm(work("online_orders", **told, stable=fact(False))), setting).decision == "later"
