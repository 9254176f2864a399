"""Which period belongs to which quantity: the one after it, the one in its clause, the thing it is counted by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.language.amount import Amount
from assistant.language.lengths import PARTS_OF_DAY
from assistant.language.measures import Measures
from assistant.language.nouns import is_plural, singular
from assistant.language.periods import PeriodReader, PeriodWords
from assistant.language.tokens import Tokens

REACH = 9
EACH_REACH = 16
CLAUSE_ENDS = (
    ";", ":", "(", ")", "and", "but", "or", "which", "while", "because", "so", "when", "if", "then", "plus",
    ",", "-", "–", "—",
)  # fmt: skip
STANDING = (
    "in",
    "within",
    "after",
    "before",
    "next",
    "last",
    "past",
    "first",
    "under",
    "until",
    "every",
    "over",
    "than",
)
STANDING_AFTER = (
    "ago", "old", "later", "earlier", "before", "after", "of", "away", "notice", "from", "since", "now",
    "until", "into",
)  # fmt: skip
LONG = ("weeks", "fortnights", "months", "years", "decades")


@dataclass(frozen=True, slots=True)
class Scoped:
    """An amount with its period ("" where none) and the index after its last word."""

    amount: Amount
    per: str
    stop: int


class Scopes:
    """Gives each amount of one text the period or the thing that its own clause names."""

    def __init__(self, tokens: Tokens, words: Measures, periods: PeriodReader) -> None:
        self._tokens = tokens
        self._words = words
        self._lower = tokens.lower
        self._periods = periods

    def assign(self, amounts: Sequence[Amount]) -> list[Scoped]:
        """Each amount with its period; amounts inside a period ("in the space of one hour") are part of it."""
        kept: list[Scoped] = []
        own = self._without_periods(amounts)
        for at, amount in enumerate(own):
            limit = own[at + 1].start if at + 1 < len(own) else len(self._tokens)
            if not kept or amount.start >= kept[-1].stop:
                kept.append(self._own(amount, limit))
        return kept

    def can_take(self, amount: Amount, per: str) -> bool:
        """True where an amount can be counted by a period: not an age, a deadline, or a time longer than the period."""
        if amount.kind != "duration":
            return amount.kind in ("count", "money", "number")
        before, after = self._lower(amount.start - 1), self._lower(amount.stop)
        hands_on = amount.unit in ("hours", "minutes", "seconds")
        if before in STANDING or after in STANDING_AFTER or (before == "for" and not hands_on):
            return False
        if amount.unit in LONG and per != "year":
            return False
        length = self._words.seconds_of.get(amount.unit, 0.0) * max(amount.high, 1)
        period = self._words.seconds_of.get(f"{per}s", 0.0)
        return period == 0.0 or length < period

    def _without_periods(self, amounts: Sequence[Amount]) -> list[Amount]:
        """The amounts, with "every two weeks" read as once in two weeks, unless it is the period of the one before."""
        kept: list[Amount] = []
        for amount in amounts:
            words = self._periods.read(amount.start - 1)
            if words is None or words.stop < amount.stop or not words.per[0].isdigit():
                kept.append(amount)
                continue
            before = self._after(kept[-1].stop) if kept else None
            if before is None or before.stop < amount.stop:
                kept.append(Amount("rate", 1.0, 1.0, "times", words.start, words.start, number_stop=words.start))
        return kept

    def _own(self, amount: Amount, limit: int) -> Scoped:
        """The amount with the period that follows it directly, stands later in its clause and before the next amount,
        or with its item."""
        direct = self._after(amount.stop)
        if direct is not None and (not direct.instance or self.can_take(amount, direct.per)):
            return self._directly(amount, direct)
        if amount.kind == "duration" and self._ends_in_weekday(amount.stop):
            return Scoped(amount, "week", amount.stop)
        if amount.kind == "duration" and self._is_part_of_own(amount):
            return Scoped(amount, self._words.period_of[self._lower(amount.stop - 1)], amount.stop)
        if amount.kind not in ("duration", "money", "count"):
            return Scoped(amount, "", amount.stop)
        item = self._taken_by(amount) if amount.kind != "count" else ""
        if not item and amount.kind == "duration" and amount.unit in ("hours", "minutes"):
            item = self._for_each(amount)
        far = None if item else self._later(amount, limit)
        if far is not None and self.can_take(amount, far.per):
            return Scoped(amount, self._name(far, amount), amount.stop)
        if not item and amount.kind == "duration" and amount.unit in ("hours", "minutes"):
            item = self._conditional_item(amount)
        return Scoped(amount, item, amount.stop)

    def _is_part_of_own(self, amount: Amount) -> bool:
        """True for "half of my week", "a quarter of each day": a part of every one of them."""
        between = {self._lower(at) for at in range(amount.number_stop, amount.stop - 1)}
        recurring = self._lower(amount.stop - 1) in ("week", "day", "month", "morning", "year")
        return amount.high < 1 and recurring and bool(between & {"my", "our", "each", "every", "the", "her", "his"})

    def _directly(self, amount: Amount, direct: PeriodWords) -> Scoped:
        """The amount with the period right after it: both of "per user per month", the last of "one Sunday a month"."""
        name, stop = self._name(direct, amount), direct.stop
        further = self._periods.read(stop)
        if further is not None and not further.instance and direct.item:
            name, stop = f"{name} per {further.per}", further.stop
        elif further is not None and self._ends_in_weekday(stop) and self._lower(stop) in ("a", "an", "per", "each"):
            name, stop = further.per, further.stop  # one Sunday night a month
        return Scoped(amount, name, stop)

    def _after(self, at: int) -> PeriodWords | None:
        """The period or thing right after an index: a week, of them a week, such mails last week."""
        if self._lower(at) == "of" and self._lower(at + 1) in ("them", "those", "these"):
            at += 2
        return self._periods.read(at) or self._periods.item(at)

    def _later(self, amount: Amount, limit: int) -> PeriodWords | None:
        """A period later in the same clause: 2 hours answering emails every night."""
        for at in range(amount.stop, min(amount.stop + REACH, limit)):
            if self._tokens.ends_sentence(at) or self._tokens.is_figure(at):
                return None
            words = self._periods.read(at)
            bare = self._lower(at) in ("a", "an")
            if words is not None and not (bare and not self._closes(words.stop)):
                return words
            hyphen = self._lower(at) == "-" and self._tokens.glued(at) and self._tokens.glued(at + 1)
            if self._lower(at) in CLAUSE_ENDS and not hyphen:
                return None
        return None

    def _closes(self, at: int) -> bool:
        return self._tokens.is_sign(at) or self._lower(at) in self._words.function_words

    def _taken_by(self, amount: Amount) -> str:
        """The thing of "each invoice takes 10 minutes" and "it takes 10 minutes to do an invoice", or ""."""
        taking = next(
            (at for at in range(amount.start - 1, amount.start - 4, -1) if self._lower(at) in self._words.taking_verbs),
            -1,
        )
        if taking < 0:
            return ""
        if self._lower(taking - 1) == "each" or self._tokens.follows(taking - 2, ("each", "one")):
            return self._each_of(taking)
        return self._subject(taking) or self._purpose(amount)

    def _for_each(self, amount: Amount) -> str:
        """The thing of "each call only a minute or two" and "each answer wants a proper look, say an hour", or ""."""
        lower, words = self._lower, self._words
        for at in range(amount.start - 1, max(amount.start - EACH_REACH, 0) - 1, -1):
            if self._tokens.ends_sentence(at) or self._tokens.is_figure(at):
                return ""
            if lower(at) not in ("each", "every"):
                continue
            after = lower(at + 1)
            if after in words.period_of or after in words.weekdays or after == "of" or not self._tokens.is_word(at + 1):
                return ""
            pronoun = after == "one" or after in words.function_words or singular(after) != after
            return self._each_of(at) if pronoun else after
        return ""

    def _subject(self, taking: int) -> str:
        """The noun before a verb of taking, where each, every, one or an article stands before it."""
        lower = self._lower
        for at in range(taking - 1, max(taking - 5, -1), -1):
            if lower(at) in ("each", "every", "a", "an", "one"):
                noun = lower(taking - 1) if taking - at > 1 else ""
                return "" if noun in self._words.function_words or noun in self._words.period_of else noun
            if self._tokens.is_sign(at) or lower(at) in self._words.function_words:
                return ""
        return ""

    def _purpose(self, amount: Amount) -> str:
        if self._lower(amount.stop) not in ("to", "for"):
            return ""
        for at in range(amount.stop, amount.stop + 6):
            if self._lower(at) in ("per", "each", "every", "an", "a"):
                words = self._periods.item(at)
                return words.per if words and words.per != "each" else ""
        return ""

    def _conditional_item(self, amount: Amount) -> str:
        """The thing of "when I make a cake, I spend 8 hours" and "for each order we need an hour", or ""."""
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

    def _name(self, words: PeriodWords, amount: Amount) -> str:
        return self._each_of(amount.start) if words.per == "each" else words.per

    def _each_of(self, before: int) -> str:
        """What "each" stands for: the nearest plural noun before."""
        for at in range(before - 1, max(before - 40, -1), -1):
            lower = self._lower(at)
            if self._tokens.is_word(at) and is_plural(lower, self._words) and lower not in self._words.duration_of:
                return singular(lower)
        return "item"

    def _ends_in_weekday(self, stop: int) -> bool:
        """True where what was measured is a weekday or a part of one: my Mondays, Saturday morning."""
        last, before = self._lower(stop - 1), self._lower(stop - 2)
        return last in self._words.weekdays or (last in PARTS_OF_DAY and before in self._words.weekdays)
