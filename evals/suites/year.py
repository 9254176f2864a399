"""Invented firms with a true year each: what three check-ins make of the hours that were promised, and of the try."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from assistant.domain.check_in import Actuals, CheckIn, Figure, Trial
from assistant.domain.facts import Fact
from assistant.domain.profile import Business, Process, Profile
from assistant.domain.talk import SessionState
from assistant.estimates.priors import load_priors
from evals.casebook import CASES, Case, attempt, load
from evals.measure import Measure
from evals.score import Mark, Score, passed
from evals.suite import Suite, Workplace

LOOKED_AT = (1, 2, 3)
"""Months of the check-ins that are told."""
MONTH_DAYS = 364 / 12
MONTH_WEEKS = 52 / 12
HOPE = 0.25
"""A try fails that frees less than this share of what the opening let hope."""


class Firm(BaseModel):
    """The firm as told."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    headcount: float
    country: str
    currency: str
    wage_per_hour: float


class Work(BaseModel):
    """The work as told."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    process: str
    items_per_week: float
    minutes_per_item: float
    exception_share: float | None = None
    hours_per_week: float | None = None
    done_by: str
    doers: float


class Told(BaseModel):
    """Firm and work."""

    model_config = ConfigDict(frozen=True)

    firm: Firm
    work: Work


class Begun(BaseModel):
    """What is tried, and from when on."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    means: str
    start: date
    price_per_month: float


class Month(BaseModel):
    """What an owner tells of one month."""

    model_config = ConfigDict(frozen=True)

    month: int
    items: Figure | None
    new_way: Figure | None
    minutes_each_new: Figure | None
    minutes_each_old: Figure | None
    cost: Figure | None
    upkeep_hours: Figure | None
    went_wrong: Figure | None

    def is_worth_telling(self) -> bool:
        """False for a month that the owner did not get round to."""
        return any(each is not None for each in (self.items, self.new_way, self.minutes_each_new))

    def actuals(self, begun: Begun, work: str) -> Actuals:
        """The month as a check-in."""
        return Actuals(
            work=work,
            means=begun.means,
            items=self.items,
            new=self.new_way,
            minutes=self.minutes_each_new,
            minutes_old=self.minutes_each_old,
            upkeep_hours=self.upkeep_hours,
            wrong=self.went_wrong if self.new_way is not None else None,
            weeks=MONTH_WEEKS,
            on=begun.start + timedelta(days=round(self.month * MONTH_DAYS)),
        )


