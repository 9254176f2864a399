"""Answers made of the sentences that answer, each with the place it was taken from; or none, where nothing does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from assistant.domain.knowledge import Answer, Citation, Sentence
from assistant.retrieval.conflicts import Conflicts
from assistant.retrieval.openings import Openings
from assistant.retrieval.quotes import Quote, Reader
from assistant.retrieval.search import scored, surroundings

SENTENCES, PASSAGES = 4, 2
NEAR_BEST = 0.75
"""A passage is quoted where its evidence is at least this share of the best one's."""


class Shown(NamedTuple):
    """The part of a section that is handed over: the passage whose score it bears, and the passages that it holds."""

    number: int
    window: range


def compose(reader: Reader, conflicts: Conflicts, today: date, k: int, notice: str | None) -> Answer:
    """The answer to the question that the reader holds: at most four sentences from at most two passages.

    Abstained where no passage is likely relevant. A declared conflict with what is quoted is always told.
    """
    question = reader.seen.question
    quotes, against = ([], set()) if reader.seen.nothing_found else _quotes(reader, conflicts)
    if not quotes:
        return Answer(question=question, answer=None, abstained=True, notice=notice)
    shown = _shown(reader, [*(quote.number for quote in quotes), *reader.seen.best(k)])
    sentences = _worded(reader, quotes, against, shown, today)
    passages = [scored(reader.index, reader.seen, each.number, each.window) for each in shown.values()]
    return Answer(
        question=question,
        answer=" ".join(sentence.text for sentence in sentences),
        abstained=False,
        sentences=tuple(sentences),
        passages=tuple(sorted(passages, key=lambda each: -each.score)),
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
    return quotes + [_finding(reader, conflicts, number) for number in more], set(extra)


def _finding(reader: Reader, conflicts: Conflicts, number: int) -> Quote:
    """The sentence that speaks for a passage where it disagrees."""
    quotes = reader.quotes([number])
    opening = conflicts.opening(reader.index.pieces[number].passage)
    return next((each for each in quotes if each.text.startswith(opening)), quotes[0])


def _passages(reader: Reader, most: int) -> list[int]:
    best = reader.seen.best(most)
    least = NEAR_BEST * float(reader.seen.evidence[best[0]])
    return [number for number in best if float(reader.seen.evidence[number]) >= least]


def _section(reader: Reader, number: int) -> tuple[str, str]:
    passage = reader.index.pieces[number].passage
    return passage.document_id, passage.heading


def _shown(reader: Reader, numbers: Sequence[int]) -> dict[tuple[str, str], Shown]:
    """For each section, its part around the first of these passages: only one, so that a citation has one place."""
    shown: dict[tuple[str, str], Shown] = {}
    for number in numbers:
        shown.setdefault(_section(reader, number), Shown(number, surroundings(reader.index, number)))
    return shown


def _worded(
    reader: Reader, quotes: Sequence[Quote], against: set[int], shown: dict[tuple[str, str], Shown], today: date
) -> list[Sentence]:
    """The quotes as sentences: a weak source is called weak, an old one old, a conflict is announced."""
    made: list[Sentence] = []
    openings = Openings(reader.phrasing, today)
    told: set[int] = set()
    for quote in quotes:
        window = shown[_section(reader, quote.number)].window
        if quote.number not in window:
            continue  # another part of a long section, which is not shown
        passage = reader.index.pieces[quote.number].passage
        disagrees = quote.number in against and quote.number not in told
        told.add(quote.number)
        before_it = sum(len(reader.index.pieces[n].passage.text) for n in range(window.start, quote.number))
        cited = Citation(
            document_id=passage.document_id,
            heading=passage.heading,
            quote=quote.text,
            start=before_it + quote.start,
            end=before_it + quote.end,
        )
        before = openings.before(quote.text, passage, disagrees=disagrees)
        made.append(Sentence(text=before + quote.text, citations=(cited,)))
    return made
