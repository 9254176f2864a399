"""What is measured, and the arithmetic from scores to one value with its interval."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from evals.score import Score

Statistic = Literal["mean", "p50", "p90", "p95", "max"]
Better = Literal["higher", "lower", "neither"]
RESAMPLES = 2000
SEED = 20260
Z95 = 1.959964


@dataclass(frozen=True)
class Measure:
    """One measure of a suite; `means` is its line in the report, `bar` the value to reach (or not to exceed)."""

    name: str
    means: str
    bar: float | None = None
    better: Better = "higher"
    statistic: Statistic = "mean"
    unit: str = ""

    def met(self, value: float) -> bool | None:
        """Whether a value reaches the bar; None without one."""
        if self.bar is None:
            return None
        return value <= self.bar + 1e-9 if self.better == "lower" else value >= self.bar - 1e-9


@dataclass(frozen=True)
class Tally:
    """One value over many scores: cases, the items they stand for, the value and its 95 % interval."""

    cases: int
    items: float
    value: float
    low: float
    high: float


def tally(scores: Sequence[Score], statistic: Statistic = "mean", is_share: bool = True) -> Tally | None:
    """The value of many scores, or None where nothing was scored.

    Shares of yes/no cases get Wilson's interval, and so do shares where every case is whole or lost, in which no
    bootstrap sees a spread; everything else gets a percentile bootstrap over cases.
    """
    counted = [each for each in scores if each.weight > 0]
    if not counted:
        return None
    values = np.array([each.value for each in counted])
    weights = np.array([each.weight for each in counted])
    value = _statistic(values[None, :], weights[None, :], statistic)[0]
    yes_or_no = set(values) <= {0.0, 1.0} and set(weights) == {1.0}
    if is_share and statistic == "mean" and (yes_or_no or set(values) in ({0.0}, {1.0})):
        low, high = wilson(int(values.sum()), len(counted))
    else:
        low, high = _bootstrap(values, weights, statistic)
    return Tally(len(counted), float(weights.sum()), float(value), low, high)


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % score interval of a share (Wilson 1927).

    >>> [round(end, 3) for end in wilson(9, 10)]
    [0.596, 0.982]
    """
    share, spread = hits / of, Z95**2 / of
    centre = (share + spread / 2) / (1 + spread)
    half = Z95 / (1 + spread) * math.sqrt(share * (1 - share) / of + spread / (4 * of))
    return max(0.0, centre - half), min(1.0, centre + half)


def _bootstrap(values: np.ndarray, weights: np.ndarray, statistic: Statistic) -> tuple[float, float]:
    drawn = np.random.default_rng(SEED).integers(0, len(values), size=(RESAMPLES, len(values)))
    found = _statistic(values[drawn], weights[drawn], statistic)
    low, high = np.percentile(found, [2.5, 97.5])
    return float(low), float(high)


def _statistic(values: np.ndarray, weights: np.ndarray, statistic: Statistic) -> np.ndarray:
    """The statistic of each row."""
    if statistic == "mean":
        mean: np.ndarray = (values * weights).sum(axis=1) / weights.sum(axis=1)
        return mean
    if statistic == "max":
        return np.asarray(values.max(axis=1))
    return np.asarray(np.percentile(values, float(statistic.removeprefix("p")), axis=1))
