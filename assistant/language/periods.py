"""Words that say by what a quantity is counted: a day, per invoice, every other week, on Saturdays, in November."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.language.measures import Measures
from assistant.language.numerals import NumeralReader
from assistant.language.tokens import Tokens

KINDS_OF = (
    "single", "given", "average", "normal", "typical", "usual", "busy", "good", "bad", "quiet", "regular", "working",
    "calendar", "whole", "full", "slow", "peak", "business", "particular",
)  # fmt: skip
EACH = ("a", "an", "per", "each", "every", "/", "any", "most", "some")
OPENINGS = (
    ("in", "the", "matter", "of"), ("in", "the", "space", "of"), ("in", "the", "course", "of"),
    ("in",), ("of",), ("during",), ("for",), ("on",), ("over",), ("within",),
)  # fmt: skip
PREPOSITIONS = ("in", "of", "during", "for", "on", "over", "within", "at", "the")
PARTS = ("first", "second", "third", "last", "end", "start", "beginning", "middle")
LONG_PERIODS = ("month", "quarter", "year")
APIECE = (("a", "piece"), ("a", "pop"), ("a", "go"), ("per", "one"))
POINTING = ("this", "last", "that", "past", "previous")


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """A period between two token indexes; `instance` where one such period is told of (last week), not a habit.

    `is_when` marks a time at which something is done, on a Sunday, which is a rate only of what is done as a whole.
    """

    per: str
    start: int
    stop: int
    instance: bool = False
    item: bool = False
    is_when: bool = False


class PeriodReader:
    """Reads words of period at a place in a text."""

    def __init__(self, tokens: Tokens, words: Measures) -> None:
        self._tokens = tokens
        self._words = words
        self._lower = tokens.lower
        self._numbers = NumeralReader(tokens, words)
        self._starts = (
            words.weekdays | words.period_adverbs.keys() | {*EACH, *POINTING, *PREPOSITIONS, *PARTS, *LONG_PERIODS}
        )

    def read(self, at: int) -> PeriodWords | None:
        """The period that is said at an index by words of time, or None."""
        if self._lower(at) not in self._starts:
            return None
        return (
            self._each(at)
            or self._part_of(at)
            or self._weekday(at)
            or self._adverb(at)
            or self._pointed(at)
            or self._month(at)
        )

    def item(self, at: int) -> PeriodWords | None:
        """The thing that a rate is counted by: per invoice, a call, each, for every order."""
        lower = self._lower
        start = at
        if lower(at) == "for" and lower(at + 1) in ("each", "every", "one"):
            at += 1
        if lower(at) in ("apiece", "ea"):
            return PeriodWords("each", start, at + 1, item=True)
        if any(self._tokens.follows(at, each) for each in APIECE) and self._closes(at + 2):
            return PeriodWords("each", start, at + 2, item=True)
        if lower(at) not in ("a", "an", "per", "each", "every", "/", "one"):
            return None
        if lower(at) == "one" and start == at:
            return None
        bare = lower(at + 1)
        noun = (
            self._tokens.is_word(at + 1)
            and bare not in self._words.function_words
            and bare not in self._words.currency_of
        )
        if lower(at) == "each" and not noun:
            return PeriodWords("each", start, at + 1, item=True)
        if not noun or bare in self._words.not_items or bare in self._words.period_of or bare.endswith("ly"):
            return None
        if lower(at) in ("a", "an") and not self._closes(at + 2):
            return None
        return PeriodWords(bare, start, at + 2, item=True)

    def _closes(self, at: int) -> bool:
        """True where a phrase ends before an index."""
        return self._tokens.is_sign(at) or self._lower(at) in self._words.function_words

    def _each(self, at: int) -> PeriodWords | None:
        lower, words = self._lower, self._words
        start = at
        for opening in OPENINGS:
            if self._tokens.follows(at, opening) and lower(at + len(opening)) in (*EACH, "one"):
                at += len(opening)
                break
        if lower(at) not in EACH and start == at:
            return None
        if lower(at) in ("every", "each"):
            several = self._several(start, at)
            if several is not None:
                return several
        name_at = at + 1
        while lower(name_at) in KINDS_OF:
            name_at += 1
        name = words.period_of.get(lower(name_at))
        if name is None or (len(lower(name_at)) == 1 and lower(at) not in ("/", "per")):
            return None
        if lower(name_at + 1) in ("ago", "later", "old", "earlier", "off"):
            return None
        plural = lower(name_at).endswith("s")
        if (lower(at) in ("most", "some")) != plural or (name == "minute" and lower(at) in ("a", "any")):
            return None
        return PeriodWords(name, start, name_at + 1)

    def _part_of(self, at: int) -> PeriodWords | None:
        """The last Saturday of the month, first week of each quarter, at the end of every month, at month end."""
        lower, words = self._lower, self._words
        start = at
        at += lower(at) in ("on", "at", "by", "in")
        at += lower(at) == "the"
        if lower(at + 1) == "end" and lower(at) in LONG_PERIODS:
            return PeriodWords(lower(at), start, at + 2)
        if lower(at) not in PARTS:
            return None
        at += 1
        at += lower(at) in words.period_of or lower(at) in words.weekdays
        if lower(at) != "of":
            return None
        at += 2 if lower(at + 1) in ("the", "each", "every") else 1
        return PeriodWords(lower(at), start, at + 1) if lower(at) in LONG_PERIODS else None

    def _several(self, start: int, at: int) -> PeriodWords | None:
        """Every other week, every two weeks, every second Friday."""
        lower, words = self._lower, self._words
        if lower(at + 1) in ("other", "second"):
            name = words.period_of.get(lower(at + 2)) or ("week" if lower(at + 2) in words.weekdays else None)
            if name is None:
                return None
            return PeriodWords("2 weeks" if name == "weekend" else f"2 {name}s", start, at + 3)
        number = self._numbers.read(at + 1)
        if number is None or number.fraction or number.low != number.high:
            return None
        unit = words.period_of.get(lower(number.stop))
        if unit is None or number.low <= 1:
            return None
        return PeriodWords(f"{number.low:g} {unit}s", start, number.stop + 1)

    def _weekday(self, at: int) -> PeriodWords | None:
        """On Saturdays, on a Monday night, Saturday mornings, every Friday, Sat morning."""
        lower, words = self._lower, self._words
        start = at
        habit = False
        while lower(at) in ("on", "a", "every", "each", "of", "most"):
            habit = habit or lower(at) in ("a", "every", "each", "most")
            at += 1
        if at - start > 2 or lower(at) not in words.weekdays:
            return None
        day = lower(at)
        capital = self._tokens.capital(at)
        if day in ("sat", "sun", "mon", "wed", "fri") and not capital:
            return None
        stop = at + 1
        part = words.period_of.get(lower(stop)) == "day" and lower(stop) not in ("day", "d")
        stop += part
        plural = day.endswith("s") and day not in ("tues", "weds", "thurs")
        if not (habit or plural or part or start < at or lower(start - 1) in ("my", "our")):
            return None
        one = not (habit or plural or lower(stop - 1).endswith("s"))
        rate = any(lower(each) in ("every", "each", "most") for each in range(start, stop))
        return PeriodWords("week", start, stop, instance=one, is_when=not rate)

    def _adverb(self, at: int) -> PeriodWords | None:
        name = self._words.period_adverbs.get(self._lower(at))
        if name is None:
            return None
        clock = self._lower(at) in ("pm", "pa", "ph") and not self._tokens.is_figure(at - 1)
        today = self._lower(at) in ("today", "yesterday", "tonight")
        return None if clock else PeriodWords(name, at, at + 1, instance=today)

    def _pointed(self, at: int) -> PeriodWords | None:
        """Last week, this month, over the past year, in the week, at weekends, over the weekend."""
        lower, words = self._lower, self._words
        start = at
        if lower(at) in ("in", "over", "during", "for", "at", "within", "of"):
            at += 1
        if lower(at) == "the":
            at += 1
        if lower(at) in POINTING:
            at += 1
        elif lower(start) in ("at", "over") and lower(at) in ("weekend", "weekends"):
            return PeriodWords("weekend", start, at + 1, is_when=True)
        elif at - start < 2 or lower(start) not in ("in", "for", "during"):
            return None
        name = words.period_of.get(lower(at))
        if lower(at) in words.months and self._tokens.capital(at) and lower(at - 1) in POINTING:
            return PeriodWords("month", start, at + 1, instance=True)
        if (
            name is None
            or len(lower(at)) < 3
            or lower(at).endswith("s")
            or lower(at) in ("min", "minute", "morning", "afternoon", "evening", "night")
        ):
            return None
        if lower(start) == "within":
            return None
        return PeriodWords(name, start, at + 1, instance=True)

    def _month(self, at: int) -> PeriodWords | None:
        """In November, for December; in 2023."""
        lower = self._lower
        if lower(at) in ("in", "during") and self._tokens.is_figure(at + 1):
            year = lower(at + 1)
            whole = year.isdigit() and 1950 <= int(year) <= 2099 and self._closes(at + 2)
            return PeriodWords("year", at, at + 2, instance=True) if whole else None
        if lower(at) not in ("in", "for", "during", "of") or not self._tokens.capital(at + 1):
            return None
        if lower(at + 1) not in self._words.months:
            return None
        stop = at + 2
        if self._tokens.is_figure(stop):
            return None
        return PeriodWords("month", at, stop, instance=True)
