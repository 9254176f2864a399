"""Clauses found in contracts, counted as CUAD's authors count them (Hendrycks et al. 2021)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

SAME = 0.5
"""Share of words in common from which a sentence is a marked clause (Jaccard 1901)."""
_WORD = re.compile(r"\w+")
Words = frozenset[str]


class Found(NamedTuple):
    """A sentence that may be a clause: its contract, its words, and how sure it is (0-1)."""

    contract: str
    words: Words
    sure: float


class Point(NamedTuple):
    """Recall and precision where every sentence at least this sure is taken."""

    recall: float
    precision: float


def words_of(text: str) -> Words:
    """The words of a text, each once."""
    return frozenset(_WORD.findall(text.lower()))


def alike(one: Words, other: Words) -> float:
    """Share of words in common."""
    return len(one & other) / max(1, len(one | other))


def curve(found: Iterable[Found], marked: Mapping[str, Sequence[Words]]) -> list[Point]:
    """Recall and precision from the surest sentence on; a clause counts once, a sentence that meets none is wrong."""
    total = sum(len(each) for each in marked.values())
    met: dict[str, set[int]] = {name: set() for name in marked}
    right = wrong = 0
    points: list[Point] = []
    for each in sorted(found, key=lambda one: -one.sure):
        there = [n for n, words in enumerate(marked.get(each.contract, ())) if alike(each.words, words) >= SAME]
        if there:
            right += len(set(there) - met[each.contract])
            met[each.contract].update(there)
        else:
            wrong += 1
        points.append(Point(right / max(1, total), right / max(1, right + wrong)))
    return points


def area(points: Sequence[Point]) -> float:
    """Area under precision over recall, precision being the best at that recall or more."""
    best = _envelope(points)
    steps = pairwise([Point(0.0, 1.0), *best])
    return sum((after.recall - before.recall) * after.precision for before, after in steps)


def precision_at(points: Sequence[Point], recall: float) -> float:
    """The best precision at a recall or more; 0 where it is never reached."""
    return max((each.precision for each in points if each.recall >= recall), default=0.0)


def _envelope(points: Sequence[Point]) -> list[Point]:
    best, envelope = 0.0, []
    for each in reversed(points):
        best = max(best, each.precision)
        envelope.append(Point(each.recall, best))
    return envelope[::-1]
