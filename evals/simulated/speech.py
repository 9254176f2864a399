"""How owners type: lower case, lost apostrophes and a slip now and then, never in a figure."""

from __future__ import annotations

import re
import zlib

from numpy.random import Generator

from evals.simulated.figures import ONES, TENS

WORD = re.compile(r"[a-z]{5,}")
UNTOUCHED = {*ONES, *TENS.values(), "hundred", "dozen", "couple", "quarter", "quarters", "third", "thirds", "fifth"} | {
    *("tenth", "minute", "minutes", "hours", "month", "twenty", "hundredth", "second", "seconds", "every"),
}


def typed(text: str, owner: str, rng: Generator) -> str:
    """The text as this owner types it.

    A fifth write in lower case, a sixth without apostrophes, a third without the last stop, and one message in nine
    has a slip: own guesses. The habits are the owner's, the slip is this message's.
    """
    habit = zlib.crc32(owner.encode()) >> 7
    if habit % 5 == 0:
        text = text.lower()
    if habit // 5 % 6 == 0:
        text = re.sub(r"(?<=[a-z])'(?=[a-z])", "", text)
    if rng.random() < 1 / 9:
        text = _slip(text, rng)
    return text[:-1] if text.endswith(".") and habit // 30 % 3 == 0 else text


def _slip(text: str, rng: Generator) -> str:
    """Two letters swapped or one lost in a longer word that is no figure."""
    places = [match for match in WORD.finditer(text) if match.group() not in UNTOUCHED and _whole(text, match)]
    if not places:
        return text
    match = places[rng.integers(len(places))]
    at = match.start() + int(rng.integers(1, len(match.group()) - 2))
    swapped = text[at + 1] + text[at] if rng.random() < 0.6 else text[at]
    return text[:at] + swapped + text[at + 2 :]


def _whole(text: str, match: re.Match[str]) -> bool:
    """True for a word of its own: no name with a capital before, no piece of a longer one."""
    return not text[max(match.start() - 1, 0) : match.start()].isalpha()
