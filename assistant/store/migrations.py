"""Numbered, pure steps that lift a stored state to the present schema version."""

from __future__ import annotations

from collections.abc import Callable

from assistant.errors import StoreFailed
from assistant.store.schema import SCHEMA_VERSION

Raw = dict[str, object]
"""A state as JSON; bare only here, between the disk and the noun."""

MIGRATIONS: tuple[Callable[[Raw], Raw], ...] = ()
"""MIGRATIONS[k] lifts version k + 1 to k + 2."""


def lift(state: Raw, version: int) -> Raw:
    """The state at the present version; raises StoreFailed where it was written by a newer Plumbline."""
    if version > SCHEMA_VERSION:
        raise StoreFailed(
            f"this session was written by a newer Plumbline (version {version}, here {SCHEMA_VERSION}): update first"
        )
    for step in MIGRATIONS[version - 1 :]:
        state = step(state)
    return state
