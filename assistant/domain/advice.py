"""Estimates and the recommendation that rests on them."""

from __future__ import annotations

from datetime import date
from typing import Literal

from assistant.domain.catalogue import Decision
from assistant.domain.facts import Noun, Range
from assistant.domain.flips import FlipCondition
from assistant.domain.knowledge import Citation

Confidence = Literal["high", "medium", "low"]


class Driver(Noun):
    """An input and how much of the result's spread it explains (squared rank correlation, 0-1)."""

    name: str
    share: float


class Column(Noun):
    """A result under one answer to a yes/no: the answer in words, its likelihood (0-1) and the net present value."""

    when: str
    likelihood: float
    npv: Range


class AllTold(Noun):
    """What is to be expected with what the years bring: less work or more of it, and the means given up early.

    `kept` is the chance (0-1) that it is still in use at the horizon. `hours_freed_per_week` is the average of the
    second year. `lost` is what has been paid where it is given up.
    """

    kept: float
    hours_freed_per_week: Range
    cost_first_year: Range
    total_cost: Range
    lost: Range | None


class Outlook(Noun):
    """One way over the years, for the owner who wants to see more of it than its first year.

    `costs` is the total cost of ownership by years, `doing_nothing` what today's way costs by the same years with wages
    and volume growing; `own_hours` are the firm's own over `horizon_months`, outside no ledger. `all_told` is None
    where nothing can be given up. Where `columns` is not empty a yes/no splits the money: show the columns, not one
    middle.
    """

    costs: dict[int, Range]
    doing_nothing: dict[int, Range]
    own_hours: Range
    all_told: AllTold | None = None
    columns: tuple[Column, ...] = ()
    drivers: tuple[Driver, ...] = ()
    horizon_months: int = 36


class Estimate(Noun):
    """What one means would do for one process of this firm.

    Hours are the firm's own, per week of active weeks; money is in the firm's currency, nominal and before income tax.
    `cash_per_year` is what is gained before costs, and `npv` and `payback_months` weigh cash against outside costs:
    the three ledgers are never added. `price_per_freed_hour` is over the horizon with set-up. All of it is as long as
    the means is in use. `assumed` names the inputs that the owner did not say.
    """

    process_id: str
    means_id: str
    hours_today_per_week: Range
    cost_today_per_year: Range
    loaded_cost_per_hour: Range
    hours_freed_per_week: Range
    cash_per_year: Range
    margin_per_year: Range
    price_per_freed_hour: Range
    cost_first_year: Range
    cost_per_year_after: Range
    setup_hours: Range
    upkeep_hours_per_week: Range
    payback_months: Range
    npv: Range
    probability_npv_positive: float
    above_ceiling: bool
    assumed: tuple[str, ...] = ()
    gross_hours_freed_per_week: Range | None = None
    total_cost: Range | None = None
    horizon_months: int = 36


class GoalLink(Noun):
    """Which goal a step serves, what measure moves and in which direction."""

    goal: str
    quote: str | None
    measure_moved: str
    direction: Literal["up", "down"]


class Pilot(Noun):
    """A small try with a number, a date and a line at which it stops.

    `stop_below_hours` is that line as a figure: hours a week, reckoned for all of the work. `small_because` says why it
    begins smaller and is watched for longer than usual; empty where it does not.
    """

    what: str
    weeks: int
    volume_share: float
    measure: str
    baseline: str
    target: str
    counter_measure: str
    stop_if: str
    review_on: date
    small_because: str = ""
    stop_below_hours: float | None = None


SafeguardKind = Literal[
    "approval", "way back", "handover page", "way to a person", "says it is a machine", "review", "data terms"
]


class Safeguard(Noun):
    """Something that our plan builds in so that the step stays safe."""

    kind: SafeguardKind
    text: str


class Alternative(Noun):
    """A means that was looked at for a process and the reason it was or was not taken."""

    means_id: str
    name: str
    taken: bool
    reason: str
    cost_first_year: float | None = None
    hours_freed_per_week: float | None = None
    price_per_freed_hour: float | None = None


class DimensionShares(Noun):
    """Scores of one initiative by dimension, 0-1, None where too little is known."""

    capability: float | None = None
    market: float | None = None
    resource: float | None = None


class IdeaScore(Noun):
    """A published score of the work beside our decision; it decides nothing.

    Means of answers from 1 to 5, None where under half of the answers are known; `known` answers are, `of` all.
    """

    name: str
    ignores: str
    score: float | None
    suitability: float | None
    readiness: float | None
    known: int
    of: int
    text: str


class Initiative(Noun):
    """One decision about one process, with everything an owner needs to argue with it."""

    id: str
    process_id: str
    title: str
    decision: Decision
    means: str
    reason: str
    how: str = ""
    serves_goals: tuple[GoalLink, ...] = ()
    hours_freed_per_week: Range
    cash_per_year: Range
    margin_per_year: Range
    price_per_freed_hour: Range
    freed_hours_use: str | None = None
    cost_first_year: Range
    cost_per_year_after: Range
    payback_months: Range
    npv: Range
    alignment: DimensionShares = DimensionShares()
    pilot: Pilot | None = None
    measures: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()
    premortem: str = ""
    check: str = ""
    first_step: str = ""
    flip_conditions: tuple[FlipCondition, ...] = ()
    stays: str = ""
    """Why no one fact would change a step that waits; empty where one would."""
    alternatives: tuple[Alternative, ...] = ()
    citations: tuple[Citation, ...] = ()
    assumed: tuple[str, ...] = ()
    """Inputs that the owner did not say, the weightiest first."""
    outlook: Outlook | None = None
    over_the_years: tuple[str, ...] = ()
    """The outlook in sentences."""
    confidence: Confidence = "low"
    safeguards: tuple[Safeguard, ...] = ()
    side_effects: tuple[str, ...] = ()
    step_owner: str | None = None
    turn: str = ""
    """Why it has its place in the order."""
    published_score: IdeaScore | None = None

    @property
    def drivers(self) -> tuple[Driver, ...]:
        """What the spread of its result hangs on, the weightiest first."""
        return self.outlook.drivers if self.outlook else ()


class Lever(Noun):
    """What a little more of something scarce would bring: steps that come sooner, and hours freed in the first year.

    `step` is how much more: an hour a week, or money in the firm's currency.
    """

    scarce: Literal["hours", "money"]
    step: float
    sooner: tuple[str, ...]
    hours_first_year: float
    text: str


class Recommendation(Noun):
    """All initiatives, the ids of those to do in their order, and what more hours or money would bring.

    `barred` are the ways, by work and means, that a must-rule has sent back.
    """

    initiatives: tuple[Initiative, ...] = ()
    order: tuple[str, ...] = ()
    currency: str = ""
    uncovered_goals: tuple[str, ...] = ()
    levers: tuple[Lever, ...] = ()
    barred: frozenset[tuple[str, str]] = frozenset()

    def initiative(self, initiative_id: str) -> Initiative | None:
        """The initiative of that id, or None."""
        return next((each for each in self.initiatives if each.id == initiative_id), None)
