"""From states and shares to spans: the likeliest row of begins and insides, whole words, sentences, distances."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]
Place = tuple[int, int]
FORBIDDEN = np.float32(-1e9)
REACH = 3
"""Sentences beyond which distance is all one."""
SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)|\n+")


def best_path(logs: Rows, glued: NDArray[np.bool_]) -> NDArray[np.int64]:
    """For each wordpiece and kind outside (0), begin (1) or inside (2): the likeliest row of them (Viterbi 1967).

    `logs` (pieces, kinds, 3) are logarithms of shares. Nothing is inside without a beginning, and nothing begins in the
    middle of a word, which `glued` marks.
    """
    length, kinds, _ = logs.shape
    outside, begun, inside = logs[0, :, 0], logs[0, :, 1], np.full_like(logs[0, :, 2], FORBIDDEN)
    was_outside, was_begun = (np.zeros((length, kinds), dtype=np.bool_) for _ in range(2))
    for at in range(1, length):
        np.greater_equal(begun, inside, out=was_begun[at])
        going_on = np.maximum(begun, inside)
        np.greater_equal(outside, going_on, out=was_outside[at])
        best = np.maximum(outside, going_on)
        outside, inside = best + logs[at, :, 0], going_on + logs[at, :, 2]
        begun = best + (FORBIDDEN if glued[at] else logs[at, :, 1])
    path = np.zeros((length, kinds), dtype=np.int64)
    inner = np.where(was_begun, 1, 2)
    path[-1] = np.stack([outside, begun, inside]).argmax(axis=0)
    for at in range(length - 1, 0, -1):
        path[at - 1] = np.where(was_outside[at] & (path[at] != 2), 0, inner[at])
    return path


def runs(path: NDArray[np.int64]) -> Iterator[Place]:
    """The spans of one kind: from each beginning to before the next outside or beginning."""
    begins = np.flatnonzero(path == 1)
    ends = np.flatnonzero(path != 2)
    for first in begins:
        later = ends[ends > first]
        yield int(first), int(later[0]) if len(later) else len(path)


def softmax(scores: Rows) -> Rows:
    """Shares over the last axis."""
    grown = np.exp(scores - scores.max(axis=-1, keepdims=True)) if scores.size else scores
    return np.asarray(grown / grown.sum(axis=-1, keepdims=True), dtype=np.float32)


def log_softmax(scores: Rows) -> Rows:
    """Logarithms of shares over the last axis."""
    least = scores - scores.max(axis=-1, keepdims=True)
    return np.asarray(least - np.log(np.exp(least).sum(axis=-1, keepdims=True)), dtype=np.float32)


def pieces_of(offsets: Sequence[Place], start: int, end: int) -> Place:
    """The first wordpiece of text[start:end] and the one after its last; at least one."""
    first = bisect_right(offsets, start, key=lambda each: each[1])
    first = min(first, len(offsets) - 1)
    return first, max(first + 1, bisect_left(offsets, end, key=lambda each: each[0]))


def pool(states: Rows, pieces: Sequence[Place]) -> Rows:
    """The mean state of each run of wordpieces."""
    if not pieces:
        return np.zeros((0, states.shape[1]), dtype=np.float32)
    return np.stack([states[first:stop].mean(axis=0) for first, stop in pieces])


def whole_words(text: str, start: int, end: int) -> Place:
    """A span widened to whole words, without the spaces and stops around it."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    while end > start + 1 and text[end - 1] in " \n\t.,;:!?-–—":
        end -= 1
    while start < end - 1 and text[start] in " \n\t.,;:!?-–—":
        start += 1
    return start, end


def sentence_of(text: str, start: int, end: int) -> Place:
    """The sentence around a span, to the stops on either side."""
    before = [found.end() for found in SENTENCE_END.finditer(text, 0, start)]
    after = SENTENCE_END.search(text, end)
    return before[-1] if before else 0, after.start() if after else len(text)


def nearness(text: str, places: Sequence[Place], works: Sequence[Place]) -> NDArray[np.int64]:
    """How each place lies to each piece of work, as a number below 16.

    Seven distances in sentences, the same sentence split by what comes first, each twice: whether no other piece of
    work stands between or not.
    """
    ends = [found.start() for found in SENTENCE_END.finditer(text)]
    numbers = [bisect_right(ends, start) for start, _ in works]
    found = np.zeros((len(places), len(works)), dtype=np.int64)
    starts = [start for start, _ in works]
    for row, (start, _) in enumerate(places):
        here = bisect_right(ends, start)
        before = bisect_right(starts, start) - 1
        for column, number in enumerate(numbers):
            apart = max(-REACH, min(REACH, here - number))
            bucket = apart + REACH + (apart > 0 or (apart == 0 and starts[column] <= start))
            found[row, column] = 2 * bucket + (column in (before, before + 1))
    return found
