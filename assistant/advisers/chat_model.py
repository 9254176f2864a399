"""The adviser with a chat model: it says what stands in its own words, sentence by sentence, each checked."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from threading import Event, Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING

from assistant.advisers import second_reader
from assistant.advisers.calls import Calls
from assistant.advisers.context import Context, fitted
from assistant.advisers.endings import sentences
from assistant.advisers.guard import Guard
from assistant.advisers.playbook import PlaybookAdviser
from assistant.advisers.retelling import Retelling, is_prose
from assistant.domain.speech import Draft, Pointed, Spoken, ToRead, Usage
from assistant.encoder import Support
from assistant.errors import ModelFailed
from assistant.language.model_tokens import tokens
from assistant.prompting import Prompt, load_prompt
from assistant.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

PAUSE_AFTER = 2
"""Failures in a row after which the model is left alone."""
READING = 0.4
"""Share of a turn's time that the second reading may take; what it leaves is the wording's."""
ROOM, SLACK = 4, 400
"""How many times as long as what stands a model's words may be, and how many characters more."""
UNREAD = "The chat model could not read along: {reason}. I read your words myself, and this reply is in my own."
FAILED = "The chat model could not be used: {reason}. This reply is in my own words."
PAUSED = "The chat model failed {n} times in a row; I try it again in {seconds:.0f} seconds."
CAPPED = "This talk has used {used:,} tokens of the chat model, and {cap:,} is the most: I go on in my own words."


@dataclass(frozen=True)
class Voice:
    """What reading along and wording a reply take, whatever the words."""

    model: BaseChatModel
    guard: Guard
    reply: Prompt
    again: Prompt
    read: Prompt
    settings: Settings

    def context(self, draft: Draft, prose: str) -> Context | None:
        """What is told beside the words to be said; None where these alone take all the room."""
        own = tokens(self.reply.system) + tokens(self.reply.owner)
        return fitted(draft, prose, self.settings.model_context - own)


class ChatModelAdviser:
    """Words replies by a chat model; safe between threads."""

    def __init__(self, model: BaseChatModel, settings: Settings, guard: Guard | None = None) -> None:
        self.name = settings.model
        self._settings = settings
        reply, again, read = (load_prompt(settings.prompts(), each) for each in ("reply", "again", "read"))
        self._voice = Voice(model, guard or Guard(Support()), reply, again, read, settings)
        Thread(target=self._voice.guard.load, daemon=True).start()
        self._failures = 0
        self._resting_until = 0.0
        self._lock = Lock()

    def point(self, text: ToRead, used: Usage, stop: Event) -> Pointed:
        """What the model sees in an owner's words, unchecked; nothing where it is not to be asked now."""
        filled = second_reader.request(self._voice.read, text, self._settings.model_context)
        if filled is None or self._kept_from(used):
            return Pointed()
        begin = monotonic()
        calls = Calls(self._voice.model, begin + READING * self._settings.model_seconds, stop)
        try:
            answer = "".join(calls.pieces(filled, second_reader.LONGEST))
        except ModelFailed as exc:
            self._note(failed=True)
            return Pointed(usage=calls.usage, trouble=UNREAD.format(reason=exc), seconds=monotonic() - begin)
        if stop.is_set():
            return Pointed(usage=calls.usage, seconds=monotonic() - begin)
        found, counted = second_reader.pointers(answer)
        return Pointed(pointers=found, usage=calls.usage + counted, seconds=monotonic() - begin)

    def speak(self, draft: Draft, used: Usage, stop: Event) -> Generator[str, None, Spoken]:
        """The reply in the model's words as far as they hold, in ours where they do not."""
        prose = "\n\n".join(each for each in draft.paragraphs if is_prose(each))
        trouble = self._kept_from(used)
        context = None if trouble or not prose else self._voice.context(draft, prose)
        if context is None:
            spoken = yield from PlaybookAdviser().speak(draft, used, stop)
            return spoken.model_copy(update={"trouble": trouble})
        reply = _Reply(self._voice, draft, context, prose, stop)
        said: list[str] = []
        for piece in reply.told():
            said.append(piece)
            yield piece
        self._note(failed=bool(reply.trouble))
        text = "".join(said).strip().replace(" \n", "\n")
        return Spoken(text=text, usage=reply.usage(), trouble=reply.trouble)

    def _kept_from(self, used: Usage) -> str:
        """Why the model is not asked now, in a line for the owner; "" where it is."""
        total = used.tokens_in + used.tokens_out
        if self._settings.model_cap and total >= self._settings.model_cap:
            return CAPPED.format(used=total, cap=self._settings.model_cap)
        if (left := self._resting_until - monotonic()) > 0:
            return PAUSED.format(n=self._failures, seconds=left)
        return ""

    def _note(self, *, failed: bool) -> None:
        with self._lock:
            self._failures = self._failures + 1 if failed else 0
            if self._failures >= PAUSE_AFTER:
                self._resting_until = monotonic() + self._settings.model_rest


class _Reply:
    """One reply being told: the calls that it takes, and what they came to."""

    def __init__(self, voice: Voice, draft: Draft, context: Context, prose: str, stop: Event) -> None:
        self._voice, self._context, self._prose = voice, context, prose
        until = monotonic() + voice.settings.model_seconds - draft.spent
        self._calls = Calls(voice.model, until, stop)
        self._retelling = Retelling(draft, voice.guard, self._again)
        self.trouble = ""

    def told(self) -> Iterator[str]:
        """The whole reply, whatever the model does."""
        filled = self._voice.reply.filled(**self._context._asdict(), reply=self._prose)
        try:
            yield from self._retelling.tell(sentences(self._calls.pieces(filled, ROOM * len(self._prose) + SLACK)))
        except ModelFailed as exc:
            self.trouble = FAILED.format(reason=exc)
        yield from self._retelling.rest()

    def usage(self) -> Usage:
        """What it took."""
        counts = {name: getattr(self._retelling, name) for name in ("shown", "rewritten", "replaced")}
        return self._calls.usage.model_copy(update=counts)

    def _again(self, sentence: str, fault: str) -> str:
        filled = self._voice.again.filled(sentence=sentence, fault=fault, reply=self._prose)
        try:
            return "".join(self._calls.pieces(filled, ROOM * len(sentence) + SLACK))
        except ModelFailed:
            if monotonic() >= self._calls.until:
                raise
            return ""  # one sentence that could not be mended; the reply goes on
