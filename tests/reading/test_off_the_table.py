"""Work that an owner takes off the table, and what they ask of their own case."""

from __future__ import annotations

import pytest

from assistant.domain.facts import Fact, FactPath
from assistant.domain.profile import Process, Profile
from assistant.domain.talk import Question
from assistant.reading.disowned import disowned
from assistant.reading.own_case import own_case
from tests.reading.conftest import MakeScene

KNOWN = Profile(
    processes=tuple(
        Process(id=each, name=each)
        for each in ("goods_in", "newsletters", "quote_followup", "appointment_booking", "job_sheets", "invoicing")
    )
)


def asked_of(process_id: str) -> Question:
    return Question(path=FactPath(scope=process_id, name="doer"), text="", why="")


@pytest.mark.parametrize(
    ("words", "gone"),
    [
        ("Forget receiving goods. That is fine.", "goods_in"),
        ("Take receiving goods out!", "goods_in"),
        ("Please leave the newsletter out of it.", "newsletters"),
        ("We send no mailings.", "newsletters"),
        ("There are no job sheets here.", "job_sheets"),
        ("I have no appointments either.", "appointment_booking"),
        ("Not following up, I never follow up.", "quote_followup"),
        ("We don't do newsletters, we never did.", "newsletters"),
        ("Receiving goods? I didn't say that.", "goods_in"),
        ("and please drop the appointments", "appointment_booking"),
    ],
)
def test_work_is_taken_off_the_table_by_its_name(words: str, gone: str, scene: MakeScene) -> None:
    assert disowned(scene(words), KNOWN, None) == {gone}


@pytest.mark.parametrize(
    "words",
    [
        "I don't do the invoices, my wife does.",
        "We want fewer invoices and no wrong newsletters.",
        "Receiving goods takes out a whole morning.",
        "I leave the newsletter to Tuesday.",
        "No, the invoices go out on Friday.",
        "We don't do newsletters by hand, 3 hours a week all the same.",
    ],
)
def test_other_denials_take_nothing_away(words: str, scene: MakeScene) -> None:
    assert disowned(scene(words), KNOWN, None) == frozenset()


def test_it_is_the_work_that_was_asked_about(scene: MakeScene) -> None:
    words = scene("Nobody. The warehouse does it, leave it out.")
    assert disowned(words, KNOWN, asked_of("goods_in")) == {"goods_in"}
    assert disowned(words, KNOWN, None) == frozenset()
    assert disowned(scene("Please strike that from my aims."), KNOWN, asked_of("goods_in")) == frozenset()


@pytest.mark.parametrize(
    ("words", "process_id", "means_id"),
    [
        ("So should I get the chatbot for the enquiries or not?", "email_enquiries", "bot"),
        ("Is a phone robot worth 290 a month?", "answering_calls", "voice"),
        ("And the chatbot for 180 a month?", "email_enquiries", "bot"),
    ],
)
def test_a_question_of_worth_is_about_a_way_and_its_work(
    words: str, process_id: str, means_id: str, scene: MakeScene
) -> None:
    known = Profile(processes=tuple(Process(id=each, name=each) for each in ("answering_calls", "email_enquiries")))
    wanted = known.with_fact(FactPath(scope="email_enquiries", name="wanted_means"), Fact(value="bot"))
    found = own_case(scene(words), wanted)
    assert found is not None
    asked, profile = found
    assert (asked.process_id, asked.means_id) == (process_id, means_id)
    fact = profile.fact(FactPath(scope=process_id, name="wanted_means"))
    assert fact is not None
    assert fact.value == means_id


def test_what_comes_first_is_a_question_of_the_own_case(scene: MakeScene) -> None:
    found = own_case(scene("What should I do first, then?"), KNOWN)
    assert found is not None
    assert found[0].first


@pytest.mark.parametrize(
    "words", ["What is a chatbot?", "How long do reminders take to set up?", "It is not worth it."]
)
def test_what_is_asked_in_general_is_not_of_the_own_case(words: str, scene: MakeScene) -> None:
    assert own_case(scene(words), KNOWN) is None


def test_without_work_there_is_no_own_case(scene: MakeScene) -> None:
    assert own_case(scene("Is a chatbot worth it?"), Profile()) is None


def test_a_way_that_fits_no_work_known_is_a_question_for_the_books(scene: MakeScene) -> None:
    only = Profile(processes=(Process(id="invoicing", name="invoices"),))
    assert own_case(scene("Is a phone bot a good idea for a plumber?"), only) is None
