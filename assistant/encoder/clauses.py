"""What sentences of a contract or offer say: which clauses they are, what they come to, and what their figures are.

Two readers. The sieve is one linear map over words and pairs and threes of words, fast enough for hundreds of pages.
The tower reads a sentence with its heading and the sentence before it; a long contract is read by it only where the
sieve sees something. Both were learnt by `python -m training.clauses`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from assistant.encoder.bundled import cores, padded
from assistant.encoder.learnt import LearntHeads
from assistant.encoder.sieve import Sieve
from assistant.encoder.spans import Place, Rows, pieces_of, softmax
from assistant.encoder.tower import learnt_in, weights_folder
from assistant.encoder.windows import FIRST, LAST, WIDTH

if TYPE_CHECKING:
    from tokenizers import Tokenizer

HEADING, BEFORE, LONGEST = 10, 20, 128
"""Wordpieces of the heading, of the end of the sentence before and of the sentence itself that the tower sees."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence on one line, the heading above it, the sentence before it, and where its figures stand."""

    text: str
    heading: str = ""
    before: str = ""
    figures: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Pieces:
    """A sentence as wordpieces: ids[first:stop] are its own, the others its context; `figures` are runs of them."""

    ids: tuple[int, ...]
    first: int
    stop: int
    figures: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """Probabilities: by type of clause, by "name: value" of what it says, and for each figure by what it is."""

    types: dict[str, float]
    says: dict[str, float]
    roles: tuple[dict[str, float], ...]


class ClauseReader(LearntHeads):
    """Sentences to what they say; safe between threads."""

    def __init__(self, folder: Path | None = None) -> None:
        """Loads nothing before it is needed; then raises EncoderMissing where a file is missing or not ours."""
        super().__init__(folder or weights_folder("clauses"), threads=1)

    def read(self, sentences: Sequence[Sentence]) -> tuple[Heard, ...]:
        """What each sentence says, in their order."""
        return tuple(self._heard(pieces, states) for pieces, states in self._states(sentences))

    def rows(self, sentences: Sequence[Sentence]) -> Rows:
        """The mean state of each sentence: (sentences, 384)."""
        found = [states[pieces.first : pieces.stop].mean(axis=0) for pieces, states in self._states(sentences)]
        return np.stack(found) if found else np.zeros((0, WIDTH), dtype=np.float32)

    def notes(self, sentences: Sequence[str]) -> list[float]:
        """How likely each sentence, read by itself, speaks to a machine and not to the customer."""
        shares = self.shares("notes", self.rows([Sentence(each) for each in sentences]))
        return [float(each) for each in shares[:, 0]]

    def sieve(self, sentences: Sequence[str]) -> list[dict[str, float]]:
        """How likely each sentence is which type of clause, by its words alone."""
        words, types = self._words
        shares = 1 / (1 + np.exp(-words.scores(sentences)))
        return [dict(zip(types, row, strict=True)) for row in shares.tolist()]

    def _states(self, sentences: Sequence[Sentence]) -> Iterator[tuple[Pieces, Rows]]:
        """The wordpieces of each sentence and their states, in order.

        Each goes through by itself, as many at a time as there are processors: in eight bits the states of a sentence
        would hang on what shares a pass with it.
        """
        tower, tokenizer = self.tower, self.tokenizer

        def through(sentence: Sentence) -> tuple[Pieces, Rows]:
            pieces = wordpieces(tokenizer, sentence)
            ids, mask = padded([pieces.ids])
            return pieces, tower.session.run(None, {"ids": ids, "mask": mask})[0][0]

        with ThreadPoolExecutor(cores()) as pool:
            yield from pool.map(through, sentences)

    def _heard(self, pieces: Pieces, states: Rows) -> Heard:
        row = states[pieces.first : pieces.stop].mean(axis=0)
        types, says = (self._named(head, self.shares(head, row[None, :])[0]) for head in ("types", "says"))
        roles: tuple[dict[str, float], ...] = ()
        if pieces.figures:
            rows = np.stack([np.concatenate([states[one:other].mean(axis=0), row]) for one, other in pieces.figures])
            roles = tuple(self._named("roles", each) for each in softmax(self.scores("roles", rows)))
        return Heard(types, says, roles)

    def _named(self, head: str, shares: Rows) -> dict[str, float]:
        return dict(zip(self.names(head), shares.tolist(), strict=True))

    @cached_property
    def _words(self) -> tuple[Sieve, Sequence[str]]:
        """The sieve and the types that it tells apart, read without the tower."""
        learnt, names = learnt_in(self._folder, lambda name: name.startswith("sieve/") or name in ("terms", "types"))
        return Sieve.of(learnt, names["terms"]), names["types"]


def wordpieces(tokenizer: Tokenizer, sentence: Sentence) -> Pieces:
    """A sentence with its context as the tower sees it; figures beyond what it sees are left at its end."""
    own, heading, before = (
        tokenizer.encode(each, add_special_tokens=False) for each in (sentence.text, sentence.heading, sentence.before)
    )
    context = [FIRST, *heading.ids[:HEADING], LAST, *before.ids[-BEFORE:], LAST]
    ids = own.ids[:LONGEST] or [LAST]
    offsets = own.offsets[:LONGEST] or [(0, 0)]
    first = len(context)
    runs = (pieces_of(offsets, start, end) for start, end in sentence.figures)
    figures = tuple((first + one, first + min(other, len(ids))) for one, other in runs)
    return Pieces((*context, *ids, LAST), first, first + len(ids), figures)
