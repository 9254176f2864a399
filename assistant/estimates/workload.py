"""The work as it is today, draw by draw: the same for every way of doing it, so it is kept for the next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np

from assistant.domain.facts import Range
from assistant.estimates import ceiling, hours, labour
from assistant.estimates.draws import Draws
from assistant.estimates.job import Input, JobInputs, Luck
from assistant.estimates.ranges import as_range, middle

KEPT = 16
"""Pieces of work that are kept: their ways are looked at one after the other."""


@dataclass(frozen=True)
class Workload:
    """The work as it is: items, minutes an item, hours a week, weeks a year, loaded cost of an hour, bills a year."""

    items: Draws
    minutes: Draws
    hours: Draws
    weeks: Draws
    loaded_cost: Draws
    cost_per_year: Draws
    money: str = ""

    @cached_property
    def shown(self) -> Shown:
        """What is shown of it."""
        return Shown(
            hours_per_week=as_range(self.hours, "h/week"),
            cost_per_year=as_range(self.cost_per_year, f"{self.money}/year"),
            loaded_cost_per_hour=as_range(self.loaded_cost, f"{self.money}/h"),
            middle_cost_per_year=middle(self.cost_per_year),
        )


class Shown(NamedTuple):
    """The work as it is, as ranges in own currency, and the middle of what it costs."""

    hours_per_week: Range
    cost_per_year: Range
    loaded_cost_per_hour: Range
    middle_cost_per_year: float


class Told(NamedTuple):
    """What the work is worked out from; of items, minutes and hours two are given."""

    items: Input | None
    minutes: Input | None
    hours: Input | None
    weeks: Input
    wage: Input
    labour_factor: Input
    bill: Input | None
    is_done_outside: bool
    money: str


def workload(job: JobInputs, luck: Luck) -> Workload:
    """The work today; the one of items, minutes and hours that is not given follows from the other two."""
    told = Told(
        items=job.items_per_week,
        minutes=job.minutes_per_item,
        hours=job.hours_per_week,
        weeks=job.active_weeks,
        wage=job.wage_per_hour,
        labour_factor=job.labour_factor,
        bill=job.outside_bill_per_year,
        is_done_outside=job.is_done_outside,
        money=job.currency or "money",
    )
    if sum(each is not None for each in told[:3]) < 2:
        raise ValueError(f"{job.process_id}: two of items, minutes and hours must be given")
    return _kept(told, luck.seed, luck.n)


def as_it_is_now(work: Workload, items: Draws, minutes: Draws) -> Workload:
    """The work with other items a week and minutes an item by the old way; what it costs goes with its hours."""
    spent = np.asarray(hours.hours_today(items, minutes))
    cost = np.divide(work.cost_per_year * spent, work.hours, out=np.zeros_like(spent), where=work.hours > 0)
    return replace(work, items=items, minutes=minutes, hours=spent, cost_per_year=cost)


@lru_cache(maxsize=KEPT)
def _kept(told: Told, seed: int, n: int) -> Workload:
    return _drawn(told, Luck(seed, n))


def _drawn(told: Told, luck: Luck) -> Workload:
    items, minutes, spent = (luck(each) if each else None for each in told[:3])
    if items is None:
        assert minutes is not None  # two of the three are given
        assert spent is not None
        items = np.asarray(hours.items_from_hours(spent, minutes))
    elif minutes is None:
        assert spent is not None
        minutes = np.asarray(hours.minutes_from_hours(spent, items))
    else:
        spent = np.asarray(hours.hours_today(items, minutes))
    weeks = luck(told.weeks)
    loaded = np.asarray(labour.loaded_cost(luck(told.wage), luck(told.labour_factor)))
    cost = np.asarray(ceiling.work_costs_today(hours.yearly(spent, weeks), loaded))
    if told.bill:
        bill = luck(told.bill)
        cost = bill if told.is_done_outside else cost + bill
    return Workload(items, minutes, spent, weeks, loaded, cost, told.money)
