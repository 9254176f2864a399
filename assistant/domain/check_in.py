"""Check-ins: what an owner counted, how it differs from the plan, what it would change, and the plan's versions."""

from __future__ import annotations

from datetime import date
from typing import Literal

from assistant.domain.facts import Fact, Noun, Range
from assistant.domain.plan import Plan

Figure = float | tuple[float, float]
"""A figure, or a range where it is not known better."""


class Actuals(Noun):
    """What an owner counted of one piece of work that is being tried or has begun; None is not known.

    `items` came within `weeks`, `new` of them went the new way, and `minutes` is what each of those takes now, checking
    and mending included; `minutes_old` is what one takes the old way, where it was timed. `hours` a week on the work
    stand for minutes where nothing is counted. `cost` is outside money since the start; `upkeep_hours` (looking after
    it) and `wrong` (items that went wrong) are within the same weeks. `work` is a process id, "" for the one that is
    tried; `means` the way, "" for the plan's; `on` the day up to which was counted, None for today.
    """

    work: str = ""
    means: str = ""
    items: Figure | None = None
    new: Figure | None = None
    minutes: Figure | None = None
    minutes_old: Figure | None = None
    hours: Figure | None = None
    cost: Figure | None = None
    upkeep_hours: Figure | None = None
    wrong: Figure | None = None
    weeks: float = 1.0
    words: str = ""
    on: date | None = None


class Seen(Noun):
    """What was counted in a month of the new way, counted from 1."""

    month: int
    on: date
    actuals: Actuals


class Trial(Noun):
    """A way that is tried or has begun, and all that was counted of it.

    `told` are the items and the hours a week as they were known before. The try's own stop rule stays as the plan had
    it when it began: it stops where fewer than `stop_below_hours` a week are freed, for all of the work, by `stop_on`;
    `stopped` is true once the owner agreed to that.
    """

    process_id: str
    means_id: str
    began: date
    items_told: Fact | None = None
    hours_told: Fact | None = None
    stop_below_hours: float | None = None
    stop_on: date | None = None
    stopped: bool = False
    seen: tuple[Seen, ...] = ()

    @property
    def last_month(self) -> int:
        """The newest month of which something was counted, 0 before the first."""
        return max((each.month for each in self.seen), default=0)


class Expected(Noun):
    """What was planned for a month: items a week, minutes by the old and the new way, the share that goes wrong and its
    minutes, the share that goes the new way, upkeep in hours a week, outside money since the start."""

    items_per_week: float
    minutes: float
    minutes_new: float
    exceptions: float
    exception_minutes: float
    share: float
    upkeep_hours_per_week: float
    cost: float


FactorName = Literal["volume", "adoption", "minutes", "exceptions", "upkeep"]


class Factor(Noun):
    """One part of a gap: as planned, as it was, and how many hours a week of the gap it explains."""

    name: FactorName
    planned: float
    actual: float
    hours_per_week: float
    text: str


class Variance(Noun):
    """Hours freed a week as planned for that month and as they were; the factors' hours add up to the gap.

    Cost is money and stands beside them: what was to be spent by then, and what was.
    """

    planned_hours: float
    actual_hours: float
    factors: tuple[Factor, ...]
    planned_cost: float
    actual_cost: float | None = None
    text: tuple[str, ...] = ()

    @property
    def gap(self) -> float:
        """Hours a week more than planned; below 0 they are fewer."""
        return self.actual_hours - self.planned_hours


StopVerdict = Literal["held", "broken", "not yet"]


class StopRule(Noun):
    """The try's stop rule as it stands: `chance` (0-1) is how likely it frees less than the limit once it runs."""

    verdict: StopVerdict
    below_hours: float
    on: date
    chance: float
    text: str


ChangeKind = Literal["range", "decision", "order", "stop", "rule", "step", "goal", "fact"]


class PlanChange(Noun):
    """One thing that differs between two plans, in a plain line."""

    kind: ChangeKind
    text: str


class CheckIn(Noun):
    """One check-in: what was counted, why it differs, a year's hours before and after, what it would change.

    `taken` is None until the owner says yes or no. `first_year` is true where the ranges are of the first twelve
    months, with the months in which it only gets going.
    """

    n: int
    on: date
    process_id: str
    means_id: str
    name: str
    month: int
    actuals: Actuals
    thought: Range
    now: Range
    first_year: bool = True
    variance: Variance
    stop: StopRule | None = None
    changes: tuple[PlanChange, ...] = ()
    ends_phase: bool = False
    taken: bool | None = None


class PlanVersion(Noun):
    """The plan as it stood, why it was made anew, and what that changed."""

    n: int
    made_on: date
    because: str
    plan: Plan
    changes: tuple[PlanChange, ...] = ()
