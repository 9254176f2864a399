"""Numbers in digits and words, with what is added to them: two and a half, six point five, sixty (60)."""

from __future__ import annotations

from dataclasses import replace

from assistant.language.amount import Numeral
from assistant.language.digits import Digits, figure_value
from assistant.language.measures import Measures
from assistant.language.number_words import NumberWords
from assistant.language.restated import BRACKETS
from assistant.language.tokens import Tokens

AND = ("and", "&", "n")
MILLIONS = (1e9, 1e6)


class NumeralReader:
    """Reads one number at a place in a list of tokens."""

    def __init__(self, tokens: Tokens, words: Measures) -> None:
        self._tokens = tokens
        self._numerals = words.numerals
        self._lower = tokens.lower
        self._in_digits = Digits(tokens, words)
        self._in_words = NumberWords(tokens, words)

    def read(self, start: int, money: bool = False) -> Numeral | None:
        """The number that begins at a token, or None; `money` lets a glued m mean a million."""
        found = self._in_digits.read(start, money) if self._tokens.is_figure(start) else self._in_words.read(start)
        if found is None:
            return None
        pointed = found.spelled and self._lower(found.stop) == "point" and self._lower(found.stop + 1) in self._numerals
        return self._restated(self._with_decimals(found) if pointed else self._with_part(found))

    def _with_decimals(self, found: Numeral) -> Numeral:
        """Six point five, two point seven five."""
        digits, stop = "", found.stop + 1
        while (digit := self._numerals.get(self._lower(stop))) is not None and digit < 10:
            digits, stop = digits + str(int(digit)), stop + 1
        share = float(f"0.{digits or '0'}")
        return Numeral(found.low + share, found.high + share, found.start, stop, spelled=True)

    def _with_part(self, found: Numeral) -> Numeral:
        """Two and a half, one and three quarters."""
        if found.fraction or self._lower(found.stop) not in AND:
            return found
        hundredths = self._hundredths(found.stop + 1)
        if hundredths is not None:
            return replace(found, low=found.low + hundredths, high=found.high + hundredths, stop=found.stop + 4)
        part = self._in_words.part(found.stop + 1)
        if part is None or self._lower(part.stop) == "of":
            return found
        share = part.low * _scale_of(found)
        return Numeral(found.low + share, found.high + share, found.start, part.stop, spelled=found.spelled)

    def _hundredths(self, at: int) -> float | None:
        """The 50/100 of a sum as cheques and contracts write it: two hundred and 50/100 dollars."""
        is_part = self._tokens.is_figure(at) and self._lower(at + 1) == "/" and self._lower(at + 2) == "100"
        return figure_value(self._lower(at)) / 100 if is_part else None

    def _restated(self, found: Numeral) -> Numeral:
        """Sixty (60), 60 (sixty): what stands in brackets says the same number again, as contracts do."""
        closing = BRACKETS.get(self._lower(found.stop))
        if closing is None:
            return found
        in_digits = self._tokens.is_figure(found.start)
        at = found.stop + 1
        again = self._in_words.read(at) if in_digits else self._figure(at)
        if again is None or self._lower(again.stop) != closing or (again.low, again.high) != (found.low, found.high):
            return found
        return replace(found, stop=again.stop + 1, spelled=True)

    def _figure(self, at: int) -> Numeral | None:
        return self._in_digits.read(at, money=False) if self._tokens.is_figure(at) else None


def _scale_of(found: Numeral) -> float:
    """What "and a half" is a half of: a million and a half is 1.5 million, a hundred and a half is 100.5."""
    return next((each for each in MILLIONS if found.low >= each and found.low % each == 0), 1.0)
