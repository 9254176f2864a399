"""Sentences cut into clauses: at commas, dashes, brackets and conjunctions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.language.sentences import Piece

ENDS = r"[,;:()!?\n]|\s[-–—]+\s|\b(?:but|because|so that|although|though|while|whereas|which|when|if|unless|until)\b"


def clauses(sentence: Piece) -> Iterator[Piece]:
    """Parts of a sentence between commas, dashes and conjunctions; a conjunction opens its clause."""
    position = 0
    for found in re.finditer(ENDS, sentence.text, re.IGNORECASE):
        # A comma inside a figure is no end of a clause.
        inside = found.group() == "," and re.match(r"\d,\d", sentence.text[max(found.start() - 1, 0) : found.end() + 1])
        if inside or not sentence.text[position : found.start()].strip():
            continue
        yield _piece(sentence, position, found.start())
        position = found.start() if found.group()[0].isalpha() else found.end()
    if sentence.text[position:].strip():
        yield _piece(sentence, position, len(sentence.text))


def _piece(sentence: Piece, start: int, end: int) -> Piece:
    while start < end and sentence.text[start].isspace():
        start += 1
    return Piece(sentence.text[start:end], sentence.start + start, sentence.start + end)
