"""Whether two talks have come to the same, whatever was said on the way."""

from __future__ import annotations

from assistant.domain.talk import SessionState

DECIDED = ("profile", "recommendation", "report", "plan", "asked")
"""What is known and decided, and which questions were asked for it; not how it was told, nor what is asked next."""


def differing(one: SessionState, other: SessionState) -> list[str]:
    """What of it differs, by its names."""
    return [each for each in DECIDED if one.model_dump_json(include={each}) != other.model_dump_json(include={each})]
