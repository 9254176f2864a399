"""What callers give as text: a profile's JSON, a date."""

from __future__ import annotations

from datetime import date

from pydantic import ValidationError

from assistant.domain.profile import Profile
from assistant.errors import BadInput, misfit


def profile_from(json: str, where: str) -> Profile:
    """A profile from the JSON that `understand` gives; raises BadInput naming `where`, the key and the remedy."""
    try:
        return Profile.model_validate_json(json)
    except ValidationError as exc:
        raise BadInput(f"{where}: {misfit(exc, 'the document')}; give it as understand gives it") from exc


def day(words: str) -> date:
    """An ISO date; raises BadInput."""
    try:
        return date.fromisoformat(words)
    except ValueError as exc:
        raise BadInput(f"{words!r} is not a date: write it as 2026-05-01") from exc
