"""Words that say that a quantity is not exact: about, at least, up to, -odd, or so."""

from __future__ import annotations

from dataclasses import replace

from assistant.language.amount import Amount
from assistant.language.measures import Measures
from assistant.language.tokens import Tokens


class Hedges:
    """Finds words of approximation around the quantities of one text."""

    def __init__(self, tokens: Tokens, words: Measures) -> None:
        self._tokens = tokens
        self._words = words
        self._lower = tokens.lower

    def before(self, amount: Amount, floor: int) -> Amount:
        """The amount with about, at least, up to and their like, which also belong to its words."""
        start, approximate = amount.start, amount.approximate
        while (size := self._hedge_size(start, floor)) > 0:
            start, approximate = start - size, True
        return replace(amount, start=start, approximate=approximate)

    def _hedge_size(self, start: int, floor: int) -> int:
        for phrase in self._words.hedges_before:
            size = len(phrase)
            if start - size >= floor and self._tokens.follows(start - size, phrase):
                before = self._lower(start - size - 1)
                wish = phrase == ("like",) and before in ("would", "i'd", "we'd", "i", "we")
                turnover = phrase == ("over",) and before.startswith("turn")
                return 0 if wish or turnover else size
        return 0

    def after(self, amount: Amount) -> Amount:
        """The amount with -odd, or so, on average and their like after it."""
        for phrase in self._words.hedges_after:
            at = amount.stop + 1 if self._lower(amount.stop) == "-" else amount.stop
            if self._tokens.follows(at, phrase) and (
                phrase != ("plus",) or self._lower(at + 1) not in ("a", "the", "my")
            ):
                return replace(amount, stop=at + len(phrase), approximate=True)
        return amount
