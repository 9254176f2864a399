"""Kinds of work are found by what was learnt and by the words of the catalogue, of which a row may be new."""

from __future__ import annotations

from dataclasses import replace

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


def test_what_is_counted_in_another_sentence_tells_its_own_work(reader: Reader) -> None:
    found = read("Invoices take an hour a week. We write 12 quotes from the price list a week.", reader)
    quotes, invoices = found.process("quoting_standard"), found.process("invoicing")
    assert quotes is not None
    assert quotes.items_per_week is not None
    assert quotes.items_per_week.value == 12
    assert invoices is not None
    assert invoices.items_per_week is None


def test_what_is_counted_at_the_end_of_a_list_belongs_to_its_own_work(reader: Reader) -> None:
    found = read("Invoices take 6 hours a week, the rota 3 hours a week, about 40 invoices a week.", reader)
    invoices, rota = found.process("invoicing"), found.process("rota")
    assert invoices is not None
    assert invoices.items_per_week is not None
    assert invoices.items_per_week.value == 40
    assert rota is not None
    assert rota.items_per_week is None
