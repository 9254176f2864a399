"""The facts that rules are put to, made from profile, catalogue and estimates.

What a recommendation *states* enters only as what it is: goals named, a pilot, safeguards, an owner. Hours, costs and
cash are estimated here again and never taken from its totals.
"""

from __future__ import annotations

from datetime import date

from assistant.domain.advice import Estimate, Initiative
from assistant.domain.catalogue import Means, ProcessKind, Spread
from assistant.domain.facts import Basis, Fact, Noun, Value
from assistant.domain.profile import Process, Profile
from assistant.estimates.estimate import EstimateSetting, estimate
from assistant.rulebook import Facts

ROLLOUT_WEEKS = 8
STAGES = {"early": 1.0, "scaling": 2.0, "mature": 3.0}
NEVER_MONTHS = 10_000.0


class Subject(Noun):
    """One initiative beside everything its facts are made from."""

    initiative: Initiative
    profile: Profile
    process: Process
    kind: ProcessKind
    means: Means
    estimate: Estimate
    today: date


def subject_of(initiative: Initiative, profile: Profile, setting: EstimateSetting, today: date) -> Subject:
    """The subject of one initiative, its estimate made anew."""
    kind = setting.catalogue.process(initiative.process_id)
    return Subject(
        initiative=initiative,
        profile=profile,
        process=profile.process(initiative.process_id) or Process(id=kind.id, name=kind.name),
        kind=kind,
        means=setting.catalogue.way(initiative.means),
        estimate=estimate(profile, initiative.process_id, initiative.means, setting),
        today=today,
    )


def initiative_facts(subject: Subject, setting: EstimateSetting) -> Facts:
    """Every fact about one initiative that a rule may ask for; None where it is not known."""
    return {
        **_goals(subject),
        **_work(subject),
        **_way(subject),
        **_money(subject),
        **_people(subject),
        **_safety(subject),
        **_delivery(subject),
        **_evidence(subject),
        "ways_considered": computed(_ways(subject.initiative, setting)),
        "tools_doing_it": _tools_doing_it(subject, setting),
    }


def computed(value: Value, quote: str | None = None, unit: str = "") -> Fact:
    """A fact that we worked out ourselves."""
    return Fact(value=value, basis="computed", quote=quote, unit=unit)


def prior(spread: Spread, basis: Basis = "assumed") -> Fact:
    """A range of the catalogue, as a weak fact."""
    return Fact(value=(spread[0], spread[2]), basis=basis)


def _goals(subject: Subject) -> dict[str, Fact | None]:
    stated = {goal.text: goal.quote for goal in subject.profile.goals}
    links = [link for link in subject.initiative.serves_goals if link.goal in stated and link.measure_moved]
    growth = any(goal.kind in ("growth", "reach") for goal in subject.profile.goals)
    return {
        "goals_served": computed(float(len(links)), next((stated[link.goal] for link in links), None))
        if stated
        else None,
        "reasons": subject.process.reasons,
        "growth_wanted": computed(growth) if stated else None,
        "growth_per_year": subject.profile.business.growth_per_year,
        "next_tier_price_known": None,
        "new_reach_possible": computed(subject.kind.family == "selling" and subject.means.customers_meet_machine),
        "new_offer_discussed": None,
        "change_within_months": subject.profile.business.change_within_months,
    }


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
        "tried_before": computed(True, process.past_attempt.quote) if process.past_attempt else None,
        "cause_changed": process.cause_changed,
        "pain_named": computed(any(pain.process_id for pain in subject.profile.pains)),
        "touches_pain": computed(any(pain.process_id == kind.id for pain in subject.profile.pains)),
    }


def _way(subject: Subject) -> dict[str, Fact | None]:
    means, kind = subject.means, subject.kind
    automates = means.decision in ("automate", "use what you have")
    person_looks = not automates or means.review_minutes[1] > 0
    meets = means.customers_meet_machine and kind.customer_facing >= 2
    strengths = subject.profile.strengths
    personal = next((each for each in strengths if each.personal), None)
    stage = subject.profile.business.stage
    people = subject.profile.people()
    firm_stage = (
        computed(STAGES[stage.value], stage.quote)
        if stage and isinstance(stage.value, str) and stage.value in STAGES
        else computed(1.0 if people < 10 else 2.0 if people < 50 else 3.0)
        if people is not None
        else None
    )
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
        "stage_of_means": computed(STAGES[means.stage]),
        "stage_of_firm": firm_stage,
        "hyperautomation": computed(False),
        "automations_live": None,
        "is_suite": computed(means.id == "erp"),
        "mass_marketing": computed(means.contacts_people and kind.family == "selling"),
        "corporate_delivery": computed(False),
    }


def _money(subject: Subject) -> dict[str, Fact | None]:
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
        "small_spend": computed(profile.small_spend()),
        "budget_first_year": _limit(profile, "budget"),
        "free_cash": profile.business.free_cash,
        "cost_of_job_per_year": computed(made.cost_today_per_year.mid or 0.0),
        "loaded_cost_per_hour": computed(made.loaded_cost_per_hour.mid or 0.0),
        "price_per_freed_hour": computed(price) if price is not None else None,
        "cash_case": computed((made.cash_per_year.mid or 0.0) > 0),
        "payback_months": computed(NEVER_MONTHS if payback is None else payback),
        "term_months": computed(float(subject.means.term_months)),
        "costs_left_out": computed(("part of what it costs",) if left_out else ()),
    }


