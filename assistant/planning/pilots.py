"""The number, the date and the stop line of each try; what is watched, and from where it starts."""

from __future__ import annotations

from datetime import date

from assistant.domain.advice import Pilot
from assistant.domain.plan import Line
from assistant.language.phrases import say_day
from assistant.planning.grounds import line
from assistant.planning.timeline import Timeline
from assistant.planning.wording import bare
from assistant.planning.work import Work


def pilot_lines(made: Timeline) -> tuple[Line, ...]:
    """A line for each try: what is measured, from what to what, by when, and when it stops."""
    return tuple(_pilot(each, each.initiative.pilot, made) for each in made.started if each.initiative.pilot)


def _pilot(work: Work, pilot: Pilot, made: Timeline) -> Line:
    day = made.review_day(work) or pilot.review_on
    if work.trial and pilot.review_on > made.week_one:
        day = pilot.review_on
    return line(
        work.rests("hours freed"),
        f"{work.name}: {bare(pilot.target)}",
        f"We stop if {stop_line(pilot, day)}",
        "" if say_day(day) in stop_line(pilot, day) else f"We look on {say_day(day)}",
    )


def stop_line(pilot: Pilot, day: date) -> str:
    """When a try stops, with the date that the plan's weeks give: it begins only after counting and setting up."""
    return bare(pilot.stop_if).replace(pilot.review_on.isoformat(), say_day(day))


def measures(made: Timeline) -> tuple[Line, ...]:
    """What is watched in each started piece of work, how it is read, and what must not get worse."""
    return tuple(_measure(each) for each in made.started)


def _measure(work: Work) -> Line:
    kind = work.kind
    return line(
        work.rests("hours freed"),
        f"{work.name}: {kind.measure.name} ({kind.measure.unit})",
        kind.measure.how,
        f"What must not get worse: {kind.counter_measure}",
    )
