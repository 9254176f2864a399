"""One estimate at the likely figure of each input: what its formulas come to without any draws."""

from __future__ import annotations

from typing import TypeVar

from assistant.domain.facts import Noun
from assistant.estimates.job import Input, JobInputs, Luck
from assistant.estimates.outcome import Outcome, outcome

Holder = TypeVar("Holder", bound=Noun)
ONE_DRAW = Luck(seed=0, n=1)
"""The luck of fixed inputs: each gives its one figure, and a yes/no that is possible at all comes out yes."""


def at_middle(job: JobInputs, moved: str = "", end: int = 1) -> JobInputs:
    """The same inputs, each fixed at its likely figure; the one named `moved` at another of its spread's three."""
    return _fixed(job, moved, end)


def likely(job: JobInputs) -> Outcome:
    """Every result at the likely figures, in arrays of one.

    It is not the middle of the draws: where a result bends, as a product or a payback does, the two differ.
    """
    return outcome(at_middle(job), ONE_DRAW)


def _fixed(holder: Holder, moved: str, end: int) -> Holder:
    changed: dict[str, Noun] = {}
    for name in type(holder).model_fields:
        value = getattr(holder, name)
        if isinstance(value, Input):
            figure = value.spread[end if value.name == moved else 1]
            changed[name] = value.model_copy(update={"spread": (figure, figure, figure)})
        elif isinstance(value, Noun):
            changed[name] = _fixed(value, moved, end)
    return holder.model_copy(update=changed)
