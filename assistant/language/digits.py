"""Numbers in digits: 1,400, 1.2k, 2½, 3/4, 1 1/2, 3 hundred and five."""

from __future__ import annotations

from assistant.language.amount import Numeral
from assistant.language.measures import Measures
from assistant.language.tokens import Tokens

DENOMINATORS = (2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 100)
"""What people write below a slash; 24/7 and 3/7 are no fractions."""


class Digits:
    """Reads a number in digits at a place in a text."""

    def __init__(self, tokens: Tokens, words: Measures) -> None:
        self._tokens = tokens
        self._words = words
        self._lower = tokens.lower

    def read(self, start: int, money: bool) -> Numeral:
        """The number that begins with the figure at a token; `money` lets a glued m mean a million."""
        value = figure_value(self._lower(start))
        stop = start + 1
        sign = self._words.fraction_signs.get(self._lower(stop))
        if sign is not None and self._tokens.glued(stop):
            return Numeral(value + sign, value + sign, start, stop + 1)
        if self._is_slash_fraction(start):
            share = value / figure_value(self._lower(start + 2))
            return Numeral(share, share, start, start + 3, fraction=share < 1)
        if value.is_integer() and not self._tokens.glued(stop) and self._is_slash_fraction(stop):
            share = figure_value(self._lower(stop)) / figure_value(self._lower(stop + 2))
            return Numeral(value + share, value + share, start, stop + 3)
        value, stop = self._multiplied(value, stop, money)
        rest = self._rest_of_hundred(stop)
        if rest is not None:
            value, stop = value + rest, stop + 2
        return Numeral(value, value, start, stop)

    def _is_slash_fraction(self, index: int) -> bool:
        """True for 1/2 or 3/4, not for 24/7, 12/05 or a date of three parts."""
        lower, tokens = self._lower, self._tokens
        over = tokens.is_figure(index) and lower(index + 1) == "/"
        if not (over and tokens.is_figure(index + 2) and tokens.glued(index + 2)):
            return False
        if lower(index + 3) == "/" and tokens.glued(index + 3):
            return False
        above, below = figure_value(lower(index)), figure_value(lower(index + 2))
        return above.is_integer() and below in DENOMINATORS and above < below

    def _multiplied(self, value: float, stop: int, money: bool) -> tuple[float, int]:
        """The value times the letters and words that multiply it, and the index after them: 1.2k, 3 hundred."""
        if self._tokens.glued(stop):
            letters = self._words.glued_multipliers | (self._words.glued_money_multipliers if money else {})
            factor = letters.get(self._lower(stop))
            if factor is not None:
                return value * factor, stop + 1
        while (factor := self._words.multipliers.get(self._lower(stop))) is not None:
            value, stop = value * factor, stop + 1
        return value, stop

    def _rest_of_hundred(self, stop: int) -> float | None:
        """What "and" adds to so many hundred, in digits or words; None where it adds nothing."""
        if self._lower(stop) != "and" or self._lower(stop - 1) != "hundred":
            return None
        after = self._lower(stop + 1)
        rest = figure_value(after) if self._tokens.is_figure(stop + 1) else self._words.numerals.get(after)
        return rest if rest is not None and rest < 100 else None


def figure_value(figure: str) -> float:
    """The value of a figure in digits with separators; three digits after a point are thousands, as after a comma:
    nobody tells of a firm to the thousandth. "0.125" is a decimal."""
    figure = figure.translate({ord(sign): None for sign in " \u00a0\u202f'’"})
    commas, points = figure.count(","), figure.count(".")
    if commas and points:
        decimal = "," if figure.rindex(",") > figure.rindex(".") else "."
    elif commas:
        decimal = "," if commas == 1 and len(figure.partition(",")[2]) != 3 else "."
    else:
        grouped = points > 1 or (len(figure.partition(".")[2]) == 3 and figure[0] not in "0.")
        decimal = "," if grouped else "."
    figure = figure.replace("." if decimal == "," else ",", "").replace(decimal, ".")
    return float(figure)
