"""Terms and notice days: month ends, leap years, clear days, working days."""

from __future__ import annotations

import doctest
from datetime import date

import pytest

from assistant.vendors import deadlines
from assistant.vendors.deadlines import current_end, deadline, months_between, term_end, working_days_before


def test_the_published_example_holds() -> None:
    ends = term_end(date(2026, 5, 1), 12)
    found = deadline(ends, 60)
    assert (ends, found.literal, found.clear_days, found.safe) == (
        date(2027, 4, 30), date(2027, 3, 1), date(2027, 2, 28), date(2027, 2, 22)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 27)),
        (date(2024, 1, 31), 1, date(2024, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 27)),
        (date(2023, 3, 1), 12, date(2024, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 27)),
        (date(2026, 12, 1), 36, date(2029, 11, 30)),
        (date(2026, 10, 15), 1, date(2026, 11, 14)),
    ],
)
def test_a_term_ends_on_the_day_before_month_ends_clamped(start: date, months: int, end: date) -> None:
    assert term_end(start, months) == end


def test_a_notice_that_crosses_a_leap_day_counts_it() -> None:
    assert deadline(date(2028, 4, 30), 60).literal == date(2028, 3, 1)
    assert deadline(date(2028, 3, 31), 31).literal == date(2028, 2, 29)


def test_working_days_skip_weekends() -> None:
    assert working_days_before(date(2026, 5, 4), 1) == date(2026, 5, 1)
    assert working_days_before(date(2026, 5, 2), 5) == date(2026, 4, 27)


def test_a_term_that_has_rolled_on_ends_with_the_renewal_that_runs_today() -> None:
    assert current_end(date(2024, 1, 1), 12, 12, today=date(2026, 5, 1)) == date(2026, 12, 31)
    assert current_end(date(2024, 1, 31), 1, 1, today=date(2024, 3, 5)) == date(2024, 3, 30)
    assert current_end(date(2024, 1, 1), 12, None, today=date(2026, 5, 1)) == date(2024, 12, 31)


@pytest.mark.parametrize(("start", "months"), [(date(2026, 5, 1), 12), (date(2026, 1, 31), 3), (date(2024, 2, 29), 24)])
def test_months_are_found_again_between_first_and_last_day(start: date, months: int) -> None:
    assert months_between(start, term_end(start, months)) == months


def test_the_worked_numbers_in_the_docstrings_hold() -> None:
    assert doctest.testmod(deadlines).failed == 0
