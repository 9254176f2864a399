"""What sentences of a contract or offer say: which clauses they are, what they come to, and what their figures are.

Two readers. The sieve is one linear map over words and pairs and threes of words, fast enough for hundreds of pages.
The tower reads a sentence with its heading and the sentence before it; a long contract is read by it only where the
sieve sees something. Both were learnt by `python -m training.clauses`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from assistant.encoder.bundled import BundledEncoder, inside, padded
from assistant.encoder.pinned import read_pinned
from assistant.encoder.sieve import Sieve
from assistant.encoder.spans import Place, Rows, pieces_of, softmax
from assistant.encoder.tower import FAST_GRAPH, Tower, load_tower, weights_folder
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


class ClauseReader:
    """Sentences to what they say; safe between threads."""

    def __init__(self, folder: Path | None = None) -> None:
        """Loads nothing before it is needed; then raises EncoderMissing where a file is missing or not ours."""
        self._folder = folder or weights_folder("clauses")
        self._loading = Lock()

    def read(self, sentences: Sequence[Sentence]) -> tuple[Heard, ...]:
        """What each sentence says, in their order."""
        found = {n: self._heard(pieces, states) for n, pieces, states in self._states(sentences)}
        return tuple(found[n] for n in range(len(sentences)))

    def rows(self, sentences: Sequence[Sentence]) -> Rows:
        """The mean state of each sentence: (sentences, 384)."""
        found = np.zeros((len(sentences), WIDTH), dtype=np.float32)
        for n, pieces, states in self._states(sentences):
            found[n] = states[pieces.first : pieces.stop].mean(axis=0)
        return found

    def notes(self, sentences: Sequence[str]) -> list[float]:
        """How likely each sentence, read by itself, speaks to a machine and not to the customer."""
        shares = self._shares("notes", self.rows([Sentence(each) for each in sentences]))
        return [float(each) for each in shares[:, 0]]

    def _states(self, sentences: Sequence[Sentence]) -> Iterator[tuple[int, Pieces, Rows]]:
        """The number of each sentence, its wordpieces and their states.

        One at a time: in eight bits the states of a sentence would hang on what goes through beside it, and alone they
        take no longer.
        """
        for n, each in enumerate(sentences):
            pieces = wordpieces(self._tokenizer, each)
            ids, mask = padded([pieces.ids])
            yield n, pieces, self._tower.session.run(None, {"ids": ids, "mask": mask})[0][0]

    def sieve(self, sentences: Sequence[str]) -> list[dict[str, float]]:
        """How likely each sentence is which type of clause, by its words alone."""
        shares = 1 / (1 + np.exp(-self.words.scores(sentences)))
        return [dict(zip(self._tower.names["types"], row, strict=True)) for row in shares.tolist()]

    def _heard(self, pieces: Pieces, states: Rows) -> Heard:
        row = states[pieces.first : pieces.stop].mean(axis=0)
        said = {name: self._shares(name, row[None, :])[0].tolist() for name in ("types", "says")}
        names = self._tower.names
        roles: list[dict[str, float]] = []
        if pieces.figures:
            rows = np.stack([np.concatenate([states[one:other].mean(axis=0), row]) for one, other in pieces.figures])
            shares = softmax(self._scores("roles", rows))
            roles = [dict(zip(names["roles"], each, strict=True)) for each in shares.tolist()]
        return Heard(
            types=dict(zip(names["types"], said["types"], strict=True)),
            says=dict(zip(names["says"], said["says"], strict=True)),
            roles=tuple(roles),
        )

    def _shares(self, head: str, rows: Rows) -> Rows:
        return np.asarray(1 / (1 + np.exp(-self._scores(head, rows))), dtype=np.float32)

    def _scores(self, head: str, rows: Rows) -> Rows:
        learnt = self._tower.learnt
        return np.asarray(rows @ learnt[f"{head}/weight"].T + learnt[f"{head}/bias"], dtype=np.float32)

    @cached_property
    def words(self) -> Sieve:
        """The sieve."""
        return Sieve.of(self._tower.learnt, self._tower.names["terms"])

    @property
    def _tower(self) -> Tower:
        with self._loading:
            return self._loaded

    @cached_property
    def _loaded(self) -> Tower:
        return load_tower(self._folder, FAST_GRAPH)

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        package, digest = BundledEncoder.tokenizer_package, BundledEncoder.tokenizer_sha256
        made = Tokenizer.from_buffer(read_pinned(inside(package, "model/tokenizer.json"), digest))
        made.no_padding()
        made.no_truncation()
        return made


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
