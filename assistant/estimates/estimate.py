"""The estimate of one means for one piece of work of a firm, as ranges with what they rest on."""

from __future__ import annotations

from collections.abc import Hashable

import numpy as np

from assistant.domain.advice import Estimate
from assistant.domain.catalogue import Means, ProcessKind
from assistant.domain.facts import Noun, Range
from assistant.domain.profile import Profile
from assistant.estimates import ceiling, hours, ledgers
from assistant.estimates.draws import Draws
from assistant.estimates.inputs import job_inputs
from assistant.estimates.job import JobInputs
from assistant.estimates.outcome import Luck, Outcome, outcome, workload
from assistant.estimates.ranges import as_range, middle
from assistant.estimates.setting import EstimateSetting, country_of, money_rate

__all__ = (
    "EstimateSetting",
    "as_range",
    "country_of",
    "estimate",
    "estimate_means",
    "hours_today",
    "known_by",
    "money_rate",
    "price_of",
)


def estimate(profile: Profile, process_id: str, means_id: str, setting: EstimateSetting) -> Estimate:
    """What a means of the catalogue would do for a kind of work, from the owner's facts and the catalogue's ranges.

    Raises UnknownName where the process or the means is not in the catalogue.
    """
    kind, means = setting.catalogue.process(process_id), setting.catalogue.way(means_id)
    if setting.memo is None:
        return estimate_means(profile, kind, means, setting)
    key = known_by("estimate", profile, (process_id, means_id), setting)
    return setting.memo.get(key, lambda: estimate_means(profile, kind, means, setting))


def known_by(what: str, profile: Profile, ids: tuple[str, str], setting: EstimateSetting) -> Hashable:
    """All that a result for a process and a means (`ids`) depends on: the key under which a memo keeps it."""
    tried = profile.trial(ids[0])
    return what, profile.business, profile.process(ids[0]), tried, *ids, setting.draws, setting.seed


def estimate_means(profile: Profile, kind: ProcessKind, means: Means, setting: EstimateSetting) -> Estimate:
    """The same for a means that need not stand in the catalogue: one that carries a vendor's own prices and terms."""
    job = job_inputs(profile, kind, means, setting)
    return _as_estimate(job, outcome(job, Luck(setting.seed, setting.draws)))


class Price(Noun):
    """What a means is had for, in own currency: once, and a month in the first year with all that is paid by use."""

    once: float
    per_month: float


def price_of(profile: Profile, process_id: str, means_id: str, setting: EstimateSetting) -> Price:
    """The price of a means for a piece of work: the offer's where one was told, else the usual; raises UnknownName."""
    kind, means = setting.catalogue.process(process_id), setting.catalogue.way(means_id)
    job = job_inputs(profile, kind, means, setting)
    found = outcome(job, Luck(setting.seed, setting.draws))
    return Price(once=job.setup_cost.spread[1], per_month=middle(found.outside.subscription))


def hours_today(profile: Profile, process_id: str, setting: EstimateSetting) -> Range:
    """Hours a week that a piece of work takes today; raises UnknownName."""
    kind = setting.catalogue.process(process_id)
    job = job_inputs(profile, kind, setting.catalogue.means[0], setting)
    return workload(job, Luck(setting.seed, setting.draws)).shown.hours_per_week


def _as_estimate(job: JobInputs, found: Outcome) -> Estimate:
    work, freed, outside, money = found.work, found.freed, found.outside, job.currency or "money"
    running, today = outside.in_year(1), work.shown
    return Estimate(
        process_id=job.process_id,
        means_id=job.means_id,
        hours_today_per_week=today.hours_per_week,
        cost_today_per_year=today.cost_per_year,
        hours_freed_per_week=as_range(freed.net, "h/week"),
        gross_hours_freed_per_week=as_range(freed.gross, "h/week"),
        cash_per_year=as_range(found.gains.cash * 12, f"{money}/year"),
        margin_per_year=as_range(found.gains.margin * 12, f"{money}/year"),
        price_per_freed_hour=as_range(_price(job, found), f"{money}/h"),
        loaded_cost_per_hour=today.loaded_cost_per_hour,
        cost_first_year=as_range(outside.setup + running, money),
        cost_per_year_after=as_range(outside.in_year(2), f"{money}/year"),
        total_cost=as_range(found.total, money),
        setup_hours=as_range(found.setup_hours, "h"),
        upkeep_hours_per_week=as_range(freed.upkeep, "h/week"),
        payback_months=as_range(found.payback, "months"),
        npv=as_range(found.npv, money),
        probability_npv_positive=float(np.mean(found.npv > 0)),
        above_ceiling=_above_ceiling(job, found),
        assumed=tuple(each.name for each in job.uncertain() if not each.is_said),
        horizon_months=job.horizon_months,
    )


def _price(job: JobInputs, found: Outcome) -> Draws:
    """Outside money over the horizon for each net hour freed in it."""
    months = job.horizon_months
    net_per_year = np.asarray(hours.yearly(found.freed.net, found.work.weeks))
    return ledgers.price_per_freed_hour(found.total, net_per_year * months / 12 - found.setup_hours)


def _above_ceiling(job: JobInputs, found: Outcome) -> bool:
    outside_per_year = middle(found.total) * 12 / job.horizon_months
    return ceiling.costs_more_than_the_work(outside_per_year, found.work.shown.middle_cost_per_year)
