"""The facts that rules are put to, made from profile, catalogue and estimates.

What a recommendation *states* enters only as what it is: goals named, a pilot, safeguards, an owner. Hours, costs and
cash are estimated here again and never taken from its totals.
"""

from __future__ import annotations

from assistant.alignment import conduct
from assistant.alignment.subject import Subject, computed, limit, prior
from assistant.domain.bands import Bands
from assistant.domain.facts import Fact
from assistant.domain.profile import STAGES, Process, Profile
from assistant.estimates.estimate import EstimateSetting, money_rate
from assistant.rulebook import Facts

GRADES: dict[str, float] = {stage: n + 1.0 for n, stage in enumerate(STAGES)}
"""Stages as rules compare them: 1 for the first."""
NEVER_MONTHS = 10_000.0


def initiative_facts(subject: Subject, setting: EstimateSetting) -> Facts:
    """Every fact about one initiative that a rule may ask for; None where it is not known."""
    return {
        **_goals(subject),
        **_work(subject),
        **_way(subject, setting),
        **_money(subject, setting),
        **conduct.people(subject),
        **conduct.safety(subject),
        **conduct.delivery(subject),
        **conduct.evidence(subject, setting),
        "ways_considered": computed(conduct.ways(subject.initiative, setting)),
        "tools_doing_it": conduct.tools_doing_it(subject, setting),
    }


def _goals(subject: Subject) -> dict[str, Fact | None]:
    stated = {goal.text: goal.quote for goal in subject.profile.goals}
    links = [link for link in subject.initiative.serves_goals if link.goal in stated and link.measure_moved]
    growth = any(goal.kind in ("growth", "reach") for goal in subject.profile.goals)
    return {
        "goals_served": computed(float(len(links)), next((stated[link.goal] for link in links), None))
        if stated
        else None,
        "reasons": _reasons(subject),
        "growth_wanted": computed(growth) if stated else None,
        "growth_per_year": subject.profile.business.growth_per_year,
        "next_tier_price_known": None,
        "new_reach_possible": computed(subject.kind.family == "selling" and subject.means.customers_meet_machine),
        "new_offer_discussed": None,
        "change_within_months": _change_within(subject),
    }


def _reasons(subject: Subject) -> Fact | None:
    """Why the owner wants the way that they have in mind, which is no reason for or against another; work that hurts
    is a reason of their own."""
    told, wanted = subject.process.reasons, subject.process.wanted_means
    if told is None or (wanted is not None and wanted.value != subject.means.id):
        return None
    hurts = any(pain.process_id == subject.kind.id for pain in subject.profile.pains)
    if not hurts or not isinstance(told.value, tuple):
        return told
    return told.model_copy(update={"value": (*told.value, "own_need")})


def _change_within(subject: Subject) -> Fact | None:
    """Months to the next change of this work: none in sight where it is said to stay as it is."""
    stable = subject.process.stable
    if stable is not None and stable.value is True:
        return stable.model_copy(update={"value": NEVER_MONTHS})
    return subject.profile.business.change_within_months


def _work(subject: Subject) -> dict[str, Fact | None]:
    process, kind = subject.process, subject.kind
    rules = process.rule_based
    judgement = (
        Fact(value=(1 - rules.high, 1 - rules.low), basis=rules.basis, quote=rules.quote)
        if rules and rules.is_number
        else prior(kind.judgement_share)
    )
    exceptions = process.exception_share or prior(kind.exception_share)
    served = process.customer_facing or Fact(value=float(kind.customer_facing), basis="assumed")
    return {
        "stable": process.stable,
        "documented": process.documented,
        "needed": process.needed,
        "digital_input": process.digital_input or prior(kind.digital_input_share),
        "exception_share": exceptions,
        "simple_share": Fact(value=(1 - exceptions.high, 1 - exceptions.low), basis=exceptions.basis),
        "judgement_share": judgement,
        "customer_facing": served,
        "human_touch": Fact(value=float(kind.human_touch), basis="assumed"),
        "core_skill": computed(kind.human_touch == 3 and kind.judgement_share[1] >= 0.5),
        "output": Fact(value=kind.output, basis="benchmark"),
        "irreversible": _opposite(process.reversible) or Fact(value=kind.irreversible, basis="benchmark"),
        "about_people": Fact(value=kind.about_people, basis="benchmark"),
        "regulated": Fact(value=kind.regulated, basis="benchmark"),
        "personal_data": Fact(value=kind.personal_data, basis="benchmark"),
        "tried_before": _tried(process),
        "cause_changed": process.cause_changed,
        "pain_named": computed(any(pain.process_id for pain in subject.profile.pains)),
        "touches_pain": computed(any(pain.process_id == kind.id for pain in subject.profile.pains)),
    }


