"""What words are about where they name no work, and work that is told in a word, in a list, or not at all."""

from __future__ import annotations

import pytest

from assistant.domain.facts import FactPath
from assistant.domain.profile import Process, Profile
from assistant.domain.talk import Question
from assistant.reading.answers import read_answer, spoken_of
from assistant.reading.corrections import takes_back
from assistant.reading.intents import told_before_asking
from assistant.reading.offers import with_offer
from assistant.reading.read import in_known_terms, read_scene
from tests.reading.conftest import MakeScene, Told


def test_figures_without_a_name_are_about_what_is_spoken_of(scene: MakeScene) -> None:
    words = scene("Make it about 18 a week, six minutes each.")
    assert read_scene(words).processes == ()
    work = read_scene(words, "invoicing").process("invoicing")
    assert work is not None
    assert work.items_per_week is not None
    assert work.items_per_week.value == 18


def test_of_several_works_none_is_spoken_of() -> None:
    one, other = Process(id="invoicing", name="i"), Process(id="rota", name="r")
    assert spoken_of(None, Profile(processes=(one,))) == "invoicing"
    assert spoken_of(None, Profile(processes=(one, other))) is None


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("I sell boots. Returns. That's what it is.", {"returns"}),
        ("I want my invoices automated.", {"invoicing"}),
        ("QuickBooks and a spreadsheet", set()),
        ("We'd keep the phone of course.", set()),
        ("The phone stays of course.", set()),
        ("We'd keep the phone, it rings 40 times a day.", {"answering_calls"}),
        ("We keep the appointments in a paper book.", {"appointment_booking"}),
        ("I keep chasing payments.", {"payment_chasing"}),
    ],
)
def test_work_is_told_in_a_word(told: Told, text: str, kinds: set[str]) -> None:
    assert {each.id for each in told(text).processes} == kinds


def test_quotes_are_the_quotes_that_are_known(scene: MakeScene) -> None:
    words = scene("about five hours a week on quotes")
    for name in ("quoting_standard", "quoting_bespoke"):
        known = Profile(processes=(Process(id=name, name=name),))
        assert [each.id for each in in_known_terms(words, read_scene(words), known).processes] == [name]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two hours a week is all I have. What first?", "Two hours a week is all I have."),
        ("A rep wants 300 a month for it. Do I sign? Straight answer.", "A rep wants 300 a month for it."),
        ("Why do you ask? What is it for?", ""),
        ("We have 12 staff.", ""),
    ],
)
def test_what_is_told_before_a_question(scene: MakeScene, text: str, told: str) -> None:
    assert told_before_asking(scene(text)) == told


def test_an_aim_corrects_nothing(scene: MakeScene) -> None:
    known = Profile(processes=(Process(id="invoicing", name="i"),))
    assert not takes_back(scene("I want quotes out in two days instead of nine."), known)


def test_an_offer_that_was_made_is_no_quoting_and_has_a_price(scene: MakeScene) -> None:
    words = scene("Two vets, Ghent. We got an offer for a booking app, 60 a month. Appointments by phone all day.")
    told = with_offer(words, read_scene(words), Profile(), None)
    assert [each.id for each in told.processes] == ["appointment_booking"]
    assert told.processes[0].offer_per_month is not None
    assert told.processes[0].offer_per_month.value == 60


def test_a_count_is_no_time(scene: MakeScene) -> None:
    path = FactPath(scope="invoicing", name="hours_per_week")
    asked = Question(path=path, text="", why="", plausible=(0.2, 40.0))
    found = read_answer(scene("Around 70 a week, 5 minutes each."), asked)
    assert found.fact is None
    work = found.profile.process("invoicing")
    assert work is not None
    assert work.items_per_week is not None
    assert work.minutes_per_item is not None
