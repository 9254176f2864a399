"""Offers told in a talk: their price, what they are for, and what is no offer."""

from __future__ import annotations

from assistant.domain.profile import Profile
from assistant.reading.offers import with_offer
from assistant.reading.read import read_scene
from assistant.reading.reader import Reader
from assistant.reading.scene import make_scene


def heard(words: str, reader: Reader, asked_of: str | None = None, known: Profile | None = None) -> Profile:
    scene = make_scene(words, reader)
    return with_offer(scene, read_scene(scene), known or Profile(), asked_of)


def test_a_price_by_the_month_is_an_offer_and_no_count(reader: Reader) -> None:
    told = heard(
        "I send the invoices by hand every Friday. A salesman came by. They want €45 a month for the invoicing "
        "program, and €300 to set it up.",
        reader,
    )
    work = told.process("invoicing")
    assert work is not None
    assert work.offer_per_month is not None
    assert work.offer_per_month.value == 45.0
    assert work.offer_once is not None
    assert work.offer_once.value == 300.0
    assert work.wanted_means is not None
    assert work.items_per_week is None


def test_a_price_for_each_head_counts_everybody(reader: Reader) -> None:
    words = "We are 20 people and the rota takes all of Monday. I want a rota app, it would be $4 a head a month."
    work = heard(words, reader).process("rota")
    assert work is not None
    assert work.offer_per_month is not None
    assert work.offer_per_month.value == 80.0


def test_without_a_plan_nothing_is_on_offer(reader: Reader) -> None:
    told = heard("We bake bread for eleven cafés. Invoices take me two hours on Sunday.", reader)
    work = told.process("invoicing")
    assert work is not None
    assert (work.offer_once, work.offer_per_month, work.wanted_means) == (None, None, None)
