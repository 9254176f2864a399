"""Which period belongs to which quantity: the one after it, the one in its clause, the thing it is counted by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.language.amount import Amount
from assistant.language.apiece import Apiece
from assistant.language.lengths import PARTS_OF_DAY
from assistant.language.measures import Measures
from assistant.language.periods import PeriodReader, PeriodWords
from assistant.language.tokens import Tokens

REACH = 9
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
        self._apiece = Apiece(tokens, words, periods)

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
        if direct is not None and direct.is_when and (thing := self._apiece.distributed(amount, direct.stop)):
            return Scoped(amount, thing, direct.stop)  # each takes 40 minutes on a Sunday
        if direct is not None and (not direct.instance or self.can_take(amount, direct.per)):
            return self._directly(amount, direct)
        if amount.kind == "duration" and self._ends_in_weekday(amount.stop):
            return Scoped(amount, "week", amount.stop)
        if amount.kind == "duration" and self._is_part_of_own(amount):
            return Scoped(amount, self._words.period_of[self._lower(amount.stop - 1)], amount.stop)
        if amount.kind not in ("duration", "money", "count"):
            return Scoped(amount, "", amount.stop)
        item = self._apiece.taken_by(amount) if amount.kind != "count" else ""
        if not item and amount.kind == "duration" and amount.unit in ("hours", "minutes"):
            item = self._apiece.for_each(amount)
        far = None if item else self._later(amount, limit)
        if far is not None and self.can_take(amount, far.per):
            return Scoped(amount, self._name(far, amount), amount.stop)
        if not item and amount.kind == "duration" and amount.unit in ("hours", "minutes"):
            item = self._apiece.conditional(amount)
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
            name = name if further.is_when else f"{name} per {further.per}"
            stop = further.stop
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

    def _name(self, words: PeriodWords, amount: Amount) -> str:
        return self._apiece.each_of(amount.start) if words.per == "each" else words.per

    def _ends_in_weekday(self, stop: int) -> bool:
        """True where what was measured is a weekday or a part of one: my Mondays, Saturday morning."""
        last, before = self._lower(stop - 1), self._lower(stop - 2)
        return last in self._words.weekdays or (last in PARTS_OF_DAY and before in self._words.weekdays)
