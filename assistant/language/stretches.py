"""Stretches of time told without a number: an hour, a whole Sunday, all day Thursday, most of the afternoon."""

from __future__ import annotations

from assistant.language.amount import Amount
from assistant.language.lengths import BETWEEN, OWNERS, PARTS_OF_DAY, LengthReader
from assistant.language.measures import Measures
from assistant.language.tokens import Tokens

PARTS_OF_WEEK = (*PARTS_OF_DAY, "weekend")
WHOLE = ("whole", "full", "entire")
SOLID = (*WHOLE, "solid", "working", "work")
"""Words that make a day one that was worked through."""
MOST = 0.75
"""What "most of" a stretch is taken for, with the mark that it is approximate."""
SHARES = {"all": 1.0, "most": MOST}
AND_A_HALF = ("and", "a", "half")
HALVED = ("hour", "day", "week")
"""Units that are said without their article before "and a half"."""
COUNTED = ("all", "every", "each", "one", *OWNERS)
"""What says before a unit how many, or which, it is."""
TAKING = ("spend", "spent", "lose", "for")
"""Words of taking before all morning, besides the verbs."""
TAKERS = ("me", "us", "him", "her", "them", "you")
COUNTING_ONE = ("another", "one")
MOMENTS = ("second", "min")
"""Hang on a second: no length of time."""
AGO = ("ago", "old", "later", "off", "'", "earlier")
"""After a unit: a point in time, an age or a day's leave."""
PERIODS = ("week", "month", "year")
AT_MOST = ("under", "maybe", "perhaps", "only", "just", "below")
"""A minute after these was measured, as it was before the next ones; "wait a minute" was not."""
EACH = ("each", "per", "apiece", "a")
AND_MORE = (("and", "a"), ("or", "two"))


class StretchReader:
    """Reads stretches of time at a place in a text."""

    def __init__(self, tokens: Tokens, words: Measures, lengths: LengthReader) -> None:
        self._tokens = tokens
        self._words = words
        self._lengths = lengths
        self._lower = tokens.lower

    def single(self, index: int) -> Amount | None:
        """An hour, a full day, a whole Sunday: one unit of time after an article or what stands for one."""
        at = index + 1
        while self._lower(at) in BETWEEN:
            at += 1
        word = self._lower(at)
        if self._lower(index + 1) in WHOLE and word in self._words.weekdays:
            return _stretch(index, *self._lengths.of_weekday(at))
        if not self._is_unit(word) or word in MOMENTS or self._tells_when(index, at):
            return None
        if not self._is_plain(index, at) and self._lower(index - 1) not in self._words.taking:
            return None
        return self._lengths.with_rest(_stretch(index, self._words.duration_of[word], at + 1))

    def whole(self, index: int) -> Amount | None:
        """A stretch without article: day and a half, all morning, all of Monday morning, most of the afternoon."""
        return self._and_a_half(index) or self._all_or_most(index) or self._taken(index)

    def _and_a_half(self, index: int) -> Amount | None:
        """Hour and a half, day and a half, without their article."""
        word = self._lower(index)
        if word not in HALVED or self._lower(index - 1) in COUNTED or not self._tokens.follows(index + 1, AND_A_HALF):
            return None
        return self._lengths.with_rest(_stretch(index, self._words.duration_of[word], index + 1))

    def _taken(self, index: int) -> Amount | None:
        """All morning, whole day: one unit of time after a word of taking, with who it was taken from or without."""
        taker = self._lower(index - 1 - (self._lower(index - 1) in TAKERS))
        if taker not in self._words.taking_verbs and taker not in TAKING:
            return None
        at = index + 1 + (self._lower(index + 1) == "-")
        if self._lower(index) not in ("all", *WHOLE) or not self._is_unit(self._lower(at)):
            return None
        return _stretch(index, self._words.duration_of[self._lower(at)], at + 1)

    def _all_or_most(self, index: int) -> Amount | None:
        """All of Monday morning, all day Thursday, most of the afternoon, all the weekend."""
        share, of = SHARES.get(self._lower(index)), self._lower(index + 1) == "of"
        if share is None or (share < 1 and not of):
            return None
        at = index + 1 + of
        while self._lower(at) in OWNERS:
            at += 1
        word, weekdays = self._lower(at), self._words.weekdays
        if share == 1 and word == "day" and self._lower(at + 1) in weekdays:
            return _stretch(index, "days", at + 2)
        if word in weekdays:
            return _stretch(index, *self._lengths.of_weekday(at), share)
        if word in PARTS_OF_WEEK and at > index + 1:
            return _stretch(index, self._words.duration_of[word], at + 1, share)
        return None

    def _is_unit(self, word: str) -> bool:
        """True for a unit of time in the singular and in full."""
        return word in self._words.duration_of and len(word) > 2 and not word.endswith("s")

    def _tells_when(self, index: int, at: int) -> bool:
        """True for "an hour ago" and "over the year": when, not how long."""
        of_period = self._lower(index) == "the" and at == index + 1 and self._lower(at) in PERIODS
        return of_period or self._lower(at + 1) in AGO

    def _is_plain(self, index: int, at: int) -> bool:
        """True where no word need say that the time is taken: an hour, a full day, another week, a day and a half."""
        word = self._lower(at)
        worked = self._lower(at - 1) in SOLID and word in ("day", *PARTS_OF_WEEK)
        counted = self._lower(index) in COUNTING_ONE or self._tokens.follows(at + 1, AND_A_HALF)
        return word == "hour" or worked or counted or self._is_measured_minute(index, at)

    def _is_measured_minute(self, index: int, at: int) -> bool:
        """True for "a minute each", "a minute and a half", "a minute or two": not for "wait a minute"."""
        if self._lower(at) != "minute":
            return False
        after, further = self._lower(at + 1), self._lower(at + 2)
        return after in EACH or (after, further) in AND_MORE or self._lower(index - 1) in AT_MOST


def _stretch(start: int, unit: str, stop: int, share: float = 1.0) -> Amount:
    """One unit of time, or a share of it, from the word that stands for its number on."""
    return Amount("duration", share, share, unit, start, stop, share < 1, start + 1)
