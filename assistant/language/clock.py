"""Stretches of work told by the clock: seven till eleven, half six to eight, 8-10pm.

Opening hours are no stretch of work: spans beside a word of opening, and spans of a whole working day, are left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.language.amount import Amount
from assistant.language.digits import figure_value
from assistant.language.lengths import PARTS_OF_DAY
from assistant.language.measures import Measures
from assistant.language.tokens import Tokens

LONGEST = 6.0
"""Hours; a longer span is a working day."""
HALF_DAY, DAY = 12.0, 24.0
NAMED = {"noon": 12.0, "midday": 12.0, "midnight": 24.0}
PARTS_OF_HOUR = {"half": 0.5, "quarter": 0.25}
MORNING, LATER = ("am", "a.m."), ("pm", "p.m.")
OCLOCK = ("o'clock", "oclock")
TILL = ("till", "until", "til", "'til")
TO = ("to", "-", "–", "—")
STAMP = re.compile(r"(\d{1,2}):(\d{2})(?:\s?([ap]m))?", re.IGNORECASE)
MINUTES = re.compile(r"\d{1,2}\.[0-5]\d")
EVENINGS = (*(f"{part}s" for part in PARTS_OF_DAY), "nightly")
NEAR = 8
"""Tokens before a span among which a part of the day tells that it is one of the clock."""


@dataclass(frozen=True, slots=True)
class _Time:
    """A time of the clock: hours from midnight, whether its half of the day is known, and whether its words tell that
    it is a time at all."""

    hour: float
    stop: int
    is_of_day: bool
    is_plain: bool


class ClockReader:
    """Reads stretches of the clock at a place in a text."""

    def __init__(self, tokens: Tokens, words: Measures) -> None:
        self._tokens = tokens
        self._words = words
        self._lower = tokens.lower

    def span(self, index: int) -> Amount | None:
        """The hours from one time of the clock to another; None where no such span begins at an index."""
        first = self._time(index)
        joiner = self._lower(first.stop) if first is not None else ""
        if first is None or joiner not in (*TILL, *TO):
            return None
        second = self._time(first.stop + 1)
        if second is None or self._counts(second.stop) or self._is_of_opening(index):
            return None
        start = index - (self._lower(index - 1) == "from")
        told = first.is_plain or second.is_plain or joiner in TILL
        if not told and not (start < index and self._is_beside_part_of_day(start, second.stop)):
            return None
        hours = (second.hour - first.hour) % (DAY if first.is_of_day and second.is_of_day else HALF_DAY)
        if not 0 < hours <= LONGEST:
            return None
        return Amount("duration", hours, hours, "hours", start, second.stop, number_stop=second.stop, is_of_clock=True)

    def _time(self, at: int) -> _Time | None:
        """A time of the clock that begins at an index, with the half of the day after it."""
        found = self._stamped(at) or self._in_words(at)
        if found is None:
            return None
        after, stop = self._lower(found.stop), found.stop
        if after in OCLOCK:
            return replace(found, stop=stop + 1, is_plain=True)
        if after not in (*MORNING, *LATER) or found.hour > HALF_DAY:
            return found
        hour = found.hour % HALF_DAY + HALF_DAY * (after in LATER)
        return _Time(hour, stop + 1, is_of_day=True, is_plain=True)

    def _stamped(self, at: int) -> _Time | None:
        """19:30 and 7:30pm, which hold no quantity for other readers."""
        if not 0 <= at < len(self._tokens):
            return None
        token = self._tokens.all[at]
        found = STAMP.fullmatch(self._tokens.text[token.start : token.end])
        if found is None:
            return None
        hour = int(found[1]) + int(found[2]) / 60
        half = (found[3] or "").lower()
        hour = hour % HALF_DAY + HALF_DAY * (half in LATER) if half else hour
        return _Time(hour, at + 1, is_of_day=bool(half) or hour > HALF_DAY, is_plain=True)

    def _in_words(self, at: int) -> _Time | None:
        """Seven, 7, 7.30, half six, quarter past six, quarter to seven, midnight."""
        lower = self._lower(at)
        if lower in NAMED:
            return _Time(NAMED[lower], at + 1, is_of_day=True, is_plain=True)
        if lower in PARTS_OF_HOUR:
            after = self._lower(at + 1)
            said = after in ("past", "to")
            hour = self._hour(at + 1 + said)
            if hour is None or (lower == "quarter" and not said):
                return None
            part = -PARTS_OF_HOUR[lower] if after == "to" else PARTS_OF_HOUR[lower]
            return _Time(hour + part, at + 2 + said, is_of_day=False, is_plain=True)
        hour = self._hour(at)
        return None if hour is None else _Time(hour, at + 1, is_of_day=hour > HALF_DAY, is_plain=False)

    def _hour(self, at: int) -> float | None:
        """A bare hour in words or figures, 7.30 read as half past seven; None above 24."""
        lower = self._lower(at)
        if not self._tokens.is_figure(at):
            hour = self._words.numerals.get(lower, 0.0)
        elif MINUTES.fullmatch(lower):
            hour = int(lower.split(".")[0]) + int(lower.split(".")[1]) / 60
        else:
            hour = figure_value(lower) if lower.isdigit() else 0.0
        return hour if 1 <= hour <= DAY else None

    def _counts(self, at: int) -> bool:
        """True where what follows is counted or measured: 7 to 11 orders, 8-10 minutes, 5 to 6 %."""
        lower, words = self._lower(at), self._words
        if lower in words.percent or lower in words.currency_of or (lower == "-" and self._tokens.glued(at)):
            return True
        timed = lower in words.function_words or lower in words.weekdays or lower in words.period_adverbs
        return self._tokens.is_figure(at) or (self._tokens.is_word(at) and not timed and lower not in EVENINGS)

    def _is_of_opening(self, at: int) -> bool:
        """True where a word of opening stands before in the sentence."""
        while at > 0 and not self._tokens.ends_sentence(at - 1):
            at -= 1
            if self._lower(at) in self._words.opening_words:
                return True
        return False

    def _is_beside_part_of_day(self, start: int, stop: int) -> bool:
        """True for "from 7 to 11 every night", "evenings from 7 to 11" and "from 7 to 11 on Sundays", unless something
        rises or falls from the one to the other."""
        before = [self._lower(at) for at in range(max(start - NEAR, 0), start)]
        if any(word in self._words.change_verbs for word in before[-4:]):
            return False
        after = [self._lower(at) for at in range(stop, stop + 3)]
        parts = (*PARTS_OF_DAY, *EVENINGS)
        return any(word in EVENINGS for word in before) or any(
            word in parts or word in self._words.weekdays for word in after
        )
