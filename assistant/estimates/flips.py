"""The smallest value of a fact at which an estimate says something else: what "not yet" waits for."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from assistant.domain.advice import Estimate
from assistant.domain.facts import FIRM, Fact, FactPath, Noun
from assistant.domain.profile import Process, Profile
from assistant.errors import UnknownName
from assistant.estimates.estimate import EstimateSetting, estimate

STEPS = 12
PRECISION = 0.01


class Search(Noun):
    """Where to look: one means for one process, one fact of it, between two values."""

    process_id: str
    means_id: str
    path: FactPath
    low: float
    high: float


def flip_value(
    profile: Profile, search: Search, holds: Callable[[Estimate], bool], setting: EstimateSetting
) -> float | None:
    """The smallest value of the fact, to 1 %, at which `holds` is true of the estimate; None where it never is.

    Twelve values are tried from the low end up, then the first step that turns true is halved. All use the same draws,
    so that nothing but the fact moves. Raises UnknownName where the profile has no such process.
    """

    def turns(value: float) -> bool:
        changed = with_changed(profile, search.path, value)
        return holds(estimate(changed, search.process_id, search.means_id, setting))

    below = None
    for value in _ladder(search.low, search.high):
        if turns(value):
            return value if below is None else _halved(below, value, turns)
        below = value
    return None


def with_changed(profile: Profile, path: FactPath, value: float) -> Profile:
    """The profile of a world in which one figure is another one; the rest of that work moves with it.

    More items mean more hours, for the minutes an item stay; longer items likewise. Learning a figure is another thing:
    `Profile.with_fact` leaves the others as they were said. Raises UnknownName where there is no such process.
    """
    work = profile.process(path.scope)
    if path.scope != FIRM and work is None:
        raise UnknownName(
            f"no process {path.scope!r} in the profile; it holds {[each.id for each in profile.processes]}"
        )
    before = profile.fact(path)
    fact = Fact(value=value, unit=before.unit, basis=before.basis) if before else Fact(value=value)
    changed = profile.with_fact(path, fact)
    if work is None or path.name not in ("items_per_week", "minutes_per_item") or work.hours_per_week is None:
        return changed
    hours = FactPath(scope=path.scope, name="hours_per_week")
    return changed.with_fact(hours, _hours_moved(work, before, value))


def _hours_moved(work: Process, before: Fact | None, value: float) -> Fact | None:
    """The owner's hours in proportion to the changed figure; None where that figure was never said.

    Without the old figure there is no proportion, and the hours then follow from count and minutes.
    """
    hours = work.hours_per_week
    if hours is None or not hours.is_number or before is None or not before.is_number or before.mid <= 0:
        return None
    factor = value / before.mid
    moved = (hours.low * factor, hours.high * factor) if hours.is_range else hours.mid * factor
    return Fact(value=moved, unit=hours.unit, basis=hours.basis)


def _ladder(low: float, high: float) -> list[float]:
    """Values from low to high: in equal ratios where low is positive, else in equal steps."""
    rungs = np.geomspace(low, high, STEPS) if low > 0 else np.linspace(low, high, STEPS)
    return [float(each) for each in rungs]


def _halved(below: float, above: float, turns: Callable[[float], bool]) -> float:
    while above - below > PRECISION * abs(above):
        middle = (below + above) / 2
        if turns(middle):
            above = middle
        else:
            below = middle
    return above
