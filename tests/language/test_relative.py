"""Changes told against what there is."""

from __future__ import annotations

import pytest

from assistant.language import relative
from assistant.language.quantities import find


def changes(text: str) -> list[relative.Relative]:
    return list(relative.find(text, find(text)))


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("twice as many invoices", 2.0),
        ("volume doubled", 2.0),
        ("three times the budget", 3.0),
        ("2x the orders", 2.0),
        ("a third less", 2 / 3),
        ("a third fewer invoices", 2 / 3),
        ("20 % more orders", 1.2),
        ("up by a fifth", 1.2),
        ("sales fell 20 %", 0.8),
        ("dropped by a quarter", 0.75),
        ("half again as many", 1.5),
        ("half the budget", 0.5),
        ("down to a third", 1 / 3),
        ("twice as quick", 0.5),
        ("had to pay 20 percent more", 1.2),
    ],
)
def test_a_factor_is_read_from_the_words_around_it(text: str, factor: float) -> None:
    (found,) = changes(text)
    assert found.factor == pytest.approx(factor, rel=1e-4)
    assert found.step is None


@pytest.mark.parametrize(
    ("text", "sign", "amount"),
    [
        ("10 more invoices a week", 1, 10.0),
        ("another 10 quotes a week", 1, 10.0),
        ("an extra 1,000", 1, 1000.0),
        ("went up by ten a week", 1, 10.0),
        ("an hour less a week", -1, 1.0),
        ("3 minutes quicker", -1, 3.0),
        ("shaved 2 minutes off each", -1, 2.0),
    ],
)
def test_an_amount_counts_up_or_down(text: str, sign: int, amount: float) -> None:
    (found,) = changes(text)
    assert found.step is not None
    assert (found.sign, found.step.value) == (sign, amount)


@pytest.mark.parametrize(
    "text",
    [
        "twice a week",
        "we double-check them",
        "went up to 80 a week",
        "no more than 50 a week",
        "more than 50",
        "from 40 to 80 a week",
        "80 rather than 40",
        "half an hour",
        "trained up so only 1 in 10 needs it",
    ],
)
def test_what_is_told_as_it_is_is_no_change(text: str) -> None:
    assert changes(text) == []


def test_a_change_of_a_range_keeps_it_one() -> None:
    (twice,) = changes("twice as many")
    (less,) = changes("10 fewer a week")
    assert twice.of((30.0, 50.0)) == (60.0, 100.0)
    assert less.of((30.0, 50.0), 10.0) == (20.0, 40.0)
    assert less.of(5.0, 10.0) == 0.0
