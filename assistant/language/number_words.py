"""Numbers in words: forty-two, a hundred and six, a couple, half a dozen, three quarters, a good third."""

from __future__ import annotations

from assistant.language.amount import Numeral
from assistant.language.measures import Measures
from assistant.language.tokens import Tokens

ARTICLES = ("a", "an", "the")
FULLY = ("good", "solid", "full")
"""What may stand between an article and a share: a good third."""
ABOUT = ("about", "around", "roughly", "nearly", "almost", "over", "maybe", "perhaps")
"""A third after these is a share, whatever follows it."""


class NumberWords:
    """Reads a number in words at a place in a text."""

    def __init__(self, tokens: Tokens, words: Measures) -> None:
        self._tokens = tokens
        self._words = words
        self._lower = tokens.lower

    def read(self, start: int) -> Numeral | None:
        """The number that begins with the word at a token, or None."""
        words, first = self._words, self._lower(start)
        if first in words.fraction_signs:
            share = words.fraction_signs[first]
            return Numeral(share, share, start, start + 1, fraction=True)
        if first in ARTICLES:
            return self._after_article(start)
        if first in words.vague_of:
            return None if self._lower(start - 1) == "every" else self._vague(start, start)
        if first == "half":
            return self._half(start, start)
        if first == "quarter":
            return self._quarter(start)
        return self._cardinal(start) if first in words.numerals else None

    def part(self, at: int) -> Numeral | None:
        """A half, one-half, two thirds: what may follow "and" inside one number; a bare third is an ordinal."""
        article = self._lower(at) in ("a", "an", "one")
        named = at + article + (self._lower(at) == "one" and self._lower(at + 1) == "-")
        word = self._lower(named)
        if word in self._words.fractions and (article or word == "half"):
            return _fraction(1 / self._words.fractions[word], at, named + 1)
        part = self._cardinal(at) if word in self._words.numerals else None
        return part if part is not None and part.fraction else None

    def _after_article(self, start: int) -> Numeral | None:
        """A good third, a couple, a half, a hundred, about a fifth."""
        words, article = self._words, self._lower(start)
        fully = self._lower(start + 1) in FULLY
        after = self._lower(start + 1 + fully)
        if after in words.fractions and fully and self._is_share(start + 2):
            return _fraction(1 / words.fractions[after], start, start + 3)
        if after in words.vague_of and not fully and article != "the":
            return self._vague(start, start + 1)
        if after == "half":
            return self._half(start, start + 1)
        if after in words.multipliers and not after.endswith("s") and article == "a":
            return self._cardinal(start)
        if after in words.fractions and (self._lower(start - 1) in ABOUT or self._is_share(start + 1)):
            return _fraction(1 / words.fractions[after], start, start + 2)
        return None

    def _is_share(self, at: int) -> bool:
        """True for "a third of", "a fifth are late", "prob a third": what follows is no noun that it would number."""
        after = self._lower(at + 1)
        if after in ("of", "hour", ""):
            return True
        open_end = self._tokens.is_sign(at + 1) or after in self._words.function_words
        quarter = self._lower(at) == "quarter"  # is a quarter of the year after a figure: 40 a quarter
        return open_end and not quarter

    def _vague(self, start: int, at: int) -> Numeral:
        """A couple of, a few hundred: the span that a listener takes from the word."""
        span = self._words.vague_of[self._lower(at)]
        stop = at + 1
        factor = self._words.multipliers.get(self._lower(stop), 1.0)
        if factor != 1.0 or self._lower(stop) == "of":
            stop += 1
        return Numeral(span.low * factor, span.high * factor, start, stop, approximate=True, spelled=True)

    def _half(self, start: int, at: int) -> Numeral:
        """Half, half a dozen, half a million; the article after half belongs to the unit and is skipped by it."""
        factor_at = at + 2 if self._lower(at + 1) in ("a", "an") else at + 1
        factor = self._words.multipliers.get(self._lower(factor_at))
        if factor is not None:
            return Numeral(factor / 2, factor / 2, start, factor_at + 1, spelled=True)
        return _fraction(0.5, start, at + 1)

    def _quarter(self, start: int) -> Numeral | None:
        """Quarter of an hour, quarter million; a quarter of anything else is three months."""
        after = self._lower(start + 1)
        factor = self._words.multipliers.get(after)
        if factor is not None:
            return Numeral(factor / 4, factor / 4, start, start + 2, spelled=True)
        return _fraction(0.25, start, start + 1) if after in ("hour", "of") else None

    def _cardinal(self, start: int) -> Numeral:
        """A number in words: hundreds, tens and units add up, thousand and more multiply what stands before them."""
        total, group, previous, at, stop = 0.0, 0.0, 0.0, start, start
        if self._lower(at) == "a":
            group, at = 1.0, at + 1
        while True:
            word = self._lower(at)
            value, factor = self._words.numerals.get(word), self._words.multipliers.get(word)
            if value is not None and (previous == 0 or _joins(previous, value)):
                group, previous = group + value, value
            elif factor is not None and (group or total):
                if factor <= 100:
                    group *= factor
                else:
                    total, group = (total + group) * factor if total < factor else total + group * factor, 0.0
                previous = factor
            else:
                return self._over(Numeral(total + group, total + group, start, stop, spelled=True))
            stop = at + 1
            at = self._next_word(stop, previous)

    def _next_word(self, at: int, previous: float) -> int:
        """Where a number in words would go on: beyond the "and" of a hundred and six, the hyphen of forty-two."""
        value = self._words.numerals.get(self._lower(at + 1))
        if value is None:
            return at
        added = self._lower(at) == "and" and previous >= 100 and self.part(at + 1) is None
        hyphened = self._lower(at) == "-" and _joins(previous, value)
        return at + 1 if added or hyphened else at

    def _over(self, whole: Numeral) -> Numeral:
        """Two thirds, three-quarters: a small number before a plural denominator."""
        at = whole.stop + 1 if self._lower(whole.stop) == "-" else whole.stop
        below = self._words.fractions.get(self._lower(at))
        plural = self._lower(at).endswith("s") or (whole.low == 1 and self._lower(whole.start) == "one")
        if below is None or not plural or whole.low >= below or self._lower(at) == "half":
            return whole
        return _fraction(whole.low / below, whole.start, at + 1)


def _fraction(share: float, start: int, stop: int) -> Numeral:
    return Numeral(share, share, start, stop, fraction=True, spelled=True)


def _joins(previous: float, value: float) -> bool:
    """True where a numeral may follow another inside one number: twenty one, hundred six, thousand two."""
    return (20 <= previous < 100 and 0 < value < 10) or (previous >= 100 and value > 0)
