"""Answers made of the sentences that answer, each with the place it was taken from; or none, where nothing does."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain.knowledge import Answer, Citation, Sentence
from assistant.retrieval.conflicts import Conflicts
from assistant.retrieval.quotes import Quote, Reader
from assistant.retrieval.search import found, scored

SENTENCES, PASSAGES = 4, 3
NEAR_BEST = 0.75
"""A passage is quoted where its evidence is at least this share of the best one's."""


def compose(reader: Reader, conflicts: Conflicts, k: int, notice: str | None) -> Answer:
    """The answer to the question that the reader holds: at most four sentences from at most three passages.

    Abstained where no passage is likely relevant. A declared conflict with what is quoted is always told.
    """
    brought = found(reader.index, reader.seen, k, notice)
    question = reader.seen.question
    quotes, against = ([], set()) if brought.abstained else _quotes(reader, conflicts)
    if not quotes:
        return Answer(question=question, answer=None, abstained=True, notice=notice)
    sentences = _worded(reader, quotes, against)
    numbers = dict.fromkeys([*reader.seen.best(k), *(quote.number for quote in quotes)])
    return Answer(
        question=question,
        answer=" ".join(sentence.text for sentence in sentences),
        abstained=False,
        sentences=tuple(sentences),
        passages=tuple(scored(reader.index, reader.seen, number) for number in numbers),
        notice=notice,
    )


def _quotes(reader: Reader, conflicts: Conflicts) -> tuple[list[Quote], set[int]]:
    """What is quoted, and the passages that are quoted because they disagree with the others."""
    quotes: list[Quote] = []
    extra: list[int] = []
    for kept in range(PASSAGES):
        passages = _passages(reader, PASSAGES - kept)
        quotes = reader.chosen(reader.quotes(passages), SENTENCES - kept)
        cited = list(dict.fromkeys(quote.number for quote in quotes))
        extra = conflicts.against(reader.index, cited)
        if len(set(extra) - set(cited)) <= kept:
            break
    more = [number for number in extra if number not in {quote.number for quote in quotes}]
    return quotes + [reader.quotes([number])[0] for number in more], set(extra)


def _passages(reader: Reader, most: int) -> list[int]:
    best = reader.seen.best(most)
    least = NEAR_BEST * float(reader.seen.evidence[best[0]])
    return [number for number in best if float(reader.seen.evidence[number]) >= least]


def _worded(reader: Reader, quotes: Sequence[Quote], against: set[int]) -> list[Sentence]:
    """The quotes as sentences: a weak source is called weak, a conflict is announced."""
    made: list[Sentence] = []
    seen: set[str] = set()
    told: set[int] = set()
    for quote in quotes:
        passage = reader.index.pieces[quote.number].passage
        label = reader.phrasing.labels.get(passage.strength)
        before = label.before(quote.text, again=passage.document_id in seen) if label else ""
        if quote.number in against and quote.number not in told:
            before = reader.phrasing.disagrees + before
        seen.add(passage.document_id)
        told.add(quote.number)
        cited = Citation(
            document_id=passage.document_id,
            heading=passage.heading,
            quote=quote.text,
            start=quote.start,
            end=quote.end,
        )
        made.append(Sentence(text=before + quote.text, citations=(cited,)))
    return made
