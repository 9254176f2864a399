"""What one stretch of time costs, told the other way round: an hour in accounting costs 31 euros."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.language.measures import Measures
from assistant.language.scopes import Scoped
from assistant.language.tokens import Tokens

REACH = 7
"""Words that may stand between a stretch of time and its price."""
COSTS = ("costs", "cost", "is", "comes", "runs", "means", "'s")
ONE = ("a", "an", "one", "each", "every", "per")
ANEW = (",", ";", "and")


def with_priced_time(found: Sequence[Scoped], tokens: Tokens, words: Measures) -> list[Scoped]:
    """The quantities; a price that is set on one hour, day or month is money by the hour, day or month, and the stretch
    itself no quantity."""
    kept: list[Scoped] = []
    for each in found:
        if kept and _is_price_of(kept[-1], each, tokens):
            unit = kept.pop().amount.unit
            kept.append(replace(each, per=words.period_of.get(unit, unit)))
        else:
            kept.append(each)
    return kept


def _is_price_of(time: Scoped, price: Scoped, tokens: Tokens) -> bool:
    one, money = time.amount, price.amount
    between = [tokens.lower(at) for at in range(time.stop, money.start)]
    return (
        (one.kind, money.kind) == ("duration", "money")
        and one.low == one.high == 1
        and tokens.lower(one.start) in ONE
        and not (time.per or price.per)
        and len(between) <= REACH
        and any(word in COSTS for word in between)
        and not any(word in ANEW for word in between)
        and not any(tokens.ends_sentence(at) for at in range(time.stop, money.start))
    )
