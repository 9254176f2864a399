"""The estimate of one means for one piece of work of a firm, as ranges with what they rest on."""

from __future__ import annotations

from collections.abc import Hashable
from math import ceil, isfinite

import numpy as np
from pydantic import ConfigDict, Field

from assistant.catalogue import Catalogue
from assistant.domain.advice import Estimate
from assistant.domain.catalogue import Country, Means, ProcessKind
from assistant.domain.facts import Noun, Range
from assistant.domain.profile import Profile
from assistant.estimates import ceiling, hours, ledgers
from assistant.estimates.draws import Draws
from assistant.estimates.inputs import job_inputs
from assistant.estimates.job import JobInputs
from assistant.estimates.memo import Memo
from assistant.estimates.outcome import Luck, Outcome, outcome, workload
from assistant.estimates.priors import Priors

QUANTILES = (0.10, 0.50, 0.90)


class EstimateSetting(Noun):
    """What every estimate shares: the tables, the priors, how many draws and from which seed.

    `memo` keeps what was made between turns; without it each is made anew.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    catalogue: Catalogue
    priors: Priors
    draws: int = 2000
    seed: int = 20260
    memo: Memo | None = Field(default=None, exclude=True, repr=False)


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
    return what, profile.business, profile.process(ids[0]), *ids, setting.draws, setting.seed


def estimate_means(profile: Profile, kind: ProcessKind, means: Means, setting: EstimateSetting) -> Estimate:
    """The same for a means that need not stand in the catalogue: one that carries a vendor's own prices and terms."""
    job = job_inputs(profile, kind, means, country_of(profile, setting.catalogue), setting.priors)
    return _as_estimate(job, outcome(job, Luck(setting.seed, setting.draws)))


class Glance(Noun):
    """The middles that say whether a means is worth it: hours freed a week, what one costs (None where none is freed)
    and is worth, in own currency; and whether the whole costs more than the work."""

    hours_freed_per_week: float
    price_per_freed_hour: float | None
    loaded_cost_per_hour: float
    above_ceiling: bool


def glance(profile: Profile, process_id: str, means_id: str, setting: EstimateSetting) -> Glance:
    """The same estimate, as far as a search needs it that asks many times; raises UnknownName."""
    kind, means = setting.catalogue.process(process_id), setting.catalogue.way(means_id)
    job = job_inputs(profile, kind, means, country_of(profile, setting.catalogue), setting.priors)
    found = outcome(job, Luck(setting.seed, setting.draws))
    total = found.outside.total(job.horizon_months)
    price = _middle(_price(job, found, total))
    return Glance(
        hours_freed_per_week=_middle(found.freed.net),
        price_per_freed_hour=price if isfinite(price) else None,
        loaded_cost_per_hour=_middle(found.work.loaded_cost),
        above_ceiling=_above_ceiling(job, found, total),
    )


def hours_today(profile: Profile, process_id: str, setting: EstimateSetting) -> Range:
    """Hours a week that a piece of work takes today; raises UnknownName."""
    kind, catalogue = setting.catalogue.process(process_id), setting.catalogue
    job = job_inputs(profile, kind, catalogue.means[0], country_of(profile, catalogue), setting.priors)
    return as_range(workload(job, Luck(setting.seed, setting.draws)).hours, "h/week")


def country_of(profile: Profile, catalogue: Catalogue) -> Country | None:
    """The country that the owner named, by its code, or None."""
    fact = profile.business.country
    return catalogue.country(str(fact.value).upper()) if fact else None


def money_rate(profile: Profile, catalogue: Catalogue) -> float:
    """Own money for one unit of the catalogue's prices; 1 where the country is not known."""
    country = country_of(profile, catalogue)
    return country.money_per_neutral if country else 1.0


def _as_estimate(job: JobInputs, found: Outcome) -> Estimate:
    work, freed, outside, money = found.work, found.freed, found.outside, job.currency or "money"
    running, total = outside.in_year(1), outside.total(job.horizon_months)
    return Estimate(
        process_id=job.process_id,
        means_id=job.means_id,
        hours_today_per_week=as_range(work.hours, "h/week"),
        cost_today_per_year=as_range(work.cost_per_year, f"{money}/year"),
        hours_freed_per_week=as_range(freed.net, "h/week"),
        gross_hours_freed_per_week=as_range(freed.gross, "h/week"),
        cash_per_year=as_range(found.gains.cash * 12, f"{money}/year"),
        margin_per_year=as_range(found.gains.margin * 12, f"{money}/year"),
        price_per_freed_hour=as_range(_price(job, found, total), f"{money}/h"),
        loaded_cost_per_hour=as_range(work.loaded_cost, f"{money}/h"),
        cost_first_year=as_range(outside.setup + running, money),
        cost_per_year_after=as_range(outside.in_year(2), f"{money}/year"),
        total_cost=as_range(total, money),
        setup_hours=as_range(found.setup_hours, "h"),
        upkeep_hours_per_week=as_range(freed.upkeep, "h/week"),
        payback_months=as_range(found.payback, "months"),
        npv=as_range(found.npv, money),
        probability_npv_positive=float(np.mean(found.npv > 0)),
        above_ceiling=_above_ceiling(job, found, total),
        assumed=tuple(each.name for each in job.uncertain() if not each.is_said),
        horizon_months=job.horizon_months,
    )


def _price(job: JobInputs, found: Outcome, total: Draws) -> Draws:
    """Outside money over the horizon, `total`, for each net hour freed in it."""
    months = job.horizon_months
    net_per_year = np.asarray(hours.yearly(found.freed.net, found.work.weeks))
    return ledgers.price_per_freed_hour(total, net_per_year * months / 12 - found.setup_hours)


def _above_ceiling(job: JobInputs, found: Outcome, total: Draws) -> bool:
    outside_per_year = _middle(total) * 12 / job.horizon_months
    return ceiling.costs_more_than_the_work(outside_per_year, _middle(found.work.cost_per_year))


def _middle(values: Draws) -> float:
    """P50 of draws, as `as_range` has it."""
    place = _place(QUANTILES[1], len(values))
    return float(np.partition(values, place)[place])


def _place(quantile: float, count: int) -> int:
    return max(ceil(quantile * count) - 1, 0)


def as_range(values: Draws, unit: str) -> Range:
    """P10, P50, P90 of draws; an end that is infinite, which means never, is None."""
    ordered = np.sort(values)
    places = [_place(each, len(ordered)) for each in QUANTILES]
    low, mid, high = (value if isfinite(value) else None for value in ordered[places].tolist())
    return Range(low=low, mid=mid, high=high, unit=unit)