def _tried(process: Process) -> Fact | None:
    """Whether it was tried before; None where nobody said."""
    told = process.past_attempt
    return computed(told.value is not False, told.quote) if told else None


def _users(subject: Subject, setting: EstimateSetting) -> Fact | None:
    """People who would work with the means: those on the work, else the usual share of the firm."""
    if subject.process.people is not None:
        return subject.process.people
    people = subject.profile.people()
    share = setting.priors.defaults.users_of_other_tools.mid
    return None if people is None else computed(max(1.0, share * people))


def _way(subject: Subject, setting: EstimateSetting) -> dict[str, Fact | None]:
    means, kind = subject.means, subject.kind
    automates = means.decision in ("automate", "use what you have")
    meets = means.customers_meet_machine and kind.customer_facing >= 2
    person_looks = not automates or (means.review_minutes[1] > 0 and not meets)
    strengths = subject.profile.strengths
    personal = next((each for each in strengths if each.personal), None)
    return {
        "automates": computed(automates),
        "brings_own_steps": computed(means.brings_own_steps),
        "captures_paper": computed(means.captures_paper),
        "uses_ai": computed(means.uses_ai),
        "customers_meet_machine": computed(meets),
        "person_is_default": computed(not meets or kind.id == "after_hours_calls"),
        "personal_service": computed(personal is not None, (personal or strengths[0]).quote) if strengths else None,
        "minutes_to_person": subject.process.minutes_to_person,
        "person_decides": computed(person_looks),
        "person_after_each": computed(person_looks),
        "means_skill": computed(float(means.skill)),
        "setup_bought": computed(means.setup_cost[1] > 0),
        "integrations": computed(float(means.integrations)),
        "not_reusable_share": Fact(value=0.8 if means.exit == 3 else 0.3, basis="assumed"),
        "stage_of_means": computed(GRADES[means.stage]),
        "stage_of_firm": stage_of_firm(subject.profile, setting.catalogue.bands),
        "hyperautomation": computed(False),
        "automations_live": None,
        "is_suite": computed(means.id == "erp"),
        "users": _users(subject, setting),
        "mass_marketing": computed(kind.mass_contact or (means.contacts_people and kind.family == "selling")),
        "corporate_delivery": computed(False),
    }


def stage_of_firm(profile: Profile, bands: Bands) -> Fact | None:
    """The grade of the firm's stage; None where neither its stage nor its size is told."""
    stage = bands.stage_of(profile)
    return computed(GRADES[str(stage.value)], stage.quote) if stage else None


def _money(subject: Subject, setting: EstimateSetting) -> dict[str, Fact | None]:
    made, profile = subject.estimate, subject.profile
    first = made.cost_first_year.mid or 0.0
    after = made.cost_per_year_after.mid or 0.0
    payback = made.payback_months.mid
    price = made.price_per_freed_hour.mid
    left_out = first > 0 and (subject.initiative.cost_first_year.mid or 0.0) < 0.8 * first
    return {
        "cost_first_year": computed(first),
        "cost_first_year_high": computed(made.cost_first_year.high or first),
        "cost_per_year": computed(after),
        "first_quarter_cost": computed(max(0.0, first - 0.75 * after)),
        "buys_something": computed((made.cost_first_year.high or 0.0) > 0),
        "small_spend": computed(profile.small_spend(money_rate(profile, setting.catalogue))),
        "budget_first_year": limit(profile, "budget"),
        "free_cash": profile.business.free_cash,
        "cost_of_job_per_year": computed(made.cost_today_per_year.mid or 0.0),
        "loaded_cost_per_hour": computed(made.loaded_cost_per_hour.mid or 0.0),
        "price_per_freed_hour": computed(price) if price is not None else None,
        "cash_case": computed((made.cash_per_year.mid or 0.0) > 0),
        "payback_months": computed(NEVER_MONTHS if payback is None else payback),
        "term_months": computed(float(subject.means.term_months)),
        "costs_left_out": computed(("part of what it costs",) if left_out else ()),
    }


def _opposite(fact: Fact | None) -> Fact | None:
    return fact.model_copy(update={"value": not fact.value}) if fact else None
