"""Owners who contradict, ask back and say two things at once."""

from __future__ import annotations

from assistant.conversation.plumbline import Plumbline
from assistant.domain.profile import Process
from assistant.domain.talk import Reply
from tests.conversation.steering import skip_to

OPENING = (
    "A practice in Cork, six of us. I want evenings free. "
    "We get about 35 calls a day, 4 minutes each. Invoices take 3 hours a week."
)


def work(reply: Reply, process_id: str) -> Process | None:
    return reply.profile.process(process_id)


def test_work_that_is_taken_off_the_table_stays_off_it(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    assert work(session.say(OPENING), "invoicing") is not None
    reply = session.say("Forget the invoices, my accountant does them and nothing hurts there.")
    assert work(reply, "invoicing") is None
    assert "off the table" in reply.text
    assert reply.recommendation is not None
    assert [each.process_id for each in reply.recommendation.initiatives] == ["answering_calls"]
    assert work(session.say("People come because a person answers, not for the invoices."), "invoicing") is None
    assert work(session.say("Well, invoices are 5 hours a week now."), "invoicing") is not None


def test_work_that_is_back_on_the_table_is_heard_as_before(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    session.say(OPENING)
    session.say("Forget the invoices.")
    session.say("Well, invoices are 5 hours a week now.")
    back = work(session.say("My wife does the invoices."), "invoicing")
    assert back is not None
    assert back.doer is not None
    assert back.doer.value == "family"


def test_work_is_put_back_on_the_table_by_its_name(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    session.say(OPENING)
    question = session.say("Forget the invoices.").question
    assert work(session.say("My wife does the invoices."), "invoicing") is None
    reply = session.say("Do look at invoices again.")
    assert work(reply, "invoicing") is not None
    assert "back on the table" in reply.text
    assert question is not None


def test_what_stands_beside_work_that_goes_is_doubted_as_ever(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    asked = session.say(OPENING).question
    reply = session.say("Forget the invoices; calls take 30 hours a day.")
    assert work(reply, "invoicing") is None
    assert "a day has 24 hours" in reply.text
    assert reply.question == asked
    assert "which work that is about" not in session.say("Forget the calls.").text


def test_advice_on_work_that_went_goes_with_it(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    reply = session.say("A bakery in Cork. Invoices take 5 hours a week. We also do newsletters.")
    assert reply.recommendation is not None
    reply = session.say("Invoices can go.")
    assert work(reply, "newsletters") is not None
    assert (reply.recommendation, reply.report, reply.plan) == (None, None, None)


def test_a_short_answer_counts_although_more_is_told_after_it(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    skip_to(session, session.say(OPENING), "spare_hours_per_week")
    reply = session.say("Two hours a week. Beth also types up visit notes, 45 minutes a day.")
    assert [each.amount.value for each in reply.profile.constraints if each.amount] == [2]
    assert work(reply, "client_notes") is not None


def test_a_yes_or_no_is_given_on_an_offer(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    session.say(OPENING)
    session.say("skip")
    reply = session.say("So should I get a phone robot for 290 a month or not?")
    assert reply.text.startswith("**Voice agent on the phone: ")
    assert reply.recommendation is not None
    calls = work(reply, "answering_calls")
    assert calls is not None
    assert calls.items_per_week is not None
    assert calls.items_per_week.value == 175


def test_a_question_is_no_answer(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    asked = skip_to(session, session.say(OPENING), "documented")
    assert asked.path.scope == "answering_calls"
    reply = session.say("And the chatbot for 180 a month?")
    assert reply.question == asked
    calls = work(reply, "answering_calls")
    assert calls is not None
    assert calls.documented is None


def test_a_price_by_the_month_is_no_count(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    session.say(OPENING)
    reply = session.say("A man offers a robot that answers all calls, 290 a month and 1200 to start.")
    calls = work(reply, "answering_calls")
    assert calls is not None
    assert calls.items_per_week is not None
    assert calls.items_per_week.value == 175


def test_a_question_is_put_twice_at_most_whatever_is_told_instead(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    reply = session.say(OPENING)
    first = reply.question
    assert first is not None
    put = 1
    for words in ("Sorry, it is 40 calls a day.", "No, 45 calls a day.", "I meant 50 calls a day."):
        reply = session.say(words)
        put += reply.question == first
    assert put <= 2


def test_what_is_not_in_place_takes_no_work_off_the_table(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    skip_to(session, session.say(OPENING), "documented")
    reply = session.say("We don't have that.")
    calls = work(reply, "answering_calls")
    assert calls is not None
    assert calls.documented is not None
    assert calls.documented.value is False


def test_work_that_was_never_meant_goes(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    skip_to(session, session.say(OPENING), "documented")
    reply = session.say("You misunderstood me, that's not us.")
    assert work(reply, "answering_calls") is None
