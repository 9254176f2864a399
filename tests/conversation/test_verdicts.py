"""Questions about the advice itself: what first, why, why not this way, how a figure was reckoned."""

from __future__ import annotations

import pytest

from assistant.conversation.plumbline import Plumbline
from assistant.conversation.session import Session

BUSY = (
    "We are a plumbing firm in Leeds, 4 of us. We send about 40 invoices a week, 9 minutes each. "
    "Quotes take 5 hours a week. I want evenings with the kids. I have 2 hours a week spare and £3,000 to spend."
)
NOTHING_PAYS = (
    "I run a framing workshop with 3 people. I want to keep every customer happy. "
    "We send 2 invoices a month, 4 minutes each. I have no money and no time to spare for any change."
)


@pytest.fixture
def session(plumbline: Plumbline) -> Session:
    """A talk with advice."""
    talk = plumbline.session("verdicts")
    talk.say(BUSY)
    return talk


@pytest.mark.parametrize(
    "words", ["How did you get to the hours for invoices?", "where do those hours for the invoices come from"]
)
def test_a_figure_is_reckoned_from_what_was_told(session: Session, words: str) -> None:
    reply = session.say(words)
    assert "40 invoices a week at 9 minutes each: 6 h a week today" in reply.text
    assert reply.citations == ()


def test_hours_that_were_told_are_said_to_be_told(session: Session) -> None:
    assert "5 hours a week today, as you told me" in session.say("How did you work out the quotes?").text


@pytest.mark.parametrize(
    "words",
    [
        "Why do you say that about the invoices?",
        "And why would you leave the invoices",
        "Why the invoices first?",
        "What makes you say so?",
    ],
)
def test_the_reason_of_a_decision_is_its_own(session: Session, words: str) -> None:
    made = session.state().recommendation
    assert made is not None
    reasons = [each.reason for each in made.initiatives]
    reply = session.say(words)
    assert any(each in reply.text for each in reasons)
    assert reply.citations == ()


def test_why_not_a_way_is_answered_by_the_advice_where_it_looked_at_it(session: Session) -> None:
    made = session.state().recommendation
    assert made is not None
    looked_at = [(each, way) for each in made.initiatives for way in each.alternatives if not way.taken and way.reason]
    assert looked_at
    step, way = looked_at[0]
    work = {"invoicing": "the invoices"}.get(step.process_id, "the quotes")
    reply = session.say(f"Why not {way.name} for {work}?")
    assert way.reason[1:].rstrip(".") in reply.text


def test_where_nothing_is_to_be_done_the_answer_says_so_and_why(plumbline: Plumbline) -> None:
    talk = plumbline.session("nothing")
    talk.say(NOTHING_PAYS)
    made = talk.state().recommendation
    assert made is not None
    assert made.order == ()
    reply = talk.say("Where do I start?")
    assert reply.text.startswith("Nothing, as things stand.")
    assert made.initiatives[0].reason.rstrip(".") in reply.text


@pytest.mark.parametrize("words", ["why do you ask?", "Why is cash flow so often the end of a firm?"])
def test_other_questions_why_stay_what_they_are(session: Session, words: str) -> None:
    made = session.state().recommendation
    assert made is not None
    reply = session.say(words)
    assert not any(each.reason in reply.text for each in made.initiatives)


def test_money_to_spend_is_played_back_with_its_period(plumbline: Plumbline) -> None:
    reply = plumbline.session("money").say("We are 3 people in Leeds. We can spend up to £80 a month on software.")
    assert "£80 a month to spend" in reply.text
