"""What verbs read from files and standard input, and how they print JSON."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.errors import BadInput, DependencyFailed

if TYPE_CHECKING:
    from datetime import date

    from pydantic import BaseModel

    from assistant.domain.profile import Profile
    from assistant.settings import Settings

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document on standard output.")]
AsJsonLines = Annotated[bool, typer.Option("--jsonl", help="Print one JSON document a line.")]
Today = Annotated[str, typer.Option("--today", help="The date to use instead of the clock's (ISO date).")]


def settings(today: str = "") -> Settings:
    """Settings from the environment, with the date fixed where one is given; the log begins at its level."""
    from assistant.settings import Settings

    made = Settings.from_environment(today=day_of(today))
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(made.log_level)  # the handler holds the line: some libraries set their own loggers to talk
    logging.basicConfig(level=made.log_level, handlers=[handler])
    return made


def text_of(path: str) -> str:
    """The text of a file, or of standard input for "-"; raises BadInput."""
    if path == "-":
        return sys.stdin.buffer.read().decode("utf-8", errors="replace")
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError as exc:
        raise BadInput(f"{path}: cannot be read ({exc.strerror}); check the name") from exc
    except UnicodeDecodeError as exc:
        raise BadInput(f"{path}: not UTF-8 text at byte {exc.start}; save it as UTF-8") from exc


def day_of(words: str) -> date | None:
    """The date that an option holds (ISO), None where it is empty; raises BadInput."""
    if not words:
        return None
    from assistant.conversation.given import day

    return day(words)


def profile_of(path: str) -> Profile:
    """A profile from the JSON that `understand` prints; raises BadInput naming the key and the remedy."""
    from assistant.conversation.given import profile_from

    return profile_from(text_of(path), path)


def lines_of(question: str) -> Iterator[str]:
    """The question itself, or one a line from standard input for "-"."""
    if question != "-":
        yield question
        return
    for line in sys.stdin:
        if line.strip():
            yield line.strip()


def write(to: Path, data: bytes) -> None:
    """Write a file that was made; raises DependencyFailed where that cannot be done."""
    try:
        to.write_bytes(data)
    except OSError as exc:
        raise DependencyFailed(f"{to}: cannot be written ({exc.strerror}); choose another place") from exc


def print_json(noun: BaseModel) -> None:
    """One JSON document on one line."""
    print(noun.model_dump_json())
