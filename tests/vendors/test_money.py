"""Which money is a price where the reader is not sure: by its period, by the words of its sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from assistant.encoder import ClauseReader, Heard, Sentence
from assistant.vendors.money import amounts
from assistant.vendors.paper import Paper
from assistant.vendors.vocabulary import ClauseVocabulary
from tests.vendors.conftest import TODAY


class UnsureReader(ClauseReader):
    """Gives every figure the same shares."""

    def __init__(self, shares: Mapping[str, float]) -> None:
        super().__init__()
        self._shares = dict(shares)

    def read(self, sentences: Sequence[Sentence]) -> tuple[Heard, ...]:
        return tuple(Heard({}, {}, tuple(self._shares for _ in each.figures)) for each in sentences)

    def sieve(self, sentences: Sequence[str]) -> list[dict[str, float]]:
        return [{} for _ in sentences]


@pytest.mark.parametrize(
    ("sentence", "shares", "roles"),
    [
        ("Hosting: £40 per month", {"other": 0.6, "price": 0.4}, ["price"]),
        ("Our cover is £40.", {"other": 0.6, "price": 0.4}, []),
        ("Each sensor is £7 per month.", {"overage_price": 0.7, "price": 0.3}, ["price"]),
        ("Each further sensor is £7 per month.", {"overage_price": 0.7, "price": 0.3}, ["overage_price"]),
        ("The bill is £40 per month.", {"minimum": 0.8, "price": 0.2}, ["price"]),
        ("The least bill is £40 per month.", {"minimum": 0.8, "price": 0.2}, ["minimum"]),
    ],
)
def test_money_by_the_month_is_a_plain_price_unless_its_words_say_otherwise(
    sentence: str, shares: Mapping[str, float], roles: list[str], clauses: ClauseVocabulary
) -> None:
    paper = Paper(sentence, TODAY, replace(clauses, reader=UnsureReader(shares)))
    assert [each.role for each in amounts(paper, clauses.prices)] == roles
