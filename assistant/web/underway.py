"""Replies that are being told: what has come of each so far, for a page that listens while it waits for the turn."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Condition
from typing import TYPE_CHECKING

from assistant.domain.facts import Noun
from assistant.domain.talk import Reply

if TYPE_CHECKING:
    from assistant.conversation.session import Session

LONGEST_WAIT = 20.0
"""Seconds after which a listener is answered though nothing came, so that no connection is held for ever."""


class Heard(Noun):
    """The sentences of a reply from the one that was asked for, and whether more may come."""

    pieces: tuple[str, ...] = ()
    more: bool = False


@dataclass
class _Reply:
    """A reply under way."""

    session: Session
    pieces: list[str] = field(default_factory=list)


class RepliesUnderWay:
    """The replies under way, by session; safe between threads."""

    def __init__(self) -> None:
        self._replies: dict[str, _Reply] = {}
        self._changed = Condition()

    def tell(self, session: Session, words: str) -> Reply:
        """The reply of a session; listeners hear each of its sentences as it comes."""
        mine = _Reply(session)
        with self._changed:
            self._replies[session.id] = mine
        try:
            pieces = session.stream(words)
            while True:
                try:
                    piece = next(pieces)
                except StopIteration as end:
                    reply: Reply = end.value
                    return reply
                with self._changed:
                    mine.pieces.append(piece)
                    self._changed.notify_all()
        finally:
            with self._changed:
                if self._replies.get(session.id) is mine:
                    del self._replies[session.id]
                self._changed.notify_all()

    def heard(self, session_id: str, seen: int, wait: float = LONGEST_WAIT) -> Heard:
        """What came after the first `seen` sentences; where nothing has, what comes next, within so many seconds."""

        def is_there() -> bool:
            reply = self._replies.get(session_id)
            return reply is None or len(reply.pieces) > seen

        with self._changed:
            self._changed.wait_for(is_there, timeout=wait)
            reply = self._replies.get(session_id)
            return Heard(pieces=tuple(reply.pieces[seen:]), more=True) if reply else Heard()

    def stop(self, session_id: str) -> None:
        """Have the rest of a reply said as it stands."""
        with self._changed:
            reply = self._replies.get(session_id)
        if reply:
            reply.session.stop()
