"""When check-ins are due: monthly for three months from the start of the way, then quarterly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from assistant.domain.plan import Plan

MONTHLY = 3
QUARTER = 3
DAYS_A_MONTH = 365.25 / 12


def start_of(plan: Plan, initiative_id: str) -> date | None:
    """The Monday on which a way begins to be used by the plan: that of its try; None where it has none."""
    tries = [step for step in plan.steps if step.initiative_id == initiative_id and step.phase == "try"]
    return plan.first_day(tries[0].weeks[0]) if tries else None


def review_of(plan: Plan, initiative_id: str) -> date | None:
    """The day on which the numbers of a try are looked at by the plan, or None."""
    found = [step for step in plan.steps if step.initiative_id == initiative_id and step.phase == "review"]
    return plan.first_day(found[0].weeks[0]) if found else None


def month_of(began: date, day: date) -> int:
    """The month of a way that a day closes, counted from 1; the first weeks count as its first month.

    >>> month_of(date(2026, 3, 2), date(2026, 4, 1)), month_of(date(2026, 3, 2), date(2026, 6, 3))
    (1, 3)
    """
    return max(1, round((day - began).days / DAYS_A_MONTH))


def due_day(began: date, month: int) -> date:
    """The day of the check-in that closes a month.

    >>> due_day(date(2026, 3, 2), 3).isoformat()
    '2026-06-01'
    """
    return began + timedelta(days=round(month * DAYS_A_MONTH))


def next_month(last_month: int) -> int:
    """The month that the next check-in closes: each of the first three, then every third.

    >>> [next_month(month) for month in (0, 1, 3, 4, 6)]
    [1, 2, 6, 6, 9]
    """
    return last_month + 1 if last_month < MONTHLY else (last_month // QUARTER + 1) * QUARTER


def ends_phase(month: int) -> bool:
    """True where a month closes a phase: the three monthly ones, and each quarter after that.

    >>> [month for month in range(1, 10) if ends_phase(month)]
    [3, 6, 9]
    """
    return month % QUARTER == 0


def due_months(horizon: int) -> Iterator[int]:
    """The months that check-ins close, from the first one to the horizon.

    >>> list(due_months(12)), list(due_months(2))
    ([1, 2, 3, 6, 9, 12], [1, 2])
    """
    month = next_month(0)
    while month <= horizon:
        yield month
        month = next_month(month)
