"""A yes, a no or numbers are an answer to a list only where nothing else is said."""

from __future__ import annotations

import pytest

from assistant.reading.reader import Reader
from assistant.reading.which_ones import which_ones


@pytest.mark.parametrize(
    ("words", "taken"),
    [
        ("Yes", {1, 2, 3}),
        ("yes please", {1, 2, 3}),
        ("all of it", {1, 2, 3}),
        ("that's correct", {1, 2, 3}),
        ("No", set()),
        ("no, not that", set()),
        ("only 2", {2}),
        ("1 and 3", {1, 3}),
        ("yes, but not 2", {1, 3}),
        ("the first and the third one", {1, 3}),
        ("all but the second", {1, 3}),
        ("yes 1, no 2", {1}),
    ],
)
def test_an_answer_takes_what_it_names(words: str, taken: set[int], reader: Reader) -> None:
    assert which_ones(words, 3, reader.vocabulary) == taken


@pytest.mark.parametrize(
    "words",
    ["3 hours a week", "yes, but invoices are 3 a week", "about 2", "4", "what for?", "two of us", "it depends", ""],
)
def test_words_that_say_anything_else_are_no_answer(words: str, reader: Reader) -> None:
    assert which_ones(words, 3, reader.vocabulary) is None
