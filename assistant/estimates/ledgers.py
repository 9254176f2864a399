"""Three ledgers that are never added together: cash, margin, capacity. Formulas 4 and 5."""

from __future__ import annotations

import numpy as np

from assistant.estimates.draws import Draws, Number

FULL_POST = 40.0
ENOUGH = 0.75
"""Share of a post's hours that must really be free before the post can go."""


def post_hours_gone(freed_hours: Number, sizes: tuple[float, ...], posts: float = 1.0) -> Draws:
    """Hours a week that leave the payroll: whole posts only, and only where 0.75 of a post's hours are free.

    Each of `posts` gives the largest size (hours a week) that its part of the freed hours reaches, and no more than
    those hours. A share of a post caps the size.

    >>> post_hours_gone(np.array([5.0, 13.5, 8.5]), (8, 12, 20, 40)).tolist()
    [0.0, 12.0, 8.0]
    """
    whole = max(posts, 1.0)
    each = np.asarray(freed_hours, dtype=float) / whole
    gone = np.zeros_like(each)
    for size in sorted(sizes):
        if size <= FULL_POST * min(posts, 1.0):
            gone = np.where(each >= ENOUGH * size, np.minimum(size, each), gone)
    return gone * whole


def cash_of_hours(hours_per_week: Number, active_weeks: Number, loaded_cost: Number) -> Number:
    """Cash a month of hours that leave the payroll or a bill: h * W / 12 * w.

    >>> round(cash_of_hours(12, 52, 24 / 0.733), 2)
    1702.59
    """
    return hours_per_week * active_weeks / 12 * loaded_cost


def recovered_margin(lost_sales: Number, recovered_share: Number, contribution_margin: Number) -> Number:
    """Margin won back, in the period of the sales: sales * share * contribution margin (0-1), never revenue.

    >>> recovered_margin(4_000.0, 0.15, 0.40)
    240.0
    """
    return lost_sales * recovered_share * contribution_margin


def price_per_freed_hour(outside_cost: Number, net_hours: Number) -> Draws:
    """Outside money for each net hour freed; infinite where no hours are freed.

    >>> round(float(price_per_freed_hour(434.70, 3 * 114.0267 - 3)), 2), float(price_per_freed_hour(10.0, 0.0))
    (1.28, inf)
    """
    cost, hours = np.broadcast_arrays(np.asarray(outside_cost, dtype=float), np.asarray(net_hours, dtype=float))
    return np.asarray(np.divide(cost, hours, out=np.full(hours.shape, np.inf), where=hours > 0))


def cash_released_once(sales_per_year: float, days_faster: float) -> float:
    """Cash that faster billing releases, once: sales / 365 * days.

    >>> round(cash_released_once(240_000, 10))
    6575
    """
    return sales_per_year / 365 * days_faster


def yearly_gain_of_release(released: float, rate_per_year: float) -> float:
    """What released cash earns a year, and all that faster billing is worth a year: released * r.

    >>> round(yearly_gain_of_release(cash_released_once(240_000, 10), 0.12))
    789
    """
    return released * rate_per_year
