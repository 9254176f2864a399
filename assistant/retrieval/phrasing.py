"""How answers are worded: what leans on the sentence before, and what is said of weak sources and of conflicts."""

from __future__ import annotations

import re
from pathlib import Path

from assistant.catalogue import read_noun
from assistant.domain.facts import Noun
from assistant.domain.knowledge import Strength

YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Label(Noun):
    """What stands before the first sentence of a weak document, and before its next ones.

    `unless_dated` leaves it out of a sentence with a year in it, which names a source of its own.
    """

    first: str
    again: str
    says_so: tuple[str, ...] = ()
    unless_dated: bool = False

    def before(self, sentence: str, *, again: bool) -> str:
        """What to put before a sentence of such a document; nothing where the sentence says it itself."""
        if any(re.search(rf"\b{re.escape(words)}", sentence.lower()) for words in self.says_so):
            return ""
        if self.unless_dated and YEAR.search(sentence):
            return ""
        return self.again if again else self.first


class Phrasing(Noun):
    """The content of vocabulary/citing.yml."""

    leaning: tuple[str, ...]
    labels: dict[Strength, Label]
    disagrees: str

    def leans(self, sentence: str) -> bool:
        """True where the sentence opens with words that point back to the one before."""
        opening = " ".join(sentence.lower().replace(",", " ").split()[:4]) + " "
        return any(opening.startswith(f"{words} ") for words in self.leaning)


def load_phrasing(knowledge: Path) -> Phrasing:
    """The phrasing of a knowledge folder; raises BadInput naming file and key."""
    return read_noun(knowledge / "vocabulary" / "citing.yml", Phrasing)
