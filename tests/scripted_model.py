"""A chat model that says what a test wrote for it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import Any, cast

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGenerationChunk, ChatResult

Script = Sequence[str | float | Exception]
"""What one call gives: pieces of text, seconds to wait, an error to raise."""


class ScriptedModel(BaseChatModel):
    """Gives one script a call, in order; `asked` holds what it was told. Out of scripts is an error of the test.

    Each request to read an owner's words gets `reading`, and is held in `read`.
    """

    scripts: list[Any]
    asked: list[str]
    reading: Any
    read: list[str]

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _generate(self, messages: list[BaseMessage], *_: Any, **__: Any) -> ChatResult:
        raise NotImplementedError("replies are streamed")

    def _stream(self, messages: list[BaseMessage], *_: Any, **__: Any) -> Iterator[ChatGenerationChunk]:
        for each in self._script("\n".join(each.text for each in messages)):
            if isinstance(each, Exception):
                raise each
            if isinstance(each, float):
                time.sleep(each)
                continue
            yield ChatGenerationChunk(message=AIMessageChunk(content=each))

    def _script(self, asked: str) -> Script:
        if "<works>" in asked:
            self.read.append(asked)
            return cast("Script", self.reading)
        self.asked.append(asked)
        if not self.scripts:
            raise AssertionError("the model was called more often than the test has scripts")
        return cast("Script", self.scripts.pop(0))


def model_saying(*scripts: str | Script, reading: Script = ('{"told": []}',)) -> ScriptedModel:
    """A model whose calls give these texts, or scripts, one after the other; it sees `reading` in an owner's words."""
    given = [[each] if isinstance(each, str) else list(each) for each in scripts]
    return ScriptedModel(scripts=given, asked=[], reading=reading, read=[])
