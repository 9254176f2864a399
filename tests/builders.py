"""Firms and recommendations for tests, sound unless a test says otherwise."""

from __future__ import annotations

from assistant.domain.facts import Fact, Value
from assistant.domain.profile import Business, Constraint, Goal, Process, Profile, Strength, Tool


def fact(value: Value, unit: str = "", quote: str | None = None) -> Fact:
    """A fact that the owner said."""
    return Fact(value=value, unit=unit, quote=quote, basis="owner")


def salon(**changes: Fact) -> Profile:
    """A small salon whose reminder calls take three hours a week; `changes` go into that process."""
    reminders = {
        "items_per_week": fact(70.0, "appointments"),
        "hours_per_week": fact(3.0, "hours"),
        "exception_share": fact(0.04),
        "stable": fact(True),
        "documented": fact(True),
        "digital_input": fact(1.0),
        "rule_based": fact(1.0),
        "doer": fact("owner"),
        "freed_hours_use": fact("calling back cancellations"),
        "posts_expected_to_go": fact(0.0),
        "prerequisite_met": fact(True),
        **changes,
    }
    return Profile(
        business=Business(
            headcount=fact(3.0, "people"),
            country=fact("GB"),
            currency=fact("GBP"),
            own_accounts=fact(True),
        ),
        goals=(Goal(kind="time", text="Fridays free", quote="Fridays free"),),
        strengths=(Strength(text="they know us", quote="they know us", personal=True),),
        tools=(Tool(name="Fresha", kind="booking"),),
        constraints=(
            Constraint(kind="time", text="three hours a week", amount=fact(3.0, "hours")),
            Constraint(kind="budget", text="up to 1,500", amount=fact(1500.0, "GBP")),
        ),
        processes=(Process(id="appointment_reminders", name="reminders", **reminders),),
    )
