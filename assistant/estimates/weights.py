"""Which inputs a result hangs on: squared rank correlations (Spearman 1904) of the inputs' draws with the result."""

from __future__ import annotations

import numpy as np

from assistant.domain.advice import Driver
from assistant.estimates.draws import Draws, substream
from assistant.estimates.job import JobInputs

LEAST = 0.005
"""Shares below this are noise at some thousand draws."""


def drivers(job: JobInputs, result: Draws, seed: int) -> tuple[Driver, ...]:
    """Inputs and the share of the result's spread that each explains (0-1), the largest first; empty where it has none.

    The strata of a substream are the ranks of its draws, so only the result is ranked.
    """
    n = len(result)
    if np.ptp(result) == 0:
        return ()
    streams = {each.name: each.stream for each in job.uncertain()}
    if job.mechanism and 0 < job.mechanism.probability < 1:
        streams["posts_expected_to_go"] = job.mechanism.stream
    if not streams:
        return ()
    ranks = np.empty(n)
    ranks[np.argsort(result)] = np.arange(n) - (n - 1) / 2
    strata = np.stack([substream(stream, seed, n) for stream in streams.values()])
    correlations = strata @ ranks / (ranks @ ranks)
    found = [Driver(name=name, share=float(rho**2)) for name, rho in zip(streams, correlations, strict=True)]
    return tuple(sorted((each for each in found if each.share >= LEAST), key=lambda each: (-each.share, each.name)))
