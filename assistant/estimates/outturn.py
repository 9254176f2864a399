"""What a year of a way comes to, as it was thought and as check-ins have it; how likely it stays below a limit."""

from __future__ import annotations

import numpy as np

from assistant.domain.check_in import Expected, Trial
from assistant.domain.facts import Noun, Range
from assistant.domain.profile import Profile
from assistant.estimates.estimate import EstimateSetting, as_range
from assistant.estimates.going import Going, going
from assistant.estimates.inputs import job_inputs
from assistant.estimates.job import JobInputs, Luck
from assistant.estimates.outcome import outcome
from assistant.estimates.ranges import middle
from assistant.estimates.update import learnt
from assistant.estimates.workload import workload

YEAR = "h/year"


class Outturn(Noun):
    """Net hours freed in a year before any check-in and now, a week once it runs, and the chance of too few.

    `items_per_week` is how much of the work there is now. Of `chance_below` see `outturn`.
    """

    thought: Range
    now: Range
    freed_per_week: Range
    items_per_week: Range
    chance_below: float


def outturn(profile: Profile, trial: Trial, setting: EstimateSetting) -> Outturn:
    """The year in which a way stands: its first twelve months, or the last twelve once it is older.

    `chance_below` is the share of draws that free less than the try's limit, a week, for all of the work, once it runs.
    Raises UnknownName where the catalogue lacks the work or the way.
    """
    job, luck = _job(profile, trial, setting)
    work = workload(job, luck)
    thought = going(job, luck, work)
    now = learnt(job, job.tried, luck, work) if job.tried else thought
    limit = trial.stop_below_hours
    return Outturn(
        thought=as_range(thought.freed() * work.weeks, YEAR),
        now=as_range(now.freed_in_year(work.weeks), YEAR),
        freed_per_week=as_range(now.freed(), "h/week"),
        items_per_week=as_range(now.items, "items/week"),
        chance_below=float(np.mean(now.freed() < limit)) if limit is not None else 0.0,
    )


def expected(profile: Profile, trial: Trial, month: int, setting: EstimateSetting) -> Expected:
    """What the plan had thought of a month counted from 1; raises UnknownName."""
    job, luck = _job(profile, trial, setting)
    planned: Going = going(job, luck, workload(job, luck), month)
    exceptions, factor = middle(luck(job.exception_share)), middle(luck(job.exception_factor))
    minutes = middle(planned.minutes)
    return Expected(
        items_per_week=middle(planned.items),
        minutes=minutes,
        minutes_new=middle(planned.minutes_new),
        exceptions=exceptions,
        exception_minutes=factor * minutes,
        share=middle(planned.share_in(month)),
        upkeep_hours_per_week=middle(planned.upkeep),
        cost=_cost(job, luck, month),
    )


def _cost(job: JobInputs, luck: Luck, month: int) -> float:
    """Outside money from the start to the end of a month."""
    plain = job.model_copy(update={"tried": None})
    return middle(outcome(plain, luck).outside.total(month))


def _job(profile: Profile, trial: Trial, setting: EstimateSetting) -> tuple[JobInputs, Luck]:
    others = tuple(each for each in profile.trials if each.process_id != trial.process_id)
    with_it = profile.model_copy(update={"trials": (*others, trial)})
    kind, means = setting.catalogue.process(trial.process_id), setting.catalogue.way(trial.means_id)
    return job_inputs(with_it, kind, means, setting), Luck(setting.seed, setting.draws)
