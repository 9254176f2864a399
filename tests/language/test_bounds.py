"""Which end of a range a figure's own words make it."""

from __future__ import annotations

import pytest

from assistant.language.bounds import bound


@pytest.mark.parametrize(
    ("quote", "end"),
    [
        ("more than 5 hours", "lower"),
        ("no more than 5 hours", "upper"),
        ("not over 5 hours", "upper"),
        ("less than 5 hours", "upper"),
        ("no less than 5 hours", "lower"),
        ("no fewer than 5", "lower"),
        ("over an hour", "lower"),
        ("up to 7 hours", "upper"),
        ("at least three", "lower"),
        ("5 hours or more", "lower"),
        ("5+ hours", "lower"),
        ("5 hours", None),
        ("overnight, 5 hours", None),
    ],
)
def test_a_denial_turns_a_bound_round(quote: str, end: str | None) -> None:
    assert bound(quote) == end
