"""Answers made of the sentences that answer, each with the place it was taken from; or none, where nothing does."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain.knowledge import Answer, Citation, Sentence
from assistant.retrieval.conflicts import Conflicts
from assistant.retrieval.quotes import Quote, Reader
from assistant.retrieval.search import found, scored, surroundings

SENTENCES, PASSAGES = 4, 2
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
    windows = _windows(reader, quotes)
    sentences = _worded(
        reader, [each for each in quotes if each.number in _window(reader, windows, each)], against, windows
    )
    best = [each for each in reader.seen.best(k) if _section(reader, each) not in windows]
    windows |= {_section(reader, each): surroundings(reader.index, each) for each in reversed(best)}
    firsts = {
        section: next(n for n in (*(q.number for q in quotes), *best) if n in window)
        for section, window in windows.items()
    }
    return Answer(
        question=question,
        answer=" ".join(sentence.text for sentence in sentences),
        abstained=False,
        sentences=tuple(sentences),
        passages=tuple(
            sorted(
                (scored(reader.index, reader.seen, firsts[section], window) for section, window in windows.items()),
                key=lambda each: -each.score,
            )
        ),
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


def _section(reader: Reader, number: int) -> tuple[str, str]:
    passage = reader.index.pieces[number].passage
    return passage.document_id, passage.heading


def _windows(reader: Reader, quotes: Sequence[Quote]) -> dict[tuple[str, str], range]:
    """For each section that is quoted, the part of it that is shown: only one, so that a citation has one place."""
    windows: dict[tuple[str, str], range] = {}
    for quote in quotes:
        windows.setdefault(_section(reader, quote.number), surroundings(reader.index, quote.number))
    return windows


def _window(reader: Reader, windows: dict[tuple[str, str], range], quote: Quote) -> range:
    return windows[_section(reader, quote.number)]


def _worded(
    reader: Reader, quotes: Sequence[Quote], against: set[int], windows: dict[tuple[str, str], range]
) -> list[Sentence]:
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
        window = _window(reader, windows, quote)
        before_it = sum(len(reader.index.pieces[n].passage.text) for n in range(window.start, quote.number))
        cited = Citation(
            document_id=passage.document_id,
            heading=passage.heading,
            quote=quote.text,
            start=before_it + quote.start,
            end=before_it + quote.end,
        )
        made.append(Sentence(text=before + quote.text, citations=(cited,)))
    return made
