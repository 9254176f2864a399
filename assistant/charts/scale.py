"""An axis with round figures on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import ceil, floor, log10

from assistant.domain.charts import Axis, Tick

ROUND = (1.0, 2.0, 5.0, 10.0)
MOST_STEPS = 5
ROUNDING = 1e-9


def scale(title: str, values: Iterable[float], say: Callable[[float], str]) -> Axis:
    """An axis over all values and nil, with a tick at each round step; without any values from 0 to 1.

    >>> [each.at for each in scale("h", [1.4, 7.2], str).ticks], [each.at for each in scale("h", [-30], str).ticks]
    ([0.0, 2.0, 4.0, 6.0, 8.0], [-30.0, -20.0, -10.0, 0.0])
    """
    found = [0.0, *values]
    low, high = min(found), max(found)
    step = _step((high - low) or 1.0)
    first, last = floor(low / step + ROUNDING), ceil(high / step - ROUNDING)
    ticks = tuple(Tick(at=n * step, words=say(n * step)) for n in range(first, max(last, first + 1) + 1))
    return Axis(title=title, low=ticks[0].at, high=ticks[-1].at, ticks=ticks)


def _step(length: float) -> float:
    rough = length / MOST_STEPS
    size = 10.0 ** floor(log10(rough))
    return next(size * each for each in ROUND if size * each >= rough * (1 - ROUNDING))


def evenly(last: int, most: int = MOST_STEPS) -> range:
    """Whole figures from 0 to `last` in equal steps, so many at most besides the first.

    >>> list(evenly(3)), list(evenly(13)), list(evenly(0))
    ([0, 1, 2, 3], [0, 3, 6, 9, 12], [0])
    """
    return range(0, last + 1, max(1, ceil(last / most)))
