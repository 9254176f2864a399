"""Numbers in digits and words: 1,400, 1.2k, forty-two, two and a half, a dozen, three quarters, sixty (60)."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.language.measures import Measures
from assistant.language.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number between two token indexes; low and high differ for vague words only.

    `fraction` marks a bare part of a whole (half, 2/3), `spelled` a number in words.
    """

    low: float
    high: float
    start: int
    stop: int
    approximate: bool = False
    fraction: bool = False
    spelled: bool = False


class NumeralReader:
    """Reads one number at a place in a list of tokens."""

    def __init__(self, tokens: Tokens, words: Measures) -> None:
        self._tokens = tokens
        self._words = words
        self._lower = tokens.lower

    def read(self, start: int, money: bool = False) -> Numeral | None:
        """The number that begins at a token, or None; `money` lets a glued m mean a million."""
        found = self._figure(start, money) if self._tokens.is_figure(start) else self._spelled(start)
        if found is None:
            return None
        return self._restated(self._with_fraction(found))

    def _figure(self, start: int, money: bool) -> Numeral | None:
        value = figure_value(self._lower(start), money)
        stop = start + 1
        sign = self._words.fraction_signs.get(self._lower(stop))
        if sign is not None and self._tokens.glued(stop):
            return Numeral(value + sign, value + sign, start, stop + 1)
        if self._is_slash_fraction(start):
            share = value / figure_value(self._lower(start + 2))
            return Numeral(share, share, start, start + 3, fraction=share < 1)
        if self._tokens.is_figure(stop) and self._is_slash_fraction(stop) and not self._tokens.glued(stop):
            share = figure_value(self._lower(stop)) / figure_value(self._lower(stop + 2))
            if share < 1 and value.is_integer():
                return Numeral(value + share, value + share, start, stop + 3)
        value, stop = self._multiplied(value, stop, money)
        small = stop + 1
        if self._lower(stop) == "and" and self._lower(stop - 1) == "hundred":
            rest = (
                figure_value(self._lower(small))
                if self._tokens.is_figure(small)
                else self._words.numerals.get(self._lower(small), 100)
            )
            if rest < 100:
                value, stop = value + rest, small + 1
        return Numeral(value, value, start, stop)

    def _is_slash_fraction(self, index: int) -> bool:
        """True for 1/2 or 3/4, not for 24/7, 12/05 or a date of three parts."""
        if not (self._lower(index + 1) == "/" and self._tokens.is_figure(index + 2) and self._tokens.glued(index + 2)):
            return False
        if self._lower(index + 3) == "/" and self._tokens.glued(index + 3):
            return False
        above, below = figure_value(self._lower(index)), figure_value(self._lower(index + 2))
        return above.is_integer() and below in (2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 100) and above < below

    def _multiplied(self, value: float, stop: int, money: bool) -> tuple[float, int]:
        if self._tokens.glued(stop):
            letters = self._words.glued_multipliers | (self._words.glued_money_multipliers if money else {})
            factor = letters.get(self._lower(stop))
            if factor is not None:
                return value * factor, stop + 1
        while (factor := self._words.multipliers.get(self._lower(stop))) is not None:
            value, stop = value * factor, stop + 1
        return value, stop

    def _spelled(self, start: int) -> Numeral | None:
        words = self._words
        first = self._lower(start)
        if first in words.fraction_signs:
            share = words.fraction_signs[first]
            return Numeral(share, share, start, start + 1, fraction=True)
        if first in ("a", "an", "the"):
            return self._after_article(start)
        if first in words.vague_of:
            return None if self._lower(start - 1) == "every" else self._vague(start, start)
        if first == "half":
            return self._half(start, start)
        if first == "quarter" and (
            self._lower(start + 1) in words.multipliers or self._lower(start + 1) in ("hour", "of")
        ):
            factor = words.multipliers.get(self._lower(start + 1), 0.0)
            if factor:
                return Numeral(factor / 4, factor / 4, start, start + 2, spelled=True)
            return Numeral(0.25, 0.25, start, start + 1, fraction=True, spelled=True)
        if first in words.numerals:
            return self._cardinal(start)
        return None

    def _after_article(self, start: int) -> Numeral | None:
        good = self._lower(start + 1) in ("good", "solid", "full")
        after = self._lower(start + 1 + good)
        if after in self._words.fractions and good and self._is_share(start + 2):
            share = 1 / self._words.fractions[after]
            return Numeral(share, share, start, start + 3, fraction=True, spelled=True)
        if not good and after in self._words.vague_of and self._lower(start) != "the":
            return self._vague(start, start + 1)
        if after == "half":
            return self._half(start, start + 1)
        if after in self._words.multipliers and not after.endswith("s") and self._lower(start) == "a":
            return self._cardinal(start)
        hedged = self._lower(start - 1) in (
            "about",
            "around",
            "roughly",
            "nearly",
            "almost",
            "over",
            "maybe",
            "perhaps",
        )
        if after in self._words.fractions and (hedged or self._is_share(start + 1)):
            share = 1 / self._words.fractions[after]
            return Numeral(share, share, start, start + 2, fraction=True, spelled=True)
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
        return Numeral(0.5, 0.5, start, at + 1, fraction=True, spelled=True)

    def _cardinal(self, start: int) -> Numeral:
        """A number in words: hundreds, tens and units add up, thousand and more multiply what stands before them."""
        total, group, index, last = 0.0, 0.0, start, start
        if self._lower(index) == "a":
            group, index = 1.0, index + 1
        previous = 0.0
        while True:
            word = self._lower(index)
            value = self._words.numerals.get(word)
            factor = self._words.multipliers.get(word)
            if value is not None and (previous == 0 or _joins(previous, value)):
                group, previous = group + value, value
            elif factor is not None and (group or total):
                if factor > 100:
                    total, group = (total + group) * factor if total < factor else total + group * factor, 0.0
                else:
                    group *= factor
                previous = factor
            else:
                break
            index, last = index + 1, index + 1
            follows = self._lower(index) == "and" and self._lower(index + 1) in self._words.numerals
            if follows and previous >= 100 and self._part(index + 1) is None:
                index += 1
            elif self._lower(index) == "-" and self._lower(index + 1) in self._words.numerals | self._words.multipliers:
                index += 1 if _joins(previous, self._words.numerals.get(self._lower(index + 1), 0.0)) else 0
        value_read = total + group
        return self._over(Numeral(value_read, value_read, start, last, spelled=True))

    def _over(self, whole: Numeral) -> Numeral:
        """Two thirds, three-quarters: a small number before a plural denominator."""
        at = whole.stop + 1 if self._lower(whole.stop) == "-" else whole.stop
        below = self._words.fractions.get(self._lower(at))
        plural = self._lower(at).endswith("s") or (whole.low == 1 and self._lower(whole.start) == "one")
        if below is None or not plural or whole.low >= below or self._lower(at) == "half":
            return whole
        share = whole.low / below
        return Numeral(share, share, whole.start, at + 1, fraction=True, spelled=True)

    def _with_fraction(self, found: Numeral) -> Numeral:
        """Two and a half, one and three quarters, six point five."""
        stop = found.stop
        if found.spelled and self._lower(stop) == "point" and self._lower(stop + 1) in self._words.numerals:
            digits = ""
            stop += 1
            while (digit := self._words.numerals.get(self._lower(stop))) is not None and digit < 10:
                digits, stop = digits + str(int(digit)), stop + 1
            share = float(f"0.{digits or '0'}")
            return Numeral(found.low + share, found.high + share, found.start, stop, spelled=True)
        if found.fraction or self._lower(stop) not in ("and", "&", "n"):
            return found
        part = self._part(stop + 1)
        if part is None or self._lower(part.stop) == "of":
            return found
        share = part.low * _scale_of(found)
        return Numeral(found.low + share, found.high + share, found.start, part.stop, spelled=found.spelled)

    def _part(self, at: int) -> Numeral | None:
        """A half, a quarter, two thirds: what may follow "and" inside one number; a bare third is an ordinal."""
        article = self._lower(at) in ("a", "an", "one")
        word = self._lower(at + article)
        if word in self._words.fractions and (article or word == "half"):
            share = 1 / self._words.fractions[word]
            return Numeral(share, share, at, at + article + 1, fraction=True)
        part = self._cardinal(at) if word in self._words.numerals else None
        return part if part is not None and part.fraction else None

    def _restated(self, found: Numeral) -> Numeral:
        """Sixty (60): the figure in brackets says the same number again, as contracts do."""
        stop = found.stop
        bracketed = self._lower(stop) == "(" and self._tokens.is_figure(stop + 1) and self._lower(stop + 2) == ")"
        if not bracketed or figure_value(self._lower(stop + 1)) != found.low:
            return found
        return Numeral(found.low, found.high, found.start, stop + 3, found.approximate, found.fraction, spelled=True)


def figure_value(figure: str, money: bool = False) -> float:
    """The value of a figure in digits with separators; beside money three digits after a point are thousands."""
    figure = figure.translate({ord(sign): None for sign in " \u00a0\u202f'’"})
    commas, points = figure.count(","), figure.count(".")
    if commas and points:
        decimal = "," if figure.rindex(",") > figure.rindex(".") else "."
    elif commas:
        decimal = "," if commas == 1 and len(figure.partition(",")[2]) != 3 else "."
    else:
        grouped = points > 1 or (money and len(figure.partition(".")[2]) == 3 and figure[0] not in "0.")
        decimal = "," if grouped else "."
    figure = figure.replace("." if decimal == "," else ",", "").replace(decimal, ".")
    return float(figure)


def _joins(previous: float, value: float) -> bool:
    """True where a numeral may follow another inside one number: twenty one, hundred six, thousand two."""
    return (20 <= previous < 100 and 0 < value < 10) or (previous >= 100 and value > 0)


def _scale_of(found: Numeral) -> float:
    """What "and a half" is a half of: a million and a half is 1.5 million, a hundred and a half is 100.5."""
    for factor in (1e9, 1e6):
        if found.low >= factor and found.low % factor == 0:
            return factor
    return 1.0
