"""Pieces of a text, whether two of them are the same place, and F1 over such pieces."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from evals.score import Score, f1

LONGEST = 60
"""Words. A longer quote shows no place: with the whole text quoted everything would be found."""

Wanted = TypeVar("Wanted")
Given = TypeVar("Given")


def words_at(text: str, quote: str) -> list[frozenset[int]]:
    """For each place where a quote stands in a text, the numbers of the words that it covers."""
    places = [match.span() for match in re.finditer(r"\w+", text)]
    found = []
    at = text.find(quote) if quote else -1
    while at >= 0:
        end = at + len(quote)
        covered = frozenset(n for n, (start, stop) in enumerate(places) if start < end and stop > at)
        if covered:
            found.append(covered)
        at = text.find(quote, at + 1)
    return found


def same_place(text: str, one: str, other: str) -> bool:
    """True where two quotes share at least half of the shorter one's words."""
    return any(
        len(a) <= LONGEST and len(b) <= LONGEST and 2 * len(a & b) >= min(len(a), len(b))
        for a in words_at(text, one)
        for b in words_at(text, other)
    )


def touches(text: str, one: str, other: str) -> bool:
    """True where two quotes share a word."""
    return any(a & b for a in words_at(text, one) for b in words_at(text, other))


def mostly_inside(text: str, quote: str, outer: str) -> bool:
    """True where at least half of a quote's words lie in another."""
    return any(2 * len(a & b) >= len(a) for a in words_at(text, quote) for b in words_at(text, outer))


def pairs(
    wanted: Sequence[Wanted], given: Sequence[Given], fits: Callable[[Wanted, Given], bool]
) -> list[tuple[int, int]]:
    """The largest set of one-to-one pairs that fit, as positions (augmenting paths, Kuhn 1955)."""
    taken: dict[int, int] = {}
    options = [[at for at, each in enumerate(given) if fits(one, each)] for one in wanted]

    def place(one: int, tried: set[int]) -> bool:
        for at in options[one]:
            if at in tried:
                continue
            tried.add(at)
            if at not in taken or place(taken[at], tried):
                taken[at] = one
                return True
        return False

    for one in range(len(wanted)):
        place(one, set())
    return sorted((one, at) for at, one in taken.items())


def span_f1(text: str, wanted: Sequence[str], given: Sequence[str], neutral: Sequence[str] = ()) -> Score:
    """F1 of quotes by place; a given quote at a neutral place is neither right nor wrong."""
    matched = pairs(wanted, given, lambda one, other: same_place(text, one, other))
    missed = [each for n, each in enumerate(wanted) if n not in {one for one, _ in matched}]
    used = {at for _, at in matched}
    extra = [
        each
        for n, each in enumerate(given)
        if n not in used and not any(same_place(text, each, other) for other in neutral)
    ]
    return f1(len(matched), len(extra), len(missed), _reason(missed, extra))


def _reason(missed: Sequence[str], extra: Sequence[str]) -> str:
    parts = [f"missed {list(missed)!r}"] if missed else []
    return "; ".join([*parts, *([f"extra {list(extra)!r}"] if extra else [])])
