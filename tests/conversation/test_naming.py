"""Work that is told of in words that name no kind: asked about once, and added with what was told of it."""

from __future__ import annotations

import pytest

from assistant.conversation.plumbline import Plumbline
from assistant.conversation.session import Session
from assistant.domain.profile import Profile
from assistant.domain.talk import KIND_OF_WORK, Question
from tests.conversation.steering import skip_to

WORDS = "Either we have too much of it or none and then the van goes twice"
OPENING = (
    f"We are a joinery near York, six of us. I write the quotes, 8 a week, an hour each. Drives me nuts. {WORDS}. "
    "That is three hours a week. I'd like to be home by six."
)


def asked_which(plumbline: Plumbline) -> tuple[Session, Question, Profile]:
    """A talk at the question which kind of work the words are, the question, and what is known before it."""
    session = plumbline.session("a")
    question = skip_to(session, session.say(OPENING), KIND_OF_WORK)
    return session, question, session.state().profile


def test_work_that_names_no_kind_is_asked_about_with_the_nearest_kinds(plumbline: Plumbline) -> None:
    _, question, known = asked_which(plumbline)
    assert WORDS in question.text
    assert len(question.choices) == 4
    assert question.choices[-1] == "Something else"
    assert known.processes
    assert not {each.name for each in known.processes} & set(question.choices)


def test_the_kind_that_is_chosen_has_what_was_told_beside_the_words(plumbline: Plumbline) -> None:
    session, question, before = asked_which(plumbline)
    assert all(each.hours_per_week is None for each in before.processes)
    reply = session.say(question.choices[0])
    added = [each for each in reply.profile.processes if before.process(each.id) is None]
    assert [each.name for each in added] == [question.choices[0]]
    assert (added[0].quote or "-") in OPENING
    assert added[0].hours_per_week is not None
    assert added[0].hours_per_week.value == 3
    assert reply.question is not None
    assert reply.question.path.name != KIND_OF_WORK


@pytest.mark.parametrize("answer", ["Something else", "neither", "None of those.", "skip", "don't know"])
def test_work_that_is_none_of_those_is_left_and_not_asked_about_again(plumbline: Plumbline, answer: str) -> None:
    session, _, before = asked_which(plumbline)
    reply = session.say(answer)
    assert reply.profile.processes == before.processes
    for _ in range(12):
        if reply.question is None:
            break
        assert reply.question.path.name != KIND_OF_WORK
        reply = session.say("skip")


def test_an_answer_in_own_words_names_any_kind(plumbline: Plumbline) -> None:
    session, _, _ = asked_which(plumbline)
    reply = session.say("None of those, it's chasing the payments, 5 reminders a week")
    chased = reply.profile.process("payment_chasing")
    assert chased is not None
    assert chased.items_per_week is not None
    assert chased.items_per_week.value == 5


def test_what_else_a_long_answer_tells_is_heard(plumbline: Plumbline) -> None:
    session, _, _ = asked_which(plumbline)
    reply = session.say("That is chasing the payments. And the calls, 30 a day, are two hours a day for Dee.")
    assert {"payment_chasing", "answering_calls"} <= {each.id for each in reply.profile.processes}


def test_words_that_tell_something_else_add_no_work(plumbline: Plumbline) -> None:
    session, _, before = asked_which(plumbline)
    reply = session.say("I want to see my girls before they are in bed.")
    assert reply.profile.processes == before.processes
    assert any("my girls" in (each.quote or "") for each in reply.profile.goals)


def test_a_question_of_the_owner_leaves_the_question_open(plumbline: Plumbline) -> None:
    session, question, _ = asked_which(plumbline)
    assert session.say("why").question == question


def test_nothing_is_asked_where_all_work_is_named(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    told = "We are a joinery near York, six of us. Invoices take two hours a week. My son plays football on Saturdays."
    reply = session.say(told)
    assert session.state().unnamed == ()
    assert reply.question is not None
    assert reply.question.path.name == "goals"


def test_answers_to_other_questions_are_not_looked_through(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    session.say("We are a joinery near York, six of us. Invoices take two hours a week.")
    session.say(f"More time for family. {WORDS}.")
    assert session.state().unnamed == ()
