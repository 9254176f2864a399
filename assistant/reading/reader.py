"""What reading needs beside the text: the catalogue, the word lists, and the tagger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from assistant.catalogue import Catalogue
from assistant.encoder.signs import Sign
from assistant.encoder.spans import Place
from assistant.encoder.tagger import Alone, Tagged
from assistant.reading.lexicon import Lexicon, lexicon
from assistant.reading.vocabulary import ReadingVocabulary

Places = Mapping[str, tuple[str, ...]]
"""Towns by their names, each with the codes of its countries, most people first."""


class Tags(Protocol):
    """Something that tags a text: see `assistant.encoder.tagger.Tagger`."""

    def tag(self, text: str, figures: Sequence[Place], offered: Mapping[Place, float] = ...) -> Tagged:
        """The tags of a text, and a role for each of its figures; `offered` are places that may well tell of work, with
        the least share from which they do."""

    def about(
        self, tagged: Tagged, what: Literal["figure", "other"], places: Sequence[Place], works: Sequence[Place]
    ) -> Sequence[int | None]:
        """For each figure, or other mark, the piece of work that it is about, by its place in `works`."""

    def meant(self, tagged: Tagged, asked: str | None) -> Mapping[str, float]:
        """What a tagged reply is meant as, with probabilities; `asked` is what the open question is about."""

    def alone(self, texts: Sequence[str]) -> Sequence[Alone]:
        """What each text tells of work by what it means alone."""

    def share_alone(self, text: str, work: str) -> float:
        """The share (0-1) that a kind of work has in what a text means alone; 1 for a kind that nobody taught."""

    def answers(self, tagged: Tagged, asked: str) -> float:
        """The probability that a tagged reply says anything of the fact that was asked; 1 where nobody taught that."""


class Says(Protocol):
    """Something that reads answers as a whole, and signs of a plan: see `assistant.encoder.signs.Signs`."""

    def read(self, text: str) -> Sequence[Sign]:
        """The signs of a text, in order of their places."""

    def value(self, asked: str, reply: str) -> Mapping[str, float]:
        """What a reply to the question for a fact may come to, with probabilities; empty for a fact nobody taught."""


@dataclass(frozen=True)
class Reader:
    """Everything that turns words into facts; made once, used for every text."""

    catalogue: Catalogue
    vocabulary: ReadingVocabulary
    places: Places
    tagger: Tags
    says: Says

    @property
    def lexicon(self) -> Lexicon:
        """The tables of catalogue and vocabulary, made ready for matching."""
        return lexicon(self.catalogue, self.vocabulary)
