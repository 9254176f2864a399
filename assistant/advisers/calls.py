"""One call of a chat model: bounded in time and length, stopped at once, its failures in one line each."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from queue import Empty, Queue
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING

from assistant.domain.speech import Usage
from assistant.errors import ModelFailed
from assistant.language.model_tokens import tokens

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessageChunk

logger = logging.getLogger(__name__)
LOOK_EVERY = 0.1
"""Seconds between two looks at whether the owner has stopped the reply."""
Messages = Sequence[tuple[str, str]]


class Call:
    """What a model writes on being asked once; afterwards `tokens_in` and `tokens_out` tell what it took."""

    def __init__(self, model: BaseChatModel, messages: Messages) -> None:
        self._model = model
        self._messages = list(messages)
        self.tokens_in = 0
        self.tokens_out = 0

    def pieces(self, until: float, longest: int, stop: Event) -> Iterator[str]:
        """The text as it comes, until `stop` is set; `until` is a moment of `time.monotonic`, `longest` in characters.

        Raises ModelFailed where the model cannot be had, takes too long, or does not come to an end.
        """
        pipe: Queue[str | Exception | None] = Queue()
        left_alone = Event()
        Thread(target=self._pump, args=(pipe, left_alone), daemon=True).start()
        written = 0
        try:
            while not stop.is_set():
                if monotonic() >= until:
                    raise ModelFailed("it took too long")
                try:
                    piece = pipe.get(timeout=max(min(LOOK_EVERY, until - monotonic()), 0.001))
                except Empty:
                    continue
                if piece is None:
                    return
                if isinstance(piece, Exception):
                    raise ModelFailed(reason(piece)) from piece
                written += len(piece)
                if written > longest:
                    raise ModelFailed("it did not come to an end")
                yield piece
        finally:
            left_alone.set()

    def _pump(self, pipe: Queue[str | Exception | None], left_alone: Event) -> None:
        """Read the model in a thread of its own, so that one that stalls holds up nobody."""
        from langsmith import tracing_context

        try:
            # Whatever the environment says of tracing: what an owner writes goes to the model and nowhere else.
            with tracing_context(enabled=False):
                for chunk in self._model.stream(self._messages):
                    if left_alone.is_set():
                        return
                    self._count(chunk)
                    if text := chunk.text:
                        pipe.put(text)
        except Exception as exc:  # noqa: BLE001  # each provider's package raises errors of its own
            logger.info("the chat model failed: %s", type(exc).__name__)
            pipe.put(exc)
        else:
            pipe.put(None)

    def _count(self, chunk: AIMessageChunk) -> None:
        if chunk.usage_metadata:
            self.tokens_in = max(self.tokens_in, chunk.usage_metadata["input_tokens"])
            self.tokens_out = max(self.tokens_out, chunk.usage_metadata["output_tokens"])


class Calls:
    """The calls that one task takes, under one end of time and one stop; `usage` adds them up."""

    def __init__(self, model: BaseChatModel, until: float, stop: Event) -> None:
        self._model, self._stop = model, stop
        self.until = until
        self.usage = Usage()

    def pieces(self, filled: tuple[str, str], longest: int) -> Iterator[str]:
        """What the model writes on a filled prompt, as it comes; raises ModelFailed as `Call.pieces`."""
        system, owner = filled
        call = Call(self._model, [("system", system), ("human", owner)])
        written = ""
        try:
            for piece in call.pieces(self.until, longest, self._stop):
                written += piece
                yield piece
        finally:
            self.usage += Usage(
                calls=1,
                tokens_in=call.tokens_in or tokens(system + owner),
                tokens_out=call.tokens_out or tokens(written),
            )


def reason(error: Exception) -> str:
    """What went wrong, in a clause that follows "the chat model could not be used: "."""
    from langchain_core import exceptions

    says: tuple[tuple[type[Exception], str], ...] = (
        (exceptions.ModelTimeoutError, "it took too long"),
        (exceptions.ModelConnectionError, "its server cannot be reached"),
        (exceptions.ModelRateLimitError, "it is out of quota or too busy"),
        (exceptions.ModelAuthenticationError, "it refused the key"),
        (exceptions.ModelPermissionDeniedError, "the key does not allow it"),
        (exceptions.ModelNotFoundError, "its server does not know a model of that name"),
        (exceptions.ModelInvalidRequestError, "it did not accept the request"),
        (exceptions.ModelAPIError, "its server failed"),
        (ConnectionError, "its server cannot be reached"),
        (TimeoutError, "it took too long"),
    )
    return next((words for kind, words in says if isinstance(error, kind)), "it broke off")
