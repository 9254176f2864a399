"""What a scorer returns, and the mark that it becomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Score:
    """A value with its reason. A measure is the mean of its scores, weighted by the items that each stands for.

    A weight of 0 means that there was nothing to score, which is neither right nor wrong.
    """

    value: float
    reason: str = ""
    weight: float = 1.0


@dataclass(frozen=True)
class Mark:
    """One score of one case; `seen` is None for data made by others."""

    measure: str
    case: str
    seen: bool | None
    score: Score


def share(hits: float, of: float, reason: str = "") -> Score:
    """The share of hits among `of` items."""
    return Score(hits / of, reason, of) if of else Score(0.0, reason, 0.0)


def passed(ok: bool, reason: str = "") -> Score:
    """1 or 0; the reason is kept where it failed."""
    return Score(float(ok), "" if ok else reason)


def together(scores: Sequence[Score]) -> Score:
    """One score for all of a case's scores, each with its weight."""
    weight = sum(each.weight for each in scores)
    reason = "; ".join(each.reason for each in scores if each.reason)
    return share(sum(each.value * each.weight for each in scores), weight, reason)


def f1(hits: int, extra: int, missed: int, reason: str = "") -> Score:
    """F1 of one case, weighted so that the mean over cases is the F1 over all of them (2 TP / (2 TP + FP + FN))."""
    return share(2 * hits, 2 * hits + extra + missed, reason)
