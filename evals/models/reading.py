"""A request to read an owner's words: the works and the words in it, and the pieces of them that can be quoted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from evals.models.asked import Asked

WORKS = re.compile(r"<works>\n(.*?)\n</works>", re.DOTALL)
WORDS = re.compile(r"<words>\n(.*)\n</words>", re.DOTALL)
NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|half)\b",
    re.I,
)
UNITS = {
    "money": re.compile(r"[£€$]|\b(?:euros?|pounds?|dollars?|grand|[A-Z]{3}) ?\d|\d ?(?:euros?|pounds?|dollars?)\b"),
    "share": re.compile(r"%|per ?cent|\b(?:in|of) (?:ten|a hundred|10|100)\b|\bhalf\b", re.I),
    "time": re.compile(r"\b(?:seconds?|minutes?|mins?|hours?|hrs?|h|days?)\b", re.I),
}
"""What a figure is of, by the words around it; a count where none of these is said."""
LONGEST_PHRASE = 6


@dataclass(frozen=True)
class Reading:
    """What is to be read: the ids of the works, and the owner's words."""

    works: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class Phrase:
    """A verbatim piece of the words; `unit` is what its figure is of, "" where it has none."""

    text: str
    unit: str


def reading(asked: Asked) -> Reading | None:
    """What a request gives to read; None where it asks for something else."""
    works, words = WORKS.search(asked.last), WORDS.search(asked.last)
    if works is None or words is None:
        return None
    return Reading(tuple(each.partition(":")[0] for each in works.group(1).splitlines()), words.group(1))


def phrases(words: str, draw: Random, count: int) -> tuple[Phrase, ...]:
    """So many pieces of the words, drawn by lot; those that begin with a figure are drawn twice as often."""
    tokens = list(re.finditer(r"\S+", words))
    starts = [n for n, each in enumerate(tokens) for _ in range(2 if NUMBER.search(each.group()) else 1)]
    return tuple(_phrase(words, tokens, draw.choice(starts), draw) for _ in range(count) if starts)


def _phrase(words: str, tokens: list[re.Match[str]], start: int, draw: Random) -> Phrase:
    last = min(start + draw.randint(1, LONGEST_PHRASE), len(tokens)) - 1
    text = words[tokens[start].start() : tokens[last].end()].rstrip(".,;:!?")
    if not NUMBER.search(text):
        return Phrase(text, "")
    return Phrase(text, next((unit for unit, said in UNITS.items() if said.search(text)), "count"))
