"""Hybrid search: meaning and words in one score that is also a likelihood, so that "nothing found" can be said."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.domain.facts import Noun
from assistant.domain.knowledge import DocumentKind, Passage
from assistant.encoder import Encoder
from assistant.retrieval.elsewhere import Elsewhere
from assistant.retrieval.index import Index
from assistant.retrieval.passages import MAX_CHARACTERS, Piece

MEANING = 0.5
"""Weight of the cosine against the BM25 share, both 0-1. Measured nDCG@10 on whole documents, this against the best
reciprocal rank fusion (K = 10): cranfield 0.447 against 0.437 (225 questions), cisi 0.455 against 0.460 (76)."""
DOCUMENT = 0.35
"""Weight of the whole document's evidence against the passage's own."""
MOST_AROUND = 8
"""Passages of one section that may be shown as one."""
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


class Signals(NamedTuple):
    """What a question shows as a whole; by words alone all but `known` are 0.

    `nearness` is the mean cosine of the five nearest passages, `known` the share of its words that the subject has,
    `field` the cosine of the nearest field that is not ours, `others` the mean of the five nearest questions of such.
    """

    nearness: float
    known: float
    field: float
    others: float


class Likelihood(NamedTuple):
    """Logistic weights of what speaks for a passage: its evidence, and the signals of the question.

    Fitted by `python -m training.likelihood`; the bias is set so that 0.5 is where an answer is worth giving.
    """

    evidence: float
    nearness: float
    known: float
    field: float
    others: float
    bias: float

    def of(self, evidence: NDArray[np.float32], signals: Signals) -> NDArray[np.float32]:
        """The likelihood, 0-1, of each passage."""
        weights = (self.nearness, self.known, self.field, self.others)
        constant = sum(weight * signal for weight, signal in zip(weights, signals, strict=True))
        return np.asarray(1 / (1 + np.exp(-(self.evidence * evidence + constant + self.bias))), dtype=np.float32)


HYBRID = Likelihood(evidence=12.41, nearness=13.97, known=3.26, field=-5.48, others=-18.11, bias=-3.74)
WORDS_ONLY = Likelihood(evidence=13.18, nearness=0.0, known=4.3, field=0.0, others=0.0, bias=-6.28)
OWN = Likelihood(evidence=17.0, nearness=0.0, known=0.0, field=0.0, others=0.0, bias=-2.0)
OWN_WORDS_ONLY = Likelihood(evidence=10.0, nearness=0.0, known=0.0, field=0.0, others=0.0, bias=-2.0)
"""An owner's own documents may be two pages on anything: there only the evidence counts. Fitted on small sets of our
own documents without what they are asked; by words alone assumed."""


class Meaning(NamedTuple):
    """What is needed to go by meaning: an encoder, and what is not answered here."""

    encoder: Encoder
    elsewhere: Elsewhere


class Look(NamedTuple):
    """How every passage of an index looks to one question: `evidence` ranks, `score` is 0-1; in the index's order."""

    question: str
    stems: list[str]
    row: NDArray[np.float32] | None
    evidence: NDArray[np.float32]
    score: NDArray[np.float32]
    signals: Signals

    def best(self, count: int) -> list[int]:
        """Numbers of the best passages, the best first; ties by their order."""
        order = np.argsort(-self.evidence, kind="stable")[:count]
        return [int(n) for n in order if np.isfinite(self.evidence[n])]

    @property
    def nothing_found(self) -> bool:
        """True where not even the best passage is likely relevant."""
        return all(float(self.score[n]) < RELEVANT for n in self.best(1))


class Found(NamedTuple):
    """What a search brought: passages by score, whether none is likely relevant, and what the owner should know."""

    passages: tuple[Passage, ...]
    abstained: bool
    notice: str | None


def look(index: Index, question: str, meaning: Meaning | None, wanted: Wanted | None = None) -> Look:
    """Evidence and score of every passage; those that are not wanted have no evidence at all.

    Without meaning, or on an index without vectors, it goes by words.
    """
    admitted = _admitted(index, wanted)
    stems = index.words.stems(question)
    evidence = index.words.shares(stems)
    known = sum(index.words.knows(stem) for stem in stems) / max(1, len(stems))
    own = bool(index.pieces) and index.pieces[0].passage.kind == "own"
    weights = OWN_WORDS_ONLY if own else WORDS_ONLY
    row, nearness, field, others = None, 0.0, 0.0, 0.0
    if meaning is not None and index.vectors is not None:
        row = meaning.encoder.encode_questions([question])[0]
        cosines = index.vectors.cosines(row, None if admitted.all() else [int(n) for n in np.flatnonzero(admitted)])
        evidence = MEANING * cosines + (1 - MEANING) * evidence
        weights = OWN if own else HYBRID
        nearness = float(np.sort(cosines[admitted])[-NEAR:].mean()) if admitted.any() else 0.0
        field, others = meaning.elsewhere.nearness(row)
    evidence = _with_document(evidence, index)
    signals = Signals(nearness, known, field, others)
    return Look(
        question=question,
        stems=stems,
        row=row,
        evidence=np.where(admitted, evidence, -np.inf).astype(np.float32),
        score=np.where(admitted, weights.of(evidence, signals), 0.0).astype(np.float32),
        signals=signals,
    )


def _admitted(index: Index, wanted: Wanted | None) -> NDArray[np.bool_]:
    if wanted is None:
        return np.ones(len(index.pieces), dtype=bool)
    return np.array([wanted.admits(piece) for piece in index.pieces], dtype=bool)


def _with_document(evidence: NDArray[np.float32], index: Index) -> NDArray[np.float32]:
    """The evidence for each passage, to a part that for its whole document: the mean over the document's passages."""
    totals = np.bincount(index.documents, weights=evidence)
    means = totals / np.maximum(np.bincount(index.documents), 1)
    return ((1 - DOCUMENT) * evidence + DOCUMENT * means[index.documents]).astype(np.float32)


def found(index: Index, seen: Look, k: int, notice: str | None) -> Found:
    """The k best passages of a look, scored, each with as much of its section around it as a passage may hold.

    What stands in the surroundings of a better one is not shown again.
    """
    passages: list[Passage] = []
    shown: set[int] = set()
    for number in seen.best(k * MOST_AROUND):
        if number in shown or len(passages) == k:
            continue
        around = surroundings(index, number)
        shown.update(around)
        passages.append(scored(index, seen, number, around))
    return Found(tuple(passages), seen.nothing_found, notice)


def surroundings(index: Index, number: int) -> range:
    """The passage and its neighbours in the same section, as far as all of them fit into one passage's length."""
    first = last = number
    room = MAX_CHARACTERS - len(index.pieces[number].passage.text)
    grown = True
    while grown:
        grown = False
        for near in (last + 1, first - 1):
            if _same_section(index, number, near) and len(index.pieces[near].passage.text) <= room:
                room -= len(index.pieces[near].passage.text)
                first, last, grown = min(first, near), max(last, near), True
    return range(first, last + 1)


def _same_section(index: Index, one: int, other: int) -> bool:
    if not 0 <= other < len(index.pieces):
        return False
    mine, theirs = index.pieces[one].passage, index.pieces[other].passage
    return (mine.document_id, mine.heading) == (theirs.document_id, theirs.heading)


def scored(index: Index, seen: Look, number: int, around: range | None = None) -> Passage:
    """A passage of the index with its score, and with the text of its surroundings where they are given."""
    passage = index.pieces[number].passage
    text = "".join(index.pieces[each].passage.text for each in around) if around else passage.text
    return passage.model_copy(update={"score": round(float(seen.score[number]), 4), "text": text.rstrip()})
