"""plumbline chat"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from assistant.cli.inputs import Today, settings
from assistant.errors import BadInput

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
                print(f"\n{talk.say(words).text}\n", flush=True)
            except BadInput as exc:
                print(f"plumbline: {exc}", file=sys.stderr)
        print(f"Kept as session {talk.id}", file=sys.stderr)


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
