"""Which sentences of the best passages answer a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import NamedTuple

import numpy as np

from assistant.domain.knowledge import Passage
from assistant.language.sentences import split
from assistant.retrieval.index import Index
from assistant.retrieval.lines import lines
from assistant.retrieval.phrasing import Phrasing
from assistant.retrieval.search import Look, Meaning

MEANING, OVERLAP, PLACE = 0.5, 0.3, 0.8
OWN_OVERLAP, OWN_PLACE = 0.5, 0.2
"""In an owner's documents a passage holds rows on many things: the row itself counts for more."""
TITLE_WORDS = 4
"""A first line of so few words is a title; a longer one that stands alone says something."""
LEAD, WEAK = 0.05, -0.2
"""A first sentence tends to say what a section is about; a question, or a first one that leans, answers nothing."""
NEAR_BEST = 0.7
"""A sentence is quoted where it is worth at least this share of the best one."""
ENOUGH, OWN_ENOUGH = 3, 2
"""Sentences below which the best one's followers are quoted too; a note of an owner's may go on to anything."""
ALIKE = 0.6
"""A sentence that shares more than this of its words with a quoted one adds nothing."""


class Quote(NamedTuple):
    """A sentence that could be quoted: its passage's number, its place there, offsets in the passage's text.

    `item` where it is a row or an item of a list, which says all by itself; `block` is its paragraph.
    """

    number: int
    place: int
    text: str
    start: int
    end: int
    worth: float
    item: bool = False
    block: int = 0


@dataclass(frozen=True)
class Reader:
    """What sentences are weighed with."""

    index: Index
    seen: Look
    meaning: Meaning | None
    phrasing: Phrasing

    def quotes(self, numbers: Sequence[int]) -> list[Quote]:
        """Every sentence of these passages in order, weighed against the question."""
        bare = [quote for number in numbers for quote in parts(number, self.index.pieces[number].passage)]
        near = np.zeros(len(bare), dtype=np.float32)
        if self.meaning is not None and self.seen.row is not None:
            near = self.meaning.encoder.encode([self._in_place(quote) for quote in bare]) @ self.seen.row
        weights = self._weights(bare)
        return [
            quote._replace(worth=self._worth(quote, float(cosine), weights))
            for quote, cosine in zip(bare, near, strict=True)
        ]

    def chosen(self, quotes: Sequence[Quote], most: int) -> list[Quote]:
        """At most `most` quotes, in the order given; one that leans on the sentence before brings that along."""
        if not quotes:
            return []
        if not any(quote.worth for quote in quotes):  # where a list is all there is, its first items
            quotes = [quote._replace(worth=0.01) for quote in quotes]
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
        own = self.index.pieces[best.number].passage.kind == "own"
        enough = min(OWN_ENOUGH if own else ENOUGH, most)
        place = best.place + 1
        while len(taken) < enough and (after := at.get((best.number, place))) and _runs_on(best, after):
            taken += [after] if after not in taken else []
            place += 1
        if own:
            return
        before: list[Quote] = []
        while len(taken) + len(before) < most and (lead := at.get((best.number, best.place - 1 - len(before)))):
            before.insert(0, lead)
            if not lead.worth or not _runs_on(lead, best) or lead in taken or len(taken) >= ENOUGH:
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

    def _in_place(self, quote: Quote) -> str:
        """What a quote means where it stands: an item together with the heading above it."""
        passage = self.index.pieces[quote.number].passage
        return f"{passage.heading}: {quote.text}" if quote.item else quote.text

    def _worth(self, quote: Quote, cosine: float, weights: Mapping[str, float]) -> float:
        """Likeness in meaning and in words, the passage's evidence, a little for opening a passage."""
        passage = self.index.pieces[quote.number].passage
        own = passage.kind == "own"
        overlap, place = (OWN_OVERLAP, OWN_PLACE) if own else (OVERLAP, PLACE)
        evidence = float(self.seen.evidence[quote.number])
        worth = MEANING * cosine + overlap * self._overlap(quote.text, weights) + place * evidence
        opens = quote.place == 0 and not own
        if quote.text.endswith(":"):
            return 0.0  # a list follows, which would be quoted in part
        if quote.text in (passage.title, passage.heading) and len(quote.text.split()) <= TITLE_WORDS:
            return 0.0
        if quote.text[0].islower() and not own:
            return 0.0  # a part of a list of ours
        weak = quote.text.endswith("?") or (opens and self.phrasing.leans(quote.text))
        return max(0.01, worth + (LEAD if opens else 0.0) + (WEAK if weak else 0.0))

    def _weights(self, quotes: Sequence[Quote]) -> dict[str, float]:
        """How much each stem of the question tells; in an owner's documents, what tells these quotes apart."""
        words = self.index.words
        if not any(self.index.pieces[quote.number].passage.kind == "own" for quote in quotes):
            return {stem: words.weight(stem) for stem in self.seen.stems}
        held = [set(words.stems(quote.text)) for quote in quotes]
        seen = {stem: sum(stem in each for each in held) for stem in self.seen.stems}
        return {stem: log(1 + (len(held) - count + 0.5) / (count + 0.5)) for stem, count in seen.items() if count}

    def _overlap(self, text: str, weights: Mapping[str, float]) -> float:
        """The share of the question's weight of words that stands in the text, 0-1."""
        total = sum(weights.get(stem, 0.0) for stem in self.seen.stems)
        there = set(self.index.words.stems(text))
        return sum(weights.get(stem, 0.0) for stem in self.seen.stems if stem in there) / total if total else 0.0

    def _alike(self, one: Quote, other: Quote) -> bool:
        """True where the second adds nothing; rows of one table share the names of its columns."""
        if one.item and other.item:
            return one.text == other.text
        mine, theirs = set(self.index.words.stems(one.text)), set(self.index.words.stems(other.text))
        return len(mine & theirs) > ALIKE * max(1, min(len(mine), len(theirs)))


def parts(number: int, passage: Passage) -> Iterator[Quote]:
    """What could be quoted of a passage, in order, not yet weighed."""
    if passage.kind == "own":
        for place, line in enumerate(lines(passage.text)):
            yield Quote(number, place, line.text, line.start, line.end, 0.0, line.item, line.block)
        return
    for place, part in enumerate(split(passage.text)):
        text = part.text.removeprefix("-").lstrip() or part.text
        yield Quote(number, place, text, part.end - len(text), part.end, 0.0)


def _runs_on(one: Quote, after: Quote) -> bool:
    """True where the second goes on with the first: prose of the same paragraph."""
    return bool(after.worth) and not (one.item or after.item) and one.block == after.block
