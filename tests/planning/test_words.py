"""Every figure that can stand in a plan has a name and a unit that an owner understands."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.catalogue import Catalogue
from assistant.domain.facts import Fact, Range
from assistant.errors import BadInput
from assistant.estimates.job import JobInputs
from assistant.language.phrases import lower, say_estimate
from assistant.planning.assumptions import FIRM_FACTS
from assistant.planning.plan import load_plan_words
from assistant.planning.wording import say_fact, say_price, say_spread, sentence, yours
from tests.conftest import KNOWLEDGE

NO_FIGURES = {"process_id", "means_id", "currency", "is_done_outside", "discount_rate", "horizon_months",
              "adoption_ramp", "post_sizes", "errors", "sales", "mechanism", "lasting", "tried", "years"}  # fmt: skip


def test_every_input_of_an_estimate_and_every_fact_of_the_firm_has_words() -> None:
    known = {each.name for each in load_plan_words(KNOWLEDGE).facts}
    assert set(JobInputs.model_fields) - NO_FIGURES <= known
    assert set(FIRM_FACTS) <= known


def test_all_words_can_be_put_to_every_kind_of_work(catalogue: Catalogue) -> None:
    words = load_plan_words(KNOWLEDGE)
    for kind in catalogue.processes:
        for each in words.facts:
            put = words.of(each.name, kind)
            assert "{" not in put.label + put.check


def test_a_figure_without_an_entry_is_named_by_itself() -> None:
    assert load_plan_words(KNOWLEDGE).of("phase_of_moon", None).label == "phase of moon"


def test_a_misshapen_entry_is_named(tmp_path: Path) -> None:
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "vocabulary" / "plan.yml").write_text("facts:\n  - {name: a, label: b}\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"plan.yml: key 'facts.0.unit'"):
        load_plan_words(tmp_path)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Range(low=1.4, mid=2.3, high=3.1, unit="h/week"), "1.4-3.1 h a week, likely 2.3"),
        (Range(low=140.0, mid=180.0, high=220.0, unit="GBP/year"), "£140-£220 a year, likely £180"),
        (Range(low=140.0, mid=180.0, high=220.0, unit="GBP", basis="assumed"), "£140-£220, likely £180 (assumed)"),
        (Range(low=3.0, mid=5.0, high=8.0, unit="months"), "3-8 months, likely 5"),
    ],
)
def test_ranges_read_with_their_unit(found: Range, said: str) -> None:
    assert say_estimate(found, "GBP") == said


def test_a_price_per_hour_that_may_never_be_reached_says_so() -> None:
    assert say_price(Range(low=2.0, mid=45.0, high=None, unit="GBP/h"), "GBP") == "about £45, if any is freed"
    assert "frees none" in say_price(Range(low=2.0, mid=None, high=None, unit="GBP/h"), "GBP")


def test_shares_are_percentages_and_yes_stays_yes() -> None:
    assert say_spread((0.2, 0.25, 0.3), "%", "GBP") == "20-30 %, likely 25"
    assert say_spread((2.0, 2.0, 2.0), "hours", "GBP") == "2 hours"
    assert say_fact(Fact(value=True), "", "GBP") == "yes"
    assert say_fact(Fact(value=0.4), "%", "GBP") == "40 %"
    assert say_fact(Fact(value=2_100_000.0), "money", "GBP") == "£2,100,000"


def test_sentences_are_capital_and_ended_once() -> None:
    assert sentence("one", "", "two.") == "One. Two."
    assert sentence("say “stop.”") == "Say “stop.”"
    assert lower("ERP first") == "ERP first"
    assert yours("My bookkeeper") == "your bookkeeper"
    assert yours("Dee") == "Dee"
