"""What one stretch of time costs, told the other way round: an hour in accounting costs 31 euros."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from assistant.language.measures import Measures
from assistant.language.scopes import Scoped
from assistant.language.tokens import Tokens

REACH = 7
"""Words that may stand between a stretch of time and its price."""
COSTS = ("costs", "cost", "is", "comes", "runs", "means", "'s")
ONE = ("a", "an", "one", "each", "every", "per")


class PriceOfTime:
    """Joins a stretch of time to the price that its own clause sets on it."""

    def __init__(self, tokens: Tokens, words: Measures) -> None:
        self._tokens = tokens
        self._words = words

    def apply(self, found: list[Scoped]) -> list[Scoped]:
        """The quantities; a price that is set on one hour, day or month is money by the hour, day or month, and the
        stretch itself no quantity."""
        priced = {number for number, (time, price) in enumerate(pairwise(found)) if self._is_price_of(time, price)}
        joined = [
            replace(each, per=self._words.period_of.get(found[number - 1].amount.unit, found[number - 1].amount.unit))
            if number - 1 in priced
            else each
            for number, each in enumerate(found)
        ]
        return [each for number, each in enumerate(joined) if number not in priced]

    def _is_price_of(self, time: Scoped, price: Scoped) -> bool:
        one, money = time.amount, price.amount
        between = range(time.stop, money.start)
        return (
            (one.kind, money.kind) == ("duration", "money")
            and one.low == one.high == 1
            and self._tokens.lower(one.start) in ONE
            and not (time.per or price.per)
            and len(between) <= REACH
            and any(self._tokens.lower(at) in COSTS for at in between)
            and not any(self._tokens.ends_sentence(at) or self._tokens.lower(at) in (",", ";", "and") for at in between)
        )
