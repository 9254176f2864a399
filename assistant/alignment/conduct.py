"""Facts about how a step is carried out: people, safeguards, the try, the evidence, the ways that competed."""

from __future__ import annotations

from assistant.alignment.subject import Subject, computed, limit
from assistant.domain.advice import Initiative
from assistant.domain.catalogue import ROLLOUT_WEEKS, ProcessKind
from assistant.domain.facts import Fact, Range
from assistant.domain.profile import Process
from assistant.estimates.case import says, words_of
from assistant.estimates.estimate import EstimateSetting

MOST_HOURS_A_WEEK = 60.0
"""More than this nobody works in a normal week."""
NOTHING_BEHIND_IT = 100.0
NO_USE = frozenset(
    {"", "we will see", "we ll see", "i ll see", "we see", "let s see", "not sure", "unsure", "no idea", "don t know",
     "do not know", "i don t know", "nothing", "nothing yet", "something", "something else", "anything", "whatever",
     "this and that", "other things", "other work", "to be decided", "tbd", "no plan", "no plans yet"}
)  # fmt: skip
"""Words that name no use."""


def people(subject: Subject) -> dict[str, Fact | None]:
    """Hours, hands and what becomes of them."""
    process, profile, made = subject.process, subject.profile, subject.estimate
    people = profile.people()
    alone = people is not None and people <= 1
    doer = process.doer
    setup = made.setup_hours.mid or 0.0
    freed = made.hours_freed_per_week.mid or 0.0
    upkeep = made.upkeep_hours_per_week.mid or 0.0
    return {
        "people_in_firm": computed(people) if people is not None else None,
        "team_skill": limit(profile, "skill"),
        "spare_hours_per_week": limit(profile, "time"),
        "rollout_hours_per_week": computed(setup / ROLLOUT_WEEKS),
        "upkeep_hours_per_week": computed(upkeep),
        "gross_hours_freed_per_week": computed(max(0.0, freed + upkeep)),
        "hours_freed_per_week": computed(freed),
        "done_by_others": computed(False) if alone else computed(doer.value != "owner", doer.quote) if doer else None,
        "doers_asked": process.doers_asked,
        "posts_expected_to_go": computed(0.0) if alone else process.posts_expected_to_go,
        "staff_told": process.staff_told,
        "freed_hours_use": _use(subject),
        "step_owner": computed(subject.initiative.step_owner or ""),
        "missing_pieces": _missing_pieces(process, subject.kind),
        "customers_asked": profile.business.customers_asked,
    }


def safety(subject: Subject) -> dict[str, Fact | None]:
    """What guards customers, data and money."""
    kept = {each.kind for each in subject.initiative.safeguards}
    kind, means, process = subject.kind, subject.means, subject.process
    keys = kind.family == "money" or kind.irreversible or means.contacts_people or kind.personal_data != "none"
    return {
        "approval_step": computed("approval" in kept),
        "way_to_person": computed("way to a person" in kept),
        "fallback_kept": computed("way back" in kept),
        "handover_page": computed("handover page" in kept),
        "discloses_machine": computed("says it is a machine" in kept),
        "qualified_review": process.qualified_review or (computed(True) if "review" in kept else None),
        "touches_money_or_mail": computed(keys),
        "own_accounts": subject.profile.business.own_accounts,
        "data_terms": process.data_terms or (computed(True) if "data terms" in kept else None),
        "consent": process.consent,
        "side_effects_written": computed(bool(subject.initiative.side_effects)),
    }


def delivery(subject: Subject) -> dict[str, Fact | None]:
    """The try, its numbers and its dates."""
    pilot, means = subject.initiative.pilot, subject.means
    return {
        "pilot_weeks": computed(float(pilot.weeks) if pilot else 0.0),
        "pilot_volume_share": computed(pilot.volume_share if pilot else 1.0),
        "waits_out_the_change": computed(_waits_out_the_change(subject)),
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


def _over(promised: Range, estimated: Range) -> float:
    """How many times the estimate a promise is: 1 where it is no more than that."""
    said, found = promised.mid or 0.0, estimated.mid or 0.0
    if said <= max(found, 0.0):
        return 1.0
    return said / found if found > 0 else NOTHING_BEHIND_IT


def _use(subject: Subject) -> Fact | None:
    """What the plan does with freed hours: nothing where the words name no use, or the plan leaves them out."""
    told, planned = subject.process.freed_hours_use, subject.initiative.freed_hours_use
    if told is None and planned is None:
        return None
    words = " ".join("".join(c if c.isalpha() else " " for c in (planned or "").lower()).split())
    return computed("" if words in NO_USE else planned or "", told.quote if told else None)


def _waits_out_the_change(subject: Subject) -> bool:
    """True for a step that is put off until the work has changed."""
    stable = subject.process.stable
    return subject.initiative.decision == "later" and stable is not None and stable.value is False


def evidence(subject: Subject, setting: EstimateSetting) -> dict[str, Fact | None]:
    """What the figures rest on."""
    process, profile = subject.process, subject.profile
    items, minutes, hours = process.items_per_week, process.minutes_per_item, process.hours_per_week
    used = [fact for fact in (items, minutes, hours) if fact is not None]
    said = [fact for fact in used if fact.basis in ("owner", "computed")]
    known = any(fact is hours for fact in said) or (items in said and minutes in said)
    doers = process.people or profile.business.headcount
    estimate, promised = subject.estimate, subject.initiative
    counted = items.mid * minutes.mid / 60 if items and minutes else None
    return {
        "hours_known": computed(known, said[0].quote if said else None),
        "benefit_bases": computed(tuple(sorted({fact.basis for fact in used}))),
        "hours_said": computed(hours.mid, hours.quote) if hours and hours.is_number else None,
        "hours_counted": computed(counted) if counted is not None else None,
        "hours_today": computed(estimate.hours_today_per_week.mid or 0.0),
        "hours_of_people": computed(doers.high * MOST_HOURS_A_WEEK, doers.quote) if doers and doers.is_number else None,
        "promised_over_estimate": computed(
            max(
                _over(promised.hours_freed_per_week, estimate.hours_freed_per_week),
                _over(promised.margin_per_year, estimate.margin_per_year),
            )
        ),
        "chance_of_gain": computed(subject.estimate.probability_npv_positive),
        "cash_per_year": computed(subject.initiative.cash_per_year.high or 0.0),
        "cash_mechanism": computed(_cash_mechanism(subject.process, setting)),
    }


def _cash_mechanism(process: Process, setting: EstimateSetting) -> str:
    """What becomes smaller where time is saved, in the owner's words: a payroll, a bill, hours paid one by one; else
    nothing."""
    told = process.outside_bill_per_year or process.posts_expected_to_go
    if told is not None and (told.value is True or (told.is_number and told.high > 0)):
        return told.quote or "a smaller bill"
    paid = setting.priors.words
    for fact, words in ((process.freed_hours_use, paid.paid_by_the_hour), (process.doer, paid.outside_doer)):
        if says(words_of(fact), words):
            return words_of(fact)
    return ""


def ways(initiative: Initiative, setting: EstimateSetting) -> tuple[str, ...]:
    """The kinds of way that were looked at with a reason."""
    return tuple({setting.catalogue.way(each.means_id).decision for each in initiative.alternatives if each.reason})


def tools_doing_it(subject: Subject, setting: EstimateSetting) -> Fact | None:
    """Tools in use that can do this work; None where no tool was named."""
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
