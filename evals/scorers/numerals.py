"""Numbers in English text, in digits or words, without their units; shares no code with the grammar that it judges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
BELOW_TWENTY = {each: float(n) for n, each in enumerate(ONES)}
ROUND = {each: 10.0 * n for n, each in enumerate(TENS, start=2)}
SCALES = {"dozen": 12.0, "hundred": 100.0, "thousand": 1000.0, "k": 1000.0, "million": 1_000_000.0}
TIMES = {"twice": 2.0, "double": 2.0, "doubles": 2.0, "doubled": 2.0}
NO_COUNT = ("check", "checks", "checked", "checking", "entry", "booked", "booking", "bookings")
"""What follows "double" where it means no number."""
AND_A_HALF = ["and", "a", "half"]
WORD = re.compile(r"\d+(?:,\d+)*(?:\.\d+)?|[a-z]+|[^\w\s]")
HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")


class Number(NamedTuple):
    """A value, and the place of the first word behind it."""

    value: float
    end: int


def numbers(text: str) -> list[float]:
    """The values of all numbers, in order: "twenty-five" is 25, "half a dozen" 6, "£3.50" 3.5, "twice" 2."""
    words = WORD.findall(HYPHEN.sub(" ", text.casefold()))
    found, at = [], 0
    while at < len(words):
        number = _halved(words, at)
        if number:
            found.append(number.value)
        at = number.end if number else at + 1
    return found


def _halved(words: Sequence[str], at: int) -> Number | None:
    """A number with the half behind it, if any: "two and a half", "two hours and a half", "an hour and a half"."""
    number = _scaled(words, at) or (Number(1.0, at + 1) if words[at] in ("a", "an") else None)
    if number is None:
        return None
    for end in (number.end, number.end + 1):
        if list(words[end : end + 3]) == AND_A_HALF:
            return Number(number.value + 0.5, end + 3)
    return None if words[at] in ("a", "an") else number


def _scaled(words: Sequence[str], at: int) -> Number | None:
    number = _plain(words, at)
    if number is None and words[at] in SCALES:
        number = Number(1.0, at)
    if number is None:
        return None
    value, end = number
    while end < len(words) and (scale := SCALES.get(words[end])):
        value, end = value * scale, end + 1
        rest = end + (words[end : end + 1] == ["and"])
        more = _scaled(words, rest) if rest < len(words) and words[rest] in BELOW_TWENTY | ROUND else None
        if more and scale >= 100 and more.value < scale:
            value, end = value + more.value, more.end
    return Number(value, end)


def _plain(words: Sequence[str], at: int) -> Number | None:
    """A number without hundreds or thousands, or in digits."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word[0].isdigit():
        return Number(float(word.replace(",", "")), at + 1)
    if word in ROUND:
        one = BELOW_TWENTY.get(after, 0.0)
        return Number(ROUND[word] + one, at + 2) if 0 < one < 10 else Number(ROUND[word], at + 1)
    if word == "half":
        is_of_scale = after in ("a", "an") and at + 2 < len(words) and words[at + 2] in SCALES
        return Number(0.5, at + 2 if is_of_scale else at + 1)
    if word in TIMES:
        return None if after in NO_COUNT else Number(TIMES[word], at + 1)
    return Number(BELOW_TWENTY[word], at + 1) if word in BELOW_TWENTY else None
