"""Which steps begin in which quarter, solved exactly: a mixed-integer programme (HiGHS through SciPy).

A step begins in one of four quarters or not at all and is worth more the sooner it runs; changes at once, own hours and
money are limits, and nothing begins before what it rests on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

QUARTERS = 4
SWITCH_ON_HOURS = 2.0
"""Switching on what takes less than this is not a change."""


@dataclass(frozen=True)
class Step:
    """Something to begin: its worth a year, own hours to set it up, money in the first year, and the steps that it
    rests on, by id."""

    id: str
    worth: float
    hours: float
    money: float
    rests_on: tuple[str, ...] = ()

    @property
    def is_change(self) -> bool:
        """True for what takes more than a switch."""
        return self.hours > SWITCH_ON_HOURS


@dataclass(frozen=True)
class Limits:
    """What can begin in a quarter (changes, own hours) and be spent in the first year; infinite where nobody said.

    `under_way` are changes that the firm is in the middle of: they leave less room in the first quarter.
    """

    changes: int
    hours: float
    money: float
    under_way: int = 0

    def room(self, quarter: int) -> int:
        """Changes that can begin in a quarter counted from 0."""
        return max(0, self.changes - self.under_way) if quarter == 0 else self.changes


Quarters = dict[str, int | None]
"""The quarter in which each step begins, counted from 0; None for not within the year."""
Weights = dict[tuple[int, int], float]
"""What a step's begin in a quarter, by the numbers of both, counts in one constraint."""


def solve(steps: Sequence[Step], limits: Limits) -> Quarters:
    """The begins that bring most within the year. Ids must be unique; worth must be above 0."""
    if _all_fit_at_once(steps, limits):
        return {each.id: 0 for each in steps}
    sooner = np.arange(QUARTERS, 0, -1) / QUARTERS
    worth = np.outer([each.worth for each in steps], sooner).ravel()
    made = _constraints(steps, limits)
    found = milp(
        -worth / worth.max(),
        integrality=np.ones(len(worth), dtype=np.int64),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(
            np.array([_row(each, len(steps)) for each, _ in made]), -np.inf, [m for _, m in made]
        ),
    )
    assert found.x is not None  # to begin nothing is always allowed
    begun = np.round(found.x).reshape(len(steps), QUARTERS) > 0
    return {each.id: int(row.argmax()) if row.any() else None for each, row in zip(steps, begun, strict=True)}


def _all_fit_at_once(steps: Sequence[Step], limits: Limits) -> bool:
    """True where nothing keeps any step from the first quarter: the best that there is."""
    changes = sum(each.is_change for each in steps)
    hours, money = sum(each.hours for each in steps), sum(each.money for each in steps)
    return changes <= limits.room(0) and hours <= limits.hours and money <= limits.money


def _constraints(steps: Sequence[Step], limits: Limits) -> list[tuple[Weights, float]]:
    """Each constraint's weights and the most that they may come to."""
    place = {each.id: n for n, each in enumerate(steps)}
    numbered, quarters = list(enumerate(steps)), range(QUARTERS)
    once = [({(n, at): 1.0 for at in quarters}, 1.0) for n, _ in numbered]
    changes = [({(n, at): 1.0 for n, each in numbered if each.is_change}, float(limits.room(at))) for at in quarters]
    hours = [({(n, at): each.hours for n, each in numbered}, limits.hours) for at in quarters]
    money = [({(n, at): each.money for n, each in numbered for at in quarters}, limits.money)]
    bases = [
        ({(n, at): 1.0, **{(place[basis], before): -1.0 for before in range(at + 1)}}, 0.0)
        for n, each in numbered
        for basis in each.rests_on
        if basis in place
        for at in quarters
    ]
    return [*once, *changes, *hours, *money, *bases]


def _row(weights: Weights, count: int) -> NDArray[np.float64]:
    row = np.zeros((count, QUARTERS))
    for place, weight in weights.items():
        row[place] = weight
    return row.ravel()
