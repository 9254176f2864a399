"""What of a worded reply does not stand in what is known: figures, quotes, citations; by plain comparison of marks.

It shares no code with the guard that it judges, and knows no units: a figure is known if its value, told in digits or
words, is among those of the reply that stands, of what is known besides and of what was said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from evals.scorers.numerals import numbers

SMALL = {0.0, 1.0}
"""Numbers that are said without meaning a count: "one thing", "no one"."""
QUOTE = re.compile(r"[“\"]([^“”\"]+)[”\"]")
CITED = re.compile(r"\[(\d+)\]")


def unknown_figures(said: str, known: Iterable[str]) -> list[str]:
    """Figures of a reply that stand nowhere in what is known."""
    there = {each for text in known for each in numbers(text)} | SMALL
    return [f"{each:g}" for each in numbers(CITED.sub("", said)) if each not in there]


def unknown_quotes(said: str, known: Iterable[str]) -> list[str]:
    """Words in quotation marks that nobody said and no text holds."""
    there = " ".join(known).casefold()
    return [each for each in QUOTE.findall(said) if each.strip(" .,;:!?…").casefold() not in there]


def unknown_citations(said: str, count: int) -> list[str]:
    """Citation numbers without a citation."""
    return [each for each in CITED.findall(said) if not 1 <= int(each) <= count]
