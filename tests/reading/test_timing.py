"""Periods and nouns that figures leave to the words around them, and the days of a firm's week."""

from __future__ import annotations

import pytest

from assistant.domain.facts import FactPath, Value
from assistant.domain.profile import Process
from assistant.reading.named import listed
from assistant.reading.week import days_a_week
from tests.reading.conftest import MakeScene, Told

DAYS: tuple[tuple[str, float], ...] = (
    ("We answer 20 calls a day.", 5),
    ("We answer 20 calls a day, open seven days.", 7),
    ("Open Tuesday to Saturday. We answer 20 calls a day, and I dread it.", 5),
    ("We answer 20 calls a day, Monday to Saturday.", 6),
    ("We answer 20 calls a day Mon-Thu.", 4),
    ("We answer 20 calls an evening, six evenings a week.", 6),
    ("We answer 20 calls a day and the repair takes six days.", 5),
    ("We answer 20 calls a day. I want to work four days a week by next year.", 5),
    ("We answer 20 calls a day and spend two days a week on quotes.", 5),
)


@pytest.mark.parametrize(("text", "days"), DAYS)
def test_a_figure_by_the_day_counts_with_the_days_of_the_firms_week(scene: MakeScene, text: str, days: float) -> None:
    assert days_a_week(scene(text), text.index("20 calls")) == days


FIGURES: tuple[tuple[str, str, str, Value], ...] = (
    ("We answer 20 calls a day, open seven days.", "answering_calls", "items_per_week", 140),
    (
        "Every day the phone rings 25 times, each call only a minute or two.",
        "answering_calls",
        "minutes_per_item",
        (1, 2),
    ),
    ("Chasing payments is mine, first week of the month, six hours.", "payment_chasing", "hours_per_week", 1.3857),
    ("Payroll takes two days at month end.", "payroll_prep", "hours_per_week", 3.695),
    ("The rota takes all day Thursday and half of Friday.", "rota", "hours_per_week", 12),
    (
        "We send 200 invoices a week and two of them a week are wrong.",
        "invoicing",
        "error_rate",
        0.01,
    ),
    ("I chase 12 overdue invoices a month.", "payment_chasing", "items_per_week", 2.7714),
    ("Quotes take three evenings a week, say seven till eleven.", "quoting_standard", "hours_per_week", 12),
    ("I write quotes from 7 to 11 every night.", "quoting_standard", "hours_per_week", 20),
    ("I do the books 8-10pm on Sundays.", "bank_reconciliation", "hours_per_week", 2),
    ("Invoices, half six to eight on Tuesdays and Thursdays.", "invoicing", "hours_per_week", 3),
    ("We're open 8am to 1pm and answer 20 calls a day.", "answering_calls", "items_per_week", 100),
    (
        "And each physio sits there 50 minutes every evening typing notes, all four of us.",
        "client_notes",
        "hours_per_week",
        16.6667,
    ),
    ("All four physios type notes, fifty minutes a day each.", "client_notes", "hours_per_week", 16.6667),
    ("Three fitters fill in job sheets, 20 minutes a day each.", "job_sheets", "hours_per_week", 5),
    (
        "We are five carers. Each carer writes visit notes for half an hour a day.",
        "client_notes",
        "hours_per_week",
        12.5,
    ),
    ("Every driver spends an hour a week on his time sheet, eight drivers.", "time_sheets", "hours_per_week", 8),
    ("Sipho and I count the stock from six till midnight every month.", "stock_count", "hours_per_week", 2.7714),
    ("I count the stock from six till midnight every month.", "stock_count", "hours_per_week", 1.3857),
    ("The four of us spend 50 minutes a day on visit notes.", "client_notes", "hours_per_week", 4.1667),
    ("Four drivers, and typing in orders costs us 20 hours a week in all.", "order_intake", "hours_per_week", 20),
    ("Every quarter four people sit over the VAT, 12 hours a week altogether.", "tax_returns", "hours_per_week", 12),
    ("Each winter our six drivers lose 10 hours a week on the rota.", "rota", "hours_per_week", 10),
    ("On Monday and I mean every Monday, I do the rota from six till nine.", "rota", "hours_per_week", 3),
    ("Me and my wife count the stock from six till midnight every month.", "stock_count", "hours_per_week", 2.7714),
    (
        "On Sundays Sipho and I count the stock from six till midnight every month.",
        "stock_count",
        "hours_per_week",
        2.7714,
    ),
    ("4 nurses, everyone writes visit notes 30 minutes a day.", "client_notes", "hours_per_week", 10),
    ("Five nurses. Each of them writes visit notes, 30 hours a week altogether.", "client_notes", "hours_per_week", 30),
    ("Each invoice takes ten minutes, the two of us do them.", "invoicing", "minutes_per_item", 10),
)


