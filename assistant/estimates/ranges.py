"""From draws to what is shown of them: P10, P50 and P90."""

from __future__ import annotations

from functools import cache
from math import ceil, isfinite

import numpy as np

from assistant.domain.facts import Range
from assistant.estimates.draws import Draws

QUANTILES = (0.10, 0.50, 0.90)


def as_range(values: Draws, unit: str) -> Range:
    """P10, P50, P90 of draws; an end that is infinite, which means never, is None."""
    ordered = np.sort(values)
    low, mid, high = (float(ordered[each]) for each in _places(len(ordered)))
    return Range(low=_end(low), mid=_end(mid), high=_end(high), unit=unit)


def middle(values: Draws) -> float:
    """P50 of draws, as `as_range` has it."""
    place = _places(len(values))[1]
    return float(np.partition(values, place)[place])


def _end(value: float) -> float | None:
    return value if isfinite(value) else None


@cache
def _places(count: int) -> tuple[int, int, int]:
    """Where the three stand among so many draws in their order."""
    low, mid, high = (max(ceil(each * count) - 1, 0) for each in QUANTILES)
    return low, mid, high
