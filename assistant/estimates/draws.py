"""Seeded draws from ranges: every named input has a substream of its own, so that changing one leaves the others alone.

A substream is a random order of n equally likely strata (Latin hypercube sampling: McKay, Beckman and Conover 1979). A
sampler maps each stratum to a value that rises with it. Hence the strata are the ranks of the values, and the same name
gives the same luck to every estimate that shares it.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from assistant.domain.catalogue import Spread

Draws: TypeAlias = NDArray[np.float64]
Strata: TypeAlias = NDArray[np.intp]
Number: TypeAlias = "float | Draws"

NORMAL_P90 = 1.2815515655446004
KEPT = 1024
"""Substreams and draws kept in memory: more than advice on 12 kinds of work asks for (600), or each is drawn anew."""


@lru_cache(maxsize=KEPT)
def substream(name: str, seed: int, n: int) -> Strata:
    """The order of n strata that belongs to a name and a seed; the same on every machine."""
    digest = hashlib.blake2b(f"{seed}:{name}".encode(), digest_size=16).digest()
    strata = np.random.default_rng(int.from_bytes(digest, "big")).permutation(n).astype(np.intp)
    strata.flags.writeable = False
    return strata


@lru_cache(maxsize=4)
def _normal_scores(n: int) -> Draws:
    """Standard normal quantiles of the n mid-strata, in units of P90."""
    from scipy.special import ndtri

    return np.asarray(ndtri((np.arange(n) + 0.5) / n) / NORMAL_P90)


@lru_cache(maxsize=4)
def _pert_scores(n: int) -> Draws:
    """Quantiles of the symmetric PERT (beta 3, 3) of the n mid-strata, centred, in units of P90."""
    from scipy.special import betaincinv

    return np.asarray((betaincinv(3, 3, (np.arange(n) + 0.5) / n) - 0.5) / (betaincinv(3, 3, 0.9) - 0.5))


def lognormal(spread: Spread, strata: Strata) -> Draws:
    """Draws of a positive amount whose P10, P50 and P90 are the spread's: a lognormal below and one above the median.

    Used for volumes, minutes, hours and money. Raises ValueError where the low end is not positive.

    >>> values = lognormal((50, 100, 400), substream("doctest", 1, 2000))
    >>> [round(float(each)) for each in np.percentile(values, [10, 50, 90])]
    [50, 100, 400]
    """
    low, mid, high = spread
    if low <= 0:
        raise ValueError(f"a lognormal needs a positive low end, not {low!r}")
    scores = _normal_scores(len(strata))
    widths = np.where(scores < 0, np.log(mid / low), np.log(high / mid))
    return np.asarray((mid * np.exp(scores * widths))[strata])


def pert(spread: Spread, strata: Strata, least: float = 0.0, most: float = np.inf) -> Draws:
    """Draws of a bounded amount whose P10, P50 and P90 are the spread's: half a PERT below and half above the median.

    Used for shares (`least` 0, `most` 1) and for amounts that may be nil. The ends lie 1.97 half-widths from the median
    and are cut at `least` and `most`.

    >>> values = pert((0.70, 0.85, 0.95), substream("doctest", 1, 2000), most=1)
    >>> [round(float(each), 2) for each in np.percentile(values, [10, 50, 90])], bool(values.max() <= 1)
    ([0.7, 0.85, 0.95], True)
    """
    low, mid, high = spread
    scores = _pert_scores(len(strata))
    steps = np.where(scores < 0, mid - low, high - mid)
    return np.asarray(np.clip(mid + scores * steps, least, most)[strata])


def bernoulli(probability: float, strata: Strata) -> NDArray[np.bool_]:
    """Draws of a yes/no; exactly the share `probability` of them is yes, to one draw.

    >>> float(bernoulli(0.75, substream("doctest", 1, 2000)).mean())
    0.75
    """
    return np.asarray(strata < probability * len(strata))
