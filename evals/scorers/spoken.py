"""What of a worded reply does not stand in what is known: figures, quotes, citations; by plain comparison of marks.

It shares no code with the guard that it judges, and knows no units: a figure is known if its digits, or the digits of
its words, are among those of the reply that stands, of what is known besides and of what was said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDS = {each: str(n) for n, each in enumerate(ONES)} | {each: str(10 * n) for n, each in enumerate(TENS, start=2)}
SMALL = {"0", "1"}
"""Numbers that are said without meaning a count: "one thing", "no one"."""
DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
NAMED = re.compile(rf"\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)
QUOTE = re.compile(r"[“\"]([^“”\"]+)[”\"]")
CITED = re.compile(r"\[(\d+)\]")


def unknown_figures(said: str, known: Iterable[str]) -> list[str]:
    """Figures of a reply that stand nowhere in what is known."""
    there = {each for text in known for each in _figures(text)}
    return [each for each in _figures(CITED.sub("", said)) if each not in there | SMALL]


def _figures(text: str) -> list[str]:
    digits = [found.group().replace(",", "").rstrip(".") for found in DIGITS.finditer(text)]
    return [*digits, *(WORDS[found.group().lower()] for found in NAMED.finditer(text))]


def unknown_quotes(said: str, known: Iterable[str]) -> list[str]:
    """Words in quotation marks that nobody said and no text holds."""
    there = " ".join(known).casefold()
    return [each for each in QUOTE.findall(said) if each.strip(" .,;:!?…").casefold() not in there]


def unknown_citations(said: str, count: int) -> list[str]:
    """Citation numbers without a citation."""
    return [each for each in CITED.findall(said) if not 1 <= int(each) <= count]
