"""How answers are worded: what leans on the sentence before, and what is said of weak sources and of conflicts."""

from __future__ import annotations

import re
from pathlib import Path

from assistant.catalogue import read_noun
from assistant.domain.facts import Noun
from assistant.domain.knowledge import Strength

YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Label(Noun):
    """What stands before the first of several sentences that rest on the same weak ground, and before its next ones.

    `ours` where that ground is our own in whatever document; `says_so` are beginnings of words by which a sentence says
    it itself. `unless_dated` leaves it out of a sentence with a year in it, which names a source of its own.
    """

    first: str
    again: str = ""
    ours: bool = False
    says_so: tuple[str, ...] = ()
    unless_dated: bool = False

    def said_in(self, sentence: str) -> bool:
        """True where the sentence says it itself."""
        return any(re.search(rf"\b{re.escape(words)}", sentence.lower()) for words in self.says_so)

    def spares(self, sentence: str) -> bool:
        """True where the sentence names a source of its own."""
        return self.unless_dated and YEAR.search(sentence) is not None


class Phrasing(Noun):
    """The content of vocabulary/citing.yml."""

    leaning: tuple[str, ...]
    labels: dict[Strength, Label]
    firmer: dict[Strength, str]
    aged: str
    disagrees: str
    disagrees_again: str

    def leans(self, sentence: str) -> bool:
        """True where the sentence opens with words that point back to the one before."""
        opening = " ".join(sentence.lower().replace(",", " ").split()[:4]) + " "
        return any(opening.startswith(f"{words} ") for words in self.leaning)


def load_phrasing(knowledge: Path) -> Phrasing:
    """The phrasing of a knowledge folder; raises BadInput naming file and key."""
    return read_noun(knowledge / "vocabulary" / "citing.yml", Phrasing)
