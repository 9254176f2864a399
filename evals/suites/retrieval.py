"""Search on questions whose passages are known: how often one is among the first five, and how far it is better than
words alone and meaning alone on the same passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from assistant.domain.knowledge import Answer
from assistant.encoder import BundledEncoder
from assistant.retrieval.documents import anchor, load_documents
from assistant.retrieval.passages import split
from assistant.retrieval.words import WordIndex
from evals.casebook import CASES, Attempt, Case, attempt, load
from evals.measure import Measure
from evals.score import Mark, Score, passed
from evals.suite import Suite, Workplace

FIRST = 5
LOOKED_AT = 50


class RetrievalCase(Case):
    """A question, the sections that answer it, and, where it joins two subjects, those of each half."""

    question: str
    off_topic: bool
    near_miss: bool = False
    relevant: tuple[str, ...] = ()
    halves: tuple[tuple[str, ...], ...] = ()


def run(place: Workplace) -> Iterator[Mark]:
    """Every measure of every question."""
    cases = place.some(load(CASES / "retrieval.jsonl", RetrievalCase))
    for case in cases:
        asked = attempt(place.plumbline.search, case.question, LOOKED_AT)
        for measure, score in marks(case, asked):
            yield Mark(measure, case.id, case.seen, score)
    yield from _alone(place, tuple(case for case in cases if not case.off_topic))


def marks(case: RetrievalCase, asked: Attempt[Answer]) -> Iterator[tuple[str, Score]]:
    """The scores of one question."""
    declined = asked.result is None or asked.result.abstained
    if case.off_topic:
        yield "declined_off_topic", passed(declined, case.question)
        return
    yield "declined_on_topic", Score(float(declined), case.question if declined else "")
    passages = asked.result.passages if asked.result else ()
    found = list(dict.fromkeys(anchor(each.document_id, each.heading) for each in passages))
    yield "hit_at_5", hit(case, found)
    yield "mrr", reciprocal_rank(case, found)
    if case.halves:
        both = all(set(half) & set(found[:FIRST]) for half in case.halves)
        yield "both_halves_at_5", passed(both, f"found {found[:FIRST]}")


def hit(case: RetrievalCase, found: Sequence[str]) -> Score:
    """1 where one of the first five sections answers the question."""
    return passed(bool(set(case.relevant) & set(found[:FIRST])), f"{case.question!r} found {list(found[:FIRST])}")


def reciprocal_rank(case: RetrievalCase, found: Sequence[str]) -> Score:
    """One over the place of the first section that answers the question; 0 where none of the first fifty does."""
    place = next((n for n, each in enumerate(found, start=1) if each in case.relevant), None)
    return Score(1 / place if place else 0.0, "" if place == 1 else f"at {place}")


def _alone(place: Workplace, cases: Sequence[RetrievalCase]) -> Iterator[Mark]:
    """What BM25 alone and the published encoder alone find among the same passages: how hard the questions are."""
    pieces = split(load_documents(place.settings.knowledge()))
    names = [anchor(each.passage.document_id, each.passage.heading) for each in pieces]
    texts = [each.embedded for each in pieces]
    words, encoder = WordIndex(texts), BundledEncoder()
    rows = encoder.encode(texts)
    for case in cases:
        by = {
            "bm25_alone": words.shares(words.stems(case.question)),
            "encoder_alone": rows @ encoder.encode([case.question])[0],
        }
        for measure, scores in by.items():
            order = np.argsort(-scores, kind="stable")[:LOOKED_AT]
            yield Mark(measure, case.id, case.seen, hit(case, list(dict.fromkeys(names[n] for n in order))))


RETRIEVAL = Suite(
    name="retrieval",
    about="search in the knowledge base (evals/cases/retrieval.jsonl)",
    run=run,
    measures=(
        Measure("hit_at_5", "questions with an answering section among the first five", bar=0.92),
        Measure("mrr", "mean of one over the place of the first answering section", bar=0.78),
        Measure("both_halves_at_5", "questions on two subjects with a section for each among the first five"),
        Measure("declined_off_topic", "questions off the subject that were declined", bar=0.95),
        Measure("declined_on_topic", "questions on the subject that were declined", bar=0.03, better="lower"),
        Measure("bm25_alone", "the first measure by BM25 alone; the questions are hard below 0.72", better="neither"),
        Measure("encoder_alone", "the first measure by the published encoder alone", better="neither"),
    ),
)
