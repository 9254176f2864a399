"""The figure nearest to today's at which a test of an estimate turns: what "not yet" waits for."""

from __future__ import annotations

from collections.abc import Callable
from math import exp, log

from assistant.domain.facts import FIRM, Fact, FactPath, Noun, Value
from assistant.domain.profile import Process, Profile
from assistant.errors import UnknownName

FARTHEST = 40.0
"""A flip further away than this factor is no use to anybody."""
MOVES_HOURS = ("items_per_week", "minutes_per_item")
MOST_ASKED = 6
CLOSE = 0.03
OVER, MOST_STEPS, ASIDE = 1.02, 8.0, 0.1
"""How much further than the line says, how many steps at once, and how far to the safe side of it."""


class Standpoint(Noun):
    """A value of a figure, and by how much it is enough there; below 0 it is not."""

    value: float
    slack: float


def crossing(slack: Callable[[float], float], today: Standpoint, guess: float, far: float) -> float | None:
    """About the value between today's and `far` at which `slack` is no longer below 0; None where there is none.

    Today's own where it is not below 0 even there.

    A secant in logarithms: `slack` is smooth in them, for what a freed hour costs falls as its volume rises. It ends
    where the next step would be less than 3 %, and tries at most six values.

    >>> value = crossing(lambda items: items / 85 - 1, Standpoint(value=40.0, slack=40 / 85 - 1), 60.0, 400.0)
    >>> value is not None and 83 < value < 88
    True
    """
    if today.slack >= 0:
        return today.value
    before, shut, opened = today, today, None
    at = guess
    for _ in range(MOST_ASKED):
        at = between(at, shut.value, opened.value if opened else far)
        here = Standpoint(value=at, slack=slack(at))
        if here.slack >= 0:
            opened = here
        elif at == far:
            return None
        else:
            before, shut = shut, here
        at = _within(shut, opened) if opened else between(_beyond(before, shut, far), shut.value, far)
        if abs(log(at / here.value)) < CLOSE:
            return here.value if here is opened else at
        if opened and abs(log(opened.value / shut.value)) < CLOSE:
            break
    return opened.value if opened else None


def between(value: float, one: float, other: float) -> float:
    """The value, or the nearer of two ends where it lies outside them."""
    low, high = sorted((one, other))
    return min(max(value, low), high)


def _beyond(before: Standpoint, here: Standpoint, far: float) -> float:
    """Where the line through two values that are both too little crosses 0."""
    step, gain = log(here.value / before.value), here.slack - before.slack
    if gain <= 0:
        return far
    return here.value * exp(step * min(-here.slack / gain, MOST_STEPS) * OVER)


def _within(shut: Standpoint, opened: Standpoint) -> float:
    """Where the line through a value on either side crosses 0, a little on the far side."""
    share = -shut.slack / (opened.slack - shut.slack)
    return shut.value * exp(log(opened.value / shut.value) * min(share + (1 - share) * ASIDE, 1.0))


def with_changed(profile: Profile, path: FactPath, value: Value) -> Profile:
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
    if path.name not in MOVES_HOURS or isinstance(value, (str, tuple)) or work is None or work.hours_per_week is None:
        return changed
    hours = FactPath(scope=path.scope, name="hours_per_week")
    return changed.with_fact(hours, _hours_moved(work, before, value))


def _hours_moved(work: Process, before: Fact | None, value: float) -> Fact | None:
    """The owner's hours in proportion to the changed figure; None where that figure was never said.

    Without the old figure there is no proportion, and the hours then follow from count and minutes. They are computed;
    but beside a count and minutes the owner's own hours go on counting as such, or the sums would leave them out.
    """
    hours = work.hours_per_week
    if hours is None or not hours.is_number or before is None or not before.is_number or before.mid <= 0:
        return None
    factor = value / before.mid
    moved = (hours.low * factor, hours.high * factor) if hours.is_range else hours.mid * factor
    all_told = work.items_per_week is not None and work.minutes_per_item is not None
    return Fact(value=moved, unit=hours.unit, basis=hours.basis if all_told else "computed")
