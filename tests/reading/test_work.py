"""Kinds of work are found by what was learnt and by the words of the catalogue, of which a row may be new."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.reading.read import read
from assistant.reading.reader import Reader


def test_a_kind_of_work_that_nobody_taught_is_found_by_its_words(reader: Reader) -> None:
    known = reader.catalogue.process("filing")
    words = ("winding the tower clock", "wind the tower clock", "tower clock")
    added = known.model_copy(
        update={"id": "clock_winding", "name": "winding clocks", "words": words, "sounds_like": ()}
    )
    catalogue = reader.catalogue.model_copy(update={"processes": (*reader.catalogue.processes, added)})
    text = "Every Friday I wind the tower clock, forty minutes each time. Invoices take two hours a week."
    found = read(text, replace(reader, catalogue=catalogue))
    assert found.process("clock_winding") is not None
    assert found.process("invoicing") is not None
    assert read(text, reader).process("clock_winding") is None


@pytest.mark.parametrize(
    ("text", "counted", "items", "other"),
    [
        ("Invoices take an hour. We write 12 quotes from the price list a week.", "quoting_standard", 12, "invoicing"),
        ("Invoices take 6 hours a week, the rota 3 hours, about 40 invoices a week.", "invoicing", 40, "rota"),
    ],
    ids=["in another sentence", "at the end of a list"],
)
def test_what_is_counted_belongs_to_the_work_that_it_names(
    text: str, counted: str, items: float, other: str, reader: Reader
) -> None:
    found = read(text, reader)
    its_own, beside = found.process(counted), found.process(other)
    assert its_own is not None
    assert its_own.items_per_week is not None
    assert its_own.items_per_week.value == items
    assert beside is not None
    assert beside.items_per_week is None


@pytest.mark.parametrize(
    ("text", "its_own"),
    [
        ("We are a bakery of four. I want my evenings back. Invoices take 6 hours a week.", ["invoicing"]),
        ("We are nine. I want the invoices off my desk, they take 6 hours a week.", ["invoicing"]),
    ],
    ids=["a goal that names no work", "a goal that names work"],
)
def test_a_goal_is_work_only_where_it_names_some(text: str, its_own: list[str], reader: Reader) -> None:
    assert [each.id for each in read(text, reader).processes] == its_own


@pytest.mark.parametrize(
    ("text", "its_own"),
    [
        ("My goal is to slow down, hand the firm over to my son and travel", []),
        ("My goal is simple: to hand the firm over to my son.", []),
        ("Our goal is to open in Hull, run the van twice a day and deliver to the coast.", []),
        ("My goal is to slow down, and the rota takes 3 hours a week.", ["rota"]),
        ("I want my evenings back, I sit typing up visit notes until ten.", ["client_notes"]),
        ("I want to grow, we answer the phone all day.", ["answering_calls"]),
        ("I want to be free on Sundays, to stop chasing the people who owe us.", ["payment_chasing"]),
    ],
)
def test_what_a_goal_goes_on_with_is_work_only_where_it_names_some(
    text: str, its_own: list[str], reader: Reader
) -> None:
    assert [each.id for each in read(text, reader).processes] == its_own


@pytest.mark.parametrize(
    "text",
    [
        "I nudge each and every one of them by text.",
        "They nudge each and every customer.",
        "I run a joinery with nine lads. In the end I hand the firm over to my son.",
    ],
)
def test_words_that_end_before_their_noun_are_no_work_where_the_whole_of_them_names_none(
    text: str, reader: Reader
) -> None:
    assert read(text, reader).processes == ()


@pytest.mark.parametrize(
    ("text", "its_own", "words"),
    [
        ("Quotes are 12 a week. They nudge each and every customer.", "quote_followup", "They nudge each"),
        ("I have to nudge each and it takes me an hour a day.", "quote_followup", "I have to nudge each"),
        ("My wife nudges each and every customer about late invoices.", "payment_chasing", "My wife nudges each"),
    ],
)
def test_words_that_end_early_go_on_to_their_noun(text: str, its_own: str, words: str, reader: Reader) -> None:
    found = read(text, reader).process(its_own)
    assert found is not None
    assert found.quote.startswith(words)


@pytest.mark.parametrize(
    "text",
    [
        "We use planning software for the vans.",
        "We run an accounting package on a PC in the back office.",
        "Our invoicing software is a mess.",
        "The scheduling app crashes every Monday.",
        "We pay 200 euros a month for planning software.",
        "Somebody sold us an estimating package.",
        "The stock system and the payroll program do not talk to each other.",
    ],
)
def test_what_is_named_by_its_tool_noun_is_no_work(text: str, reader: Reader) -> None:
    assert read(text, reader).processes == ()


@pytest.mark.parametrize(
    ("text", "its_own"),
    [
        ("Typing bookings into the booking system takes 2 hours a day.", "appointment_booking"),
        ("The quoting tool is too slow, 8 quotes a week.", "quoting_standard"),
        ("We send invoices from the accounting package, 30 a week.", "invoicing"),
        ("We have a returns portal, 30 returns a week.", "returns"),
        ("My system is paper and memory, I do the rota every Friday.", "rota"),
        ("We pack 30 packages a day.", "picking_packing"),
    ],
)
def test_work_beside_the_name_of_a_tool_is_work(text: str, its_own: str, reader: Reader) -> None:
    assert [each.id for each in read(text, reader).processes] == [its_own]


def test_a_part_of_what_was_counted_is_a_share(reader: Reader) -> None:
    text = "Invoices take 6 hours a week, about 40 invoices a week. Three or four of them go wrong."
    invoicing = read(text, reader).process("invoicing")
    assert invoicing is not None
    assert invoicing.error_rate is not None
    assert invoicing.error_rate.value == (0.075, 0.1)
    assert invoicing.error_rate.quote in text
