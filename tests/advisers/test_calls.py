"""One call of a model: bounded, stopped at once, its failures in words."""

from __future__ import annotations

from threading import Event
from time import monotonic

import pytest
from langchain_core.exceptions import ModelAuthenticationError, ModelConnectionError, ModelRateLimitError

from assistant.advisers.calls import Call
from assistant.errors import ModelFailed
from tests.scripted_model import model_saying

MESSAGES = [("system", "Be brief."), ("human", "Say it.")]


def _pieces(call: Call, seconds: float = 5.0, longest: int = 1000, stop: Event | None = None) -> list[str]:
    return list(call.pieces(monotonic() + seconds, longest, stop or Event()))


def test_the_text_comes_piece_by_piece_and_the_model_was_told_all() -> None:
    model = model_saying(["It ", "is ", "ten."])
    assert _pieces(Call(model, MESSAGES)) == ["It ", "is ", "ten."]
    assert "Be brief." in model.asked[0]
    assert "Say it." in model.asked[0]


@pytest.mark.parametrize("script", [[5.0, "late"], ["begun ", 5.0, "late"]])
def test_a_model_that_stalls_is_left_after_the_time_that_it_had(script: list[object]) -> None:
    began = monotonic()
    with pytest.raises(ModelFailed, match="too long"):
        _pieces(Call(model_saying(script), MESSAGES), seconds=0.3)
    assert monotonic() - began < 1.3


def test_a_model_that_does_not_end_is_cut_off() -> None:
    with pytest.raises(ModelFailed, match="come to an end"):
        _pieces(Call(model_saying(["more and more "] * 1000), MESSAGES), longest=200)


def test_a_stop_is_heard_while_the_model_stalls() -> None:
    stop = Event()
    pieces = Call(model_saying(["begun ", 5.0, "late"]), MESSAGES).pieces(monotonic() + 5, 1000, stop)
    assert next(pieces) == "begun "
    stop.set()
    began = monotonic()
    assert list(pieces) == []
    assert monotonic() - began < 1


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (ModelConnectionError("x"), "cannot be reached"),
        (ModelRateLimitError("x"), "out of quota"),
        (ModelAuthenticationError("x"), "refused the key"),
        (ConnectionResetError("x"), "cannot be reached"),
        (RuntimeError("secret text"), "broke off"),
    ],
)
def test_each_failure_is_told_in_words_of_its_own(error: Exception, says: str) -> None:
    with pytest.raises(ModelFailed, match=says) as caught:
        _pieces(Call(model_saying(["begun ", error]), MESSAGES))
    assert "secret" not in str(caught.value)
