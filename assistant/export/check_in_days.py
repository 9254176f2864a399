"""The days on which each try is looked at: monthly for three months from its start, then quarterly to the horizon."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from assistant.domain.advice import Initiative
from assistant.domain.due import due_day, due_months, ends_phase, start_of
from assistant.estimates.job import job_of
from assistant.export.calendar_days import SAME_MORNING, Entry
from assistant.export.material import Material
from assistant.export.pages import FOOTER
from assistant.language.phrases import say_count

COUNT = (
    "Count a usual week: how many came, how many went the new way, minutes for each, hours of looking after it, what "
    "it has cost. Put it in under Plan; what it changes is shown before anything is changed."
)
QUARTERLY = "Is this still where you want to go?"


def check_in_days(made: Material) -> Iterator[Entry]:
    """An entry for each check-in of each way that the plan tries; its id hangs on the way and the month alone."""
    advice = made.state.recommendation
    for each in made.plan.begun:
        way = advice.initiative(each) if advice else None
        began = _began(made, way) if way else None
        if way and began:
            yield from (_entry(made.key, way, began, month) for month in due_months(_horizon(made, way)))


def _began(made: Material, way: Initiative) -> date | None:
    """The day on which a way began, else on which its try is to begin."""
    trial = made.state.profile.trial(way.process_id)
    return trial.began if trial and trial.means_id == way.means else start_of(made.plan, way.id)


def _horizon(made: Material, way: Initiative) -> int:
    """The months that its estimate looks at; none where it has no estimate."""
    job = job_of(made.jobs, way)
    return job.horizon_months if job else 0


def _entry(key: str, way: Initiative, began: date, month: int) -> Entry:
    day = due_day(began, month)
    asked = f"{COUNT} {QUARTERLY}" if ends_phase(month) else COUNT
    words = f"Check in after {say_count(month, 'month')}: {way.title}"
    return Entry((key, way.id, "check-in", str(month)), words, day, day, f"{asked}\n{FOOTER}", SAME_MORNING)
