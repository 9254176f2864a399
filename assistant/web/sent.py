"""What the page sends, as nouns."""

from __future__ import annotations

from datetime import date

from assistant.conversation.given import day
from assistant.domain.facts import FactPath
from assistant.domain.flips import Supposition
from assistant.errors import BadInput
from assistant.export.choice import Choice, choice

MOST_DIGITS = 6


def chosen(only: str, private: str) -> Choice:
    """The sections that were ticked, by names with commas between; raises BadInput where there is none."""
    names = [each for each in only.split(",") if each]
    if not names:
        raise BadInput("no section is ticked: tick at least one of what is to leave")
    return choice(names, private=bool(private))


def supposition(process: str, scope: str, name: str, means: str, value: str) -> Supposition:
    """What was tried on the page; "yes" and "no" stand for themselves."""
    path = FactPath(scope=scope, name=name)
    if value in ("yes", "no"):
        return Supposition(process_id=process, path=path, value=value == "yes", means=means)
    try:
        return Supposition(process_id=process, path=path, value=float(value), means=means)
    except ValueError as exc:
        raise BadInput(f"{name}: {value[:40]!r} is no figure; write for example 5, yes or no") from exc


def day_of(words: str) -> date:
    """The day of signing as a date field sends it, empty where none was chosen; raises BadInput."""
    if not words:
        raise BadInput("choose the day of signing first, for example 2026-05-01")
    return day(words)


def count(sent: str) -> int:
    """A count that the page keeps itself."""
    if not sent.isdecimal() or len(sent) > MOST_DIGITS:
        raise BadInput("the page sent something that is no count: load it again")
    return int(sent)
