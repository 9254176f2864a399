"""A reader that knows what each figure is, for tests of what follows from that."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from assistant.encoder import ClauseReader, Heard, Sentence
from assistant.settings import Settings
from assistant.vendors.paper import Paper
from assistant.vendors.vocabulary import ClauseVocabulary, load_clauses

TODAY = date(2026, 5, 1)

MARK = re.compile(r"\{(?P<words>[^{}|]+)(?:\|(?P<role>\w+))?\}")
"""{£45} is a price, {£1,800|setup_fee} another role."""


class MarkedReader(ClauseReader):
    """Hears of each sentence what a marked text says: roles of figures, and what sentences say by a piece of them."""

    def __init__(self, marked: str, says: Mapping[str, Sequence[str]] | None = None) -> None:
        super().__init__()
        self._says = says or {}
        self._roles: list[tuple[int, int, str]] = []
        self.text, place = "", 0
        for found in MARK.finditer(marked):
            self.text += marked[place : found.start()]
            start = len(self.text)
            self.text += found.group("words")
            self._roles.append((start, len(self.text), found.group("role") or "price"))
            place = found.end()
        self.text += marked[place:]

    def read(self, sentences: Sequence[Sentence]) -> tuple[Heard, ...]:
        """What each sentence says, in their order; sentences come in the order of the text."""
        heard: list[Heard] = []
        at = 0
        for each in sentences:
            place = self.text.find(each.text, at)
            at = max(at, place)
            said = {one: 1.0 for piece, all_said in self._says.items() if piece in each.text for one in all_said}
            roles = tuple({self._role(place + start, place + end): 1.0} for start, end in each.figures)
            heard.append(Heard({}, said, roles))
        return tuple(heard)

    def sieve(self, sentences: Sequence[str]) -> list[dict[str, float]]:
        """Nothing."""
        return [{} for _ in sentences]

    def _role(self, start: int, end: int) -> str:
        return next((role for one, other, role in self._roles if start < other and one < end), "other")


def marked(
    text: str, clauses: ClauseVocabulary, says: Mapping[str, Sequence[str]] | None = None
) -> tuple[str, ClauseVocabulary]:
    """A text without its marks, and the vocabulary with a reader that knows them."""
    reader = MarkedReader(text, says)
    return reader.text, replace(clauses, reader=reader)


class Told(NamedTuple):
    """What a sentence says, and what its figures are, by their words."""

    says: tuple[str, ...] = ()
    figures: Mapping[str, str] = {}


def paper_of(told: Mapping[str, Told]) -> Paper:
    """A paper of just these sentences, one a line, of which nothing is heard but what is told."""
    text = "\n".join(_with_marks(sentence, each.figures) for sentence, each in told.items())
    plain, known = marked(
        text, load_clauses(Settings().knowledge()), {sentence: each.says for sentence, each in told.items()}
    )
    return Paper(plain, TODAY, known)


def _with_marks(sentence: str, figures: Mapping[str, str]) -> str:
    for words, role in figures.items():
        sentence = sentence.replace(words, f"{{{words}|{role}}}", 1)
    return sentence
