"""What we would do this week, this month and this quarter."""

from __future__ import annotations

from assistant.domain.facts import Noun
from assistant.domain.plan import Line
from assistant.domain.profile import Profile
from assistant.language.phrases import lower, say_hours, say_list
from assistant.planning.grounds import fact_ground, line
from assistant.planning.people import tells, whom
from assistant.planning.timeline import MONTH_WEEKS, QUARTER_WEEKS, Timeline
from assistant.planning.wording import say_effort, say_near_day, sentence
from assistant.planning.work import Work, spare_hours

MOST_HOURS_THIS_WEEK = 2.0
FIRST_STEP_HOURS = 1.0
SHORT_TASK_HOURS = 0.25
"""How long a first step and a short task take. Assumed figures."""


class Task(Noun):
    """Something to do within the week, and how long it takes."""

    line: Line
    hours: float


def this_week(made: Timeline, profile: Profile) -> tuple[Line, ...]:
    """Things for the next seven days, together no longer than two hours or the hours that are free."""
    said = spare_hours(profile)
    room = MOST_HOURS_THIS_WEEK if said is None or said <= 0 else min(MOST_HOURS_THIS_WEEK, said)
    chosen: list[Line] = []
    for task in _tasks(made, profile):
        if task.hours <= room or not chosen:
            chosen.append(task.line)
            room -= task.hours
    return tuple(chosen)


def _tasks(made: Timeline, profile: Profile) -> list[Task]:
    found = [_stop(each) for each in made.decided("stop doing it")]
    found += [_go_on(each) for each in made.started if each.trial]
    fresh = [each for each in made.started if each.trial is None]
    if fresh:
        first = fresh[0]
        found += [_check(first), _first_step(first)]
        if tells(first, profile):
            found.append(_telling(first))
        found.append(_sheet(first, made))
        found += [_first_step(each) for each in fresh[1:]]
    elif made.works and not found:
        found.append(_check(made.works[0]))
    return [each for each in found if each.line.text]


def _stop(work: Work) -> Task:
    rests = fact_ground(f"{work.process.id}.needed", work.process.needed)
    return _task(rests, SHORT_TASK_HOURS, f"Stop {work.kind.name}", work.means.pilot)


def _go_on(work: Work) -> Task:
    what = f"{work.name}: go on, and count {work.kind.items} and minutes for the next check-in"
    return _task(work.rests("hours freed"), SHORT_TASK_HOURS, what)


def _check(work: Work) -> Task:
    return _task(work.rests("hours today"), SHORT_TASK_HOURS, work.initiative.check)


def _first_step(work: Work) -> Task:
    return _task(work.rests("hours freed"), FIRST_STEP_HOURS, work.initiative.first_step)


def _telling(work: Work) -> Task:
    rests = fact_ground(f"{work.process.id}.doer", work.process.doer)
    return _task(rests, SHORT_TASK_HOURS, f"Tell {whom(work)} what you are about to try")


def _sheet(work: Work, made: Timeline) -> Task:
    slot = made.slot(work, "count")
    day = f" from {say_near_day(made.begins(slot))}" if slot else ""
    return _task(work.rests("hours today"), SHORT_TASK_HOURS, f"Put a tally sheet out for {work.kind.name}{day}")


def _task(rests_on: str, hours: float, *parts: str) -> Task:
    words = sentence(*parts)
    text = f"({say_hours(hours)}) {words}" if words else ""
    return Task(line=Line(text=text, rests_on=rests_on), hours=hours)


def this_month(made: Timeline) -> tuple[Line, ...]:
    """What of each started change falls in weeks 1 to 4."""
    lines = []
    for work in made.started:
        parts = _month_parts(work, made)
        if parts:
            lines.append(line(work.rests("own hours to set up"), f"{work.name}: {say_list(parts)}"))
    return tuple(lines)


def _month_parts(work: Work, made: Timeline) -> list[str]:
    parts = []
    for phase, words in (("count", "count until {end}"), ("set up", "set up by {end}"), ("try", "try it from {start}")):
        slot = made.slot(work, phase)  # type: ignore[arg-type]  # the three literals above are phases
        if slot is None or slot.first_week > MONTH_WEEKS or work.trial:
            continue
        said = words.format(start=say_near_day(made.begins(slot)), end=say_near_day(made.ends(slot)))
        parts.append(f"{said} ({say_effort(slot.hours)})" if phase == "set up" else said)
    return parts


def this_quarter(made: Timeline) -> tuple[Line, ...]:
    """Reviews and starts up to week 13, and what only begins after that."""
    lines = [*(_review(each, made) for each in made.started), *(_start(each, made) for each in made.decided("next"))]
    return tuple(each for each in lines if each)


def _review(work: Work, made: Timeline) -> Line | None:
    slot, day = made.slot(work, "review"), made.review_day(work)
    counting = made.slot(work, "count")
    if slot is None or day is None:
        return None
    title = work.name
    if counting is None:
        return line(work.rests("hours freed"), f"{title}: go on, and look at the numbers on {say_near_day(day)}")
    if counting.first_week > QUARTER_WEEKS:
        return line(work.rests("own hours to set up"), f"{title} begins only on {say_near_day(made.begins(counting))}")
    begins = f"begins on {say_near_day(made.begins(counting))}; " if counting.first_week > MONTH_WEEKS else ""
    return line(
        work.rests("hours freed"),
        f"{title}: {begins}on {say_near_day(day)} keep it, change it or stop, by the numbers",
    )


def _start(work: Work, made: Timeline) -> Line:
    slot, title = made.slot(work, "begin"), work.initiative.title
    rests = work.rests("own hours to set up")
    if slot is None:
        return line(rests, f"{title}: when there are hours for it", f"It needs {say_effort(work.setup_hours)}")
    return line(rests, f"Next, if the first try was worth it: {lower(title)}, from {say_near_day(made.begins(slot))}")
