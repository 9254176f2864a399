"""How long a means stays in use and how long it is paid for. Formula 6, its exit."""

from __future__ import annotations

import numpy as np

from assistant.estimates.draws import Draws, Number

START = 6
"""Months in which what never gets going is given up."""


def months_in_use(luck: Draws, given_up_at_start: float, given_up_a_year: float) -> Draws:
    """Months until a means is given up: of `given_up_at_start` evenly within the first six, later by a steady rate.

    `luck` are evenly spread figures between 0 and 1, one a draw; the smallest stand for what is given up first. Of what
    has got going, the share `given_up_a_year` goes in each year.

    >>> months_in_use(np.array([0.05, 0.10, 0.19, 0.90]), 0.10, 0.10).round(1).tolist()
    [3.0, 6.0, 18.0, 256.2]
    """
    early = luck / given_up_at_start * START if given_up_at_start > 0 else luck
    left = (1 - luck) / (1 - given_up_at_start)
    late = START + 12 * np.log(left) / np.log(1 - given_up_a_year)
    return np.asarray(np.where(luck < given_up_at_start, early, late))


def months_paid(in_use: Number, term_months: int, notice_months: float) -> Draws:
    """Months paid for what is in use for `in_use` months: with notice, to the end of the term that has begun.

    >>> months_paid(np.array([2.3, 13.0]), 12, 1.0).tolist(), months_paid(np.array([2.3, 13.0]), 1, 0.0).tolist()
    ([12.0, 24.0], [3.0, 13.0])
    """
    term = max(term_months, 1)
    return np.asarray(np.ceil((np.asarray(in_use) + notice_months) / term) * term)


def share_of_months(in_use: Number, first: int, last: int) -> Draws:
    """Share of the months from `first` to `last` (counted from 1, both included) in which it is in use.

    >>> share_of_months(np.array([6.0, 18.0, 40.0]), 13, 24).tolist()
    [0.0, 0.5, 1.0]
    """
    months = last - first + 1
    return np.asarray(np.clip(np.asarray(in_use) - (first - 1), 0, months) / months)
