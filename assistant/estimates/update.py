"""What check-ins teach about a way: its draws moved to what was counted, as far as the figures can be trusted.

The prior is the estimate's own draws. To these come swings of single months (what lasts for some months, and what is
new each month), so that three months of a good season are not taken for the year: months are pooled by as much as they
have in common. The update is the ensemble smoother with multiple data assimilation (Emerick, Reynolds, Computers &
Geosciences 55, 2013). With normal figures it is Bayes' rule itself; no draw is ever thrown away, so a firm far from
what was expected is still reached.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from assistant.domain.catalogue import Spread
from assistant.estimates.draws import NORMAL_P90, Draws, substream
from assistant.estimates.going import LEAST_MINUTES, LEAST_UPKEEP, MONTHS, Going, going, log_odds, share_of
from assistant.estimates.job import JobInputs, Luck, Tried
from assistant.estimates.priors import Deviation
from assistant.estimates.ranges import middle
from assistant.estimates.sights import predicted, sights
from assistant.estimates.workload import Workload

PASSES = 4
LEVELS, ADOPTION = 9, 3
"""Rows of levels, and that of adoption among them."""
HARDLY = 4.0
"""Log odds between a way that is used as a rule and one that hardly is: nine in ten against one in seven."""
WEEKS_A_YEAR = 52
States = NDArray[np.float64]
"""Everything that may move, a row each, on scales without ends; draws along the second axis."""


def learnt(job: JobInputs, tried: Tried, luck: Luck, work: Workload) -> Going:
    """How the way goes by all that was counted of it; months reach to the newest check-in, twelve at least."""
    months = max(MONTHS, *(each.month for each in tried.seen))
    expected = going(job, luck, work, months)
    found = sights(tried, middle(work.weeks) / WEEKS_A_YEAR, middle(work.hours))
    start = _packed(expected) + _doubt(tried, luck, months, job.process_id)
    if not found:
        return _unpacked(start, expected)

    def foretold(states: States) -> States:
        guess = _unpacked(states, expected)
        return np.stack([predicted(guess, each) for each in found])

    told, errors = np.array([each.value for each in found]), np.array([each.error for each in found])
    noise = normals(f"{job.process_id}.check_in", PASSES * len(found), luck)
    return _unpacked(moved(start, foretold, told, errors, noise), expected)


def moved(
    states: States, foretold: Callable[[States], States], told: Sequence[float] | Draws, errors: Draws, noise: States
) -> States:
    """States after figures `told`, each with its standard error: in each of four passes every draw x moves by

        C_xd (C_dd + 4 R)^-1 (d + 2 e - h(x))

    h(x) what that draw foretells of the figures d, C covariances over the draws, R squared errors, e a draw of the
    errors (`noise`: standard normal figures, a row for each pass and figure). A prior of 0 +- 1 and three figures of
    1.0, 2.0 and 3.0, each +- 1, make 1.5 +- 0.5.

    >>> luck, told = Luck(1, 2000), [1.0, 2.0, 3.0]
    >>> level, errors = normals("level", 1, luck), normals("error", 12, luck)
    >>> after = moved(level, lambda x: np.vstack([x, x, x]), told, np.ones(3), errors)
    >>> round(float(after.mean()), 1), round(float(after.std()), 1)
    (1.5, 0.5)
    """
    count = len(errors)
    for step in range(PASSES):
        guess = foretold(states)
        off = guess - guess.mean(axis=1, keepdims=True)
        spread = off @ off.T + PASSES * off.shape[1] * np.diag(errors**2)
        part = noise[step * count : (step + 1) * count]
        missed = np.asarray(told)[:, None] + np.sqrt(PASSES) * errors[:, None] * part - guess
        states = states + (states - states.mean(axis=1, keepdims=True)) @ off.T @ np.linalg.solve(spread, missed)
    return states


def normals(name: str, rows: int, luck: Luck) -> States:
    """Standard normal figures, a row for each number of a name's substreams."""
    from scipy.special import ndtri

    scores = ndtri((np.arange(luck.n) + 0.5) / luck.n)
    return np.stack([scores[substream(f"{name}.{row}", luck.seed, luck.n)] for row in range(rows)])


def _doubt(tried: Tried, luck: Luck, months: int, stream: str) -> States:
    """What is added to the prior: how far the levels may lie beyond it, and the swings of the months."""
    by = tried.deviations
    doubts = (
        (0.0, by.items.beyond),
        (0.0, 0.0),
        (0.0, 0.0),
        (0.0, by.share.beyond),
        (0.0, by.minutes.beyond),
        (0.0, by.upkeep.beyond),
        _factor(by.pace.spread),
        _around(by.practice.spread),
        _factor(by.left_out.spread),
    )
    middles, widths = np.array(doubts).T[:, :, None]
    levels = middles + widths * normals(f"{stream}.beyond", LEVELS, luck)
    levels[ADOPTION] -= HARDLY * luck.yes(f"{stream}.hardly_used", by.hardly_used.mid)
    swings = [
        _root(each, months, by.lasts_months.mid) @ normals(f"{stream}.{name}_swing", months, luck)
        for name, each in (("items", by.items), ("share", by.share), ("minutes", by.minutes))
    ]
    return np.vstack([levels, *swings])


def _factor(spread: Spread) -> tuple[float, float]:
    """Mean and standard deviation of a factor's logarithm, from its P10, P50 and P90."""
    low, mid, high = np.log(spread)
    return _around((low, mid, high))


def _around(spread: Spread) -> tuple[float, float]:
    """Mean and standard deviation of a figure, from its P10, P50 and P90."""
    return spread[1], (spread[2] - spread[0]) / 2 / NORMAL_P90


def _root(deviation: Deviation, months: int, lasts_months: float) -> States:
    """A root of the months' covariance: what lasts fades by exp(-gap / months), what is monthly is new each time."""
    gap = np.abs(np.subtract.outer(np.arange(months), np.arange(months)))
    shared = deviation.lasting**2 * np.exp(-gap / lasts_months)
    return np.asarray(np.linalg.cholesky(shared + deviation.monthly**2 * np.eye(months)))


def _packed(expected: Going) -> States:
    levels = (
        np.log(expected.items),
        np.log(expected.minutes),
        log_odds(expected.covered),
        log_odds(expected.adoption),
        np.log(np.maximum(expected.minutes_new, LEAST_MINUTES * expected.minutes)),
        np.log(np.maximum(expected.upkeep, LEAST_UPKEEP)),
        np.log(expected.pace),
        expected.practice,
        np.log(expected.left_out),
    )
    return np.vstack([*levels, expected.items_swing, expected.share_swing, expected.minutes_swing])


def _unpacked(states: States, expected: Going) -> Going:
    months = expected.months
    swings = states[LEVELS:]
    return replace(
        expected,
        items=np.exp(states[0]),
        minutes=np.exp(states[1]),
        covered=share_of(states[2]),
        adoption=share_of(states[3]),
        minutes_new=np.exp(states[4]),
        upkeep=np.exp(states[5]),
        pace=np.exp(states[6]),
        practice=states[7],
        left_out=np.exp(states[8]),
        items_swing=swings[:months],
        share_swing=swings[months : 2 * months],
        minutes_swing=swings[2 * months :],
    )
