"""On what terms a means is had: its prices, an offer's first; how it may end; what the years bring."""

from __future__ import annotations

from assistant.estimates.case import Case
from assistant.estimates.job import Input, Lasting, Years
from assistant.estimates.said import EXACT, scaled

IN_THE_OFFER = ("cost_per_person_month", "cost_per_item")
"""Prices that a told price a month holds already."""
DAYS_A_MONTH = 30


def prices(case: Case) -> dict[str, Input]:
    """Prices of the means by name: the catalogue's, and the offer's where the owner told one for this means."""
    rate = case.labour_rate if case.means.decision == "hand it over" else case.exchange_rate
    found = {
        "setup_cost": case.way("setup_cost", "money", rate=case.labour_rate),
        "cost_per_month": case.way("cost_per_month", "money/month", rate=rate),
        "cost_per_person_month": case.way("cost_per_person_month", "money/month", rate=rate),
        "cost_per_item": case.way("cost_per_item", "money", rate=rate),
    }
    if not _is_offered(case):
        return found
    over = case.priors.defaults.price_told.spread
    once, monthly = case.told("offer_once", "money", EXACT), case.told("offer_per_month", "money/month", over)
    if once:
        found["setup_cost"] = once
    if monthly:
        nothing = {name: case.assumed(name, (0.0, 0.0, 0.0), found[name].unit) for name in IN_THE_OFFER}
        found |= {"cost_per_month": monthly, **nothing}
    return found


def _is_offered(case: Case) -> bool:
    """True for the means that an offer is for: the one in mind."""
    wanted = case.work.wanted_means
    return wanted is not None and wanted.value == case.means.id


def outside_help(case: Case) -> Input:
    """What somebody called in costs a year."""
    prior = case.default("outside_help", "money/year", scope=case.means.id)
    spread = scaled(prior.spread, case.labour_rate)
    return prior.model_copy(update={"name": "outside_help_per_year", "spread": spread})


def lasting_of(case: Case) -> Lasting:
    """How a tool may end early, by the terms that its kind commonly has."""
    defaults, means = case.priors.defaults, case.means
    return Lasting(
        stream=f"{means.id}.lasting",
        given_up_at_start=defaults.given_up_at_start.mid,
        given_up_a_year=defaults.given_up_a_year.mid,
        term_months=means.term_months,
        notice_months=means.cancel_days / DAYS_A_MONTH,
    )


def years_of(case: Case) -> Years:
    """Growth as the owner tells it, else as firms grow; wages rise as they do everywhere."""
    volume = case.default("volume_growth", "factor a year")
    told = case.profile.business.growth_per_year
    if told is not None and told.is_number:
        low, mid, high = (1 + told.mid + each - volume.spread[1] for each in volume.spread)
        volume = case.of_fact("volume_growth", told, "factor a year", (max(low, 0.01), mid, high))
    return Years(volume=volume, wage=case.default("wage_growth", "factor a year"))
