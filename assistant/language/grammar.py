"""The grammar of quantities: a number, its unit, the other end of its range, the words that hedge it."""

from __future__ import annotations

from dataclasses import replace

from assistant.language.amount import Amount, Numeral
from assistant.language.clock import ClockReader
from assistant.language.exclusions import is_label, is_pronoun, is_some_day
from assistant.language.hedges import Hedges
from assistant.language.lengths import LengthReader
from assistant.language.measures import Measures
from assistant.language.money import MoneyReader
from assistant.language.nouns import counted_noun
from assistant.language.numerals import NumeralReader
from assistant.language.proportions import ProportionReader
from assistant.language.restated import Restated
from assistant.language.stretches import StretchReader
from assistant.language.tokens import Tokens

PERHAPS = ("maybe", "possibly", "perhaps", "sometimes")
JOINERS = ("-", "–", "—", "to", "or", "till", "/")
ONE_OF = ("a", "an", "another", "one", "my", "our", "the")
LARGEST = 1e15  # longer runs of digits are names, not quantities
AGED = ("i'm", "i\u2019m", "he's", "he\u2019s", "she's", "she\u2019s", "aged")
AGES = range(14, 100)


class Grammar:
    """Reads the quantities of one text from left to right."""

    def __init__(self, tokens: Tokens, words: Measures) -> None:
        self._tokens = tokens
        self._words = words
        self._lower = tokens.lower
        self._numbers = NumeralReader(tokens, words)
        self._money = MoneyReader(tokens, words, self._numbers)
        self._lengths = LengthReader(tokens, words, self._numbers)
        self._stretches = StretchReader(tokens, words, self._lengths)
        self._proportions = ProportionReader(tokens, words, self._numbers)
        self._hedges = Hedges(tokens, words)
        self._clock = ClockReader(tokens, words)
        self._restated = Restated(tokens, words)

    def amounts(self) -> list[Amount]:
        """Every quantity, in order, without periods."""
        found: list[Amount] = []
        index = 0
        while index < len(self._tokens):
            amount = self._clock.span(index) or self._range(index)
            if amount is not None:
                amount = self._hedges.before(amount, found[-1].stop if found else 0)
                found.append(amount)
            index = max(index + 1, amount.stop if amount else 0)
        return self._restated.merged(found)

    def _range(self, index: int) -> Amount | None:
        """One amount, or two joined by to, or, a dash, or "between ... and ..."."""
        first = self._amount(index)
        if first is None or first.kind == "rate":
            return first
        joiner = self._lower(first.stop)
        between = self._lower(first.start - 1) == "between" and joiner in ("and", "&")
        if first.kind == "number" and joiner in ("-", "–") and self._lower(first.stop + 1) in self._words.duration_of:
            return self._counted(first)
        if self._is_one_or_two(first):
            return replace(first, high=2.0, stop=first.stop + 2)
        if between or joiner in (*JOINERS, *PERHAPS) or self._is_counting_on(first):
            second = self._second(first, joiner)
            if second is not None:
                start = first.start - 1 if between or self._opens_range(first, joiner) else first.start
                return self._counted(self._joined(first, second, start))
        return self._counted(first)

    def _is_one_or_two(self, first: Amount) -> bool:
        """True for "a minute or two", "an hour or two"."""
        article = self._lower(first.start) in ("a", "an") and first.low == first.high == 1
        return article and self._tokens.follows(first.stop, ("or", "two")) and first.kind == "duration"

    def _is_counting_on(self, first: Amount) -> bool:
        """True for "nine, ten enquiries" and "six, maybe seven": the next number after a comma."""
        if self._lower(first.stop) != ",":
            return False
        if self._lower(first.stop + 1) in PERHAPS:
            return True
        following = self._numbers.read(first.stop + 1)
        return first.kind == "number" and following is not None and following.low == first.high + 1

    def _second(self, first: Amount, joiner: str) -> Amount | None:
        """The higher end of a range that begins with `first`: same unit, rising, not a change from one to the other."""
        at = first.stop + (joiner not in PERHAPS)
        while self._lower(at) in (*PERHAPS, "even", "about", "around"):
            at += 1
        second = self._in_unit(self._amount(at), first)
        if second is None or first.low >= second.high or (second.kind == "rate" and first.kind != "number"):
            return None
        if joiner == "to" and self._is_change(first):
            return None
        if joiner in ("-", "–", "—") and self._tokens.glued(at) != self._tokens.glued(at - 1):
            return None
        if joiner == "/" and not (first.kind == second.kind == "number"):
            return None
        same = first.unit == second.unit or first.kind == "number"
        bare = second.kind == "number" and (first.kind in ("money", "percent") or joiner in ("or", ","))
        return second if same or (bare and first.kind != "count") else None

    def _in_unit(self, second: Amount | None, first: Amount) -> Amount | None:
        """A length of time in the smaller unit of the one before it: 45 minutes to an hour."""
        if second is None or {first.kind, second.kind} != {"duration"} or first.unit == second.unit:
            return second
        hours = self._words.working_hours
        times = hours.get(second.unit, 0.0) / hours.get(first.unit, 1.0)
        if times < 1:
            return second
        return replace(second, unit=first.unit, low=second.low * times, high=second.high * times)

    def _is_change(self, first: Amount) -> bool:
        """True for "went from 20 to 50": a change, and no range."""
        before = {self._lower(first.start - back) for back in range(2, 6)}
        return self._lower(first.start - 1) == "from" and bool(before & self._words.change_verbs)

    def _opens_range(self, first: Amount, joiner: str) -> bool:
        return joiner == "to" and self._lower(first.start - 1) == "from"

    def _joined(self, first: Amount, second: Amount, start: int) -> Amount:
        shared = second if second.kind != "number" else first
        low = first.low * self._shared_multiplier(first, second)
        if first.kind == "number" and shared.kind == "money" and self._is_cents(second):
            low /= 100
        hedged = first.approximate or second.approximate
        return Amount(shared.kind, low, second.high, shared.unit, start, second.stop, hedged, second.number_stop)

    def _is_cents(self, amount: Amount) -> bool:
        return (
            self._lower(amount.stop - 1) in self._words.cents
            and self._lower(amount.start) not in self._words.currency_of
        )

    def _shared_multiplier(self, first: Amount, second: Amount) -> float:
        """2-3k is 2,000 to 3,000: a multiplier of the second end counts for the first where the range stays a range."""
        for word in (self._lower(second.number_stop - 1), self._lower(second.number_stop)):
            factor = self._words.any_multiplier.get(word, 1.0)
            if factor > 12 and first.low < 1000 and first.low * factor < second.high:
                return factor
        return 1.0

    def _amount(self, index: int) -> Amount | None:
        """A number with its unit at an index, or None."""
        money = self._money.prefixed(index)
        if money is not None:
            return money
        lower = self._lower(index)
        if lower in self._words.times:
            return self._times(index)
        if lower == "every" and (proportion := self._proportions.every(index)) is not None:
            return proportion
        number = self._numbers.read(index)
        if number is None:
            return self._stretches.single(index) if lower in ONE_OF else self._stretches.whole(index)
        if number.high > LARGEST:
            return None
        sign = self._sign(index)
        low, high = sorted((number.low * sign, number.high * sign))
        start = index if sign > 0 else index - 1
        found = Amount("number", low, high, "", start, number.stop, number.approximate, number.stop)
        if is_some_day(self._tokens, number, self._words):
            return None
        measured = self._measured(found, number) or self._measured_beyond(found, number)
        if measured is not None:
            return measured
        if is_pronoun(self._tokens, number, self._words) or is_label(self._tokens, number, self._words):
            return None
        return self._proportions.fraction(found) if number.fraction else found

    def _measured_beyond(self, found: Amount, number: Numeral) -> Amount | None:
        """Ninety (60) days: two numbers that are not the same, each with the unit behind them."""
        beyond = self._restated.beyond(number)
        if beyond is None:
            return None
        shared = self._measured(replace(found, stop=beyond), replace(number, stop=beyond))
        return None if shared is None else replace(shared, stop=number.stop, number_stop=number.stop)

    def _measured(self, found: Amount, number: Numeral) -> Amount | None:
        """The number with a unit of percent, money, time or times; None for a bare number."""
        lower, at = self._lower, number.stop + (self._lower(number.stop) == "-")
        if lower(at) in self._words.percent:
            return replace(found, kind="percent", unit="%", stop=at + 1)
        if lower(at) in ("per", "percentage") and lower(at + 1) in ("cent", "point", "points"):
            return replace(found, kind="percent", unit="%", stop=at + 2)
        money = self._money.suffixed(found)
        if money is not None:
            return money
        length = self._lengths.suffixed(found, number.fraction, number.spelled)
        if length is not None:
            return length
        if lower(at) == "times" or (lower(at) == "x" and lower(at + 1) in ("a", "per", "each", "every")):
            return replace(found, kind="rate", unit="times", stop=at + 1)
        return None

    def _times(self, index: int) -> Amount | None:
        """Twice a week; a bare once or twice is no quantity."""
        low = high = self._words.times[self._lower(index)]
        stop = index + 1
        if self._tokens.follows(index, ("once", "or", "twice")):
            high, stop = 2.0, index + 3
        after = self._lower(stop)
        if after in self._words.period_adverbs:
            return Amount("rate", low, high, "times", index, stop)
        if after not in ("a", "an", "per", "each", "every", "in"):
            return None
        named = self._lower(stop + 1) in self._words.period_of or self._numbers.read(stop + 1) is not None
        counted = named or self._lower(stop + 1) in ("other", "every") or self._lower(stop + 2) in self._words.period_of
        return Amount("rate", low, high, "times", index, stop) if counted else None

    def _sign(self, index: int) -> int:
        """Minus one after "minus" or a minus sign that stands alone before the figure."""
        if self._lower(index - 1) in ("minus", "negative"):
            return -1
        alone = index < 2 or not self._tokens.glued(index - 1)
        minus = self._lower(index - 1) in ("-", "−") and self._tokens.glued(index) and alone
        return -1 if minus and self._lower(index - 2) != "\n" and index > 1 else 1

    def _counted(self, amount: Amount) -> Amount:
        """The amount with the words of approximation after it, and for a bare number the noun it counts."""
        amount = self._hedges.after(amount)
        if amount.kind != "number":
            return amount
        proportion = self._proportions.out_of(amount)
        if proportion is not None:
            return proportion
        name, stop = counted_noun(self._tokens, amount, self._words)
        if name:
            counted = replace(amount, kind="count", unit=name, stop=stop)
            return self._proportions.one_thing_in(counted) or counted
        return replace(amount, kind="duration", unit="years") if self._is_age(amount) else amount

    def _is_age(self, amount: Amount) -> bool:
        """True for "I'm 61", "she is 66" and "till I'm 70": somebody's years."""
        before = self._lower(amount.start - 1)
        somebody = before in ("am", "is") and self._lower(amount.start - 2) in ("i", "he", "she")
        ends = not self._tokens.is_word(amount.stop) or self._lower(amount.stop) in self._words.function_words
        return ends and amount.low == amount.high and amount.low in AGES and (somebody or before in AGED)
