"""The way that is tried: from when on, with which line, what was counted of it; and what that makes of the profile."""

from __future__ import annotations

from datetime import date, timedelta

from assistant.conversation import check_in_words as say
from assistant.conversation.shelf import Shelf
from assistant.domain.advice import Initiative
from assistant.domain.check_in import Actuals, Seen, StopRule, Trial
from assistant.domain.due import month_of, review_of, start_of
from assistant.domain.facts import Fact, FactPath
from assistant.domain.profile import Profile
from assistant.domain.talk import SessionState
from assistant.estimates.flips import with_changed
from assistant.estimates.outturn import Outturn

A_MONTH = timedelta(days=30)


def with_counted(state: SessionState, told: Actuals, shelf: Shelf) -> Trial:
    """The trial with what is told now; a figure of the same day takes the place of the older one."""
    day = told.on or shelf.settings.today
    known = state.profile.trial(told.work)
    trial = known if known and known.means_id == told.means else _begun(state, told, day)
    seen = Seen(month=month_of(trial.began, day), on=day, actuals=told)
    return trial.model_copy(update={"seen": (*(each for each in trial.seen if each.on != day), seen)})


def _begun(state: SessionState, told: Actuals, day: date) -> Trial:
    """A way that has begun by the plan; without one, a month before the first check-in."""
    way = _planned(state, told)
    start = start_of(state.plan, way.id) if way and state.plan else None
    review = review_of(state.plan, way.id) if way and state.plan else None
    pilot = way.pilot if way else None
    path = FactPath(scope=told.work, name="items_per_week")
    return Trial(
        process_id=told.work,
        means_id=told.means,
        began=min(start, day - A_MONTH) if start else day - A_MONTH,
        items_told=state.profile.fact(path),
        hours_told=state.profile.fact(path.model_copy(update={"name": "hours_per_week"})),
        stop_below_hours=pilot.stop_below_hours if pilot else None,
        stop_on=(review or pilot.review_on) if pilot else None,
    )


def _planned(state: SessionState, told: Actuals) -> Initiative | None:
    made = state.recommendation.initiatives if state.recommendation else ()
    return next((each for each in made if (each.process_id, each.means) == (told.work, told.means)), None)


def is_first_review(trial: Trial, today: date) -> bool:
    """True for the first check-in on or after the day on which the try's numbers are looked at."""
    by = trial.stop_on
    return by is not None and today >= by and all(each.on < by for each in trial.seen[:-1])


def world(profile: Profile, trial: Trial, found: Outturn, stop: StopRule | None) -> Profile:
    """The profile in which the check-in holds: how much comes now, in the owner's words, and all that was counted."""
    if stop and stop.verdict == "broken":
        trial = trial.model_copy(update={"stopped": True})
    others = tuple(each for each in profile.trials if each.process_id != trial.process_id)
    profile = profile.model_copy(update={"trials": (*others, trial)})
    told = trial.seen[-1].actuals
    mid = found.items_per_week.mid
    if told.items is None or mid is None:
        return profile
    path = FactPath(scope=trial.process_id, name="items_per_week")
    items = plainly(mid)
    fact = Fact(value=items, unit="items/week", quote=told.words or say.counted(told), basis="owner")
    return with_changed(profile, path, items).with_fact(path, fact)


def plainly(items: float) -> float:
    """A count as people say it: one decimal below ten."""
    return round(items, 1) if items < 10 else float(round(items))
