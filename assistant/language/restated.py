"""A figure said again in brackets, as contracts do: sixty days (60 days), thirty-six thousand dollars ($36,000)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.language.amount import Amount, Numeral
from assistant.language.digits import figure_value
from assistant.language.measures import Measures
from assistant.language.tokens import Tokens

if TYPE_CHECKING:
    from assistant.language.quantities import Mention

BRACKETS = {"(": ")", "[": "]"}
DOLLARS = ("dollar", "dollars")
OPENING = re.compile(r"\s*[(\[]\s*")
CLOSING = re.compile(r"\s*[)\]]")
DIGIT = re.compile(r"\d")


class Restated:
    """Finds what is said twice in one text."""

    def __init__(self, tokens: Tokens, words: Measures) -> None:
        self._tokens = tokens
        self._words = words
        self._lower = tokens.lower

    def merged(self, amounts: Sequence[Amount]) -> list[Amount]:
        """The amounts, each that is said again in the brackets behind it with them as one."""
        found: list[Amount] = []
        for each in amounts:
            if found and (one := self._as_one(found[-1], each)) is not None:
                found[-1] = one
            else:
                found.append(self._with_bare_figure(each))
        return found

    def beyond(self, number: Numeral) -> int | None:
        """The index behind the brackets where a number in words and another in digits share a unit: ninety (60) days;
        None elsewhere."""
        opened = number.stop if number.spelled else number.start - 1
        stop = opened + 3
        bracketed = self._tokens.is_figure(opened + 1) and self._lower(opened + 2) == BRACKETS.get(self._lower(opened))
        before = self._lower(opened - 1)
        named = before in self._words.numerals or before in self._words.multipliers
        return stop if bracketed and named else None

    def _as_one(self, first: Amount, second: Amount) -> Amount | None:
        opened = first.stop
        closed = self._lower(second.stop) == BRACKETS.get(self._lower(opened))
        if second.start != opened + 1 or not closed or (first.low, first.high) != (second.low, second.high):
            return None
        of_another = first.kind == second.kind == "money" and self._is_bare_dollar(first) and second.unit[-1:] == "D"
        same = first.kind == second.kind and (first.unit == second.unit or of_another)
        if "number" in (first.kind, second.kind):
            same = self._is_spelled(first) != self._is_spelled(second)
        if not same:
            return None
        whole = second if first.kind == "number" or of_another else first
        stop = second.stop + 1
        again = whole.kind == "percent" and first.kind == "number" and self._lower(stop) in self._words.percent
        return replace(whole, start=first.start, stop=stop + again)

    def _with_bare_figure(self, found: Amount) -> Amount:
        """Sixty days (60)."""
        at = found.stop + 1
        closed = self._lower(at + 1) == BRACKETS.get(self._lower(found.stop))
        if not closed or not self._tokens.is_figure(at) or not self._is_spelled(found):
            return found
        value = figure_value(self._lower(at))
        return replace(found, stop=at + 2) if found.low == found.high == value else found

    def _is_spelled(self, amount: Amount) -> bool:
        return not any(self._tokens.is_figure(at) for at in range(amount.start, amount.stop))

    def _is_bare_dollar(self, amount: Amount) -> bool:
        return self._lower(amount.stop - 1) in DOLLARS


def unlike(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Each number in words with the one in digits in the brackets behind it that says something else of the same unit:
    thirty thousand dollars ($36,000)."""
    for first, second in pairwise(mentions):
        one_thing = first.kind == second.kind and first.unit == second.unit and first.kind != "number"
        spelled = not DIGIT.search(first.quote) and DIGIT.search(second.quote)
        bracketed = OPENING.fullmatch(text, first.end, second.start) and CLOSING.match(text, second.end)
        if one_thing and spelled and bracketed and first.value != second.value:
            yield first, second
