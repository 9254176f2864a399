"""A proposal cut into sentences, headings and table rows, each with its offsets and the heading above it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf

_LINE = re.compile(r"[^\n]+")
_LIST_MARK = re.compile(r"\s*(?:[-*•·▪‣–]|\(?[a-zA-Z0-9]{1,3}[.)]|\(?[ivxlc]{1,5}\)|#{1,6}|\d+(?:\.\d+)+\.?)\s")
_ENDS = re.compile(r"[.;:!?][\"”’')\]]*\s*$")
_BREAK = re.compile(
    r"[.!?][\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9(\[])|;(?=\s)|\[/INST\]|<\|[a-z_]{2,12}\|>|\s{3,}(?=\(?[\da-zA-Z]{1,3}(?:\.\d+)*[.)]\s)"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:inc|ltd|co|corp|no|nos|sec|art|vs|approx|st|mr|mrs|ms|dr|e\.g|i\.e|u\.s|u\.k|p\.a|p\.m|a\.m|excl|incl|"
    r"est|min|max|viz|cf|para|cl|jr|dept|fig|vol|ed)|\b[a-z])\.$",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(r"^\W*(?:\d{1,2}(?:\.\d+)*|[ivxIVX]{1,4})\.$")
_SEMICOLON_FROM = 500
_NARROW, _WIDE = 45, 130
_ENTRY = re.compile(r"[A-Z][\w /&()'’-]{2,40}:\s")
_MONEY = re.compile(r"[$£€]\s?\d|\d\s?[$£€]")
_HEADING_WORDS = 9
_HEADING_WORDS_IN_LINE = 5
_NUMBERED = re.compile(
    r"^\s*(?:#{1,6}\s*)?(?:(?:section|article|clause)\s+)?\(?[\dIVXivx]{1,4}(?:\.\d+)*[.)]?\s+", re.IGNORECASE
)
_CELL_GAP = re.compile(r"\s*\|\s*|\t+| {3,}(?=\S)")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, heading or row: `text` is the verbatim piece, `words` the same on one line.

    `heading` is the last heading above, lower-cased; `block` numbers the paragraph.
    """

    start: int
    end: int
    text: str
    heading: str = ""
    block: int = 0
    words: str = ""


def split(text: str) -> tuple[Segment, ...]:
    """All segments of a text in order; every character that is not white space belongs to exactly one."""
    segments: list[Segment] = []
    heading = ""
    for number, (start, end) in enumerate(_blocks(text, _wrap_width(text))):
        for first, last in _sentences(text, start, end):
            piece = text[first:last]
            segments.append(Segment(first, last, piece, heading, number, " ".join(piece.split())))
            if _is_heading(piece, alone=last - first >= (end - start) * 0.9):
                heading = _NUMBERED.sub("", _SPACES.sub(" ", piece)).strip(" .:#*_|").lower()
    return tuple(segments)


def _wrap_width(text: str) -> float:
    """The width at which a text was wrapped, in characters; infinite where its lines end where their sense does."""
    lengths = sorted(len(line.rstrip()) for line in text.split("\n") if line.strip())
    if not lengths:
        return inf
    width = lengths[int(len(lengths) * 0.9)]
    full = sum(0.75 * width <= each <= 1.2 * width for each in lengths)
    return width if _NARROW <= width <= _WIDE and full >= 0.35 * len(lengths) else inf


def _blocks(text: str, width: float) -> Iterator[tuple[int, int]]:
    """Lines, with lines that were only wrapped put together again."""
    start = end = -1
    for line in _LINE.finditer(text):
        if not line.group().strip():
            continue
        if start >= 0 and _continues(text, start, end, line, width):
            end = line.end()
            continue
        if start >= 0:
            yield start, end
        start, end = line.start(), line.end()
    if start >= 0:
        yield start, end


def _continues(text: str, start: int, end: int, line: re.Match[str], width: float) -> bool:
    gap = text[end : line.start()]
    before = text[max(start, text.rfind("\n", start, end) + 1) : end].rstrip()
    after = line.group().lstrip()
    if gap.count("\n") > 2 or is_row(before) or is_row(after) or _LIST_MARK.match(line.group()):
        return False
    if gap.count("\n") == 2:
        return after[:1].islower() and not _ENDS.search(before)
    if _ENTRY.match(after) or (_MONEY.search(before) and _MONEY.search(after)):
        return False
    return after[:1].islower() or (len(before) >= 0.7 * width and not _ENDS.search(before))


def befores(pieces: Iterable[str]) -> list[str]:
    """What a reader needs of what stands before each sentence or row: the sentence before it, or of a table's rows the
    first, which names the columns."""
    found: list[str] = []
    head = before = ""
    for piece in pieces:
        words, row = " ".join(piece.split()), is_row(piece)
        found.append(head if row and head else before)
        head = (head or words) if row else ""
        before = words
    return found


def is_row(text: str) -> bool:
    """True for a row of a table: cells between bars, tabs or wide gaps."""
    return _CELL_GAP.search(text.strip()) is not None


def cells(row: str) -> tuple[str, ...]:
    """The cells of a row, without the blanks around them."""
    return tuple(cell.strip() for cell in _CELL_GAP.split(row.strip()))


def cell_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where the cells of a row begin and end; the whole text where it is no row."""
    if not is_row(text):
        return ((0, len(text)),)
    gaps = [match.span() for match in _CELL_GAP.finditer(text)]
    starts = [0, *(end for _, end in gaps)]
    ends = [*(start for start, _ in gaps), len(text)]
    return tuple(zip(starts, ends, strict=True))


def cell_at(row: str, offset: int) -> int:
    """The number of the cell in which an offset of a row lies."""
    return sum(offset >= end for _, end in cell_spans(row)[:-1])


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for stop in _BREAK.finditer(text, start, end):
        cut = stop.end() if not stop.group().isspace() else stop.start()
        if stop.group() == ";" and cut - first < _SEMICOLON_FROM:
            continue
        if stop.group()[0] == "." and _no_end(text[first:cut]):
            continue
        if cut > first and (piece := _trimmed(text, first, cut)):
            yield piece
        first = cut
    if piece := _trimmed(text, first, end):
        yield piece


def _no_end(piece: str) -> bool:
    return bool(_ABBREVIATION.search(piece[-14:]) or (len(piece) < 14 and _NUMBER_ALONE.match(piece)))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    stripped = piece.strip()
    return (start + left, start + left + len(stripped)) if stripped else None


def _is_heading(piece: str, alone: bool) -> bool:
    body = _NUMBERED.sub("", piece.strip()).strip(" *_#|")
    words = body.split()
    if not words or len(words) > _HEADING_WORDS or not any(char.isalpha() for char in body):
        return False
    if piece.lstrip().startswith("#"):
        return True
    if "|" in body or body.endswith((",", ";", "?", "!")) or _NO_HEADING.search(body):
        return False
    if body.endswith(".") and (len(words) > _HEADING_WORDS_IN_LINE or alone):
        return False
    capital = sum(word[:1].isupper() or word.lower() in _SMALL for word in words) >= len(words) * 0.7
    return capital or (alone and not body.endswith("."))


_NO_HEADING = re.compile(r"[$£€¥%@]|\d{2}|[:=–—] ?\S|\b(?:usd|eur|gbp|per month|per year)\b", re.IGNORECASE)
_SMALL = frozenset({"of", "and", "the", "for", "to", "a", "in", "on", "or", "by", "with", "your", "our", "at", "&"})
