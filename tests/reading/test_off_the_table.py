"""Work that an owner takes off the table, and what they ask of their own case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from assistant.domain.facts import Fact, FactPath
from assistant.domain.profile import Process, Profile
from assistant.domain.talk import Question
from assistant.encoder import Signs
from assistant.encoder.signs import Sign
from assistant.reading.disowned import asked_back, disowned
from assistant.reading.own_case import own_case
from assistant.reading.reader import Reader
from assistant.reading.scene import make_scene
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
        ("Receiving goods? I didn’t say that.", "goods_in"),
        ("and please drop the appointments", "appointment_booking"),
        ("Never mind the mailings.", "newsletters"),
        ("Skip receiving goods.", "goods_in"),
        ("Don't bother with the newsletters.", "newsletters"),
        ("We stopped sending newsletters last year.", "newsletters"),
        ("You can forget the invoices.", "invoicing"),
        ("I want you to drop invoices.", "invoicing"),
        ("Invoices can go.", "invoicing"),
        ("On reflection drop the appointments.", "appointment_booking"),
        ("We don’t send newsletters.", "newsletters"),
        ("Job sheets, forget it.", "job_sheets"),
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
        "I don't want to do invoices any more.",
        "I don't like doing invoices.",
        "No invoicing software, just Word.",
        "We have no booking system, people ring for appointments.",
        "No invoices go out today, I ring them.",
        "We don't do invoices until the 25th.",
        "We don't send newsletters for small jobs.",
        "There are no appointments in January.",
        "I have no time for invoices.",
        "I don’t do the invoices.",
        "We don't do newsletters. Sam does.",
        "We hardly send any newsletters.",
        "By evening I am tired and forget the invoices.",
        "Customers ring up and cancel appointments at the last minute.",
        "We open the post, take out the invoices and type them in.",
        "Every Friday I sit down, cut the newsletters out of the mails and pack them.",
        "Forget the invoices for a minute.",
    ],
)
def test_other_denials_take_nothing_away(words: str, scene: MakeScene) -> None:
    assert disowned(scene(words), KNOWN, None) == frozenset()


def test_it_is_the_work_that_was_asked_about(scene: MakeScene) -> None:
    words = scene("Nobody. The warehouse does it, leave it out.")
    assert disowned(words, KNOWN, asked_of("goods_in")) == {"goods_in"}
    assert disowned(words, KNOWN, None) == frozenset()
    assert disowned(scene("Please strike that from my aims."), KNOWN, asked_of("goods_in")) == frozenset()


def test_two_names_that_go_together_go_both(scene: MakeScene) -> None:
    assert disowned(scene("Forget the newsletters and the invoices."), KNOWN, None) == {"newsletters", "invoicing"}


@pytest.mark.parametrize(
    "words",
    [
        "Forget it, next question.",
        "Forget it.",
        "Ok, cut it in half and it would be about right.",
        "Well, take it as ten, one or two may be odd.",
        "Just leave it to Beth, she will be doing it, five hours.",
        "No, keep it as it is, off season two hours.",
        "We open the post, take it out.",
    ],
)
def test_it_stays_where_the_words_ask_for_something_else(words: str, scene: MakeScene) -> None:
    assert disowned(scene(words), KNOWN, asked_of("goods_in")) == frozenset()


def test_work_off_the_table_is_asked_back_by_its_name(scene: MakeScene) -> None:
    assert asked_back(scene("Do look at invoices again."), ("invoicing",)) == {"invoicing"}
    assert asked_back(scene("Put the invoices back in."), ("invoicing",)) == {"invoicing"}
    assert asked_back(scene("My wife does the invoices."), ("invoicing",)) == frozenset()
    assert asked_back(scene("I said it again and again: no invoices."), ("invoicing",)) == frozenset()


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


@pytest.mark.parametrize(
    "words",
    [
        "Is 90 a month too much for it?",
        "Is that a fair price?",
        "Ought I to sign?",
        "Would it pay off for invoices?",
    ],
)
def test_worth_is_asked_in_many_words(words: str, scene: MakeScene) -> None:
    known = KNOWN.with_fact(FactPath(scope="invoicing", name="wanted_means"), Fact(value="acct"))
    found = own_case(scene(words), known)
    assert found is not None
    assert (found[0].process_id, found[0].asks) == ("invoicing", "worth")


@pytest.mark.parametrize("words", ["What should I do first, then?", "What is my next step?", "Where do we start?"])
def test_what_comes_first_is_a_question_of_the_own_case(words: str, scene: MakeScene) -> None:
    found = own_case(scene(words), KNOWN)
    assert found is not None
    assert found[0].asks == "first"


@pytest.mark.parametrize(
    "words",
    [
        "What is a chatbot?",
        "How long do reminders take to set up?",
        "It is not worth it.",
        "How should I count the invoices, per week or per month?",
        "Should I include my wife's hours on the invoices?",
        "Should I take the invoices per week or per month?",
        "Do you want the invoices per week or not?",
        "Would you repeat that about the invoices?",
        "What would it cost to start with?",
        "Which do you mean, the first or the second?",
        "What happens to invoices on the first of the month?",
    ],
)
def test_what_is_asked_in_general_is_not_of_the_own_case(words: str, scene: MakeScene) -> None:
    assert own_case(scene(words), KNOWN) is None


def test_without_work_there_is_no_own_case(scene: MakeScene) -> None:
    assert own_case(scene("Is a chatbot worth it?"), Profile()) is None


def test_a_way_that_fits_no_work_known_is_a_question_for_the_books(scene: MakeScene) -> None:
    only = Profile(processes=(Process(id="invoicing", name="invoices"),))
    assert own_case(scene("Is a phone bot a good idea for a plumber?"), only) is None


class Counting(Signs):
    """Counts how often the tower is asked."""

    times = 0

    def read(self, text: str) -> Sequence[Sign]:
        Counting.times += 1
        return super().read(text)


def test_a_question_of_an_offer_is_read_once(reader: Reader) -> None:
    counting = replace(reader, says=Counting())
    Counting.times = 0
    assert own_case(make_scene("Is 90 a month too much for the newsletters?", counting), KNOWN) is not None
    assert Counting.times == 1


@pytest.mark.parametrize(
    ("words", "gone"),
    [
        ("No no, the shop front is what I meant", {"goods_in"}),
        ("Yes, that is what I meant.", set()),
        ("This is what we mean by it.", set()),
    ],
)
def test_naming_what_was_meant_takes_off_what_was_asked_about(words: str, gone: set[str], scene: MakeScene) -> None:
    assert disowned(scene(words), KNOWN, asked_of("goods_in")) == gone
