"""One conversation on the log: every turn is kept before its reply is shown."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from assistant.conversation import turn
from assistant.conversation.shelf import Shelf
from assistant.domain.facts import FactPath
from assistant.domain.talk import Exchange, Reply, SessionState, TurnKind
from assistant.errors import StoreFailed, TurnTaken
from assistant.export.exporters import export
from assistant.language.sentences import split
from assistant.store.log import TurnLog, new_turn

TRIES = 8
Take = Callable[[SessionState], turn.Taken]


class Session:
    """A conversation by its id, which is the only key to it. Light: it holds no state of its own."""

    def __init__(self, session_id: str, log: TurnLog, shelf: Shelf, lock: threading.Lock) -> None:
        self.id = session_id
        self._log = log
        self._shelf = shelf
        self._lock = lock

    def state(self) -> SessionState:
        """Everything known after the last turn."""
        last = self._log.last(self.id)
        return last.state if last else SessionState()

    def history(self) -> tuple[Exchange, ...]:
        """What was said and replied, in order."""
        return self._log.exchanges(self.id)

    def say(self, words: str) -> Reply:
        """The reply to what the owner says; it is kept before it is returned.

        Raises StoreFailed where the turn could not be kept: then it was not acknowledged, and may be said again.
        """
        clean = sound(words)
        return self._keep("say", clean, lambda state: turn.say(state, clean, self._shelf))

    def stream(self, words: str) -> Iterator[str]:
        """The reply sentence by sentence. Sentences are whole and checked before the first is shown."""
        text = self.say(words).text
        for piece in split(text):
            yield text[piece.start : piece.end] + " "

    def add_proposal(self, text_or_path: str | Path, name: str | None = None) -> Reply:
        """The reply to a vendor's proposal, pasted as text or given as a file.

        Raises UnreadableFile where the file cannot be read; the conversation goes on.
        """
        file = turn.read_proposal(text_or_path, name, self._shelf)
        return self._keep("proposal", file.name, lambda state: turn.propose(state, file, self._shelf))

    def edit(self, path: FactPath, words: str) -> Reply:
        """The reply to one fact edited by words; empty words take the fact away."""
        clean = sound(words)
        return self._keep("edit", f"{path}: {clean}", lambda state: turn.edit(state, path, clean, self._shelf))

    def waive(self, rule_id: str, subject: str, reason: str) -> Reply:
        """The reply to an owner's decision to go ahead against a rule; the reason is kept and appears in the plan."""
        words = f"{rule_id} on {subject}: {reason}"
        return self._keep("edit", words, lambda state: turn.waive(state, rule_id, subject, reason, self._shelf))

    def rename(self, title: str) -> None:
        """Give the session a title."""
        self._keep("rename", title, lambda state: turn.rename(state, title))

    def load(self, state: SessionState) -> None:
        """Take over a state that was exported as .json."""
        self._keep("edit", "", lambda _: turn.Taken(state=state, reply=turn.shown(state)))

    def export(self, suffix: str) -> bytes:
        """The plan in one file format, by its suffix or a file name that ends in it; raises UnknownName."""
        state = self.state()
        plan = state.plan or turn.plan_of(state, self._shelf)
        return export(
            Path(f"plan.{suffix.lstrip('.')}").suffix if "." not in suffix else Path(suffix).suffix, plan, state
        )

    def delete(self) -> None:
        """Remove every trace of the session."""
        with self._lock:
            self._log.delete(self.id)

    def _keep(self, kind: TurnKind, words: str, take: Take) -> Reply:
        """Take a turn on the newest state and keep it; where another writer was first, read again and retake."""
        with self._lock:
            for _ in range(TRIES):
                last = self._log.last(self.id)
                taken = take(last.state if last else SessionState())
                try:
                    self._log.append(new_turn(self.id, (last.n if last else 0) + 1, kind, words, taken.state))
                except TurnTaken:
                    continue
                return taken.reply
        raise StoreFailed(f"session {self.id!r} is being written from elsewhere all the time: try again")


def sound(words: str) -> str:
    """Words that can be kept: halves of characters that broken input leaves become a replacement sign."""
    return words.encode("utf-8", errors="replace").decode("utf-8")
