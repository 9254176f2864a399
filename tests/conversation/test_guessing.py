"""Work that is guessed is said to be a guess; plain words are not questioned."""

from __future__ import annotations

import pytest

from assistant.conversation.guessing import nearest_kind
from assistant.conversation.plumbline import Plumbline
from assistant.domain.catalogue import ProcessKind
from assistant.domain.profile import Process, Profile
from assistant.reading.disowned import disowned
from assistant.reading.reader import Reader
from assistant.reading.scene import make_scene
from assistant.settings import Settings

GUESS = "nearest kind"


@pytest.mark.parametrize(
    ("opening", "words"),
    [
        ("Feeding the geese takes 2 hours a day on our farm.", "Feeding the geese"),
        ("Small farm near Lincoln. Feeding the geese takes 2 hours a day.", "Feeding the geese"),
        ("Pottery studio. Glazing and loading the kiln takes 12 hours a week.", "Glazing and loading the kiln"),
        ("Hair salon, three chairs. Sweeping up and washing towels takes an hour a day.", "Sweeping up"),
        ("I translate books. Looking up old words takes 5 hours a week.", "Looking up old words"),
        ("We restore clocks. Winding and regulating takes me 4 hours a week.", "Winding and regulating"),
    ],
)
def test_a_kind_that_shares_nothing_with_the_words_is_said_to_be_a_guess(
    plumbline: Plumbline, opening: str, words: str
) -> None:
    talk = plumbline.session("a")
    reply = talk.say(opening)
    work = talk.state().profile.processes[0]
    assert GUESS in reply.text
    assert words in reply.text
    assert f"say “drop {work.name}”" in reply.text
    assert GUESS not in talk.say("I want more time for my family.").text


@pytest.mark.parametrize(
    "opening",
    [
        "Bakery in Hull, nine of us. Invoices take me 6 hours a week.",
        "Law office of four. I chase late payers on Fridays, two hours, and payroll is a morning a month.",
        "Plumber, two vans. The rota takes an hour and a half on Sundays, quotes 5 hours a week.",
        "Church hall. Opening and locking up takes 7 hours a week.",
        "We make violins. I answer emails for 3 hours a week.",
        "Shop in Bath. Stock counting is 4 hours a week, returns another 2.",
    ],
)
def test_plain_words_are_taken_without_a_word(plumbline: Plumbline, opening: str) -> None:
    talk = plumbline.session("a")
    reply = talk.say(opening)
    assert talk.state().profile.processes
    assert GUESS not in reply.text


def test_several_guesses_are_one_line(plumbline: Plumbline) -> None:
    talk = plumbline.session("a")
    reply = talk.say(
        "We are three. Ringing the bells takes 2 hours a week. Sweeping up and washing towels takes an hour a day."
    )
    guessed = [line for line in reply.text.splitlines() if GUESS in line]
    assert len(guessed) == 1
    assert "Sweeping up and washing towels" in guessed[0]
    assert "Ringing the bells" in guessed[0]


def test_what_is_said_to_do_does_it(plumbline: Plumbline) -> None:
    talk = plumbline.session("a")
    talk.say("Feeding the geese takes 2 hours a day on our farm.")
    work = talk.state().profile.processes[0]
    talk.say(f"drop {work.name}")
    assert talk.state().profile.process(work.id) is None


def test_every_kind_can_be_dropped_by_the_name_that_is_offered(settings: Settings, plumbline: Plumbline) -> None:
    reader: Reader = plumbline._shelf.reader
    for kind in plumbline.catalogue():
        if isinstance(kind, ProcessKind):
            told = Profile(processes=(Process(id=kind.id, name=kind.name, quote="that"),))
            said = nearest_kind(kind.name).partition("say “")[2].partition("”")[0]
            assert disowned(make_scene(said, reader), told, None) == {kind.id}, said
