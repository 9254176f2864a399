"""What a chat model points at is taken apart without believing any of it."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Event
from time import monotonic

import pytest

from assistant.advisers import second_reader
from assistant.advisers.chat_model import READING, ChatModelAdviser
from assistant.advisers.guard import Guard
from assistant.domain.speech import Pointed, Pointer, ToRead, Usage
from assistant.encoder import Support
from assistant.settings import Settings
from tests.scripted_model import Script, model_saying

TEXT = ToRead(words="We write 60 invoices a week.", works=(("invoicing", "making invoices"),))
ROW = {"work": "invoicing", "fact": "items_per_week", "quote": "60 invoices a week"}
POINTER = Pointer(**ROW)


def _point(script: str | Script, stop: Event | None = None, **knobs: object) -> Pointed:
    settings = Settings.model_validate({"home": Path("unused"), "model": "test:model", **knobs})
    reading = (script,) if isinstance(script, str) else script
    adviser = ChatModelAdviser(model_saying(reading=reading), settings, Guard(Support()))
    return adviser.point(TEXT, Usage(), stop or Event())


@pytest.mark.parametrize(
    "answer",
    [
        json.dumps({"told": [ROW]}),
        "```json\n" + json.dumps({"told": [ROW, ROW]}) + "\n```",
        json.dumps({"told": [ROW, {"work": "invoicing"}, "nonsense", {**ROW, "quote": 60}, {**ROW, "quote": "  "}]}),
        json.dumps({"told": [ROW, {**ROW, "value": 60}]}),
    ],
    ids=["plain", "fenced and twice", "with rows of other shapes", "with a value of its own"],
)
def test_rows_of_the_right_shape_are_pointers_and_others_are_left(answer: str) -> None:
    assert second_reader.pointers(answer)[0] == (POINTER,)


@pytest.mark.parametrize(
    "answer",
    ["", "I cannot do that.", "[1, 2]", '{"told": "all of it"}', "{" * 5_000, "[" * 3_000 + "]" * 3_000, "null"],
)
def test_an_answer_of_another_shape_is_counted_as_unread(answer: str) -> None:
    assert second_reader.pointers(answer) == ((), Usage(unread=1))


def test_a_list_without_end_is_looked_at_so_far() -> None:
    rows = [{**ROW, "quote": f"{n} invoices a week"} for n in range(500)]
    found, counted = second_reader.pointers(json.dumps({"told": rows}))
    assert len(found) == second_reader.MOST
    assert counted.pointed == 500


def test_the_model_is_told_the_words_and_the_kinds_of_work_once() -> None:
    model = model_saying()
    settings = Settings(home=Path("unused"), model="test:model")
    found = ChatModelAdviser(model, settings, Guard(Support())).point(TEXT, Usage(), Event())
    assert found.pointers == ()
    assert found.usage.calls == 1
    assert "invoicing: making invoices" in model.read[0]
    assert TEXT.words in model.read[0]


def test_words_beyond_the_models_room_are_not_given_to_it() -> None:
    settings = Settings(home=Path("unused"), model="test:model", model_context=500)
    adviser = ChatModelAdviser(model_saying(), settings, Guard(Support()))
    assert adviser.point(TEXT.model_copy(update={"words": "word " * 1_000}), Usage(), Event()) == Pointed()


def test_a_model_that_stalls_is_left_in_time_with_one_line() -> None:
    begin = monotonic()
    found = _point(["{", 5.0, "}"], model_seconds=0.5)
    assert monotonic() - begin < 0.5 * READING + 1
    assert "took too long" in found.trouble
    assert found.pointers == ()
    assert found.seconds == pytest.approx(0.5 * READING, abs=0.2)


def test_a_reading_that_is_stopped_points_at_nothing() -> None:
    stop = Event()
    stop.set()
    assert _point(json.dumps({"told": [ROW]}), stop).pointers == ()


def test_a_talk_that_has_used_its_tokens_is_not_read_along() -> None:
    settings = Settings(home=Path("unused"), model="test:model", model_cap=10)
    adviser = ChatModelAdviser(model_saying(), settings, Guard(Support()))
    assert adviser.point(TEXT, Usage(tokens_in=10), Event()) == Pointed()
