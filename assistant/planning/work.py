"""One decided piece of work beside everything that its lines are made from."""

from __future__ import annotations

from datetime import date
from math import ceil

from assistant.domain.advice import Initiative, Recommendation
from assistant.domain.catalogue import Decision, Means, ProcessKind
from assistant.domain.check_in import Trial
from assistant.domain.due import due_day, next_month
from assistant.domain.facts import Noun
from assistant.domain.profile import SPARE_HOURS, Process, Profile
from assistant.estimates.inputs import job_inputs
from assistant.estimates.job import JobInputs
from assistant.planning.inputs import PlanInputs

STARTED: tuple[Decision, ...] = ("now", "use what you have", "simplify first", "hand it over")
"""Decisions that begin now; next ones begin when the first of these has been looked at."""

UNSAID_SPARE_HOURS = 2.0
"""Hours a week for the change where the owner has said nothing. An assumed figure; the plan lists it as one."""
LEAST_SPARE_HOURS = 0.5
"""Below half an hour a week nothing at all moves, so nothing could be dated."""


class Work(Noun):
    """One initiative, the process as the owner told it, its kind, the way taken and the inputs of its estimate.

    `trial` is what came back of it, None where it has not begun; `next_look` the weeks until its next check-in.
    """

    initiative: Initiative
    process: Process
    kind: ProcessKind
    means: Means
    job: JobInputs
    trial: Trial | None = None
    next_look: int = 0

    @property
    def id(self) -> str:
        """The initiative's id."""
        return self.initiative.id

    @property
    def name(self) -> str:
        """The kind of work as it begins a sentence."""
        return self.kind.name[:1].upper() + self.kind.name[1:]

    @property
    def started(self) -> bool:
        """True where something is done now."""
        return self.initiative.decision in STARTED

    @property
    def setup_hours(self) -> float:
        """Own hours to set it up."""
        return self.job.setup_hours.spread[1]

    @property
    def upkeep_hours_per_week(self) -> float:
        """Own hours a week to keep it going."""
        return self.job.upkeep_hours_per_month.spread[1] * 12 / 52

    def rests(self, on: str) -> str:
        """The name of an estimate of this piece of work, as a ground."""
        return f"estimate: {on}, {self.kind.name}"


def works(profile: Profile, recommendation: Recommendation, inputs: PlanInputs) -> tuple[Work, ...]:
    """All initiatives, those in the recommended order first; raises UnknownName where the catalogue lacks one."""
    place = {initiative_id: n for n, initiative_id in enumerate(recommendation.order)}
    ordered = sorted(recommendation.initiatives, key=lambda each: place.get(each.id, len(place)))
    return tuple(_work(profile, each, inputs) for each in ordered)


def _work(profile: Profile, initiative: Initiative, inputs: PlanInputs) -> Work:
    setting = inputs.setting
    kind, means = setting.catalogue.process(initiative.process_id), setting.catalogue.way(initiative.means)
    trial = profile.trial(kind.id)
    trial = trial if trial and trial.means_id == means.id else None
    return Work(
        initiative=_with_its_line(initiative, trial) if trial else initiative,
        process=profile.process(kind.id) or Process(id=kind.id, name=kind.name),
        kind=kind,
        means=means,
        job=job_inputs(profile, kind, means, setting),
        trial=trial,
        next_look=_weeks_to_next(trial, inputs.today) if trial else 0,
    )


def _weeks_to_next(trial: Trial, today: date) -> int:
    """Weeks until the next check-in is due, one at least."""
    due = due_day(trial.began, next_month(trial.last_month))
    return max(1, ceil((due - today).days / 7))


def _with_its_line(initiative: Initiative, trial: Trial) -> Initiative:
    """The initiative with the line at which its try stops as it was drawn when it began: no line moves with results."""
    limit, by = trial.stop_below_hours, trial.stop_on
    if initiative.pilot is None or limit is None or by is None:
        return initiative
    stop_if = f"it frees less than {limit:.1f} hours a week, reckoned for all of it, by {by.isoformat()}"
    line = {"stop_if": stop_if, "stop_below_hours": limit, "review_on": by}
    return initiative.model_copy(update={"pilot": initiative.pilot.model_copy(update=line)})


def spare_hours(profile: Profile) -> float | None:
    """Hours a week that somebody can give to the change, or None where it was not said."""
    fact = profile.fact(SPARE_HOURS)
    return fact.mid if fact and fact.is_number else None


def spare_hours_used(profile: Profile) -> float:
    """Hours a week that the plan reckons with."""
    said = spare_hours(profile)
    return UNSAID_SPARE_HOURS if said is None else max(said, LEAST_SPARE_HOURS)
