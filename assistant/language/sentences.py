"""Sentences of a text with their places; the text is never changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.language.measures import measures

LONGEST = 4000
"""Characters that go to the splitter at once: its time grows faster than the text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A verbatim part of a text: text[start:end]."""

    text: str
    start: int
    end: int


def split(text: str) -> tuple[Piece, ...]:
    """The sentences of a text in order; empty lines and list items end a sentence too."""
    pieces: list[Piece] = []
    for start, end in _blocks(text):
        pieces.extend(_sentences(text, start, end))
    return tuple(_joined(text, [part for piece in pieces for part in _parted(piece)]))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs and list items, cut where they are too long for one go."""
    position = 0
    for found in [*re.finditer(r"\n\s*\n|\n(?=\s*[-*•–]\s|\s*\d+[.)]\s)", text), None]:
        end = found.start() if found else len(text)
        while end - position > LONGEST:
            cut = text.rfind(" ", position + LONGEST // 2, position + LONGEST)
            cut = cut if cut > 0 else position + LONGEST
            yield position, cut
            position = cut
        yield position, end
        position = found.end() if found else end


def _sentences(text: str, start: int, end: int) -> Iterator[Piece]:
    import pysbd

    block = text[start:end]
    position = 0
    # A segmenter keeps the text that it works on, so threads must not share one. Its `segment` would find the places
    # of the sentences by a new pattern for each; here they are found anyhow.
    for sentence in pysbd.Segmenter(language="en", clean=False).processor(block).process():
        stripped = str(sentence).strip()
        at = block.find(stripped, position)
        if stripped and at >= 0:
            yield Piece(stripped, start + at, start + at + len(stripped))
            position = at + len(stripped)
    rest = block[position:].strip()
    if rest:
        at = block.find(rest, position)
        yield Piece(rest, start + at, start + at + len(rest))


def _parted(piece: Piece) -> Iterator[Piece]:
    """The piece, parted where a word in small letters ends with a full stop and a capital follows.

    The splitter takes "me." for Maine and "in." for inches; an owner who writes "just me. I could" means two sentences.
    """
    short = measures().abbreviations
    position = 0
    for found in re.finditer(r"\b([a-z]{2,}\.)[\"')\]]*\s+(?=[A-Z])", piece.text):
        if found.group(1) not in short:
            yield Piece(
                piece.text[position : found.end()].rstrip(),
                piece.start + position,
                piece.start + len(piece.text[: found.end()].rstrip()),
            )
            position = found.end()
    if position < len(piece.text):
        yield Piece(piece.text[position:], piece.start + position, piece.end)


def _joined(text: str, pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces, with "approx. 3 hrs. per week" put together again where an abbreviation had ended one."""
    short = measures().abbreviations
    held: Piece | None = None
    for piece in pieces:
        if held is not None:
            last = held.text.rsplit(None, 1)[-1].lower()
            if last in short and not piece.text[0].isupper() and "\n" not in text[held.end : piece.start]:
                held = Piece(text[held.start : piece.end], held.start, piece.end)
                continue
            yield held
        held = piece
    if held is not None:
        yield held
