"""The thing that a time is told of: each invoice takes 10 minutes, 40 minutes to do one, when I make a cake."""

from __future__ import annotations

from assistant.language.amount import Amount
from assistant.language.measures import Measures
from assistant.language.nouns import is_plural, singular
from assistant.language.periods import PeriodReader
from assistant.language.tokens import Tokens

REACH = 16
OF_REACH = 3
"""Words between "of" and the verb of taking: each of my quotes takes."""
SPENDING = ("spend", "spends", "spent", "spending", "sit", "sits", "work", "works")
"""Verbs of people: things take time, and people spend it."""


class Apiece:
    """Names the thing of which a time of one text is told, "" where it is told of none."""

    def __init__(self, tokens: Tokens, words: Measures, periods: PeriodReader) -> None:
        self._tokens = tokens
        self._words = words
        self._lower = tokens.lower
        self._periods = periods

    def distributed(self, amount: Amount, stop: int) -> str:
        """The thing of a time that each of several things takes, told before it, "each takes me 40 minutes", or at an
        index behind it, "40 minutes on a Sunday each"; "" where each of several people spends it."""
        if amount.unit not in ("hours", "minutes"):
            return ""
        after = self._periods.item(stop)
        if after is not None and after.per == "each":
            return self.each_of(amount.start)
        item = self._each_taking(amount) or self.for_each(amount) or self._purpose(stop)
        return "" if item in self._words.persons or f"{item}s" in self._words.persons else item

    def taken_by(self, amount: Amount) -> str:
        """The thing of "each invoice takes 10 minutes" and "it takes 10 minutes to do an invoice"."""
        taking = self._taking(amount)
        if taking < 0:
            return self._one_done(amount.stop)
        return self._each_taking(amount) or self._subject(taking) or self._purpose(amount.stop)

    def for_each(self, amount: Amount) -> str:
        """The thing of "each call only a minute or two" and "each answer wants a proper look, say an hour"."""
        lower, words = self._lower, self._words
        for at in range(amount.start - 1, max(amount.start - REACH, 0) - 1, -1):
            if self._tokens.ends_sentence(at) or self._tokens.is_figure(at):
                return ""
            if lower(at) not in ("each", "every"):
                continue
            after = lower(at + 1)
            if after in words.period_of or after in words.weekdays or after == "of" or not self._tokens.is_word(at + 1):
                return ""
            if after in SPENDING or lower(at + 2) in SPENDING:
                return ""  # my wife and I each spend
            pronoun = after == "one" or after in words.function_words or singular(after) != after
            return self.each_of(at) if pronoun else after
        return ""

    def conditional(self, amount: Amount) -> str:
        """The thing of "when I make a cake, I spend 8 hours" and "for each order we need an hour"."""
        lower = self._lower
        first = amount.start
        while first > 0 and not self._tokens.ends_sentence(first - 1) and amount.start - first < 40:
            first -= 1
        if lower(first) not in ("if", "when", "whenever", "for"):
            return ""
        reach = first + (2 if lower(first) == "for" else 9)
        for at in range(first + 1, min(reach, amount.start)):
            if lower(at) in ("a", "an", "each", "every"):
                stop = at + 1
                while self._tokens.is_word(stop) and lower(stop) not in self._words.function_words and stop < at + 4:
                    stop += 1
                noun = lower(stop - 1)
                known = noun in self._words.period_of or noun in self._words.not_items or noun in self._words.persons
                return "" if stop == at + 1 or known else noun
        return ""

    def each_of(self, before: int) -> str:
        """What "each" stands for: the nearest plural noun before; days and weeks are none."""
        words = self._words
        for at in range(before - 1, max(before - 40, -1), -1):
            lower = self._lower(at)
            of_time = lower in words.duration_of or lower in words.period_of or lower in words.weekdays
            if self._tokens.is_word(at) and is_plural(lower, words) and not of_time:
                return singular(lower)
        return "item"

    def _taking(self, amount: Amount) -> int:
        """The index of the verb of taking right before an amount; below zero where there is none."""
        near = range(amount.start - 1, amount.start - 4, -1)
        return next((at for at in near if self._lower(at) in self._words.taking_verbs), -1)

    def _each_taking(self, amount: Amount) -> str:
        """The thing of "each takes", "each one takes", "every single one of them takes", "each of my quotes takes"."""
        taking = self._taking(amount)
        if taking < 0:
            return ""
        stop = next((at for at in range(taking - 1, taking - 1 - OF_REACH, -1) if self._lower(at) == "of"), taking)
        noun = self._lower(taking - 1) if stop < taking else ""
        if noun == "us" or noun in self._words.persons:
            return ""
        at = stop - (self._lower(stop - 1) == "one")
        at -= self._lower(at - 1) == "single"
        if self._lower(at - 1) == "each" or (self._lower(at - 1) == "every" and at < stop):
            return self.each_of(taking)
        return self._subject(taking, ("each", "every"))

    def _subject(self, taking: int, articles: tuple[str, ...] = ("each", "every", "a", "an", "one")) -> str:
        """The noun before a verb of taking, where each, every, one or an article stands before it."""
        lower, words = self._lower, self._words
        for at in range(taking - 1, max(taking - 5, -1), -1):
            if lower(at) in articles:
                noun = lower(taking - 1) if taking - at > 1 else ""
                of_time = noun in words.period_of or noun in words.weekdays
                return "" if noun in words.function_words or of_time else noun
            if self._tokens.is_sign(at) or lower(at) in words.function_words:
                return ""
        return ""

    def _purpose(self, stop: int) -> str:
        """The thing of words of purpose at an index: to do an invoice, to do one, for each order."""
        if self._lower(stop) not in ("to", "for"):
            return ""
        if one := self._one_done(stop):
            return one
        for at in range(stop, stop + 6):
            if self._lower(at) in ("per", "each", "every", "an", "a"):
                words = self._periods.item(at)
                return words.per if words and words.per != "each" else ""
        return ""

    def _one_done(self, stop: int) -> str:
        """The thing of "to do one", "to write one of them", "to print one label" at an index."""
        if self._lower(stop) != "to" or not self._tokens.is_word(stop + 1) or self._lower(stop + 2) != "one":
            return ""
        noun = self._lower(stop + 3)
        if noun in self._words.duration_of or noun in self._words.persons:
            return ""
        named = self._tokens.is_word(stop + 3) and noun not in self._words.function_words
        return noun if named else self.each_of(stop)
