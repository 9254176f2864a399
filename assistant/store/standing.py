"""Which lines of the log stand: an append-only log forgets nothing, so that taking a turn back is a line of its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from assistant.domain.talk import TurnKind

PASSED_OVER: tuple[TurnKind, ...] = ("rename", "documents")
"""What stays whatever is taken back: the title, and the documents, which have a button of their own."""


class Line(Protocol):
    """A line of the log."""

    @property
    def kind(self) -> TurnKind:
        """What kind of line it is."""


Kept = TypeVar("Kept", bound=Line)


def standing(lines: Iterable[Kept]) -> list[Kept]:
    """The lines that stand, in order: without those that were taken back and those that took them back.

    Titles and documents stay whatever is taken back, and so does what was there when a saved session was opened.
    """
    kept: list[Kept] = []
    for line in lines:
        if line.kind != "undo":
            kept.append(line)
        elif (place := last_said(kept)) is not None:
            del kept[place]
    return kept


def last_said(kept: list[Kept]) -> int | None:
    """The place of the line that would be taken back next, or None."""
    for place in reversed(range(len(kept))):
        if kept[place].kind == "opened":
            return None
        if kept[place].kind not in PASSED_OVER:
            return place
    return None
