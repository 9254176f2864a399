"""Which week each part of a change falls in, so that no week asks for more hours than there are.

Serial list scheduling: changes in their recommended order, each placed as a whole at the earliest week from which all
its parts fit beside those already placed (Kolisch, European Journal of Operational Research 90, 1996).
"""

from __future__ import annotations

from collections import defaultdict
from math import ceil

from assistant.domain.facts import Noun
from assistant.domain.plan import Phase
from assistant.planning.work import Work

COUNT_WEEKS = 2
COUNT_HOURS_PER_WEEK = 0.25
"""A tally sheet: a quarter of an hour a week, before the start and during the try. An assumed figure."""
REVIEW_HOURS = 1.0
SETUP_SHARE = 0.75
"""Setting up takes at most this share of a week's hours; the rest is for what already runs. An assumed figure."""
DEFAULT_TRY_WEEKS = 4
QUARTER_HOUR = 0.25
ROUNDING = 1e-9


class Slot(Noun):
    """A part of a change in its weeks, counted from 1; own hours in all."""

    initiative_id: str
    phase: Phase
    first_week: int
    last_week: int
    hours: float


class Part(Noun):
    """A part of a change before it has a place."""

    phase: Phase
    weeks: int
    hours: float


class Diary:
    """Weeks that fill up: own hours already taken in each, and the weeks in which something begins."""

    def __init__(self, hours_per_week: float) -> None:
        self._most = hours_per_week
        self._taken: dict[int, float] = defaultdict(float)
        self._begun: set[int] = set()

    def enter(self, work: Work, made: tuple[Part, ...], earliest: int) -> list[Slot]:
        """The slots of a change at the first week from which all its parts fit; nothing else begins in that week."""
        first = earliest
        while first in self._begun or not self._fits(made, first):
            first += 1
        self._begun.add(first)
        slots = []
        for part in made:
            last = first + part.weeks - 1
            slots.append(
                Slot(initiative_id=work.id, phase=part.phase, first_week=first, last_week=last, hours=part.hours)
            )
            for week in range(first, last + 1):
                self._taken[week] += part.hours / part.weeks
            first = last + 1
        return slots

    def _fits(self, made: tuple[Part, ...], first: int) -> bool:
        """True where no week holds more hours than there are; a part larger than that may have its weeks alone."""
        for part in made:
            for week in range(first, first + part.weeks):
                taken = self._taken[week]
                if taken > ROUNDING and taken + part.hours / part.weeks > self._most + ROUNDING:
                    return False
            first += part.weeks
        return True


def schedule(started: tuple[Work, ...], waiting: tuple[Work, ...], hours_per_week: float) -> tuple[Slot, ...]:
    """The slots of all started changes, and a first slot of each that waits until the first review is over."""
    diary = Diary(hours_per_week)
    slots = [slot for work in started for slot in diary.enter(work, parts(work, hours_per_week), 1)]
    reviews = [each.last_week for each in slots if each.phase == "review"]
    start = Part(phase="begin", weeks=COUNT_WEEKS, hours=COUNT_WEEKS * COUNT_HOURS_PER_WEEK)
    for work in waiting if reviews else ():
        slots += diary.enter(work, (start,), reviews[0] + 1)
    return tuple(slots)


def parts(work: Work, hours_per_week: float) -> tuple[Part, ...]:
    """Two weeks of counting, setting up within the hours there are, the try, a look at the numbers; of what has begun
    only the weeks to the next check-in and the look at it."""
    setup = work.setup_hours
    if work.trial is not None:
        going_on = work.next_look * (work.upkeep_hours_per_week + COUNT_HOURS_PER_WEEK)
        return (
            Part(phase="try", weeks=work.next_look, hours=_quarters(going_on)),
            Part(phase="review", weeks=1, hours=REVIEW_HOURS),
        )
    weeks = work.initiative.pilot.weeks if work.initiative.pilot else DEFAULT_TRY_WEEKS
    trying = weeks * (work.upkeep_hours_per_week + COUNT_HOURS_PER_WEEK)
    return (
        Part(phase="count", weeks=COUNT_WEEKS, hours=COUNT_WEEKS * COUNT_HOURS_PER_WEEK),
        Part(
            phase="set up",
            weeks=max(1, ceil(setup / (SETUP_SHARE * hours_per_week) - ROUNDING)),
            hours=_quarters(setup),
        ),
        Part(phase="try", weeks=weeks, hours=_quarters(trying)),
        Part(phase="review", weeks=1, hours=REVIEW_HOURS),
    )


def _quarters(hours: float) -> float:
    return max(QUARTER_HOUR, round(hours / QUARTER_HOUR) * QUARTER_HOUR)
