"""What a figure is: the likeliest role that its kind, its neighbours and the words beside it allow."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.vendors.figures import Figure, lengths, masked
from assistant.vendors.roles import roles

TODAY = date(2026, 5, 1)


def figures_of(text: str) -> list[Figure]:
    found = [*masked(text, TODAY).figures, *lengths(text)]
    return sorted(found, key=lambda each: each.start)


def named(text: str, *shares: dict[str, float]) -> list[str]:
    return [each.name for each in roles(text, figures_of(text), shares)]


@pytest.mark.parametrize(
    ("text", "shares", "wanted"),
    [
        ("It is £40 for the term.", {"term_months": 0.6, "price": 0.4}, "price"),
        ("It rises with seventy days of warning.", {"escalator": 0.9, "change_notice_days": 0.1}, "change_notice_days"),
        ("You would be live by 12 April 2027.", {"start_date": 0.8, "delivery_time": 0.2}, "delivery_time"),
        ("It runs until 31 March 2028.", {"start_date": 0.6, "end_date": 0.4}, "end_date"),
        ("We remind you 60 days before it renews.", {"notice_days": 0.8, "other": 0.2}, "other"),
        ("It costs £40.", {"term_months": 0.99, "price": 0.01}, "other"),
    ],
)
def test_where_the_likeliest_cannot_be_the_next_is_taken(text: str, shares: dict[str, float], wanted: str) -> None:
    assert named(text, shares) == [wanted]


@pytest.mark.parametrize(
    ("text", "shares", "wanted"),
    [
        ("The contract has an initial term of 24 months.", {"other": 1.0}, "term_months"),
        ("It continues for successive periods of 12 months.", {"other": 1.0}, "renewal_months"),
        ("Tell us 30 days before it expires.", {"exit_notice_days": 0.6, "notice_days": 0.4}, "notice_days"),
        ("Word must reach us 120 days before that period ends.", {"other": 1.0}, "notice_days"),
        ("You may leave with 30 days' notice.", {"exit_notice_days": 1.0}, "exit_notice_days"),
        ("We keep it for 30 days.", {"delete_days": 1.0}, "delete_days"),
    ],
)
def test_the_form_of_a_clause_names_a_length(text: str, shares: dict[str, float], wanted: str) -> None:
    assert named(text, shares) == [wanted]


def test_a_sentence_states_one_notice_the_surer_one() -> None:
    text = "It runs for 24 months unless you write 60 days ahead."
    assert named(text, {"notice_days": 0.58, "term_months": 0.4}, {"notice_days": 1.0}) == [
        "term_months",
        "notice_days",
    ]


def test_a_reminder_in_another_clause_takes_nothing_from_the_notice() -> None:
    text = "A message 30 days before the year is out ends it; we remind you 60 days before."
    shares = ({"notice_days": 0.6, "other": 0.4}, {"other": 1.0}, {"notice_days": 0.6, "other": 0.4})
    assert named(text, *shares) == ["notice_days", "other", "other"]
