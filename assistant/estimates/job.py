"""The inputs of one estimate as nouns: each a range with its basis and the name of its substream."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

import numpy as np

from assistant.domain.advice import Initiative
from assistant.domain.catalogue import Spread
from assistant.domain.check_in import Seen
from assistant.domain.facts import Basis, Noun
from assistant.estimates.draws import KEPT, Draws, bernoulli, lognormal, pert, substream
from assistant.estimates.priors import Deviations

Kind = Literal["amount", "share", "factor"]
"""An amount is at least nil, a share lies between 0 and 1, a factor is at least one."""

MADE = 4096
"""Inputs kept in memory."""
SAID: tuple[Basis, ...] = ("owner", "computed")


class Input(Noun):
    """One figure that an estimate rests on: P10, P50, P90, and in `note` what an assumed range stands on."""

    name: str
    spread: Spread
    unit: str
    basis: Basis
    stream: str
    kind: Kind = "amount"
    quote: str | None = None
    note: str = ""

    @property
    def is_fixed(self) -> bool:
        """True where there is nothing to draw."""
        return self.spread[0] == self.spread[2]

    @property
    def is_said(self) -> bool:
        """True where it rests on the owner's own words or is computed from them."""
        return self.basis in SAID

    def draws(self, seed: int, n: int) -> Draws:
        """n draws of it, a pure function of the seed and the name of its substream."""
        return drawn(self.stream, self.spread, self.kind, seed, n)


class About(NamedTuple):
    """What kind of figure an input is, and the words that it rests on."""

    kind: Kind = "amount"
    quote: str | None = None
    note: str = ""


@lru_cache(maxsize=MADE)
def made_input(name: str, spread: Spread, unit: str, basis: Basis, stream: str, about: About) -> Input:
    """An input of these parts, one and the same each time: a search asks for the same ones again and again."""
    return Input(name=name, spread=spread, unit=unit, basis=basis, stream=stream, **about._asdict())


@lru_cache(maxsize=KEPT)
def drawn(stream: str, spread: Spread, kind: Kind, seed: int, n: int) -> Draws:
    """The draws of one figure, kept: the ways that compete for a piece of work share most of theirs."""
    if spread[0] == spread[2]:
        found = np.full(n, spread[1], dtype=float)
    elif kind == "amount" and spread[0] > 0:
        found = lognormal(spread, substream(stream, seed, n))
    else:
        least = 1.0 if kind == "factor" else 0.0
        found = pert(spread, substream(stream, seed, n), least, 1.0 if kind == "share" else float("inf"))
    found.flags.writeable = False
    return found


class Luck:
    """Draws of named inputs for one seed."""

    def __init__(self, seed: int, n: int) -> None:
        self.seed, self.n = seed, n

    def __call__(self, one: Input) -> Draws:
        return one.draws(self.seed, self.n)

    def even(self, stream: str) -> Draws:
        """Figures spread evenly between 0 and 1."""
        return np.asarray((substream(stream, self.seed, self.n) + 0.5) / self.n)

    def yes(self, stream: str, probability: float) -> Draws:
        """1 where a yes/no comes out yes, 0 where not."""
        return bernoulli(probability, substream(stream, self.seed, self.n)).astype(float)


class ErrorInputs(Noun):
    """What mistakes cost in cash, given only where the owner said what one costs."""

    error_rate: Input
    errors_removed: Input
    cash_per_error: Input
    batches_per_year: Input | None = None
    """How often a year a machine gets a week's items wrong before anybody sees it; None where no machine does it."""


class SalesInputs(Noun):
    """What is lost in sales, given only where the owner said both the sales and the contribution margin."""

    lost_sales_per_month: Input
    sales_recovered: Input
    contribution_margin: Input


class Mechanism(Noun):
    """How freed hours become cash, with the probability that they really do.

    `posts` leave the payroll from `month` on; else a share of `bill_per_year`, which an outsider sends, is saved; else,
    where both are missing, hours that are paid one by one.
    """

    probability: float
    stream: str
    posts: float = 0.0
    month: Input | None = None
    bill_per_year: Input | None = None


class Lasting(Noun):
    """How a means may end before its time.

    Of all means `given_up_at_start` never get going, of the rest `given_up_a_year` end in each year (0-1). Paid for are
    whole terms of `term_months`, with `notice_months` of notice.
    """

    stream: str
    given_up_at_start: float
    given_up_a_year: float
    term_months: int
    notice_months: float


class Years(Noun):
    """What the years bring whatever is done: factors a year on the items and on the wage."""

    volume: Input
    wage: Input


class Tried(Noun):
    """What was counted since a way began, month by month, and by how much such figures may differ."""

    seen: tuple[Seen, ...]
    deviations: Deviations


class JobInputs(Noun):
    """Everything that one means for one piece of work is estimated from.

    Exactly two of `items_per_week`, `minutes_per_item` and `hours_per_week` are given: the third follows from them.
    `is_done_outside` is true where somebody who sends a bill does the work: the bill, if told, is then what it costs.
    `errors`, `sales` and `mechanism` are None unless the owner's own words open those ledgers. Money is in the firm's
    currency.
    """

    process_id: str
    means_id: str
    currency: str
    items_per_week: Input | None
    minutes_per_item: Input | None
    hours_per_week: Input | None
    active_weeks: Input
    covered_share: Input
    removed_share: Input
    review_minutes: Input
    exception_share: Input
    exception_factor: Input
    adoption: Input
    wage_per_hour: Input
    labour_factor: Input
    outside_bill_per_year: Input | None = None
    is_done_outside: bool = False
    people: Input
    setup_hours: Input
    training_hours_each: Input | None = None
    setup_cost: Input
    setup_overrun: Input
    cost_per_month: Input
    cost_per_person_month: Input
    cost_per_item: Input
    upkeep_hours_per_month: Input
    upkeep_cost_share: Input
    price_rise: Input
    outside_help_per_year: Input | None = None
    errors: ErrorInputs | None = None
    sales: SalesInputs | None = None
    mechanism: Mechanism | None = None
    lasting: Lasting | None = None
    years: Years | None = None
    tried: Tried | None = None
    discount_rate: float
    horizon_months: int
    adoption_ramp: tuple[float, ...]
    post_sizes: tuple[float, ...]

    def uncertain(self) -> tuple[Input, ...]:
        """The inputs that are drawn and count, in the order of the fields."""
        found: list[Input] = []
        for holder in (self, self.errors, self.sales, self.mechanism):
            if holder is not None:
                values = (getattr(holder, name) for name in type(holder).model_fields)
                found += [each for each in values if isinstance(each, Input) and not each.is_fixed]
        return tuple(each for each in found if self._counts(each.name))

    def _counts(self, name: str) -> bool:
        if name == "setup_overrun":
            return self.setup_cost.spread[2] > 0
        if name == "people":
            return self.cost_per_person_month.spread[2] > 0
        if name == "price_rise":
            prices = (self.cost_per_month, self.cost_per_person_month, self.cost_per_item)
            return any(each.spread[2] > 0 for each in prices)
        return True


def job_of(jobs: Iterable[JobInputs], way: Initiative) -> JobInputs | None:
    """The inputs that a way was estimated from, or None where they are not among these."""
    return next((each for each in jobs if (each.process_id, each.means_id) == (way.process_id, way.means)), None)
