"""The figure nearest to today's at which a test of an estimate turns: what "not yet" waits for."""

from __future__ import annotations

from collections.abc import Callable

from assistant.domain.facts import FIRM, Fact, FactPath
from assistant.domain.profile import Process, Profile
from assistant.errors import UnknownName

HALVINGS = 7
FARTHEST = 40.0
"""A flip further away than this factor is no use to anybody."""


def nearest_flip(holds: Callable[[float], bool], now: float) -> float | None:
    """The value nearest to `now` at which `holds` changes, to about 3 %; None within a factor of forty either way.

    `holds` is a test of a figure, such as the volume of some work, that turns true once as the figure rises. The search
    is a bisection in equal ratios; seven halvings of a factor of forty leave 3 %.
    """
    if now <= 0:
        return None
    today = holds(now)
    far = now / FARTHEST if today else now * FARTHEST
    if holds(far) == today:
        return None
    low, high = sorted((now, far))
    for _ in range(HALVINGS):
        middle = (low * high) ** 0.5
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


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
