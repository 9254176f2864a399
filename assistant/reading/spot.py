"""A place in a text that tells of work."""

from __future__ import annotations

from dataclasses import dataclass

UNNAMED = ""
"""What stands for the kind of work of a place of which only that is known: it is work."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that tells of one kind of work; `strength` is how sure that is, 0 to 1."""

    process_id: str
    start: int
    end: int
    strength: float
