"""Dates, periods of contracts, arithmetic with month ends."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.language import dates

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-05-01", date(2026, 5, 1)),
        ("May 1, 2026", date(2026, 5, 1)),
        ("the 1st of May 2026", date(2026, 5, 1)),
        ("1 May", date(2027, 5, 1)),
        ("13/04/2026", date(2026, 4, 13)),
        ("November 2026", date(2026, 11, 1)),
    ],
)
def test_a_date_is_read_however_it_is_written(text: str, day: date) -> None:
    (found,) = dates.find(text, TODAY)
    assert found.day == day
    assert text[found.start : found.end] == found.quote


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("today", 0),
        ("this morning", 0),
        ("yesterday evening", 1),
        ("the day before yesterday", 2),
        ("three days ago", 3),
        ("last Friday", 1),
        ("on Monday", 5),
        ("on Saturday", 7),
    ],
)
def test_a_day_is_told_from_today_back(text: str, days: int) -> None:
    (found,) = dates.recent(text, TODAY)
    assert (TODAY - found.day).days == days
    assert text[found.start : found.end] == found.quote


@pytest.mark.parametrize(
    "text",
    ["next Friday", "Fridays", "a couple of days ago", "about three days ago", "9999999999 days ago", "sunny"],
)
def test_what_is_no_single_day_of_the_past_is_none(text: str) -> None:
    assert dates.recent(text, TODAY) == ()


def test_a_date_that_reads_both_ways_is_marked() -> None:
    (found,) = dates.find("signed 03/04/2026", TODAY)
    assert (found.day, found.ambiguous) == (date(2026, 4, 3), True)
    assert dates.find("signed 03/04/2026", TODAY, day_first=False)[0].day == date(2026, 3, 4)


def test_the_verbs_may_and_march_are_no_months() -> None:
    assert dates.find("you may 3 times march 4 miles", TODAY) == ()


def test_impossible_days_are_no_dates() -> None:
    assert dates.find("31 February 2026, 2026-13-01", TODAY) == ()


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 5, 1), 12, date(2027, 5, 1)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
    ],
)
def test_months_are_added_with_their_ends_clamped(day: date, months: int, later: date) -> None:
    assert dates.add_months(day, months) == later


def test_periods_of_contracts_are_read_in_words_and_figures() -> None:
    found = dates.periods("a term of twenty-four (24) months, notice of sixty (60) days, two years in all")
    assert [(each.count, each.unit) for each in found] == [(24, "months"), (60, "days"), (2, "years")]
    assert [each.months for each in found] == [24, None, 24]
    assert dates.add_period(date(2026, 5, 1), found[1]) == date(2026, 6, 30)
