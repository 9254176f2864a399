"""Hours told of several kinds of work in one sentence are those of a week, unless the words say otherwise."""

from __future__ import annotations

import pytest

from assistant.domain.profile import Process
from tests.reading.conftest import Told

HOURS: tuple[tuple[str, dict[str, float]], ...] = (
    ("Invoices 6 hours, the rota 5 hours.", {"invoicing": 6, "rota": 5}),
    ("Invoices 6h, rota 5h, quotes 3h", {"invoicing": 6, "rota": 5, "quoting_standard": 3}),
    ("Quotes take 8 hours, invoices 2 hours.", {"quoting_standard": 8, "invoicing": 2}),
    ("Quotes take 8 hours a week, invoices 2 hours.", {"quoting_standard": 8, "invoicing": 2}),
    ("Invoices take me 6 hours a month and the rota 5 hours.", {"invoicing": 1.3857, "rota": 1.1547}),
)
MINUTES: tuple[tuple[str, dict[str, float]], ...] = (
    ("Quotes take 8 hours each, invoices 2 hours each.", {"quoting_standard": 480, "invoicing": 120}),
    ("A quote takes 8 hours, an invoice 2 hours.", {"quoting_standard": 480, "invoicing": 120}),
    ("Quotes take an hour, client reports two hours.", {"quoting_standard": 60, "job_reports": 120}),
    ("Quotes take an hour, invoices 10 minutes.", {"quoting_standard": 60, "invoicing": 10}),
    ("Quotes take 8 hours.", {"quoting_standard": 480}),
)


def slot(work: Process, name: str) -> object:
    fact = getattr(work, name)
    return fact and fact.value


@pytest.mark.parametrize(("text", "hours"), HOURS)
def test_they_are_hours_a_week(told: Told, text: str, hours: dict[str, float]) -> None:
    works = told(text).processes
    assert {each.id: slot(each, "hours_per_week") for each in works} == pytest.approx(hours, rel=0.001)
    assert [slot(each, "minutes_per_item") for each in works] == [None] * len(works)


@pytest.mark.parametrize(("text", "minutes"), MINUTES)
def test_times_that_one_thing_may_take_are_left_to_it(told: Told, text: str, minutes: dict[str, float]) -> None:
    works = told(text).processes
    assert {each.id: slot(each, "minutes_per_item") for each in works} == minutes
    assert [slot(each, "hours_per_week") for each in works] == [None] * len(works)
