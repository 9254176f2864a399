"""What can be quoted of an owner's own file: sentences of prose, whole rows, list items and messages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from assistant.language.sentences import split

LONGEST_ITEM = 300
"""Characters of a list item that is quoted whole; a longer one is taken as prose."""
_MARK = r"(?:[-*•–·]|\d+(?:\.\d+)*[.)]|\d+\.\d+|\([a-z0-9]{1,3}\)|[a-z]\))\s+"
_ITEM = re.compile(rf"\s*(?:{_MARK}|\||[^\s:|][^:|]{{0,40}}:\s)")
"""How a list item, a row of a table and a line such as "Boiler: Tomasz" begin."""
_MESSAGE = re.compile(r"\s*\W?\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\D{1,6}\d{1,2}[:.]\d\d")
"""How a message of an exported chat begins: with date and time."""
_RULE = re.compile(r"[\s|:+=_-]*")
_BULLET = re.compile(r"\s*[-*•–·]\s+")


class Line(NamedTuple):
    """A verbatim part of a text, text[start:end]; `item` where it says all by itself, and `block` is its paragraph."""

    text: str
    start: int
    end: int
    item: bool
    block: int


def lines(text: str) -> Iterator[Line]:
    """The parts in order; lines that a paragraph was broken into for the width of a page are put together again."""
    for number, block in enumerate(_blocks(text)):
        wrapped = _is_wrapped([text[start:end] for start, end in block])
        for start, end in _joined(text, block) if not wrapped else [(block[0][0], block[-1][1])]:
            yield from _parts(text, start, end, number, alone=wrapped or len(block) == 1)


def _blocks(text: str) -> Iterator[list[tuple[int, int]]]:
    """The lines of each paragraph, by their places."""
    block: list[tuple[int, int]] = []
    for found in re.finditer(r"[^\n]*\n|[^\n]+$", text):
        if found.group().strip():
            block.append((found.start(), found.start() + len(found.group().rstrip())))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _is_wrapped(block: list[str]) -> bool:
    """True where lines go on in small letters, or none but the last had room for the next one's first word."""
    if len(block) < 2 or any(_ITEM.match(each) or _MESSAGE.match(each) for each in block):
        return False
    pairs = list(pairwise(block))
    if block[0].lstrip()[0].isupper() and any(after.lstrip()[0].islower() for _, after in pairs):
        return True
    width = max(len(each) for each in block)
    return all(len(one) + 1 + len(after.split()[0]) > width for one, after in pairs)


def _joined(text: str, block: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines, each with the indented ones after it that go on with it."""
    held = block[0]
    for start, end in block[1:]:
        line = text[start:end]
        if line[0].isspace() and not _ITEM.match(line) and _ITEM.match(text[slice(*held)]):
            held = held[0], end
            continue
        yield held
        held = start, end
    yield held


def _parts(text: str, start: int, end: int, block: int, *, alone: bool) -> Iterator[Line]:
    line = text[start:end]
    if _RULE.fullmatch(line):
        return
    message = _MESSAGE.match(line) is not None
    if message or (_ITEM.match(line) and len(line) <= LONGEST_ITEM):
        bullet = _BULLET.match(line)
        first = start + (bullet.end() if bullet else len(line) - len(line.lstrip()))
        yield Line(text[first:end], first, end, not message, block)
        return
    for part in split(line.replace("\n", " ")):
        place = start + part.start
        yield Line(text[place : place + len(part.text)], place, place + len(part.text), not alone, block)
