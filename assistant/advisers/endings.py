"""A stream of text as whole sentences, each as soon as it has ended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from assistant.language.sentences import split

THOUGHT = ("<think>", "</think>")
"""Between these some models write what they think before they answer."""
MAY_END = re.compile(r"[.!?…:][\"'”’)\]]*\s+\S|\n")
BREAK = re.compile(r"\n\s*\n")


class Ended(NamedTuple):
    """A sentence and the number of the paragraph that it stands in, from 0."""

    paragraph: int
    text: str


def sentences(pieces: Iterable[str]) -> Iterator[Ended]:
    """The sentences of a stream; the last one ends with the stream."""
    held, paragraph = "", 0
    for piece in _without_thoughts(pieces):
        held += piece
        while found := BREAK.search(held.lstrip("\n")):
            held = held.lstrip("\n")
            yield from (Ended(paragraph, each.text) for each in split(held[: found.start()]))
            held, paragraph = held[found.end() :], paragraph + 1
        if MAY_END.search(held):
            parts = split(held)
            yield from (Ended(paragraph, each.text) for each in parts[:-1])
            held = held[parts[-1].start :] if parts else held
    yield from (Ended(paragraph, each.text) for each in split(held))


def _without_thoughts(pieces: Iterable[str]) -> Iterator[str]:
    """The stream behind what a model thought aloud; nothing where the thought never ends."""
    begin, end = THOUGHT
    held = ""
    stream = iter(pieces)
    for piece in stream:
        held += piece
        start = held.lstrip()
        if start.startswith(begin):
            if end in start:
                yield start.split(end, 1)[1].lstrip()
                break
        elif not begin.startswith(start):
            yield held
            break
    else:
        if not held.lstrip().startswith(begin):
            yield held
    yield from stream
