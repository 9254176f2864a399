"""Whether a figure of one sentence is a figure of others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.advisers.figures import unfounded

KNOWN = (
    "You spend 16 hours a week on quotes.",
    "It frees 3 to 7 hours a week, likely 5.",
    "It costs €480 to €900 in the first year, likely €640.",
    "The subscription is €600 a year.",
    "33 % of pilots are given up (2023).",
    "There are 60 invoices a week.",
    "The trial runs for 90 days.",
)


@pytest.mark.parametrize(
    "said",
    [
        "That is about two days a week.",
        "It takes you about 15 hours a week to write quotes.",
        "It costs about €600, if all goes as is likely.",
        "Likely 5 hours a week come back to you.",
        "Between three and seven hours a week are freed.",
        "It frees up to 7 hours a week.",
        "It frees at least three hours a week.",
        "You pay €50 a month.",
        "Roughly a third of pilots end early.",
        "You send 60 invoices.",
        "The trial is about three months long.",
        "In 2023 it was so.",
        "There is no figure here.",
    ],
)
def test_a_figure_said_in_other_words_is_founded(said: str) -> None:
    assert list(unfounded(said, KNOWN)) == []


@pytest.mark.parametrize(
    "said",
    [
        "It frees 8 hours a week.",
        "It frees 7 hours a week.",
        "It frees 5 to 7 hours a week.",
        "It costs €900.",
        "You pay €600 a month.",
        "It costs £640.",
        "You spend 16 hours a month on quotes.",
        "Half of the pilots are given up.",
        "There are 60 customers a week.",
        "There are 66 invoices a week.",
        "In 2021 it was so.",
        "Call 0800 123456.",
        "It takes you about 17.6 hours a week to write quotes.",
        "It costs about €695.",
    ],
)
def test_any_other_figure_is_not(said: str) -> None:
    assert list(unfounded(said, KNOWN)) != []


@given(st.integers(2, 40), st.integers(2, 40))
def test_another_number_of_hours_is_found_out(known: int, said: int) -> None:
    grounds = [f"You spend {known} hours a week on it."]
    assert bool(list(unfounded(f"It takes you {said} hours a week.", grounds))) == (abs(said - known) > 0.05 * known)
