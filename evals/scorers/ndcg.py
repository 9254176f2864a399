"""Normalised discounted cumulative gain with equal grades (Järvelin and Kekäläinen 2002)."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence


def ndcg(found: Sequence[str], relevant: Collection[str], k: int = 10) -> float:
    """The gain of the first k found, each relevant one worth 1 over the logarithm of its place, as a share of the best.

    >>> ndcg(["a", "x", "b"], {"a", "b"})
    0.9197207891481876
    """
    gains = sum(1 / math.log2(place + 2) for place, each in enumerate(found[:k]) if each in relevant)
    ideal = sum(1 / math.log2(place + 2) for place in range(min(len(relevant), k)))
    return gains / ideal if ideal else 0.0
