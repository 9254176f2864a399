"""A plan as a calendar: its steps, the end of each try, the looks at the numbers, check-ins, last days for a notice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from assistant.errors import BadInput
from assistant.export.calendar import notice_days
from assistant.export.calendar_days import SAME_MORNING, WEEK_AHEAD, Entry, book
from assistant.export.check_in_days import check_in_days
from assistant.export.material import Material
from assistant.export.pages import FOOTER
from assistant.export.tasks import Task, tasks
from assistant.language.phrases import capital, say_hours


def plan_calendar(made: Material) -> bytes:
    """The .ics of a plan, all days whole days; raises BadInput where no day is known.

    The ids hang on the session, the piece of work and the part of the change: they stay when dates or words move.
    """
    steps = chain.from_iterable(_entries(each, made.key) for each in tasks(made.plan))
    notices = chain.from_iterable(notice_days(each) for each in made.state.critiques)
    found = (*steps, *check_in_days(made), *notices)
    if not found:
        raise BadInput("the plan has no step and no paper has a last day for a notice: there is no day to put in")
    return book(found, made.plan.made_on)


def _entries(task: Task, key: str) -> Iterator[Entry]:
    """A step over its weeks; of a try its last day besides, and of a look at the numbers the first day alone."""
    names = (key, task.initiative_id, task.phase or str(task.n))
    looked_at = task.phase == "review"
    alarms = WEEK_AHEAD if looked_at else SAME_MORNING
    yield Entry(names, task.title, task.start, task.start if looked_at else task.due, _said(task), alarms)
    if task.phase == "try":
        words = f"Last day of the try: {task.part_of or task.title}"
        yield Entry((*names, "end"), words, task.due, task.due, f"{capital(task.done_when)}.\n{FOOTER}", SAME_MORNING)


def _said(task: Task) -> str:
    lines = (
        f"Who: {task.owner}. About {say_hours(task.hours)}.",
        f"Done when: {task.done_when}." if task.done_when else "",
        task.notes,
        FOOTER,
    )
    return "\n".join(each for each in lines if each)
