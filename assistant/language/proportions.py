"""Parts of a whole as percentages: a third of them, one in ten, two out of every five, every fifth invoice."""

from __future__ import annotations

from dataclasses import replace

from assistant.language.amount import Amount, Numeral
from assistant.language.measures import Measures
from assistant.language.nouns import counted_noun
from assistant.language.numerals import NumeralReader
from assistant.language.tokens import Tokens

AFTER_HALF = ("past", "way", "-", "term", "price", "decent", "asleep", "empty")
"""Half past, half way, half-term, half asleep: half belongs to the word after it."""
DETERMINERS = ("every", "the", "my", "our", "last")
"""What may stand before the whole: one in every ten, two of the last five."""
SMALLEST_ORDINAL = 3  # "every half" is no share
LEAST_WHOLE = 10
"""One of three vans is a van, and one of twelve drivers a driver; one of twenty repairs is a share."""
WHOLES = (3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 200, 500, 1000)


class ProportionReader:
    """Reads parts of a whole at a place in a text."""

    def __init__(self, tokens: Tokens, words: Measures, numbers: NumeralReader) -> None:
        self._tokens = tokens
        self._words = words
        self._numbers = numbers
        self._lower = tokens.lower

    def fraction(self, found: Amount) -> Amount | None:
        """A fraction that has no unit: a third of them; None for half past."""
        if self._lower(found.stop) in AFTER_HALF:
            return None
        low, high = round(found.low * 100, 6), round(found.high * 100, 6)
        return replace(found, kind="percent", unit="%", low=low, high=high)

    def every(self, index: int) -> Amount | None:
        """Every fifth invoice: one in five; every fifth week is a period."""
        below = self._words.fractions.get(self._lower(index + 1), 0)
        timed = self._lower(index + 2) in self._words.period_of or self._lower(index + 2) in self._words.weekdays
        if below < SMALLEST_ORDINAL or timed or self._lower(index + 1) in self._words.period_of:
            return None
        return Amount("percent", 100 / below, 100 / below, "%", index, index + 2, number_stop=index + 2)

    def out_of(self, found: Amount) -> Amount | None:
        """One in ten, one or two out of every ten; None where no such whole follows the number."""
        outright = self._tokens.follows(found.stop, ("out", "of"))
        if not outright and self._lower(found.stop) not in ("in", "of"):
            return None
        at = found.stop + 1 + outright
        while self._lower(at) in DETERMINERS:
            at += 1
        whole = self._numbers.read(at)
        if whole is None or whole.low not in WHOLES or found.high > whole.low:
            return None
        if not outright and (self._is_length(whole) or self._is_some_of(found, whole)):
            return None
        low, high = 100 * found.low / whole.low, 100 * found.high / whole.low
        return replace(found, kind="percent", unit="%", low=low, high=high, stop=whole.stop)

    def one_thing_in(self, found: Amount) -> Amount | None:
        """One label in twenty: a share told with what it is a share of; None for other counts."""
        if found.kind != "count" or found.low != 1 or found.high != 1 or self._lower(found.stop) != "in":
            return None
        whole = self._numbers.read(found.stop + 1)
        if whole is None or whole.low not in WHOLES or self._is_length(whole):
            return None
        return replace(found, kind="percent", unit="%", low=100 / whole.low, high=100 / whole.low, stop=whole.stop)

    def _is_length(self, whole: Numeral) -> bool:
        """True for "two in 3 hours"."""
        return self._lower(whole.stop) in self._words.duration_of

    def _is_some_of(self, found: Amount, whole: Numeral) -> bool:
        """True for "one of three vans" and "two of my 5 drivers": a count of them; one of twenty repairs is a share,
        and so are two of three orders."""
        if self._lower(found.stop) != "of":
            return False
        if not self._tokens.is_word(whole.stop) or self._lower(whole.stop) in self._words.function_words:
            return False
        all_of_them = replace(found, low=whole.low, high=whole.high, stop=whole.stop)
        noun, _ = counted_noun(self._tokens, all_of_them, self._words)
        things = noun != "" and noun.split(" ")[-1] not in self._words.persons
        many = found.low > 1 or whole.low >= LEAST_WHOLE
        return not (things and many and self._lower(whole.start - 1) == "of")
