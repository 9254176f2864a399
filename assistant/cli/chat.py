"""plumbline chat"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.inputs import Today, settings
from assistant.errors import BadInput

if TYPE_CHECKING:
    from assistant.conversation.session import Session
    from assistant.domain.talk import Reply

OPENING = "Tell me about your firm and what eats your week. An empty line ends the talk; it is kept."


def chat(
    session: Annotated[str, typer.Option(help="Name of the session; it is made where there is none.")] = "",
    today: Today = "",
) -> None:
    """The same conversation in the terminal; from a pipe, one turn a line."""
    from assistant import open_plumbline

    with open_plumbline(settings(today)) as plumbline:
        talk = plumbline.named(session or plumbline.new_session_id())
        for words in _turns(talk.state().reply_text):
            try:
                _tell(talk, words)
            except BadInput as exc:
                print(f"plumbline: {exc}", file=sys.stderr)
        print(f"Kept as session {talk.id}", file=sys.stderr)


def _tell(talk: Session, words: str) -> None:
    """Print the reply sentence by sentence; notices that are no part of it go to standard error."""
    pieces = talk.stream(words)
    print()
    while True:
        try:
            print(next(pieces), end="", flush=True)
        except StopIteration as end:
            print("\n", flush=True)
            reply: Reply = end.value
            for notice in (each for each in reply.notices if each not in reply.text):
                print(f"plumbline: {notice}", file=sys.stderr)
            return


def _turns(last_reply: str) -> Iterator[str]:
    if not sys.stdin.isatty():
        yield from (line.strip() for line in sys.stdin if line.strip())
        return
    print(last_reply or OPENING)
    while True:
        try:
            words = input("> ").strip()
        except (EOFError, KeyboardInterrupt):
            return
        if not words:
            return
        yield words
