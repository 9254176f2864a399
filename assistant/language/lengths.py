"""Lengths of time: 45min, half an hour, two and a half hours, 1h30, an hour and a half, half my Mondays, a day."""

from __future__ import annotations

from dataclasses import replace

from assistant.language.amount import Amount
from assistant.language.measures import Measures
from assistant.language.numerals import NumeralReader
from assistant.language.tokens import Tokens

BETWEEN = (
    "full",
    "whole",
    "working",
    "work",
    "solid",
    "long",
    "extra",
    "calendar",
    "business",
    "good",
    "odd",
    "or",
    "-",
    "+",
)
PARTS_OF_DAY = ("morning", "afternoon", "evening", "night")
MOST = 0.75
"""What "most of" a stretch is taken for, with the mark that it is approximate."""
FIVES = range(5, 60, 5)
"""Minutes that are said without their unit: an hour and fifteen."""
TAKERS = ("me", "us", "him", "her", "them", "you")
AND_A_HALF = ("and", "a", "half")
SOLID = ("full", "whole", "solid", "entire", "working", "work")
WHOLE = ("whole", "full", "entire")
OWNERS = ("a", "an", "my", "our", "the", "his", "her", "their", "every", "each", "your")


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
            unit, stop = self._of_weekday(at)
            return replace(found, kind="duration", unit=unit, stop=stop)
        if word not in self._words.duration_of or self._is_trap(word, at, found):
            return None
        unit = self._words.duration_of[word]
        dotted = self._lower(at + 1) == "." and self._tokens.glued(at + 1) and not self._tokens.capital(at + 2)
        shortened = dotted and len(word) <= 4 and self._tokens.is_word(at + 2)
        return self._compound(replace(found, kind="duration", unit=unit, stop=at + 1 + shortened))

    def single(self, index: int) -> Amount | None:
        """An hour, a full day, a whole Sunday: one unit of time after a word of taking, without a figure before it."""
        at = index + 1
        while self._lower(at) in BETWEEN:
            at += 1
        word = self._lower(at)
        if self._lower(index + 1) in WHOLE and word in self._words.weekdays:
            unit, stop = self._of_weekday(at)
            return Amount("duration", 1.0, 1.0, unit, index, stop, number_stop=index + 1)
        if word not in self._words.duration_of or len(word) < 3 or word.endswith("s") or word in ("second", "min"):
            return None
        if self._lower(at + 1) in ("ago", "old", "later", "off", "'", "earlier"):
            return None
        if self._lower(index) == "the" and at == index + 1 and word in ("week", "month", "year"):
            return None  # over the year: when, not how long
        solid = self._lower(at - 1) in SOLID and word in ("day", "weekend", *PARTS_OF_DAY)
        plain = (
            solid
            or word == "hour"
            or self._lower(index) in ("another", "one")
            or self._tokens.follows(at + 1, AND_A_HALF)
            or self._is_measured_minute(index, at)
        )
        if not plain and self._lower(index - 1) not in self._words.taking:
            return None
        found = Amount("duration", 1.0, 1.0, self._words.duration_of[word], index, at + 1, number_stop=index + 1)
        return self._compound(found)

    def whole(self, index: int) -> Amount | None:
        """All of Monday morning, all day Thursday, most of the afternoon, the whole evening: one of that stretch; and
        "hour and a half", "day and a half" without their article."""
        lower, words = self._lower, self._words
        bare = lower(index) in ("hour", "day", "week") and lower(index - 1) not in (
            "all",
            "every",
            "each",
            "one",
            *OWNERS,
        )
        if bare and self._tokens.follows(index + 1, AND_A_HALF):
            unit = words.duration_of[lower(index)]
            return self._compound(Amount("duration", 1.0, 1.0, unit, index, index + 1, number_stop=index + 1))
        taken = lower(index - 1 - (lower(index - 1) in TAKERS)) in (
            *words.taking_verbs,
            "spend",
            "spent",
            "lose",
            "for",
        )
        if taken and (lower(index) == "all" or lower(index) in WHOLE):
            at = index + 1 + (lower(index + 1) == "-")
            if (name := lower(at)) in words.duration_of and len(name) > 2 and not name.endswith("s"):
                return Amount("duration", 1.0, 1.0, words.duration_of[name], index, at + 1, number_stop=index + 1)
        if lower(index) not in ("all", "most"):
            return None
        at = index + 1 + (lower(index + 1) == "of")
        while lower(at) in OWNERS:
            at += 1
        if lower(index) == "all" and lower(at) == "day" and lower(at + 1) in words.weekdays:
            return Amount("duration", 1.0, 1.0, "days", index, at + 2, number_stop=index + 1)
        share = 1.0 if lower(index) == "all" else MOST
        if lower(index) == "most" and lower(index + 1) != "of":
            return None
        if lower(at) in words.weekdays:
            unit, stop = self._of_weekday(at)
        elif lower(at) in (*PARTS_OF_DAY, "weekend") and at > index + 1:
            unit, stop = words.duration_of.get(lower(at), ""), at + 1
        else:
            return None
        return Amount("duration", share, share, unit, index, stop, share < 1, index + 1) if unit else None

    def _is_measured_minute(self, index: int, at: int) -> bool:
        """True for "a minute each", "a minute and a half", "a minute or two": not for "wait a minute"."""
        if self._lower(at) != "minute":
            return False
        after, further = self._lower(at + 1), self._lower(at + 2)
        measured = after in ("each", "per", "apiece", "a") or (after, further) in (("and", "a"), ("or", "two"))
        return measured or self._lower(index - 1) in ("under", "maybe", "perhaps", "only", "just", "below")

    def _of_weekday(self, at: int) -> tuple[str, int]:
        """The unit that a weekday stands for and where it ends: a day, or the morning of one."""
        part = self._lower(at + 1)
        if part.removesuffix("s") in PARTS_OF_DAY:
            return self._words.duration_of[part], at + 2
        return "days", at + 1

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
        if word in ("second", *PARTS_OF_DAY) and found.low > 1 and self._lower(at - 1) != "-":
            return True
        figures = self._tokens.is_figure(found.number_stop - 1)
        return len(word) == 1 and not (figures and (word == "h" or self._tokens.glued(at)))

    def _compound(self, first: Amount) -> Amount:
        """An hour and a half, 1h30, 2 hours 20 minutes."""
        lower = self._lower
        joined = lower(first.stop) in ("and", "&")
        at = first.stop + joined
        article = lower(at) in ("a", "an")
        part = {"half": 0.5, "quarter": 0.25}.get(lower(at + article), 0.0) if joined else 0.0
        of_other = lower(at + article + 1) == "of" and lower(at + article + 2) in (
            "it",
            "them",
            "those",
            "these",
            "that",
        )
        if part and not of_other and not self._is_unit_of_part(at + article + 1, first.unit):
            return replace(first, low=first.low + part, high=first.high + part, stop=at + article + 1)
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

    def _is_unit_of_part(self, at: int, whole: str) -> bool:
        """True where a part has a unit of its own, smaller than the whole's: a day and half an hour. In "an hour and a
        half a week" and "a day and a half every fortnight" a period follows."""
        unit, seconds = self._unit_after(at + (self._lower(at) == "-")), self._words.seconds_of
        return unit is not None and seconds[unit] < seconds[whole]

    def _unit_after(self, at: int) -> str | None:
        at = at + 1 if self._lower(at) in ("a", "an") else at
        return self._words.duration_of.get(self._lower(at))
