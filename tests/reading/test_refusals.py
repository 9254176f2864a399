"""What owners will not have, and the goals that they take back."""

from __future__ import annotations

import pytest

from assistant.reading.refusals import refused, takes_back
from tests.reading.conftest import Told


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("I said I do not want more kids", "more kids"),
        ("I don't want any more shops", "more shops"),
        ("We don't want a second shop any more, really.", "second shop"),
        ("I don't need any more customers", "more customers"),
        ("We're not interested in more clients", "more clients"),
        ("I won't take on more jobs", "more jobs"),
        ("I hate getting bigger", "bigger"),
        ("No more customers, please.", "more customers"),
        ("Bigger we don’t want to be", ""),
    ],
)
def test_what_is_refused_is_told(words: str, what: str) -> None:
    assert refused(words) == what


@pytest.mark.parametrize(
    "words",
    [
        "We are not likely to get more orders",
        "I am not careful with stock",
        "There is no bigger headache than invoices",
        "There are no more orders",
        "No more than five hours a week",
        "I hate invoices",
    ],
)
def test_what_only_sounds_like_a_refusal_is_none(words: str) -> None:
    assert refused(words) is None


@pytest.mark.parametrize(
    ("refusal", "goal", "back"),
    [
        ("I don't want any more shops", "open more shops", True),
        ("I won't take on more jobs", "We want more jobs next year", True),
        ("I do not want more kids", "I'd like more kids on the list", True),
        ("I don't want more work", "I want more work-life balance", False),
        ("I don't want to work", "I want to work less", False),
        ("I don't want to work", "I want less work", False),
    ],
)
def test_a_goal_is_taken_back_by_all_of_its_object(refusal: str, goal: str, back: bool) -> None:
    assert takes_back(refusal, goal) is back


@pytest.mark.parametrize("words", ["I don't need any more customers.", "I hate getting bigger."])
def test_growth_that_is_refused_is_a_limit(words: str, told: Told) -> None:
    assert [each.kind for each in told(words).constraints] == ["preference"]


def test_a_big_headache_is_no_limit(told: Told) -> None:
    assert told("There is no bigger headache than invoices.").constraints == ()
