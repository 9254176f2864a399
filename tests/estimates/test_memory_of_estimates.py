"""A memory makes what it knows once, and begins anew when it is full."""

from __future__ import annotations

import pytest

from assistant.domain.advice import Estimate
from assistant.estimates.estimate import estimate
from assistant.estimates.memo import Memo
from tests.estimates.firms import firm, setting

MADE = estimate(firm("invoicing", hours_per_week=6.0), "invoicing", "acct", setting(draws=50))


def counting(memory: Memo, keys: str) -> int:
    """How many estimates are made for a row of keys."""
    asked: list[str] = []

    def make(key: str) -> Estimate:
        asked.append(key)
        return MADE

    for key in keys:
        assert memory.get(key, lambda key=key: make(key)) is MADE
    return len(asked)


def test_what_is_known_is_made_once() -> None:
    assert counting(Memo(), "ababba") == 2


@pytest.mark.parametrize(("keys", "times"), [("abab", 2), ("abcc", 3), ("abca", 4), ("abcab", 5), ("abcb", 4)])
def test_a_full_memory_begins_anew(keys: str, times: int) -> None:
    assert counting(Memo(most=2), keys) == times
