"""Bare figures by the month: prices and counts."""

from __future__ import annotations

import pytest

from assistant.reading.prices import is_price
from tests.reading.conftest import MakeScene


@pytest.mark.parametrize(
    "words",
    [
        "They want 90 a month for it",
        "It is 49 a month per van",
        "We were quoted 300 a month",
        "The rent for it is 45 a month",
        "A man offers a robot that answers all calls, 290 a month and 1200 to start.",
        "The software is 90 a month",
        "A booking system, 49 a month",
        "The licence is 80 a year.",
        "90 a month for the app",
    ],
)
def test_a_figure_beside_a_word_of_price_is_money(words: str, scene: MakeScene) -> None:
    read = scene(words)
    assert is_price(read, next(each for each in read.mentions if each.per in ("month", "year")))


@pytest.mark.parametrize(
    "words",
    [
        "Fee notes, about 80 a month",
        "Licence renewals: 30 a month",
        "Offers: 40 a month or so",
        "We service robot mowers, 60 a month",
        "The app orders are 200 a month",
        "We do 40 a month, some paid late",
        "We do 49 a month per van",
    ],
)
def test_a_word_of_price_in_a_name_or_elsewhere_makes_no_price(words: str, scene: MakeScene) -> None:
    read = scene(words)
    assert not is_price(read, next(each for each in read.mentions if each.per in ("month", "year")))
