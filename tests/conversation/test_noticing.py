"""What a chat model sees in an owner's words is asked about, and is a fact only after a yes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.advisers.chat_model import ChatModelAdviser
from assistant.advisers.guard import Guard
from assistant.conversation.noticing import MOST, OPENING
from assistant.conversation.plumbline import Plumbline
from assistant.conversation.session import Session
from assistant.domain.talk import IS_IT_SO, SessionState
from assistant.encoder import Support
from assistant.settings import Settings
from tests.scripted_model import Script, model_saying

WORDS = (
    "We are a joinery of four in Leeds. The phone never stops, maybe 30 rings a day. "
    "Every kitchen needs its drawing done by hand."
)
KITCHENS = {"work": "quoting_bespoke", "fact": "work", "quote": "Every kitchen needs its drawing done by hand"}
PEOPLE = {"work": "firm", "fact": "headcount", "quote": "joinery of four"}
INVENTED = {"work": "invoicing", "fact": "items_per_week", "quote": "40 invoices a week"}
MOVED = {"work": "invoicing", "fact": "items_per_week", "quote": "maybe 30 rings a day"}


def _seeing(settings: Settings, *rows: object, reading: Script | None = None) -> Plumbline:
    """A front door with a model that sees these things in every words, and words no reply."""
    chosen = settings.model_copy(update={"model": "test:model"})
    made = Plumbline(chosen)
    model = model_saying(*[""] * 20, reading=reading or (json.dumps({"told": rows}),))
    made._shelf.use_adviser(ChatModelAdviser(model, chosen, Guard(Support())))
    return made


def _told(state: SessionState) -> object:
    """All that is known and decided."""
    return state.profile, state.recommendation, state.report, state.plan, state.asked


@pytest.fixture
def plain(settings: Settings, tmp_path: Path) -> Iterator[Session]:
    with Plumbline(settings.model_copy(update={"home": tmp_path / "plain"})) as made:
        yield made.session("one")


def test_nothing_counts_before_a_yes_and_a_yes_takes_it(settings: Settings, plain: Session) -> None:
    with _seeing(settings, KITCHENS, PEOPLE) as house:
        session = house.session("one")
        said = session.say(WORDS)
        plain.say(WORDS)
        assert OPENING in said.text
        assert said.question == IS_IT_SO
        assert "1. “Every kitchen needs its drawing done by hand”" in said.text
        assert _told(session.state()) == _told(plain.state())
        assert session.state().profile.process("quoting_bespoke") is None
        after = session.say("Yes")
        assert after.profile.process("quoting_bespoke") is not None
        assert after.profile.people() == 4
        assert after.question not in (None, IS_IT_SO)


def test_a_no_leaves_everything_and_the_talk_goes_on(settings: Settings, plain: Session) -> None:
    with _seeing(settings, KITCHENS, PEOPLE) as house:
        session = house.session("one")
        session.say(WORDS)
        stands = plain.say(WORDS)
        after = session.say("No")
        assert _told(session.state()) == _told(plain.state())
        assert after.question == stands.question
        assert session.state().noticed == ()


def test_a_number_takes_that_one_alone(settings: Settings) -> None:
    with _seeing(settings, KITCHENS, PEOPLE) as house:
        session = house.session("one")
        session.say(WORDS)
        after = session.say("only 2")
        assert after.profile.people() == 4
        assert after.profile.process("quoting_bespoke") is None


def test_other_words_leave_it_and_are_heard_for_themselves(settings: Settings) -> None:
    with _seeing(settings, KITCHENS) as house:
        session = house.session("one")
        session.say(WORDS)
        after = session.say("Invoices take me three hours a week, by the way.")
        work = after.profile.process("invoicing")
        assert work is not None
        assert work.hours_per_week is not None
        assert after.profile.process("quoting_bespoke") is None


def test_what_was_not_said_is_not_asked_about(settings: Settings, plain: Session) -> None:
    with _seeing(settings, INVENTED, {**INVENTED, "work": "astrology"}, {**PEOPLE, "fact": "happiness"}) as house:
        said = house.session("one").say(WORDS)
        assert said.text == plain.say(WORDS).text


def test_a_figure_seen_elsewhere_is_a_question_that_names_both_places(settings: Settings) -> None:
    with _seeing(settings, MOVED) as house:
        session = house.session("one")
        said = session.say(WORDS)
        assert "I had taken it for calls a week" in said.text
        calls = session.state().profile.process("answering_calls")
        assert calls is not None
        assert calls.items_per_week is not None
        after = session.say("yes").profile
        moved, left = after.process("invoicing"), after.process("answering_calls")
        assert moved is not None
        assert moved.items_per_week is not None
        assert moved.items_per_week.value == 150
        assert left is not None
        assert left.items_per_week is None


def test_no_more_is_asked_about_than_can_be_looked_through(settings: Settings) -> None:
    rows = [{"work": each, "fact": "items_per_week", "quote": "maybe 30 rings a day"} for each in _kinds(settings)[:40]]
    with _seeing(settings, *rows) as house:
        session = house.session("one")
        session.say(WORDS)
        assert len(session.state().noticed) == MOST


def _kinds(settings: Settings) -> list[str]:
    with Plumbline(settings) as made:
        return [each.id for each in made._shelf.catalogue.processes]


def test_a_reader_that_fails_is_one_line_and_the_turn_is_whole(settings: Settings, plain: Session) -> None:
    with _seeing(settings, reading=(ConnectionError("gone"),)) as house:
        said = house.session("one").say(WORDS)
        assert said.text == plain.say(WORDS).text
        assert said.notices == (
            "The chat model could not read along: its server cannot be reached. I read your words myself, "
            "and this reply is in my own.",
        )


def test_what_a_reading_took_and_came_to_is_counted(settings: Settings) -> None:
    with _seeing(settings, KITCHENS, INVENTED) as house:
        house.session("one").say(WORDS)
        says = next(each.says for each in house.doctor().checks if each.name == "chat model")
        assert "pointed at 2 things" in says
        assert "1 asked about" in says


def test_a_question_that_waits_behind_is_put_after_the_answer_and_not_answered_before(
    settings: Settings, plain: Session
) -> None:
    with _seeing(settings, KITCHENS) as house:
        session = house.session("one")
        session.say(WORDS)
        waits = plain.say(WORDS).question
        assert session.say("No").question == waits
        session.undo()
        after = session.say("The van is at the garage again, so I am late with everything today.")
        assert after.profile.goals == ()
        assert after.question == waits


def test_few_words_and_questions_are_not_given_to_it(settings: Settings) -> None:
    with _seeing(settings, reading=(AssertionError("the model was asked"),)) as house:
        session = house.session("one")
        for words in ("hello", "What should I automate first?", "skip"):
            assert session.say(words).notices == ()


def test_taking_back_takes_back_what_was_taken(settings: Settings) -> None:
    with _seeing(settings, KITCHENS) as house:
        session = house.session("one")
        session.say(WORDS)
        session.say("Yes")
        session.undo()
        assert session.state().profile.process("quoting_bespoke") is None
        assert session.state().question == IS_IT_SO
