"""How often a stretch of the clock comes round: three evenings a week, seven till eleven; 8-10pm on two weekdays."""

from __future__ import annotations

from dataclasses import replace

from assistant.language.clock import TO
from assistant.language.lengths import PARTS_OF_DAY
from assistant.language.measures import Measures
from assistant.language.scopes import Scoped
from assistant.language.tokens import Tokens

TURNS = ("days", "evenings", "mornings", "afternoons", "weekends")
"""Units that may be so many turns of a stretch."""
BESIDE = 3
"""Most signs and little words between turns and their stretch."""
AND = (",", "and", "&")
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Turns:
    """Gives a stretch of the clock the number of times that it comes round in its period."""

    def __init__(self, tokens: Tokens, words: Measures) -> None:
        self._tokens = tokens
        self._words = words
        self._lower = tokens.lower

    def apply(self, found: list[Scoped]) -> list[Scoped]:
        """The amounts; evenings beside their hours become one amount of both, "three evenings a week, seven till
        eleven", and a stretch on several weekdays is as many stretches a week."""
        kept: list[Scoped] = []
        for each in found:
            before = kept[-1] if kept else None
            joined = self._joined(before, each) if before is not None else None
            if joined is not None:
                kept[-1] = joined
            else:
                kept.append(each)
        return [self._on_weekdays(each) if each.amount.is_of_clock else each for each in kept]

    def _joined(self, one: Scoped, two: Scoped) -> Scoped | None:
        """Turns and the stretch beside them, in either order, as the time of both; None for others."""
        turns, stretch = (one, two) if two.amount.is_of_clock else (two, one)
        is_turns = turns.amount.kind == "duration" and turns.amount.unit in TURNS and not turns.amount.is_of_clock
        if not (stretch.amount.is_of_clock and is_turns and self._is_beside(one.stop, two.amount.start)):
            return None
        if turns.amount.low < 1 or (stretch.per and stretch.per != turns.per):
            return None
        amount = replace(
            stretch.amount,
            low=stretch.amount.low * turns.amount.low,
            high=stretch.amount.high * turns.amount.high,
            start=one.amount.start,
            stop=two.amount.stop,
            approximate=one.amount.approximate or two.amount.approximate,
            is_of_clock=False,
        )
        return Scoped(amount, turns.per, two.stop)

    def _is_beside(self, start: int, stop: int) -> bool:
        between = range(start, stop)
        little = all(self._tokens.is_sign(at) or self._lower(at) in self._words.function_words for at in between)
        return len(between) <= BESIDE and little and not any(self._tokens.ends_sentence(at) for at in between)

    def _on_weekdays(self, each: Scoped) -> Scoped:
        """The stretch times the weekdays that are listed right after it, or before it in its sentence."""
        if each.per not in ("", "week"):
            return each
        days = self._listed(each.amount.stop) or self._listed_before(each.amount.start)
        if days < 2:
            return each
        amount = replace(each.amount, low=each.amount.low * days, high=each.amount.high * days)
        return Scoped(amount, "week", each.stop)

    def _listed_before(self, at: int) -> int:
        """The weekdays of the last list before an index in its sentence."""
        days = 0
        while at > 0 and not self._tokens.ends_sentence(at - 1) and not days:
            at -= 1
            if self._lower(at) in self._words.weekdays and self._lower(at - 1) not in (*AND, *TO):
                days = self._listed(at)
        return days

    def _listed(self, at: int) -> int:
        """How many weekdays a list names that begins at an index: on Tuesdays and Thursdays, Monday to Friday."""
        at += self._lower(at) == ","
        at += self._lower(at) in ("on", "every", "each")
        days = 0
        while self._lower(at) in self._words.weekdays:
            days += 1
            first, at = at, at + 1
            at += self._lower(at).removesuffix("s") in PARTS_OF_DAY
            if days == 1 and self._lower(at) in TO and self._lower(at + 1) in self._words.weekdays:
                return self._from_to(self._lower(first), self._lower(at + 1))
            while self._lower(at) in AND and at - first < 4:
                at += 1
        return days

    def _from_to(self, first: str, last: str) -> int:
        return (WEEK.index(last[:3]) - WEEK.index(first[:3])) % len(WEEK) + 1
