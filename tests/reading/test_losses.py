"""Money that mistakes and no-shows cost, told in passing."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Told


@pytest.mark.parametrize(
    ("text", "slot", "value"),
    [
        ("Appointment reminders: three no-shows a week, 40 each.", "lost_sales_per_month", 520.0),
        ("We answer the phone all day and lose two jobs a week. 90 quid each.", "lost_sales_per_month", 780.0),
        ("We type the orders in. One in 50 is keyed wrong and that's £30 a time.", "cash_per_error", 30.0),
        ("We answer the phone all day. A new boiler is £2,000.", "lost_sales_per_month", None),
    ],
)
def test_money_lost_finds_its_place(told: Told, text: str, slot: str, value: float | None) -> None:
    found = [fact for work in told(text).processes if (fact := getattr(work, slot)) is not None]
    assert [fact.value for fact in found] == ([] if value is None else [pytest.approx(value, rel=0.01)])


def test_how_often_it_is_lost_counts_no_work(told: Told) -> None:
    work = told("Appointment reminders: three no-shows a week, 40 each.").process("appointment_reminders")
    assert work is not None
    assert work.items_per_week is None
