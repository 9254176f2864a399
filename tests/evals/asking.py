"""A plain HTTP client of chat models."""

from __future__ import annotations

import json
from collections.abc import Callable

import httpx
from pydantic import JsonValue

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
FORM: JsonValue = {
    "type": "object",
    "properties": {
        "decision": {"$ref": "#/$defs/Decision"},
        "why": {"type": "string", "maxLength": 60},
        "hours": {"anyOf": [{"type": "number", "minimum": 0, "maximum": 40}, {"type": "null"}]},
        "works": {"type": "array", "minItems": 2, "items": {"type": "object", "properties": {"name": {"const": "x"}}}},
    },
    "required": ["decision", "why", "hours", "works"],
    "$defs": {"Decision": {"enum": ["now", "later", "never"]}},
}
AS_JSON: dict[str, JsonValue] = {
    "response_format": {"type": "json_schema", "json_schema": {"name": "advice", "schema": FORM}}
}
AS_CALL: dict[str, JsonValue] = {
    "tools": [{"type": "function", "function": {"name": "advise", "parameters": FORM}}],
    "tool_choice": {"type": "function", "function": {"name": "advise"}},
}


def post(base_url: str, body: dict[str, JsonValue], timeout: float = 30) -> httpx.Response:
    """The whole response to a body."""
    return httpx.post(f"{base_url}/chat/completions", json=body, timeout=timeout, verify=False)


def ask(base_url: str, stream: bool = False, timeout: float = 30, **more: JsonValue) -> str:
    """The words, or the arguments of the call, that come back for MESSAGES; errors are httpx's."""
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
    calls = message.get("tool_calls")
    if isinstance(calls, list) and isinstance(calls[0], dict):
        function = calls[0]["function"]
        assert isinstance(function, dict)
        return str(function["arguments"])
    return str(message.get("content") or "")
