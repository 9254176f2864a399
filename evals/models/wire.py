"""The bytes of a reply: events of a stream, or one JSON document, both able to begin before their end is known."""

from __future__ import annotations

import json
from typing import Protocol

from pydantic import JsonValue

from evals.models.asked import Asked

CHARACTERS_PER_TOKEN = 4
HOLE = "\u241eHERE\u241e"


class Envelope(Protocol):
    """What goes before, around and after the pieces of one message."""

    kind: str

    def head(self) -> bytes:
        """The bytes before the first piece."""

    def piece(self, text: str) -> bytes:
        """The bytes of one piece; none for no text."""

    def tail(self, characters: int) -> bytes:
        """The bytes after the last piece; takes the length of all that was said."""


def envelope(asked: Asked) -> Envelope:
    """A stream where one was asked for, else a document."""
    return Stream(asked) if asked.stream else Document(asked)


class Document:
    """`chat.completion`: one JSON document with the message where a hole was left."""

    kind = "application/json"

    def __init__(self, asked: Asked) -> None:
        self._asked = asked

    def head(self) -> bytes:
        return self._around(0)[0]

    def piece(self, text: str) -> bytes:
        return json.dumps(text)[1:-1].encode()

    def tail(self, characters: int) -> bytes:
        return self._around(characters)[1]

    def _around(self, characters: int) -> tuple[bytes, bytes]:
        message: dict[str, JsonValue] = {"role": "assistant", "content": HOLE}
        choice: JsonValue = {"index": 0, "message": message, "finish_reason": "stop"}
        whole = _frame(self._asked, "chat.completion") | {"choices": [choice], "usage": _usage(self._asked, characters)}
        before, after = json.dumps(whole).split(json.dumps(HOLE)[1:-1])
        return before.encode(), after.encode()


class Stream:
    """`chat.completion.chunk` as server-sent events, closed by `[DONE]`."""

    kind = "text/event-stream"

    def __init__(self, asked: Asked) -> None:
        self._asked = asked

    def head(self) -> bytes:
        return self._event({"role": "assistant", "content": ""})

    def piece(self, text: str) -> bytes:
        return self._event({"content": text}) if text else b""

    def tail(self, characters: int) -> bytes:
        closing = self._event({}, "stop")
        if (self._asked.stream_options or {}).get("include_usage"):
            counted = _frame(self._asked, "chat.completion.chunk")
            closing += _event(counted | {"choices": [], "usage": _usage(self._asked, characters)})
        return closing + b"data: [DONE]\n\n"

    def _event(self, delta: dict[str, JsonValue], finish: str | None = None) -> bytes:
        choice: JsonValue = {"index": 0, "delta": delta, "finish_reason": finish}
        return _event(_frame(self._asked, "chat.completion.chunk") | {"choices": [choice]})


def problem(status: int, message: str) -> bytes:
    """The body that comes with an error status."""
    return json.dumps({"error": {"message": message, "type": "server_error", "code": status}}).encode()


def models(name: str) -> bytes:
    """The list of models, of which there is one."""
    return json.dumps({"object": "list", "data": [{"id": name, "object": "model", "owned_by": "evals"}]}).encode()


def _frame(asked: Asked, kind: str) -> dict[str, JsonValue]:
    return {"id": "chatcmpl-1", "object": kind, "created": 0, "model": asked.model}


def _event(value: dict[str, JsonValue]) -> bytes:
    return f"data: {json.dumps(value)}\n\n".encode()


def _usage(asked: Asked, characters: int) -> JsonValue:
    told, said = len(asked.given) // CHARACTERS_PER_TOKEN, characters // CHARACTERS_PER_TOKEN
    return {"prompt_tokens": told, "completion_tokens": said, "total_tokens": told + said}
