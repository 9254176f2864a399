"""What an owner might answer: a few equally likely figures for a fact that nobody has told yet."""

from __future__ import annotations

import numpy as np

from assistant.domain.catalogue import Spread
from assistant.domain.profile import Profile
from assistant.estimates.draws import Draws, lognormal, pert
from assistant.estimates.inputs import job_inputs
from assistant.estimates.job import JobInputs, Kind, Luck
from assistant.estimates.outcome import outcome, workload
from assistant.estimates.setting import EstimateSetting, money_rate

WORLDS = 5
"""Figures for each fact: the middles of so many strata of its range, each as likely as the next."""
OFF_BY = 3.0
"""By what factor the ends of an assumed range may be off for the firm that is asked: ranges are of usual firms."""
SIZES = {"items_per_week": "items", "minutes_per_item": "minutes", "hours_per_week": "hours"}
"""Facts of how much work there is, and what each is called in a workload."""


def likely_figures(
    profile: Profile, process_id: str, name: str, means_id: str, setting: EstimateSetting
) -> tuple[float, ...]:
    """The figures that `name` of a piece of work may come to, from the ranges that an estimate of `means_id` rests on
    while it is not told; empty where no range is known. Raises UnknownName for work or means not in the catalogue.
    """
    kind, means = setting.catalogue.process(process_id), setting.catalogue.way(means_id)
    if name == "digital_input":
        return strata(kind.digital_input_share, "share")
    if name == "rule_based":
        low, mid, high = kind.judgement_share
        return strata((1 - high, 1 - mid, 1 - low), "share")
    if name == "exception_share":
        return strata(kind.exception_share, "share")
    job = job_inputs(profile, kind, means, setting)
    if name == "wage_per_hour":
        return strata(job.wage_per_hour.spread, "amount")
    return _drawn(job, name, Luck(setting.seed, setting.draws))


def likely_people(setting: EstimateSetting) -> tuple[float, ...]:
    """How many people may work in a firm that did not say."""
    return tuple(dict.fromkeys(max(1.0, round(each)) for each in strata(setting.priors.defaults.headcount.spread)))


def likely_budgets(profile: Profile, setting: EstimateSetting) -> tuple[float, ...]:
    """What a firm that did not say may want to spend in the first year, in own currency."""
    rate = money_rate(profile, setting.catalogue)
    return tuple(each * rate for each in strata(setting.priors.defaults.budget_first_year.spread))


def strata(spread: Spread, kind: Kind = "amount") -> tuple[float, ...]:
    """The middles of equally likely strata of a range that may be off, in rising order.

    >>> [round(each) for each in strata((50, 100, 200))]
    [17, 48, 100, 208, 600]
    """
    low, mid, high = spread
    spread, order = (low / OFF_BY, mid, high * OFF_BY), np.arange(WORLDS)
    if kind == "amount" and spread[0] > 0:
        return tuple(map(float, lognormal(spread, order)))
    return tuple(map(float, pert(spread, order, 0.0, 1.0 if kind == "share" else np.inf)))


def _drawn(job: JobInputs, name: str, luck: Luck) -> tuple[float, ...]:
    if name in SIZES:
        return _quantiles(getattr(workload(job, luck), SIZES[name]))
    return _quantiles(outcome(job, luck).outside.subscription) if name == "offer_per_month" else ()


def _quantiles(draws: Draws) -> tuple[float, ...]:
    low, mid, high = map(float, np.quantile(draws, (0.1, 0.5, 0.9)))
    return strata((low, mid, high))
