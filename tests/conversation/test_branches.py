"""A what-if in a talk: tried beside what stands, kept or dropped, and nothing changed before."""

from __future__ import annotations

import pytest

from assistant.conversation.plumbline import Plumbline
from assistant.conversation.session import Session
from assistant.domain.facts import FIRM, FactPath
from assistant.domain.talk import KEEP_OR_DROP, Question, SessionState
from assistant.export.json_state import read_session

OPENING = (
    "We are a plumbing firm in Leeds, 4 of us. We send about 40 invoices a week, 9 minutes each. "
    "Quotes take 5 hours a week. I want evenings with the kids. I have 2 hours a week spare and £3,000 to spend."
)
INVOICES = FactPath(scope="invoicing", name="items_per_week")
QUOTES = FactPath(scope="quoting_standard", name="hours_per_week")
PEOPLE = FactPath(scope=FIRM, name="headcount")


@pytest.fixture
def session(plumbline: Plumbline) -> Session:
    """A talk in which work, goal and limits are told."""
    talk = plumbline.session("a")
    talk.say(OPENING)
    return talk


def value(state: SessionState, path: FactPath) -> object:
    fact = state.profile.fact(path)
    return fact.value if fact else None


def test_a_what_if_shows_one_table_and_changes_nothing(session: Session) -> None:
    before = session.state()
    reply = session.say("What if volume doubled?")
    after = session.state()
    assert (after.profile, after.recommendation, after.pending) == (
        before.profile,
        before.recommendation,
        before.pending,
    )
    assert reply.question == KEEP_OR_DROP
    assert "80 invoices a week instead of 40" in reply.text
    rows = [line for line in reply.text.splitlines() if line.startswith("| ")]
    assert [row.split(" | ")[0] for row in rows] == ["| Work", "| Making standard quotes", "| Making invoices"]
    assert after.branch is not None
    assert {each.process_id for each in after.branch.rows} == {"invoicing", "quoting_standard"}


def test_what_is_kept_is_told_in_the_owners_words_and_the_question_comes_back(session: Session) -> None:
    asked = session.state().pending
    session.say("What if volume doubled?")
    reply = session.say("Keep it")
    state = session.state()
    assert (value(state, INVOICES), value(state, QUOTES)) == (80.0, 10.0)
    fact = state.profile.fact(INVOICES)
    assert fact is not None
    assert (fact.basis, fact.quote) == ("owner", "What if volume doubled?")
    assert reply.text.startswith("Kept: 80 invoices a week")
    assert reply.question == asked
    assert state.branch is None


@pytest.mark.parametrize("words", ["Drop it", "no", "skip", "don't know", "never mind"])
def test_what_is_dropped_leaves_everything_as_it_was(words: str, session: Session) -> None:
    before = session.state()
    session.say("Suppose we hired someone")
    reply = session.say(words)
    after = session.state()
    assert reply.text.startswith("Dropped.")
    assert (after.profile, after.asked, after.pending) == (before.profile, before.asked, before.pending)
    assert after.branch is None


def test_other_words_drop_the_branch_and_answer_the_question_that_was_open(session: Session) -> None:
    asked = session.state().pending
    assert asked is not None
    session.say("Suppose we hired someone")
    reply = session.say("They know us, we have done their boilers for years.")
    state = session.state()
    assert state.branch is None
    assert value(state, PEOPLE) == 4.0
    assert [each.outcome for each in state.asked if each.path == asked.path] == ["answered"]
    assert reply.question != asked


def test_a_question_that_a_kept_branch_answers_is_not_put_again(plumbline: Plumbline) -> None:
    session = plumbline.session("a")
    reply = session.say("A bakery in Cork. Invoices take 5 hours a week. I want to grow.")
    while reply.question is not None and reply.question.path.name != "spare_hours_per_week":
        reply = session.say("skip")
    session.say("What if I had 6 hours a week for it?")
    reply = session.say("Keep it")
    assert reply.question is None or reply.question.path.name != "spare_hours_per_week"
    assert "spare_hours_per_week" in [each.path.name for each in session.state().asked if each.outcome == "answered"]


def test_a_way_that_is_ruled_out_stays_so(session: Session) -> None:
    session.say("What if volume doubled?")
    session.say("keep it")
    advised = {each.means for each in session.state().recommendation.initiatives if each.decision == "now"}  # type: ignore[union-attr]
    assert advised == {"form"}
    session.say("And without the form?")
    session.say("Keep it")
    session.say("Quotes take 12 hours a week now.")
    made = session.state().recommendation
    assert made is not None
    assert "form" not in {each.means for each in made.initiatives if each.decision != "leave it"}
    (out,) = [way for each in made.initiatives for way in each.alternatives if way.means_id == "form"][:1]
    assert out.reason == "you would rather do without it"


def test_what_stands_before_a_what_if_is_heard_first(session: Session) -> None:
    reply = session.say("Quotes are more like 6 hours a week. What if we got twice as many?")
    state = session.state()
    assert value(state, QUOTES) == 6.0
    assert state.branch is not None
    assert reply.question == KEEP_OR_DROP


def test_what_cannot_be_tried_is_said_so_and_the_question_stays(session: Session) -> None:
    before = session.state()
    reply = session.say("What if I moved to Spain?")
    assert "You can suppose" in reply.text
    assert reply.question == before.pending
    assert session.state().profile == before.profile


def test_a_question_to_the_books_is_answered_from_them(session: Session) -> None:
    reply = session.say("What if a chatbot gives a wrong answer?")
    assert reply.citations
    assert session.state().branch is None


def test_work_on_top_is_a_row_of_its_own_and_stays_once_kept(session: Session) -> None:
    reply = session.say("What if we also did payroll, 3 hours a week?")
    assert "Not there" in reply.text
    session.say("yes")
    payroll = session.state().profile.process("payroll_prep")
    assert payroll is not None
    assert payroll.hours_per_week is not None
    assert payroll.hours_per_week.value == 3.0


def test_an_edit_by_hand_closes_the_branch(session: Session) -> None:
    session.say("What if volume doubled?")
    reply = session.edit(PEOPLE, "5")
    assert session.state().branch is None
    assert isinstance(reply.question, Question)
    assert reply.question != KEEP_OR_DROP


def test_a_branch_is_exported_and_loaded_and_older_states_have_none(session: Session, plumbline: Plumbline) -> None:
    session.say("What if volume doubled?")
    kept = read_session(session.export("json")).state
    other = plumbline.session("b")
    other.load(kept)
    other.say("Keep it")
    assert value(other.state(), INVOICES) == 80.0
    assert SessionState.model_validate({"title": "before there were branches"}).branch is None