class Truth(BaseModel):
    """What the year came to."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    hours_freed_year: float
    fails: bool
    hope_hours: float
    cause: str | None


class YearCase(Case):
    """A firm, what it tries, what its owner tells month by month, and the true year."""

    profile: Told
    pilot: Begun
    check_ins: tuple[Month, ...]
    truth: Truth


class Ends(NamedTuple):
    """A range in hours a year."""

    low: float
    high: float

    @property
    def width(self) -> float:
        return self.high - self.low

    def holds(self, hours: float) -> bool:
        """True where the hours lie inside."""
        return self.low <= hours <= self.high


def run(place: Workplace) -> Iterator[Mark]:
    """Every measure of every firm, after three months of check-ins that were all taken over."""
    for case in place.some(load(CASES / "years.jsonl", YearCase)):
        made = attempt(checked_in, case, place)
        yield Mark("without_error", case.id, case.seen, passed(made.result is not None, made.error))
        if made.result:
            for measure, score in marks(case, made.result):
                yield Mark(measure, case.id, case.seen, score)


def checked_in(case: YearCase, place: Workplace) -> tuple[CheckIn, ...]:
    """The check-ins of the first months, each listed and taken over."""
    session = place.plumbline.session(f"eval-{case.id}")
    session.load(SessionState(profile=profile_of(case, place)))
    for month in case.check_ins:
        if month.month in LOOKED_AT and month.is_worth_telling():
            session.check_in(month.actuals(case.pilot, case.profile.work.process))
            session.say("yes")
    return session.state().check_ins


def marks(case: YearCase, made: tuple[CheckIn, ...]) -> Iterator[tuple[str, Score]]:
    """The marks of one firm."""
    last, true, hope = made[-1], case.truth.hours_freed_year, case.truth.hope_hours
    before, now = ends(last.thought.low, last.thought.high), ends(last.now.low, last.now.high)
    yield "taken_over", passed(all(each.taken for each in made), "not taken over")
    yield "inside", passed(now.holds(true), f"{true:.0f} is not in {now.low:.0f} to {now.high:.0f}")
    yield "outside", Score(float(not now.holds(true)))
    yield "inside_before", passed(before.holds(true), f"{true:.0f} is not in {before.low:.0f} to {before.high:.0f}")
    yield "width", Score(now.width / before.width, weight=before.width / hope)
    yield "width_of_hope", Score(now.width / hope)
    adds_up = abs(sum(each.hours_per_week for each in last.variance.factors) - last.variance.gap) < 1e-9
    yield "gap_adds_up", passed(adds_up, "the parts do not add up")
    stopped = any(each.stop is not None and each.stop.verdict == "broken" for each in made)
    chance = last.stop.chance if last.stop else 0.0
    why = f"{case.truth.cause or 'sound'}: {chance:.2f} likely to stay below"
    yield ("failing_stopped" if case.truth.fails else "sound_stopped"), Score(float(stopped), why)


def ends(low: float | None, high: float | None) -> Ends:
    """The ends of a range; hours have both."""
    if low is None or high is None:
        raise ValueError("a range of hours without an end")
    return Ends(low, high)


def profile_of(case: YearCase, place: Workplace) -> Profile:
    """What the owner told as facts, with the try that has begun and the line at which it stops."""
    told, firm, begun = case.profile.work, case.profile.firm, case.pilot
    items, hours = _fact(told.items_per_week), _fact(told.hours_per_week)
    work = Process(
        id=told.process,
        name=told.process.replace("_", " "),
        items_per_week=items,
        minutes_per_item=_fact(told.minutes_per_item),
        hours_per_week=hours,
        exception_share=_fact(told.exception_share),
        people=_fact(told.doers),
        doer=Fact(value=told.done_by),
        wage_per_hour=_fact(firm.wage_per_hour),
        wanted_means=Fact(value=begun.means),
        offer_per_month=_fact(begun.price_per_month),
    )
    weeks = load_priors(place.settings.knowledge()).defaults.active_weeks.mid
    trial = Trial(
        process_id=told.process,
        means_id=begun.means,
        began=begun.start,
        items_told=items,
        hours_told=hours,
        stop_below_hours=HOPE * case.truth.hope_hours / weeks,
        stop_on=begun.start + timedelta(days=round(LOOKED_AT[-1] * MONTH_DAYS)),
    )
    business = Business(
        country=Fact(value=firm.country), currency=Fact(value=firm.currency), headcount=_fact(firm.headcount)
    )
    return Profile(business=business, processes=(work,), trials=(trial,))


def _fact(value: float | None) -> Fact | None:
    return None if value is None else Fact(value=float(value))


YEAR = Suite(
    name="year",
    about="a true year of invented firms: hours and the stop line after three check-ins (evals/cases/years.jsonl)",
    run=run,
    measures=(
        Measure("without_error", "firms without an error", bar=1.0),
        Measure("taken_over", "firms whose check-ins were all taken over at a yes", bar=1.0),
        Measure("inside", "the true year's hours lie between P10 and P90 after three check-ins", bar=0.75),
        Measure("outside", "they do not; below 0.10 the range is too wide", bar=0.25, better="lower"),
        Measure("inside_before", "they lay between P10 and P90 of what the plan had", better="neither"),
        Measure("width", "width of the range against that of the plan's, means", bar=0.6, better="lower"),
        Measure("width_of_hope", "width of the range as a share of the hours the opening let hope", better="lower"),
        Measure("gap_adds_up", "gaps whose causes add up to them", bar=1.0),
        Measure("failing_stopped", "tries that fail in truth and are stopped by then", bar=0.9),
        Measure("sound_stopped", "sound tries that are stopped", bar=0.05, better="lower"),
    ),
)
