"""Taking back what was said: the state is as if it had not been said, and nothing is shown of it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from assistant.conversation.plumbline import Plumbline
from assistant.conversation.session import Session
from assistant.conversation.undoing import LETTERS_QUOTED, LINES, NOTHING
from assistant.domain.facts import FIRM, FactPath
from assistant.domain.talk import SessionState
from assistant.export.json_state import read_session

OPENING = "Bakery in Hull, nine of us. 40 invoices a week, ten minutes each. I want my Sundays back."
WORDS = (
    OPENING,
    "The rota takes me an hour and a half on Sundays.",
    "About 5 hours a week to spare.",
    "skip",
    "What if the invoices double?",
    "no",
    "forget the rota",
    "We answer 30 calls a day, three minutes each.",
)
EDITS = ((FactPath(scope=FIRM, name="headcount"), "12"), (FactPath(scope=FIRM, name="spare_hours_per_week"), "4"))
Step = tuple[str, int]
steps = st.lists(
    st.one_of(
        st.tuples(st.just("say"), st.integers(0, len(WORDS) - 1)),
        st.tuples(st.just("edit"), st.integers(0, len(EDITS) - 1)),
        st.tuples(st.just("rename"), st.integers(0, 3)),
        st.tuples(st.just("undo"), st.just(0)),
    ),
    max_size=7,
)


def take(talk: Session, step: Step) -> None:
    kind, n = step
    does: dict[str, Callable[[], object]] = {
        "say": lambda: talk.say(WORDS[n]),
        "edit": lambda: talk.edit(*EDITS[n]),
        "rename": lambda: talk.rename(f"Title {n}"),
        "undo": talk.undo,
    }
    does[kind]()


def without_what_is_undone(taken: list[Step]) -> list[Step]:
    left: list[Step] = []
    for step in taken:
        if step[0] != "undo":
            left.append(step)
        elif said := [n for n, (kind, _) in enumerate(left) if kind != "rename"]:
            del left[said[-1]]
    return left


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(taken=[("say", 0), ("rename", 0), ("undo", 0), ("say", 0), ("undo", 0)])
@given(taken=steps)
def test_any_talk_is_left_as_it_would_be_without_the_turns_taken_back(plumbline: Plumbline, taken: list[Step]) -> None:
    talk, plain = (plumbline.session(plumbline.new_session_id()) for _ in range(2))
    for step in taken:
        take(talk, step)
    for step in without_what_is_undone(taken):
        take(plain, step)
    assert talk.state() == plain.state()
    assert talk.history() == plain.history()
    assert talk.export(".json") == plain.export(".json")


@pytest.mark.parametrize("words", ["undo", "Undo.", "take that back", "Sorry, take that back please", "I take it back"])
def test_words_alone_take_back_and_the_open_question_is_put_again(plumbline: Plumbline, words: str) -> None:
    talk = plumbline.session("a")
    asked = talk.say(OPENING).question
    before = talk.state()
    talk.say("We answer 30 calls a day.")
    assert talk.state() != before
    reply = talk.say(words)
    assert talk.state() == before
    assert reply.taken_back == "We answer 30 calls a day."
    assert reply.notices == ("Taken back: “We answer 30 calls a day.”",)
    assert asked is not None
    assert asked.text in reply.text
    assert [each.words for each in talk.history()] == [OPENING]


@pytest.mark.parametrize(
    "words", ["We undo 30 wrong bookings a week.", "Customers take it back to the shop.", "Is there an undo button?"]
)
def test_words_that_only_speak_of_it_take_nothing_back(plumbline: Plumbline, words: str) -> None:
    talk = plumbline.session("a")
    talk.say(OPENING)
    talk.say(words)
    assert [each.words for each in talk.history()] == [OPENING, words]


@pytest.mark.parametrize("words", ["我们每周开四十张发票" * 20, f"https://bakery.example/{'a' * 120}", "word " * 60])
def test_long_words_are_quoted_from_their_beginning_also_where_they_have_no_spaces(
    plumbline: Plumbline, words: str
) -> None:
    talk = plumbline.session("a")
    talk.say(words)
    kinds = set(LINES)
    (notice,) = talk.undo().notices
    quoted = notice.removeprefix("Taken back: “").removesuffix("”")
    assert words.startswith(quoted.removesuffix("…"))
    assert LETTERS_QUOTED - 10 < len(quoted) <= LETTERS_QUOTED
    assert quoted.endswith("…")
    assert set(LINES) == kinds


def test_where_nothing_is_left_it_is_said_in_one_line_and_nothing_is_kept(plumbline: Plumbline) -> None:
    talk = plumbline.session("a")
    assert talk.undo().text == NOTHING
    assert not talk.is_kept()
    talk.say(OPENING)
    talk.undo()
    assert talk.say("undo").text == NOTHING
    assert talk.state() == plumbline.session("never").state()
    assert talk.is_kept()


def test_a_proposal_is_taken_back_and_its_critique_with_it(plumbline: Plumbline) -> None:
    talk = plumbline.session("a")
    talk.say(OPENING)
    before = talk.state()
    talk.add_proposal("The service costs EUR 90 per month. The term is 12 months.", "offer.txt")
    assert talk.undo().notices == ("Taken back: the proposal offer.txt.",)
    assert talk.state() == before


def test_a_session_from_a_file_is_the_same_to_the_byte_and_is_not_taken_apart(plumbline: Plumbline) -> None:
    talk = plumbline.session("a")
    talk.say(OPENING)
    talk.say("No, wait.")
    talk.undo()
    talk.rename("Hull")
    talk.say("About 5 hours a week to spare.")
    data = talk.export(".json")
    assert "No, wait." not in [each["words"] for each in json.loads(data)["history"]]

    kept, other = read_session(data), plumbline.session("b")
    other.load(kept.state, kept.history)
    assert other.export(".json") == data
    assert other.undo().text == NOTHING
    assert other.export(".json") == data
    other.say("We answer 30 calls a day.")
    other.undo()
    assert other.export(".json") == data


def test_documents_stay_and_what_was_said_before_and_after_them_is_taken_back(
    plumbline: Plumbline, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("own") / "prices.txt"
    file.write_text("Our sourdough costs 4 pounds and is baked on Fridays.", encoding="utf-8")
    talk = plumbline.session("a")
    talk.say(OPENING)
    opened = talk.state()
    talk.add_documents([file])
    with_documents = talk.state()
    talk.say("We answer 30 calls a day.")
    talk.undo()
    assert talk.state() == with_documents
    assert talk.undo().taken_back == OPENING
    assert talk.state() == SessionState(documents=("prices.txt",))
    assert [each.kind for each in talk.history()] == ["documents"]
    assert talk.undo().text == NOTHING
    talk.say(OPENING)
    talk.say("We answer 30 calls a day.")
    talk.undo()
    assert talk.state().profile == opened.profile
    assert talk.state().documents == ("prices.txt",)


def test_a_document_that_was_taken_out_does_not_come_back(
    plumbline: Plumbline, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("own") / "prices.txt"
    file.write_text("Our sourdough costs 4 pounds and is baked on Fridays.", encoding="utf-8")
    talk = plumbline.session("a")
    talk.add_documents([file])
    talk.say(OPENING)
    talk.remove_document("prices.txt")
    talk.rename("Hull")
    talk.undo()
    assert (talk.state().documents, talk.state().title) == ((), "Hull")
