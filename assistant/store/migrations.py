"""Numbered, pure steps that lift a stored state to the present schema version."""

from __future__ import annotations

from collections.abc import Callable

from assistant.errors import StoreFailed
from assistant.store.schema import SCHEMA_VERSION

Raw = dict[str, object]
"""A state as JSON; bare only here, between the disk and the noun."""

DERIVED = ("recommendation", "plan")
"""What is made anew from the rest at the next turn; the report holds what the owner set aside."""


def _without_what_is_derived(state: Raw) -> Raw:
    """Version 2 weighs a step over the years: advice of version 1 is not read, it is made anew."""
    return {name: value for name, value in state.items() if name not in DERIVED}


def _as_it_is(state: Raw) -> Raw:
    """Version 3 adds check-ins and plan versions: a state of version 2 has none, and its plan stands. Version 4 adds
    lines of the log that take a turn back, and days of signing."""
    return state


MIGRATIONS: tuple[Callable[[Raw], Raw], ...] = (_without_what_is_derived, _as_it_is, _as_it_is)
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
