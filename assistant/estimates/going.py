"""How a way goes once it has begun, draw by draw and month by month: what check-ins are put to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.estimates import hours
from assistant.estimates.draws import Draws
from assistant.estimates.job import JobInputs, Luck
from assistant.estimates.workload import Workload

MONTHS = 12
LEAST_MINUTES = 0.02
"""The least that an item takes on the new way, as a share of today's minutes: a share of nothing has no logarithm."""
LEAST_UPKEEP = 0.01
"""Hours a week, for the same reason."""
SETTLED = 6
"""The month from which practice makes the new way no faster."""
LEAST_SHARE, MOST_SHARE = 0.005, 0.995


@dataclass(frozen=True)
class Going:
    """Levels of a way: items a week, minutes an item by the old and by the new way, the share that it can take, its
    adoption at the plateau, own upkeep in hours a week, the pace at which it is taken up (1 is as usual).

    `practice` is the power by which new minutes fall with the months until they have settled, `left_out` the factor by
    which minutes that an owner has timed fall short of all that an item takes.

    The swings are deviations of single months from these levels, months along the first axis: logarithms of items and
    of new minutes, log odds of the share. `ramp` is the usual adoption month by month.
    """

    items: Draws
    minutes: Draws
    covered: Draws
    adoption: Draws
    minutes_new: Draws
    upkeep: Draws
    pace: Draws
    practice: Draws
    left_out: Draws
    items_swing: NDArray[np.float64]
    share_swing: NDArray[np.float64]
    minutes_swing: NDArray[np.float64]
    ramp: tuple[float, ...]

    @property
    def months(self) -> int:
        """How many months are looked at."""
        return len(self.items_swing)

    def items_in(self, month: int) -> Draws:
        """Items a week in a month counted from 1."""
        return np.asarray(self.items * np.exp(self.items_swing[month - 1]))

    def minutes_in(self, month: int) -> Draws:
        """Minutes of an item that goes the new way: m1 * (settled / t) ** b, while t is below the settled month."""
        learning = max(SETTLED / month, 1.0) ** self.practice
        return np.asarray(self.minutes_new * learning * np.exp(self.minutes_swing[month - 1]))

    def share_in(self, month: int) -> Draws:
        """Share of all items that go the new way: what it can take, as far as it is taken up by then."""
        reached = np.minimum(reached_by(month * self.pace, self.ramp), self.adoption)
        return share_of(log_odds(self.covered * reached) + self.share_swing[month - 1])

    def hours_now_in(self, month: int) -> Draws:
        """Hours a week that the work takes in a month, by both ways."""
        share = self.share_in(month)
        each = (1 - share) * self.minutes + share * self.minutes_in(month)
        return np.asarray(hours.hours_today(self.items_in(month), each))

    def freed_in(self, month: int) -> Draws:
        """Net hours freed a week in a month."""
        each = self.share_in(month) * (self.minutes - self.minutes_in(month))
        return np.asarray(hours.freed_hours(self.items_in(month), each, 1.0, self.upkeep))

    def freed(self) -> Draws:
        """Net hours freed a week at the plateau."""
        each = self.covered * (self.minutes - self.minutes_new)
        return np.asarray(hours.freed_hours(self.items, each, self.adoption, self.upkeep))

    def freed_in_year(self, weeks: Draws) -> Draws:
        """Net hours freed in the last twelve of its months: the sum over months of H * W / 12."""
        months = range(self.months - MONTHS + 1, self.months + 1)
        return np.asarray(sum(self.freed_in(month) for month in months) * weeks / MONTHS)


def going(job: JobInputs, luck: Luck, work: Workload, months: int = MONTHS) -> Going:
    """The levels as the estimate has them, without any swing.

    Minutes on the new way are those of formula 2: m1 = (1 - e) * (m - s * m + r) + e * k * m, so that the freed minutes
    of formula 2 are A * (m - m1).
    """
    covered = luck(job.covered_share)
    handling = hours.Handling(
        covered=1.0,
        removed=luck(job.removed_share),
        review_minutes=luck(job.review_minutes),
        exceptions=luck(job.exception_share),
        exception_factor=luck(job.exception_factor),
    )
    still = np.zeros((months, luck.n))
    return Going(
        items=work.items,
        minutes=work.minutes,
        covered=covered,
        adoption=luck(job.adoption),
        minutes_new=np.asarray(work.minutes - hours.freed_minutes_per_item(work.minutes, handling)),
        upkeep=np.asarray(luck(job.upkeep_hours_per_month) * 12 / work.weeks),
        pace=np.ones(luck.n),
        practice=np.zeros(luck.n),
        left_out=np.ones(luck.n),
        items_swing=still,
        share_swing=still,
        minutes_swing=still,
        ramp=job.adoption_ramp,
    )


def reached_by(month: Draws, ramp: tuple[float, ...]) -> Draws:
    """The usual adoption by a time in months since the start, straight between the months; 1 after the ramp.

    >>> reached_by(np.array([0.5, 1.0, 2.5, 9.0]), (0.2, 0.5, 0.75, 0.85)).round(3).tolist()
    [0.1, 0.2, 0.625, 1.0]
    """
    return np.interp(month, np.arange(len(ramp) + 2), (0.0, *ramp, 1.0))


def log_odds(share: Draws) -> Draws:
    """The logarithm of share / (1 - share), for shares kept off 0 and 1.

    >>> log_odds(np.array([0.5, 0.75])).round(3).tolist()
    [0.0, 1.099]
    """
    kept = np.clip(share, LEAST_SHARE, MOST_SHARE)
    return np.asarray(np.log(kept / (1 - kept)))


def share_of(odds: Draws) -> Draws:
    """The share whose log odds these are.

    >>> share_of(np.array([0.0, 1.0986])).round(2).tolist()
    [0.5, 0.75]
    """
    return np.asarray(1 / (1 + np.exp(-odds)))
