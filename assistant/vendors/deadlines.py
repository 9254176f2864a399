"""Last days: of a term, and for saying no, read literally, in clear days, and with time to spare."""

from __future__ import annotations

from datetime import date, timedelta

from assistant.domain.facts import Noun
from assistant.language.dates import add_months

SPARE_WORKING_DAYS = 5
_SATURDAY = 5


class Deadline(Noun):
    """The last day of a term and the last days on which a notice is in time; `safe` is the one to keep."""

    term_ends: date
    literal: date
    clear_days: date
    safe: date


def term_end(start: date, months: int) -> date:
    """The last day of a term: the day before `months` later, month ends clamped.

    >>> term_end(date(2026, 5, 1), 12)
    datetime.date(2027, 4, 30)
    >>> term_end(date(2024, 2, 29), 12)
    datetime.date(2025, 2, 27)
    """
    return add_months(start, months) - timedelta(days=1)


def deadline(ends: date, notice_days: int) -> Deadline:
    """The last notice days before a term's last day: that day minus the notice, one day less, five working days less.

    >>> found = deadline(date(2027, 4, 30), 60)
    >>> str(found.literal), str(found.clear_days), str(found.safe)
    ('2027-03-01', '2027-02-28', '2027-02-22')
    """
    literal = ends - timedelta(days=notice_days)
    clear = literal - timedelta(days=1)
    return Deadline(
        term_ends=ends, literal=literal, clear_days=clear, safe=working_days_before(clear, SPARE_WORKING_DAYS)
    )


def working_days_before(day: date, count: int) -> date:
    """The working day (Monday to Friday) that lies `count` working days before a day; holidays are not known here."""
    while count:
        day -= timedelta(days=1)
        count -= day.weekday() < _SATURDAY
    return day


def current_end(start: date, months: int, renewal_months: int | None, today: date) -> date:
    """The last day of the term that runs today: the first one, or the renewal that it has rolled into."""
    ends = term_end(start, months)
    total = months
    while ends < today and renewal_months:
        total += renewal_months
        ends = term_end(start, total)
    return ends


def months_between(start: date, end: date) -> int:
    """Whole months from a first to a last day, both included: 1 May to 30 April is 12.

    >>> months_between(date(2026, 5, 1), date(2027, 4, 30))
    12
    """
    months = (end.year - start.year) * 12 + end.month - start.month
    candidates = range(max(0, months - 1), months + 3)
    return min(candidates, key=lambda n: abs((add_months(start, n) - timedelta(days=1) - end).days))
