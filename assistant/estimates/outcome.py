"""What a means would do for a piece of work, draw by draw: the formulas put to the inputs' draws."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from assistant.estimates import costs, finance, hours, ledgers, mistakes
from assistant.estimates.draws import Draws, Number
from assistant.estimates.freed import Freed, freed_so_far
from assistant.estimates.freed import freed as freed_hours
from assistant.estimates.job import ErrorInputs, JobInputs, Luck
from assistant.estimates.update import learnt
from assistant.estimates.workload import Workload, as_it_is_now, workload

__all__ = ("Freed", "Gains", "Luck", "Outcome", "Outside", "monthly_flows", "outcome", "workload")


@dataclass(frozen=True)
class Outside:
    """Outside money: set-up once, subscription and upkeep a month in the first year, rise a year."""

    setup: Draws
    subscription: Draws
    upkeep: Draws
    rise: Draws

    def in_year(self, year: int) -> Draws:
        """Running cost of a year counted from 1."""
        return np.asarray((costs.risen(self.subscription, self.rise, year) + self.upkeep) * 12)

    def total(self, months: Number) -> Draws:
        """Total cost of ownership over the months that are paid for."""
        return np.asarray(costs.total_cost(self.setup, self.subscription, self.upkeep, self.rise, months))


@dataclass(frozen=True)
class Gains:
    """The ledgers a month at the plateau: cash of errors, cash of hours and when it starts, margin.

    `happens` is true in the draws in which hours really become cash.
    """

    errors: Draws
    hours: Draws
    starts_after: Draws
    happens: Draws | None
    margin: Draws

    @property
    def cash(self) -> Draws:
        """Cash a month when everything runs."""
        return np.asarray(self.errors + self.hours)

    def any(self) -> bool:
        """True where there is cash to weigh against what is paid."""
        return bool(self.errors.any() or self.hours.any())


@dataclass(frozen=True)
class Outcome:
    """All results of one estimate, draw by draw."""

    work: Workload
    freed: Freed
    outside: Outside
    gains: Gains
    setup_hours: Draws
    total: Draws
    """Outside money over the horizon."""
    npv: Draws
    payback: Draws


def outcome(job: JobInputs, luck: Luck) -> Outcome:
    """Every result of one means for one piece of work."""
    work = workload(job, luck)
    covered = luck(job.covered_share)
    freed = freed_hours(job, luck, work, covered)
    if job.tried:
        seen = learnt(job, job.tried, luck, work)
        work, covered, freed = as_it_is_now(work, seen.items, seen.minutes), seen.covered, freed_so_far(seen)
    outside = _outside(job, luck, work, covered)
    gains = _gains(job, luck, work, freed)
    flows, total = monthly_flows(job, freed, outside, gains), outside.total(job.horizon_months)
    return Outcome(
        work=work,
        freed=freed,
        outside=outside,
        gains=gains,
        setup_hours=luck(job.setup_hours),
        total=total,
        npv=finance.net_present_value(outside.setup, flows, job.discount_rate),
        payback=finance.payback_months(outside.setup, flows) if gains.any() else finance.never_paid_back(total),
    )


def _outside(job: JobInputs, luck: Luck, work: Workload, covered: Draws) -> Outside:
    usage = costs.usage_per_year(work.items, covered, work.weeks, luck(job.cost_per_item)) / 12
    setup = luck(job.setup_cost) * luck(job.setup_overrun)
    subscription = costs.subscription_per_month(
        luck(job.cost_per_month), luck(job.cost_per_person_month), luck(job.people), usage
    )
    help_per_year = luck(job.outside_help_per_year) if job.outside_help_per_year else 0.0
    upkeep = (setup * luck(job.upkeep_cost_share) + help_per_year) / 12
    return Outside(setup, np.asarray(subscription), upkeep, luck(job.price_rise))


def _gains(job: JobInputs, luck: Luck, work: Workload, freed: Freed) -> Gains:
    nothing = np.zeros(luck.n)
    margin, cash, after, happens = nothing, nothing, nothing, None
    errors = _cash_of_errors(job.errors, luck, work, freed) if job.errors else nothing
    if job.sales:
        lost, share = luck(job.sales.lost_sales_per_month), luck(job.sales.sales_recovered)
        won = ledgers.recovered_margin(lost, share, luck(job.sales.contribution_margin))
        margin = np.asarray(won * freed.adoption)
    if job.mechanism:
        way = job.mechanism
        cash = _cash_of_hours(job, luck, work, freed)
        happens = luck.yes(way.stream, way.probability) * (cash > 0)
        cash = cash * happens
        after = luck(way.month) if way.month else nothing
    return Gains(errors=errors, hours=cash, starts_after=after, happens=happens, margin=margin)


def _cash_of_errors(told: ErrorInputs, luck: Luck, work: Workload, freed: Freed) -> Draws:
    """Cash a month of mistakes that are made no more, less those that a machine makes in batches."""
    each = luck(told.cash_per_error)
    wrong = mistakes.errors_per_year(work.items, work.weeks, luck(told.error_rate))
    saved = mistakes.error_cash_per_year(wrong * luck(told.errors_removed), each)
    if told.batches_per_year:
        saved = saved - mistakes.batch_error_cash(luck(told.batches_per_year), work.items, each)
    return np.asarray(saved * freed.adoption / 12)


def _cash_of_hours(job: JobInputs, luck: Luck, work: Workload, freed: Freed) -> Draws:
    """Cash a month if the owner's mechanism holds: whole posts, the share of a bill, or hours paid one by one."""
    way = job.mechanism
    if way and way.bill_per_year and not way.posts:
        share = np.divide(freed.gross, work.hours, out=np.zeros(luck.n), where=work.hours > 0)
        return np.asarray(luck(way.bill_per_year) * np.clip(share, 0.0, 1.0) / 12)
    gone = np.maximum(freed.net, 0.0)
    if way and way.posts:
        gone = ledgers.post_hours_gone(freed.net, job.post_sizes, way.posts)
    return np.asarray(ledgers.cash_of_hours(gone, work.weeks, work.loaded_cost))


def monthly_flows(job: JobInputs, freed: Freed, outside: Outside, gains: Gains) -> Draws:
    """Cash of each month less outside costs: months along the first axis, draws along the second."""
    months = job.horizon_months
    flows = np.empty((months, len(freed.net)))
    for year in range((months + 11) // 12):
        flows[12 * year : 12 * year + 12] = -outside.in_year(year + 1) / 12
    if not gains.any():
        return flows
    plateau = np.maximum(freed.adoption, 1e-9)
    for month in range(1, months + 1):
        reached = hours.adoption_in_month(month, freed.adoption, job.adoption_ramp) / plateau
        flows[month - 1] += gains.errors * reached
        if job.mechanism:
            by_post = job.mechanism.month is not None
            flows[month - 1] += gains.hours * ((month > gains.starts_after) if by_post else reached)
    return flows
