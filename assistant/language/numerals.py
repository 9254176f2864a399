"""Numbers in digits and words, with what is added to them: two and a half, six point five, sixty (60)."""

from __future__ import annotations

from dataclasses import replace

from assistant.language.amount import Numeral
from assistant.language.digits import Digits, figure_value
from assistant.language.measures import Measures
from assistant.language.number_words import NumberWords
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
        part = self._in_words.part(found.stop + 1)
        if part is None or self._lower(part.stop) == "of":
            return found
        share = part.low * _scale_of(found)
        return Numeral(found.low + share, found.high + share, found.start, part.stop, spelled=found.spelled)

    def _restated(self, found: Numeral) -> Numeral:
        """Sixty (60): the figure in brackets says the same number again, as contracts do."""
        stop = found.stop
        bracketed = self._lower(stop) == "(" and self._tokens.is_figure(stop + 1) and self._lower(stop + 2) == ")"
        if not bracketed or figure_value(self._lower(stop + 1)) != found.low:
            return found
        return replace(found, stop=stop + 3, spelled=True)


def _scale_of(found: Numeral) -> float:
    """What "and a half" is a half of: a million and a half is 1.5 million, a hundred and a half is 100.5."""
    return next((each for each in MILLIONS if found.low >= each and found.low % each == 0), 1.0)
