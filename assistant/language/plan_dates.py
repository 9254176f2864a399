"""Dates of a plan's steps as they are printed."""

from __future__ import annotations

from datetime import date

from assistant.domain.plan import Plan, Step


def say_short_day(day: date) -> str:
    """A date in short: 4 Dec."""
    return f"{day.day} {day:%b}"


def say_dated_day(day: date) -> str:
    """A date in short with its year: 4 Dec 2026."""
    return f"{say_short_day(day)} {day.year}"


def say_days(plan: Plan, step: Step) -> str:
    """From the Monday to the Friday of a step's weeks: 23 Nov - 4 Dec, 7-18 Dec."""
    first, last = plan.first_day(step.weeks[0]), plan.last_day(step.weeks[1])
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{say_short_day(last)}"
    return f"{say_short_day(first)} - {say_short_day(last)}"
