"""What an estimate rests on: the owner's facts first, as said, and the catalogue's ranges where nothing was said."""

from __future__ import annotations

from assistant.domain.catalogue import Country, Means, ProcessKind
from assistant.domain.check_in import Trial
from assistant.domain.facts import Basis, FactPath
from assistant.domain.profile import Profile
from assistant.estimates.case import Case, says, words_of
from assistant.estimates.job import SAID, ErrorInputs, Input, JobInputs, Mechanism, SalesInputs, Tried
from assistant.estimates.priors import Priors
from assistant.estimates.said import EXACT, at_least, figure, memory_of_minutes, part_of, range_of, scaled
from assistant.estimates.setting import EstimateSetting, country_of, currency_of
from assistant.estimates.terms import lasting_of, outside_help, prices, years_of

TYPICAL_FIRM = 10
"""People of the firm for which the catalogue gives typical volumes."""


def job_inputs(profile: Profile, kind: ProcessKind, means: Means, setting: EstimateSetting) -> JobInputs:
    """Every input of the estimate of `means` for `kind`, resolved to a range with its basis.

    The owner's hours a week come first: where volume is known too the minutes follow from them, else the volume does.
    """
    catalogue, priors = setting.catalogue, setting.priors
    tried = profile.trial(kind.id)
    if tried is not None and tried.means_id == means.id:
        profile = _as_told_before(profile, tried)
    case = Case(profile, kind, means, country_of(profile, catalogue), priors)
    items, minutes, hours = _workload(case)
    wage, factor = _labour(case)
    found = prices(case)
    return JobInputs(
        process_id=kind.id,
        means_id=means.id,
        currency=currency_of(profile, catalogue),
        items_per_week=items,
        minutes_per_item=minutes,
        hours_per_week=hours,
        active_weeks=case.told("active_weeks", "weeks/year", EXACT) or case.default("active_weeks", "weeks/year"),
        covered_share=case.way("covered_share", kind="share"),
        removed_share=case.way("removed_share", kind="share"),
        review_minutes=case.way("review_minutes", "minutes"),
        exception_share=_exceptions(case),
        exception_factor=case.way("exception_factor", kind="factor"),
        adoption=_adoption(case),
        wage_per_hour=wage,
        labour_factor=factor,
        outside_bill_per_year=case.own_words("outside_bill_per_year", EXACT),
        is_done_outside=_is_done_outside(case),
        people=_people(case),
        setup_hours=case.way("setup_hours", "h"),
        training_hours_each=case.default("training_hours_each", "h", scope=means.id) if means.is_tool else None,
        setup_cost=found["setup_cost"],
        setup_overrun=case.default("setup_overrun", scope=means.id),
        cost_per_month=found["cost_per_month"],
        cost_per_person_month=found["cost_per_person_month"],
        cost_per_item=found["cost_per_item"],
        upkeep_hours_per_month=case.way("upkeep_hours_per_month", "h/month"),
        upkeep_cost_share=case.way("upkeep_cost_share", kind="share"),
        price_rise=case.default("price_rise", kind="share", scope=means.id),
        outside_help_per_year=outside_help(case) if means.decision == "automate" else None,
        lasting=lasting_of(case) if means.is_tool else None,
        years=years_of(case),
        tried=_tried(tried, means, priors),
        errors=_errors(case),
        sales=_sales(case),
        mechanism=_mechanism(case),
        discount_rate=priors.defaults.discount_rate.mid,
        horizon_months=priors.horizon(means.id),
        adoption_ramp=priors.adoption_ramp.values,
        post_sizes=catalogue.bands.of(profile.people()).post_hours,
    )


def _as_told_before(profile: Profile, tried: Trial) -> Profile:
    """The profile with the items and hours that were known before the way began: check-ins are put to these."""
    items, hours = (FactPath(scope=tried.process_id, name=name) for name in ("items_per_week", "hours_per_week"))
    return profile.with_fact(items, tried.items_told).with_fact(hours, tried.hours_told)


def _tried(tried: Trial | None, means: Means, priors: Priors) -> Tried | None:
    """What was counted of this very way."""
    if tried is None or tried.means_id != means.id or not tried.seen:
        return None
    return Tried(seen=tried.seen, deviations=priors.check_ins)


def _workload(case: Case) -> tuple[Input | None, Input | None, Input | None]:
    """Items, minutes and hours a week, one of them None: the one that follows from the other two."""
    defaults = case.priors.defaults
    minutes_fact = case.fact("minutes_per_item")
    items = case.told("items_per_week", "items/week", defaults.volume_said.spread)
    minutes = minutes_fact and case.told("minutes_per_item", "minutes", memory_of_minutes(minutes_fact, defaults))
    hours = case.told("hours_per_week", "h/week", defaults.hours_said.spread)
    if minutes and minutes.spread[1] <= 0:
        minutes = None
    if hours and items and minutes and hours.basis != "owner":
        hours = None  # hours worked out from the two say nothing more than the two do
    usual_minutes = case.usual("minutes_per_item", "minutes")
    if hours is None:
        usual_items = scaled(case.kind.items_per_week, (case.headcount / TYPICAL_FIRM) ** defaults.volume_by_people.mid)
        return items or case.assumed("items_per_week", usual_items, "items/week"), minutes or usual_minutes, None
    if items and items.spread[0] > 0 and (items.is_said or minutes is None):
        return items, None, hours
    return None, minutes or usual_minutes, hours


