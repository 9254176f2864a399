"""Turns that a chat model reads and words, judged: what it sees is answered with a no before anything is compared."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from assistant import open_plumbline
from assistant.conversation.shelf import Shelf
from assistant.settings import Settings
from evals.models.asked import Asked
from evals.models.perfect import perfect
from evals.models.reading import reading
from evals.score import Score
from evals.suites import models

WORDS = "I run a joinery with 6 people. Invoices take us 5 hours a week. The rota is on the wall, 20 minutes a day."
POINTERS = [
    {"work": "complaints", "fact": "hours_per_week", "quote": "20 minutes a day"},
    {"work": "returns", "fact": "hours_per_week", "quote": "5 hours a week"},
    {"work": "returns", "fact": "hours_per_week", "quote": "6 hours a week"},
]
SECONDS = 20
Marks = list[tuple[str, Score]]


def points(asked: Asked) -> str | None:
    return json.dumps({"told": POINTERS}) if reading(asked) else None


@contextmanager
def marked(settings: Settings) -> Iterator[Marks]:
    """The marks of one turn, with a model that points and words nothing."""
    with ExitStack() as stack:
        served = stack.enter_context(perfect(points))
        plain = stack.enter_context(open_plumbline(settings))
        chosen = {"model": f"openai:{served.model}", "model_url": served.base_url, "home": settings.home / "worded"}
        chosen |= {"model_seconds": SECONDS, "model_context": 8_000}
        worded = stack.enter_context(open_plumbline(settings.model_copy(update=chosen)))
        yield list(models.marks_of_turn(models.Both(worded, plain, Shelf(settings), SECONDS), "joinery", WORDS))


def values(marks: Marks, measure: str) -> list[float]:
    return [score.value for name, score in marks if name == measure]


def test_what_a_model_saw_is_counted_and_answered_with_a_no_before_talks_are_compared(settings: Settings) -> None:
    with marked(settings) as marks:
        assert values(marks, "asked_falsely") == [2]
        assert values(marks, "same_advice") == [1]
        for measure in ("without_error", "in_time", "replied", "kept", "figures", "quotes", "citations"):
            assert set(values(marks, measure)) == {1.0}, marks
        assert len(values(marks, "figures")) == 2
        assert values(marks, "own_words") == [0, 0]


def test_a_yes_is_another_talk(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "NO", "Yes")
    with marked(settings) as marks:
        assert values(marks, "same_advice") == [0]


def test_a_question_that_does_not_end_is_no_agreement(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "NO", WORDS)
    with marked(settings) as marks:
        assert values(marks, "same_advice") == [0]
        assert len(values(marks, "figures")) == models.MOST_REPLIES
