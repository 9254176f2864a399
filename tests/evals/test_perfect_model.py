"""The perfect model and what all scripted servers share."""

from __future__ import annotations

import json

import httpx
import pytest

from assistant.prompting import load_prompt
from assistant.settings import Settings
from evals.bench.worded import said_again
from evals.models.asked import Asked, Message
from evals.models.perfect import perfect
from tests.evals.asking import DRAFT, MESSAGES, ask, post


@pytest.mark.parametrize("stream", [False, True])
def test_gold_is_answered_as_it_stands(stream: bool) -> None:
    with perfect(lambda asked: {DRAFT: "invoices [2]"}.get(asked.last)) as model:
        assert ask(model.base_url, stream) == "invoices [2]"
        assert model.exchanges[0].behaviour == "from gold"


def test_words_without_gold_are_said_to_be_so() -> None:
    with perfect(lambda asked: None, otherwise="null") as model:
        assert ask(model.base_url) == "null"
        assert model.exchanges[0].behaviour == "no gold"


def test_what_a_reply_is_made_of_is_the_callers() -> None:
    with perfect(lambda asked: str(len(asked.messages))) as model:
        assert ask(model.base_url) == str(len(MESSAGES))


def test_content_in_parts_is_read() -> None:
    parts = [{"type": "text", "text": "One."}, {"type": "image_url", "image_url": {}}, {"type": "text", "text": "Two."}]
    with perfect(lambda asked: asked.last) as model:
        response = post(model.base_url, {"messages": [{"role": "user", "content": parts}]})
    assert response.json()["choices"][0]["message"]["content"] == "One.\nTwo."


def test_use_is_counted_at_the_end_of_a_stream_that_asks_for_it() -> None:
    body = {"messages": [{"role": "user", "content": "x" * 40}], "stream": True}
    with perfect(lambda asked: "y" * 20) as model:
        plain = post(model.base_url, body).text
        counted = post(model.base_url, body | {"stream_options": {"include_usage": True}}).text
    assert "usage" not in plain
    assert '"usage": {"prompt_tokens": 10, "completion_tokens": 5, "total_tokens": 15}' in counted


def test_what_is_no_chat_request_is_refused_and_not_recorded() -> None:
    with perfect(lambda asked: "yes") as model:
        assert httpx.get(f"{model.base_url}/models").json()["data"][0]["id"] == model.model
        assert httpx.get(f"{model.base_url}/other").status_code == 404
        assert httpx.post(f"{model.base_url}/embeddings", json={}).status_code == 404
        assert httpx.post(f"{model.base_url}/chat/completions", content=b"{").status_code == 400
        assert model.exchanges == ()


@pytest.mark.parametrize(("name", "said"), [("reply", "It is so, then."), ("again", "It is thus.")])
def test_the_bench_has_an_answer_to_each_of_the_products_prompts(name: str, said: str) -> None:
    prompt = load_prompt(Settings().prompts(), name)
    values = dict.fromkeys(prompt.variables, "…") | {"reply": "It is so."}
    if name == "again":
        values["sentence"] = "It is thus, then."
    system, owner = prompt.filled(**values)
    messages = (Message(role="system", content=system), Message(role="user", content=owner))
    assert said_again(Asked(messages=messages)) == said


def test_the_bench_points_at_words_that_stand_there() -> None:
    prompt = load_prompt(Settings().prompts(), "read")
    _, owner = prompt.filled(works="invoicing: making invoices", question="", words="We are four in Leeds.")
    told = said_again(Asked(messages=(Message(role="user", content=owner),)))
    assert told is not None
    assert json.loads(told)["told"][0]["quote"] == "We are four"


def test_every_prompt_of_the_product_is_one_that_the_bench_answers() -> None:
    names = {each.stem for each in Settings().prompts().glob("*.md")} - {"README"}
    assert names == {"reply", "again", "read"}
