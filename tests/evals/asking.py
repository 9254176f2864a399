"""A plain HTTP client of chat models."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import httpx
from pydantic import JsonValue

from assistant.advisers import second_reader
from assistant.domain.speech import ToRead
from assistant.prompting import load_prompt
from assistant.settings import Settings
from evals.models.hostile import Behaviour

SYSTEM = "You help an owner. Quote passages by their marks."
DRAFT = """Invoices take you 6 hours a week and cost about £1,250 a month [2].
My advice: leave it for now; simplify it first [kb/basics-3]. A tool at 12.5 % a year is not worth it."""
MESSAGES: list[dict[str, str]] = [
    {"role": "system", "content": SYSTEM},
    {"role": "user", "content": "Should I sack my bookkeeper?"},
    {"role": "assistant", "content": "Tell me first what she does."},
    {"role": "user", "content": DRAFT},
]
WORDS = """We write about 60 invoices a week, ten minutes each, at £18 an hour. Two in 100 go wrong.
Our bookkeeper does them. Customers come because we answer by noon."""
WORKS = {"invoicing": "making invoices", "rota": "planning the rota", "quotes": "writing quotes"}


def post(base_url: str, body: dict[str, JsonValue], timeout: float = 30) -> httpx.Response:
    """The whole response to a body."""
    return httpx.post(f"{base_url}/chat/completions", json=body, timeout=timeout, verify=False)


def to_read(words: str = WORDS) -> list[dict[str, str]]:
    """The messages that ask a model to read an owner's words, as the product fills them in."""
    prompt = load_prompt(Settings(home=Path("unused")).prompts(), "read")
    filled = second_reader.request(prompt, ToRead(words=words, works=tuple(WORKS.items())), 8_000)
    assert filled is not None
    return [{"role": role, "content": content} for role, content in zip(("system", "user"), filled, strict=True)]


def ask(base_url: str, stream: bool = False, timeout: float = 30, **more: JsonValue) -> str:
    """The words that come back, for MESSAGES where `more` has none; errors are httpx's."""
    body: dict[str, JsonValue] = {"model": "any", "messages": [*MESSAGES], "stream": stream, **more}
    response = post(base_url, body, timeout)
    response.raise_for_status()
    if not response.content:
        return ""
    if not stream:
        return _words(response.json()["choices"][0]["message"])
    lines = [each.removeprefix("data: ") for each in response.text.splitlines() if each]
    assert lines.pop() == "[DONE]"
    events = [json.loads(each) for each in lines]
    return "".join(_words(each["choices"][0]["delta"]) for each in events if each["choices"])


def ever(behaviour: Behaviour) -> Callable[[int], Behaviour]:
    """The same behaviour at every turn."""
    return lambda turn: behaviour


def _words(message: dict[str, JsonValue]) -> str:
    return str(message.get("content") or "")
