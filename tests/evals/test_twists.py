"""What a liar makes of words: figures, decisions, marks."""

from __future__ import annotations

from random import Random

import pytest

from evals.models.twists import figures, marks_that_lead_nowhere, nudged, sentences, turned

PAIRS = (("go ahead", "leave it"),)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("60 invoices at 10 minutes", (60, 10)),
        ("£1,250.50 a month, 12.5 %.", (1250.5, 12.5)),
        ("8-10 a day", (8, 10)),
        ("See [3] and the B2B part.", ()),
        ("By 2026.", (2026,)),
    ],
)
def test_figures_are_found_as_they_stand(text: str, found: tuple[float, ...]) -> None:
    assert figures(text) == found


@pytest.mark.parametrize("text", ["6 hours", "£1,250 a month", "12.5 %", "1 van", "0 mistakes", "8-10 a day"])
def test_a_moved_figure_is_near_and_is_written_like_the_old_one(text: str) -> None:
    for seed in range(40):
        other = nudged(text, Random(seed))
        pairs = [(a, b) for a, b in zip(figures(text), figures(other), strict=True) if a != b]
        assert len(pairs) == 1
        assert 0 < abs(pairs[0][1] - pairs[0][0]) <= max(1, 0.16 * pairs[0][0])
        assert pairs[0][1] >= 0
        assert other.count(",") == text.count(",")
        assert other.count(".") == text.count(".")


def test_words_without_a_figure_stay_as_they_are() -> None:
    assert nudged("No figure here [4].", Random(0)) == "No figure here [4]."


def test_a_decision_is_turned_both_ways_or_is_not_there() -> None:
    assert turned("I would leave it alone.", PAIRS, Random(0)) == "I would go ahead alone."
    assert turned("Go ahead with the rota.", PAIRS, Random(0)) == "leave it with the rota."
    assert turned("Tell me more.", PAIRS, Random(0)) == ""


def test_marks_look_like_those_of_the_text_and_are_none_of_them() -> None:
    text = "One [1], two [2], three [guide/basics-4]."
    for seed in range(40):
        marks = marks_that_lead_nowhere(text, Random(seed))
        assert len(marks) == 3
        assert not [each for each in marks if each in text]
        assert any(each.startswith("[guide/basics-") for each in marks)
    assert marks_that_lead_nowhere("No marks.", Random(0)) == ()


def test_sentences_end_at_stops_and_at_lines() -> None:
    assert sentences("One. Two?\n Three \n\n") == ("One.", "Two?", "Three")