def _labour(case: Case) -> tuple[Input, Input]:
    """Wage an hour and what an hour costs over the wage; a figure said to be the whole cost is not loaded again."""
    country, words = case.country, case.priors.words
    fact = case.fact("wage_per_hour") or figure(case.profile.business.wage_per_hour)
    if fact:
        wage = case.of_fact("wage_per_hour", fact, "money/hour", range_of(fact, EXACT, case.priors.defaults))
    elif country:
        wage = _of_country(country, "wage_per_hour", "money/hour", "assumed")
    else:
        wage = case.default("wage_per_hour", "money/hour")
    whole = fact is not None and says(f"{fact.unit} {fact.quote or ''}", words.full_cost)
    if whole or _is_done_outside(case):
        return wage, case.assumed("labour_factor", EXACT, "factor", basis="owner")
    if country is None:
        return wage, case.default("labour_factor", "factor")
    basis: Basis = "assumed" if "assumed" in country.labour_basis.lower() else "benchmark"
    return wage, _of_country(country, "labour_factor", "factor", basis)


def _of_country(country: Country, name: str, unit: str, basis: Basis) -> Input:
    return Input(
        name=name, spread=getattr(country, name), unit=unit, basis=basis, stream=f"firm.{name}",
        note=country.labour_basis,
    )  # fmt: skip


def _exceptions(case: Case) -> Input:
    """Exceptions among covered items: what a machine hands back, and a helper now and then. Dropped or simplified work
    has none."""
    if case.means.decision in ("stop doing it", "simplify first"):
        return case.assumed("exception_share", (0.0, 0.0, 0.0), "share", "share")
    defaults = case.priors.defaults
    usual = case.usual("exception_share", "share", "share")
    found = case.told("exception_share", "share", defaults.share_said.spread, "share") or usual
    return part_of(found, defaults.handed_back) if case.means.decision == "hand it over" else found


def _adoption(case: Case) -> Input:
    """Adoption at its plateau, one luck for the whole team; higher where one person does the work and decides alone.

    Means that customers must take up are left as they are: they are no habit of the doer's.
    """
    spread = case.means.adoption
    people = case.fact("people")
    alone = case.headcount <= 1 or (people and people.high <= 1) or _is_owner_alone(case)
    if alone and not (case.means.contacts_people or case.means.customers_meet_machine):
        spread = at_least(spread, case.priors.defaults.adoption_one_doer.spread)
    return Input(name="adoption", spread=spread, unit="share", basis="assumed", stream="firm.adoption", kind="share")


def _people(case: Case) -> Input:
    """People who use the means and are paid for: those who do the work, else a share of the headcount, at least one."""
    told = case.told("people", "people", EXACT)
    if told:
        return told
    if _is_owner_alone(case):
        return case.assumed("people", EXACT, "people", basis="computed")
    defaults = case.priors.defaults
    prior = defaults.users_of_people_tools if case.kind.family == "people" else defaults.users_of_other_tools
    return case.assumed("people", at_least(scaled(prior.spread, case.headcount), EXACT), "people")


def _errors(case: Case) -> ErrorInputs | None:
    defaults = case.priors.defaults
    cash = case.own_words("cash_per_error", defaults.money_said.spread)
    if cash is None:
        return None
    usual = case.usual("error_rate", "share", "share")
    return ErrorInputs(
        error_rate=case.told("error_rate", "share", defaults.share_said.spread, "share") or usual,
        errors_removed=case.default("errors_removed", kind="share", scope=case.kind.id),
        cash_per_error=cash,
        batches_per_year=case.default("batch_errors", scope=case.kind.id) if case.means.is_tool else None,
    )


def _sales(case: Case) -> SalesInputs | None:
    lost = case.own_words("lost_sales_per_month", case.priors.defaults.money_said.spread)
    margin = figure(case.profile.business.contribution_margin)
    if lost is None or margin is None or margin.basis not in SAID:
        return None
    spread = range_of(margin, EXACT, case.priors.defaults, "share")
    return SalesInputs(
        lost_sales_per_month=lost,
        sales_recovered=case.default("sales_recovered", kind="share", scope=case.kind.id),
        contribution_margin=case.of_fact("contribution_margin", margin, "share", spread, "share"),
    )


def _mechanism(case: Case) -> Mechanism | None:
    """How freed hours become cash, None where the owner named no way: an owner's own hours leave no payroll."""
    probability, stream = case.priors.defaults.mechanism_holds.mid, f"{case.kind.id}.mechanism"
    posts = _posts_expected_to_go(case)
    if posts > 0:
        month = case.default("mechanism_month", "month", scope=case.kind.id)
        return Mechanism(probability=probability, stream=stream, posts=posts, month=month)
    bill = case.own_words("outside_bill_per_year", EXACT)
    by_the_hour = says(words_of(case.work.freed_hours_use), case.priors.words.paid_by_the_hour)
    if bill or (by_the_hour and not _is_owner_alone(case)) or _is_done_outside(case):
        return Mechanism(probability=probability, stream=stream, bill_per_year=bill)
    return None


def _posts_expected_to_go(case: Case) -> float:
    fact = case.work.posts_expected_to_go
    if fact is None or fact.basis not in SAID or _is_owner_alone(case):
        return 0.0
    return fact.low if fact.is_number else float(fact.value is True)


def _is_owner_alone(case: Case) -> bool:
    return words_of(case.work.doer).strip().lower() in case.priors.words.owner_doer


def _is_done_outside(case: Case) -> bool:
    return says(words_of(case.work.doer), case.priors.words.outside_doer)
