"""Hybrid search: meaning and words in one score that is also a likelihood, so that "nothing found" can be said."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.domain.facts import Noun
from assistant.domain.knowledge import DocumentKind, Passage
from assistant.encoder import Encoder
from assistant.retrieval.index import Index
from assistant.retrieval.passages import Piece

MEANING = 0.5
"""Weight of the cosine against the BM25 share, both 0-1. Measured nDCG@10 on whole documents, this against the best
reciprocal rank fusion (K = 10): cranfield 0.447 against 0.437 (225 questions), cisi 0.455 against 0.460 (76)."""
NEAR = 5
RELEVANT = 0.5
"""A question whose best passage scores less has no answer here."""


class Wanted(Noun):
    """Which passages may be found; None takes all."""

    kind: DocumentKind | None = None
    process: str | None = None
    staff: int | None = None

    def admits(self, piece: Piece) -> bool:
        """True where the passage is of the kind, about the process, for firms of the size that is wanted."""
        return (
            self.kind in (None, piece.passage.kind)
            and (self.process is None or self.process in piece.processes)
            and (self.staff is None or piece.staff[0] <= self.staff <= piece.staff[1])
        )


class Likelihood(NamedTuple):
    """Logistic weights of what speaks for a passage: its evidence, the mean cosine of the five nearest passages, the
    share of the question's words that occur anywhere, and, against it, the cosine of the nearest other field.

    Fitted on the tuned questions of tests/retrieval/questions.yml and 441 questions of other fields; the bias is set so
    that 0.5 is where an answer is worth giving.
    """

    evidence: float
    nearness: float
    known: float
    elsewhere: float
    bias: float


HYBRID = Likelihood(evidence=3.9, nearness=5.8, known=4.4, elsewhere=-4.5, bias=-5.35)
WORDS_ONLY = Likelihood(evidence=3.8, nearness=0.0, known=6.0, elsewhere=0.0, bias=-5.5)


class Meaning(NamedTuple):
    """What is needed to go by meaning: an encoder, and the vectors of the fields that are not ours."""

    encoder: Encoder
    other_fields: NDArray[np.float32]


class Look(NamedTuple):
    """How every passage of an index looks to one question: `evidence` ranks, `score` is 0-1; in the index's order."""

    question: str
    stems: list[str]
    row: NDArray[np.float32] | None
    evidence: NDArray[np.float32]
    score: NDArray[np.float32]

    def best(self, count: int) -> list[int]:
        """Numbers of the best passages, the best first; ties by their order."""
        order = np.argsort(-self.evidence, kind="stable")[:count]
        return [int(n) for n in order if np.isfinite(self.evidence[n])]


class Found(NamedTuple):
    """What a search brought: passages by score, whether none is likely relevant, and what the owner should know."""

    passages: tuple[Passage, ...]
    abstained: bool
    notice: str | None


def look(index: Index, question: str, meaning: Meaning | None, wanted: Wanted | None = None) -> Look:
    """Evidence and score of every passage; those that are not wanted have no evidence at all.

    Without meaning, or on an index without vectors, it goes by words.
    """
    admitted = np.array([wanted is None or wanted.admits(piece) for piece in index.pieces], dtype=bool)
    stems = index.words.stems(question)
    evidence = index.words.shares(stems)
    known = sum(index.words.knows(stem) for stem in stems) / max(1, len(stems))
    weights, row, constant = WORDS_ONLY, None, 0.0
    if meaning is not None and index.vectors is not None:
        row = meaning.encoder.encode([question])[0]
        cosines = index.vectors.cosines(row, None if admitted.all() else [int(n) for n in np.flatnonzero(admitted)])
        evidence = MEANING * cosines + (1 - MEANING) * evidence
        weights = HYBRID
        nearness = float(np.sort(cosines[admitted])[-NEAR:].mean()) if admitted.any() else 0.0
        elsewhere = float((meaning.other_fields @ row).max(initial=0.0))
        constant = weights.nearness * nearness + weights.elsewhere * elsewhere
    logit = weights.evidence * evidence + constant + weights.known * known + weights.bias
    return Look(
        question=question,
        stems=stems,
        row=row,
        evidence=np.where(admitted, evidence, -np.inf).astype(np.float32),
        score=np.where(admitted, 1 / (1 + np.exp(-logit)), 0.0).astype(np.float32),
    )


def found(index: Index, seen: Look, k: int, notice: str | None) -> Found:
    """The k best passages of a look, scored."""
    passages = tuple(scored(index, seen, n) for n in seen.best(k))
    return Found(passages, not passages or passages[0].score < RELEVANT, notice)


def scored(index: Index, seen: Look, number: int) -> Passage:
    """A passage of the index with its score."""
    return index.pieces[number].passage.model_copy(update={"score": round(float(seen.score[number]), 4)})
