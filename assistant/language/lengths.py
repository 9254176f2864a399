"""Lengths of time with a number: 45min, half an hour, 1h30, 2 hours 20 minutes, half my Mondays."""

from __future__ import annotations

from dataclasses import replace

from assistant.language.amount import Amount
from assistant.language.measures import Measures
from assistant.language.numerals import NumeralReader
from assistant.language.tokens import Tokens

BETWEEN = (
    "full", "whole", "working", "work", "solid", "long", "extra", "calendar", "business", "good", "odd", "or", "-", "+",
)  # fmt: skip
"""What may stand between a number or an article and its unit: two full days, a good hour, 20-odd minutes."""
OWNERS = ("a", "an", "my", "our", "the", "his", "her", "their", "every", "each", "your")
"""Whose, or which, stretch it is: half of my Monday."""
PARTS_OF_DAY = ("morning", "afternoon", "evening", "night")
ADJECTIVES = ("second", *PARTS_OF_DAY)
"""Units that after a number above one say which: two second visits, three evening classes."""
ADDING = ("and", "&")
ARTICLES = ("a", "an")
PARTS_OF_UNIT = {"half": 0.5, "quarter": 0.25}
OTHERS = ("it", "them", "those", "these", "that")
"""After "half of": a part of something else than the unit before it."""
FIVES = range(5, 60, 5)
"""Minutes that are said without their unit: an hour and fifteen."""


class LengthReader:
    """Reads lengths of time at a place in a text."""

    def __init__(self, tokens: Tokens, words: Measures, numbers: NumeralReader) -> None:
        self._tokens = tokens
        self._words = words
        self._numbers = numbers
        self._lower = tokens.lower

    def suffixed(self, found: Amount, fraction: bool, spelled: bool) -> Amount | None:
        """A length of time whose unit follows the number, or a part of a weekday; None for other units."""
        at = self._unit_index(found.stop, fraction, spelled)
        word = self._lower(at)
        if fraction and word in self._words.weekdays:
            unit, stop = self.of_weekday(at)
            return replace(found, kind="duration", unit=unit, stop=stop)
        if word not in self._words.duration_of or self._is_trap(word, at, found):
            return None
        unit = self._words.duration_of[word]
        dotted = self._lower(at + 1) == "." and self._tokens.glued(at + 1) and not self._tokens.capital(at + 2)
        shortened = dotted and len(word) <= 4 and self._tokens.is_word(at + 2)
        return self.with_rest(replace(found, kind="duration", unit=unit, stop=at + 1 + shortened))

    def of_weekday(self, at: int) -> tuple[str, int]:
        """The unit that a weekday stands for and where it ends: a day, or the morning of one."""
        part = self._lower(at + 1)
        if part.removesuffix("s") in PARTS_OF_DAY:
            return self._words.duration_of[part], at + 2
        return "days", at + 1

    def with_rest(self, first: Amount) -> Amount:
        """A length of time with what is added to it: an hour and a half, 1h30, 2 hours 20 minutes."""
        return self._with_part(first) or self._with_smaller(first)

    def _unit_index(self, at: int, fraction: bool, spelled: bool) -> int:
        """Where the unit stands: 30-minute, half an hour, a couple of hours, half of my Monday."""
        linked = at
        if spelled or fraction:
            linked += self._lower(linked) == "of"
            while fraction and self._lower(linked) in OWNERS:
                linked += 1
        if self._lower(linked) in self._words.duration_of or self._lower(linked) in self._words.weekdays:
            return linked
        if self._lower(at) in BETWEEN:
            further = at + 2 if self._tokens.follows(at, ("or", "so")) else at + 1
            if self._lower(further) in self._words.duration_of:
                return further
        return at

    def _is_trap(self, word: str, at: int, found: Amount) -> bool:
        """True where a unit's word is something else: two second visits, five d, twenty May."""
        if word in ADJECTIVES and found.low > 1 and self._lower(at - 1) != "-":
            return True
        figures = self._tokens.is_figure(found.number_stop - 1)
        return len(word) == 1 and not (figures and (word == "h" or self._tokens.glued(at)))

    def _with_part(self, first: Amount) -> Amount | None:
        """An hour and a half; None for "an hour, and half of it" and "a day and half an hour"."""
        at = first.stop + 1
        stop = at + 1 + (self._lower(at) in ARTICLES)
        part = PARTS_OF_UNIT.get(self._lower(stop - 1))
        if self._lower(first.stop) not in ADDING or part is None:
            return None
        of_other = self._lower(stop) == "of" and self._lower(stop + 1) in OTHERS
        if of_other or self._is_unit_of_part(stop, first.unit):
            return None
        return replace(first, low=first.low + part, high=first.high + part, stop=stop)

    def _is_unit_of_part(self, at: int, whole: str) -> bool:
        """True where a part has a unit of its own, smaller than the whole's: a day and half an hour. In "an hour and a
        half a week" and "a day and a half every fortnight" a period follows."""
        unit, seconds = self._unit_after(at + (self._lower(at) == "-")), self._words.seconds_of
        return unit is not None and seconds[unit] < seconds[whole]

    def _with_smaller(self, first: Amount) -> Amount:
        """2 hours 20 minutes, 1h30, an hour and fifteen: the length with a number of a smaller unit after it."""
        joined = self._lower(first.stop) in ADDING
        at = first.stop + joined
        second = self._numbers.read(at)
        if second is None or second.fraction or first.low != first.high or second.low != second.high:
            return first
        unit, stop = self._unit_after(second.stop), second.stop + 1
        bare = self._tokens.glued(at) or (joined and second.low in FIVES and not self._counts(second.stop))
        if unit is None and first.unit == "hours" and bare and second.low < 60:
            unit, stop = "minutes", second.stop
        seconds = self._words.seconds_of
        if unit is None or seconds[unit] >= seconds[first.unit]:
            return first
        extra = second.low * seconds[unit] / seconds[first.unit]
        return replace(first, low=first.low + extra, high=first.high + extra, stop=stop)

    def _counts(self, at: int) -> bool:
        """True where a noun stands at an index that a number before it could count."""
        return self._tokens.is_word(at) and self._lower(at) not in self._words.function_words

    def _unit_after(self, at: int) -> str | None:
        at = at + 1 if self._lower(at) in ARTICLES else at
        return self._words.duration_of.get(self._lower(at))
