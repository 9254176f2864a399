"""Replies that are being told, and a page that listens."""

from __future__ import annotations

from collections.abc import Generator
from threading import Event, Thread
from typing import cast

from assistant.conversation.session import Session
from assistant.domain.talk import Reply
from assistant.web.underway import RepliesUnderWay


class Slow:
    """A session whose second sentence waits for a sign, and whose end waits for another."""

    id = "one"

    def __init__(self) -> None:
        self.go_on = Event()
        self.end = Event()
        self.stopped = False

    def stream(self, words: str) -> Generator[str, None, Reply]:
        yield f"You said {words}. "
        self.go_on.wait(5)
        yield "That is all."
        self.end.wait(5)
        return Reply(text="")

    def stop(self) -> None:
        self.stopped = True
        self.go_on.set()
        self.end.set()


def test_a_listener_hears_each_sentence_as_it_comes_and_then_that_it_is_over() -> None:
    replies, session = RepliesUnderWay(), Slow()
    turn = Thread(target=replies.tell, args=(cast(Session, session), "hello"))
    turn.start()
    while not (first := replies.heard("one", 0, wait=5)).pieces:
        pass
    assert first.pieces == ("You said hello. ",)
    assert replies.heard("one", 1, wait=0.05).pieces == ()
    session.go_on.set()
    second = replies.heard("one", 1, wait=5)
    assert (second.pieces, second.more) == (("That is all.",), True)
    session.end.set()
    turn.join(5)
    assert not replies.heard("one", 0, wait=0.05).more


def test_a_stop_reaches_the_session_that_is_telling() -> None:
    replies, session = RepliesUnderWay(), Slow()
    turn = Thread(target=replies.tell, args=(cast(Session, session), "hello"))
    turn.start()
    while not replies.heard("one", 0, wait=5).pieces:
        pass
    replies.stop("one")
    turn.join(5)
    assert session.stopped


def test_nobody_telling_is_heard_at_once() -> None:
    assert RepliesUnderWay().heard("nobody", 0, wait=5).pieces == ()
    RepliesUnderWay().stop("nobody")
