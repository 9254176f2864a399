"""What of a worded reply stands nowhere: numbers in digits and words."""

from __future__ import annotations

import pytest

from evals.scorers.numerals import numbers
from evals.scorers.spoken import unknown_figures


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("twenty-five hours, Twenty five of 25", [25, 25, 25]),
        ("£3.50, 3.5 and 1,200.", [3.5, 3.5, 1200]),
        ("20-25 hours, two or three days", [20, 25, 2, 3]),
        ("a hundred pounds and half a dozen eggs", [100, 6]),
        ("two dozen, twelve hundred, 2 thousand, 20k", [24, 1200, 2000, 20_000]),
        ("two thousand five hundred and ten; a hundred and one", [2510, 101]),
        ("between a hundred and two hundred", [100, 200]),
        ("twice a week, double the price, but double-check it", [2, 2]),
        ("two and a half, an hour and a half, three hours and a half, half of it", [2.5, 1.5, 3.5, 0.5]),
        ("a day and someone behalf hundreds", []),
        ("", []),
    ],
)
def test_numbers_are_read_in_digits_and_words(text: str, values: list[float]) -> None:
    assert numbers(text) == values


@pytest.mark.parametrize(
    ("said", "known", "unknown"),
    [
        ("It takes 25 hours [7].", "twenty-five hours", []),
        ("It costs £3.50.", "It is 3.5 pounds.", []),
        ("It costs a hundred pounds, for one thing.", "It costs 90.", ["100"]),
        ("Half a dozen do it twice.", "It is Sunday.", ["6", "2"]),
        ("It takes 25 hours.", "It takes 20 hours and 5 minutes.", ["25"]),
    ],
)
def test_a_figure_that_stands_nowhere_is_found(said: str, known: str, unknown: list[str]) -> None:
    assert unknown_figures(said, [known]) == unknown