@pytest.mark.parametrize(("text", "process_id", "slot", "value"), FIGURES)
def test_a_figure_takes_its_period_from_the_words_around_it(
    told: Told, text: str, process_id: str, slot: str, value: Value
) -> None:
    fact = told(text).fact(FactPath(scope=process_id, name=slot))
    assert fact is not None, told(text)
    assert fact.value == pytest.approx(value, rel=0.001)
    assert fact.quote in text


ONE_EACH: tuple[str, ...] = (
    "12 quotes a week, each takes me 40 minutes on a Sunday",
    "I write 12 quotes a week, 40 minutes apiece on a Sunday.",
    "We write 12 quotes a week and every single one of them takes 40 minutes on a Sunday.",
    "Quotes: 12 a week. Each one takes me 40 minutes on a Sunday night.",
    "On Sundays I do the quotes, 12 a week, and it takes 40 minutes to do one.",
    "On Sundays I do the quotes, 12 a week, 40 minutes per one.",
    "12 quotes a week, each of them costs me 40 minutes at the weekend",
    "12 quotes a week, 40 minutes on Sundays apiece",
    "I do 12 quotes a week on Sundays, 40 minutes a piece.",
)


@pytest.mark.parametrize("text", ONE_EACH)
def test_a_time_told_of_each_is_of_one_thing_whatever_day_it_is_done_on(told: Told, text: str) -> None:
    (work,) = told(text).processes
    slots = ("items_per_week", "minutes_per_item", "hours_per_week")
    assert [_value(work, slot) for slot in slots] == [12, 40, None]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("I spend 4 hours on a Sunday on quotes.", 4),
        ("each Sunday I lose 3 hours to invoices", 3),
        ("Each Sunday takes me 3 hours of invoices.", 3),
        ("Every Sunday I do the quotes, 3 hours each Sunday.", 3),
        ("My wife and I each spend 3 hours on a Sunday on the invoices.", 3),
        ("Invoices take me 3 hours on a Sunday.", 3),
    ],
)
def test_a_time_on_a_day_of_which_nothing_says_each_is_by_the_week(told: Told, text: str, hours: float) -> None:
    (work,) = told(text).processes
    assert [_value(work, slot) for slot in ("hours_per_week", "minutes_per_item")] == [hours, None]


def _value(work: Process, slot: str) -> Value | None:
    fact = getattr(work, slot)
    return None if fact is None else fact.value


def test_a_bare_number_goes_on_from_the_count_before_it(told: Told) -> None:
    said = {each.text: each.said for each in told("We get 60 calls a day in a storm week. Normal is 10.").quantities}
    assert (said["10"].unit, said["10"].per) == ("calls", "day")


@pytest.mark.parametrize(
    ("words", "people"), [("Me and my wife count it", 2), ("My wife wants me to count it", 0), ("My wife counts it", 0)]
)
def test_those_who_are_at_it_together_are_joined_by_an_and(words: str, people: int) -> None:
    assert listed(words, 0, len(words)) == people
