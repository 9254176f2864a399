"""Monthly cash flow, net present value and payback. Formula 8.

Nominal, before income tax, without tax that the owner reclaims; flows fall at the end of each month.
"""

from __future__ import annotations

import numpy as np

from assistant.estimates.draws import Draws, Number

NEVER = float("inf")
CENT = 0.005


def monthly_rate(rate_per_year: float) -> float:
    """The monthly rate that compounds to a yearly one: r_m = (1 + r) ** (1/12) - 1.

    >>> round(monthly_rate(0.12), 6)
    0.009489
    """
    return float((1 + rate_per_year) ** (1 / 12) - 1)


def present_value_of_level(per_month: Number, rate_per_year: float, months: int) -> Number:
    """Value today of the same flow at the end of each month: CF * (1 - (1 + r_m) ** -n) / r_m.

    >>> round(float(present_value_of_level(-24.00, 0.12, 36)), 2)
    -728.99
    """
    import numpy_financial

    value: Number = numpy_financial.pv(monthly_rate(rate_per_year), months, -per_month)
    return value


def net_present_value(outlay: Number, flows: Draws, rate_per_year: float) -> Draws:
    """NPV = -C0 + sum of CF_t / (1 + r_m) ** t; `flows` has months along the first axis and draws along the second.

    >>> round(float(net_present_value(0.0, np.full(36, -24.00), 0.12)), 2)
    -728.99
    """
    months = np.arange(1, len(flows) + 1)
    return np.asarray((1 + monthly_rate(rate_per_year)) ** -months @ flows - outlay)


def running_total(outlay: Number, flows: Draws) -> Draws:
    """Money after each month, set-up paid at the start.

    >>> running_total(100.0, np.array([60.0, 60.0])).tolist()
    [-40.0, 20.0]
    """
    total = np.cumsum(flows, axis=0)
    total -= outlay
    return total


def payback_months(outlay: Number, flows: Draws) -> Draws:
    """First month after which the running total stays at or above nil to the horizon; infinite where it never does.

    0 where nothing is ever owed. A total that recovers and falls again has not paid back.

    >>> payback_months(100.0, np.array([60.0, 60.0, -40.0, 30.0])).tolist(), payback_months(1.0, np.zeros(3)).tolist()
    (4.0, inf)
    """
    start = np.broadcast_to(-np.asarray(outlay, dtype=float), flows.shape[1:])
    owed = np.concatenate([start[None] < -CENT, running_total(outlay, flows) < -CENT])
    last_owed = len(flows) - np.argmax(owed[::-1], axis=0)
    paid = np.where(owed.any(axis=0), last_owed + 1, 0)
    return np.where(owed[-1], NEVER, paid.astype(float))


def never_paid_back(total: Draws) -> Draws:
    """Payback where nothing comes in: 0 where nothing is paid, else never.

    >>> never_paid_back(np.array([0.0, 120.0])).tolist()
    [0.0, inf]
    """
    return np.where(total > CENT, NEVER, 0.0)