def _people(subject: Subject) -> dict[str, Fact | None]:
    process, profile, made = subject.process, subject.profile, subject.estimate
    people = profile.people()
    alone = people is not None and people <= 1
    doer = process.doer
    setup = made.setup_hours.mid or 0.0
    freed = made.hours_freed_per_week.mid or 0.0
    upkeep = made.upkeep_hours_per_week.mid or 0.0
    return {
        "people_in_firm": computed(people) if people is not None else None,
        "team_skill": _limit(profile, "skill"),
        "spare_hours_per_week": _limit(profile, "time"),
        "rollout_hours_per_week": computed(setup / ROLLOUT_WEEKS),
        "upkeep_hours_per_week": computed(upkeep),
        "gross_hours_freed_per_week": computed(max(0.0, freed + upkeep)),
        "hours_freed_per_week": computed(freed),
        "done_by_others": computed(False) if alone else computed(doer.value != "owner", doer.quote) if doer else None,
        "doers_asked": process.doers_asked,
        "posts_expected_to_go": computed(0.0) if alone else process.posts_expected_to_go,
        "staff_told": process.staff_told,
        "freed_hours_use": process.freed_hours_use,
        "step_owner": computed(subject.initiative.step_owner or ""),
        "missing_pieces": _missing_pieces(process, subject.kind),
        "customers_asked": profile.business.customers_asked,
    }


def _safety(subject: Subject) -> dict[str, Fact | None]:
    kept = {each.kind for each in subject.initiative.safeguards}
    kind, means, process = subject.kind, subject.means, subject.process
    keys = kind.family == "money" or means.contacts_people or kind.personal_data != "none"
    return {
        "approval_step": computed("approval" in kept),
        "fallback_kept": computed("way back" in kept),
        "handover_page": computed("handover page" in kept),
        "discloses_machine": computed("says it is a machine" in kept),
        "qualified_review": process.qualified_review or (computed(True) if "review" in kept else None),
        "touches_money_or_mail": computed(keys),
        "own_accounts": subject.profile.business.own_accounts,
        "data_terms": process.data_terms,
        "consent": process.consent,
        "side_effects_written": computed(bool(subject.initiative.side_effects)),
    }


def _delivery(subject: Subject) -> dict[str, Fact | None]:
    pilot, means = subject.initiative.pilot, subject.means
    return {
        "pilot_weeks": computed(float(pilot.weeks) if pilot else 0.0),
        "pilot_volume_share": computed(pilot.volume_share if pilot else 1.0),
        "is_pilot": computed(pilot is not None),
        "reversible_days": computed(float(means.reversible_days)),
        "cancel_days": computed(float(means.cancel_days)),
        "setup_hours": computed(subject.estimate.setup_hours.mid or 0.0),
        "review_within_days": computed(float((pilot.review_on - subject.today).days) if pilot else 999.0),
        "measure_set": computed(bool(pilot and pilot.measure)),
        "target_set": computed(bool(pilot and pilot.target)),
        "date_set": computed(pilot is not None),
        "baseline_planned": computed(bool(pilot and pilot.baseline)),
        "stop_rule_set": computed(bool(pilot and pilot.stop_if)),
        "counter_measure_set": computed(bool(pilot and pilot.counter_measure)),
        "reader_named": computed(bool(subject.initiative.step_owner)),
        "decision_named": computed(bool(subject.initiative.serves_goals)),
    }


def _evidence(subject: Subject) -> dict[str, Fact | None]:
    process = subject.process
    items, minutes, hours = process.items_per_week, process.minutes_per_item, process.hours_per_week
    used = [fact for fact in (items, minutes, hours) if fact is not None]
    said = [fact for fact in used if fact.basis in ("owner", "computed")]
    known = any(fact is hours for fact in said) or (items in said and minutes in said)
    mechanism = process.outside_bill_per_year or process.posts_expected_to_go
    named = mechanism is not None and mechanism.is_number and mechanism.high > 0
    counted = items.mid * minutes.mid / 60 if items and minutes else None
    return {
        "hours_known": computed(known, said[0].quote if said else None),
        "benefit_bases": computed(tuple(sorted({fact.basis for fact in used}))),
        "hours_said": computed(hours.mid, hours.quote) if hours and hours.is_number else None,
        "hours_counted": computed(counted) if counted is not None else None,
        "chance_of_gain": computed(subject.estimate.probability_npv_positive),
        "cash_per_year": computed(subject.initiative.cash_per_year.high or 0.0),
        "cash_mechanism": computed(str(mechanism.quote or "a smaller bill") if named and mechanism else ""),
    }


def _ways(initiative: Initiative, setting: EstimateSetting) -> tuple[str, ...]:
    return tuple({setting.catalogue.way(each.means_id).decision for each in initiative.alternatives if each.reason})


def _tools_doing_it(subject: Subject, setting: EstimateSetting) -> Fact | None:
    tools = subject.profile.tools
    if not tools:
        return None
    if subject.means.decision != "automate":
        return computed(())
    named = {tool.name.lower() for tool in tools}
    doing = tuple(
        sorted(
            each.name
            for each in setting.catalogue.tools
            if subject.kind.id in each.does and named & {each.name.lower(), *each.words}
        )
    )
    return computed(doing, tools[0].quote)


def _missing_pieces(process: Process, kind: ProcessKind) -> Fact | None:
    met = process.prerequisite_met
    if met is None:
        return None
    return Fact(value=() if met.value else (kind.prerequisite,), quote=met.quote, basis=met.basis)


def _opposite(fact: Fact | None) -> Fact | None:
    return fact.model_copy(update={"value": not fact.value}) if fact else None


def _limit(profile: Profile, kind: str) -> Fact | None:
    return next((each.amount for each in profile.constraints if each.kind == kind and each.amount), None)
