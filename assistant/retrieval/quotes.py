"""Which sentences of the best passages answer a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from assistant.language.sentences import split
from assistant.retrieval.index import Index
from assistant.retrieval.phrasing import Phrasing
from assistant.retrieval.search import Look, Meaning

MEANING, OVERLAP, PLACE = 0.5, 0.3, 0.8
LEAD, WEAK = 0.05, -0.2
"""A first sentence tends to say what a section is about; a question, or a first one that leans, answers nothing."""
NEAR_BEST = 0.7
"""A sentence is quoted where it is worth at least this share of the best one."""
ENOUGH = 3
"""Sentences below which the best one's followers are quoted too."""
ALIKE = 0.6
"""A sentence that shares more than this of its words with a quoted one adds nothing."""


class Quote(NamedTuple):
    """A sentence that could be quoted: its passage's number, its place there, offsets in the passage's text."""

    number: int
    place: int
    text: str
    start: int
    end: int
    worth: float


@dataclass(frozen=True)
class Reader:
    """What sentences are weighed with."""

    index: Index
    seen: Look
    meaning: Meaning | None
    phrasing: Phrasing

    def quotes(self, numbers: Sequence[int]) -> list[Quote]:
        """Every sentence of these passages in order, weighed against the question."""
        bare = [
            _without_dash(Quote(number, place, part.text, part.start, part.end, 0.0))
            for number in numbers
            for place, part in enumerate(split(self.index.pieces[number].passage.text))
        ]
        near = np.zeros(len(bare), dtype=np.float32)
        if self.meaning is not None and self.seen.row is not None:
            near = self.meaning.encoder.encode([quote.text for quote in bare]) @ self.seen.row
        return [
            quote._replace(worth=self._worth(quote, float(cosine))) for quote, cosine in zip(bare, near, strict=True)
        ]

    def chosen(self, quotes: Sequence[Quote], most: int) -> list[Quote]:
        """At most `most` quotes, in the order given; one that leans on the sentence before brings that along."""
        if not quotes:
            return []
        at = {(quote.number, quote.place): quote for quote in quotes}
        least = NEAR_BEST * max(quote.worth for quote in quotes)
        taken: list[Quote] = []
        for quote in sorted(quotes, key=lambda each: -each.worth):
            together = [each for each in self._with_support(quote, at) if each not in taken]
            fits = len(taken) + len(together) <= most and all(each.worth for each in together)
            if quote in taken or quote.worth < least or not fits:
                continue
            if not any(self._alike(quote, other) for other in taken):
                taken += together
        self._fill(taken, at, most)
        return [quote for quote in quotes if quote in taken]

    def _fill(self, taken: list[Quote], at: dict[tuple[int, int], Quote], most: int) -> None:
        """Let a short answer run on: what follows the best quote in its passage, then what leads up to it."""
        if not taken:
            return
        best = max(taken, key=lambda each: each.worth)
        place = best.place + 1
        while len(taken) < min(ENOUGH, most) and (after := at.get((best.number, place))) and after.worth:
            taken += [after] if after not in taken else []
            place += 1
        before: list[Quote] = []
        while len(taken) + len(before) < most and (lead := at.get((best.number, best.place - 1 - len(before)))):
            before.insert(0, lead)
            if not lead.worth or lead in taken or len(taken) >= ENOUGH:
                return
            if not self.phrasing.leans(lead.text):
                taken += before
                return

    def _with_support(self, quote: Quote, at: dict[tuple[int, int], Quote]) -> list[Quote]:
        """The quote after the sentences that it leans on."""
        support = [quote]
        while self.phrasing.leans(support[0].text) and (before := at.get((support[0].number, support[0].place - 1))):
            support.insert(0, before)
        return support

    def _worth(self, quote: Quote, cosine: float) -> float:
        """Likeness in meaning and in words, the passage's evidence, a little for opening a passage."""
        worth = MEANING * cosine + OVERLAP * self._overlap(quote.text) + PLACE * float(self.seen.evidence[quote.number])
        opens = quote.place == 0
        if quote.text.endswith(":") or quote.text[0].islower():
            return 0.0  # a list follows, which would be quoted in part, or this is a part of one
        weak = quote.text.endswith("?") or (opens and self.phrasing.leans(quote.text))
        return max(0.01, worth + (LEAD if opens else 0.0) + (WEAK if weak else 0.0))

    def _overlap(self, text: str) -> float:
        """The share of the question's weight of words that stands in the text, 0-1."""
        words = self.index.words
        total = sum(words.weight(stem) for stem in self.seen.stems)
        there = set(words.stems(text))
        return sum(words.weight(stem) for stem in self.seen.stems if stem in there) / total if total else 0.0

    def _alike(self, one: Quote, other: Quote) -> bool:
        mine, theirs = set(self.index.words.stems(one.text)), set(self.index.words.stems(other.text))
        return len(mine & theirs) > ALIKE * max(1, min(len(mine), len(theirs)))


def _without_dash(quote: Quote) -> Quote:
    text = quote.text.removeprefix("-").lstrip()
    return quote._replace(text=text, start=quote.end - len(text)) if text else quote
