"""A plan in an owner's words put to every rule: aligned, misaligned, not yet, or not to be told from the words."""

from __future__ import annotations

from datetime import date

from assistant.alignment.case import stage_of_firm
from assistant.alignment.rules import RULES
from assistant.alignment.validator import with_exception
from assistant.catalogue import Catalogue
from assistant.domain.assessment import Assessment, AssessmentVerdict, Planned
from assistant.domain.facts import Fact, Value
from assistant.domain.findings import Finding
from assistant.domain.profile import Profile
from assistant.estimates.estimate import money_rate
from assistant.rulebook import Facts, Rule, judge

ALWAYS: dict[str, Value] = {"automates": True, "waits_out_the_change": False, "brings_own_steps": False}
"""What is so of every plan that is assessed."""
ORDER: tuple[AssessmentVerdict, ...] = ("misaligned", "not yet", "cannot tell")
DECIDES_IF_DEAR = ("GL01", "EV01", "EV02")
"""Must-rules whose silence matters where the sum is more than small."""
UNSURE = 0.5
SURE, VERY_SURE = 0.45, 0.85
"""How sure the words must be that break a rule, and those that break one of how a plan is made, or that tell no work;
where they are less sure it cannot be told."""


def assess(planned: Planned, told: Profile, catalogue: Catalogue, today: date) -> Assessment:
    """The verdict: a must-rule broken that means *misaligned* first, then *not yet*; then *cannot tell*, where a
    triggered must-rule is open, or work or purpose is not told; else aligned, with other open rules as not checked."""
    facts = _facts(planned, told, catalogue)
    judged = with_exception([judge(each, facts, "plan") for each in RULES if not _is_of_portfolio(each)], today)
    rules = {each.id: each for each in RULES}
    musts = [each for each in judged if each.severity == "must" and not each.waived]
    missing = [
        name for name, known in (("process", planned.process_id), ("purpose", _purpose(planned, told))) if not known
    ]
    for verdict in ORDER:
        deciding = [each for each in musts if each.breach == verdict and _is_surely_broken(each, planned)]
        if verdict == "cannot tell" and planned.process_id is not None:
            deciding += [each for each in musts if each.verdict == "broken" and not _is_surely_broken(each, planned)]
            deciding += [each for each in musts if _is_triggered(each, rules[each.rule_id], facts)]
        if deciding:
            return _assessment(verdict, deciding, judged, planned, told)
    return _assessment("cannot tell" if missing else "aligned", [], judged, planned, told, tuple(missing))


def _purpose(planned: Planned, told: Profile) -> str | None:
    """What it is for, or what is said of that: that it is for nothing is an answer, too."""
    reason = planned.facts.get("goals_served")
    wants = [each.quote for each in told.goals] + [each.quote for each in told.pains]
    return planned.purpose or (reason.quote if reason else None) or next((each for each in wants if each), None)


def _is_of_portfolio(rule: Rule) -> bool:
    return rule.scope != "initiative" and rule.id != "SY01"


def _facts(planned: Planned, told: Profile, catalogue: Catalogue) -> Facts:
    """Told facts first; the catalogue's word on the kind of work behind them; what nobody told is None.

    Where no work is told, weak reasons are left out: the work is asked first.
    """
    facts: dict[str, Fact | None] = {name: Fact(value=value, basis="computed") for name, value in ALWAYS.items()}
    facts["small_spend"] = Fact(value=told.small_spend(money_rate(told, catalogue)), basis="computed")
    facts["stage_of_firm"] = stage_of_firm(told, catalogue.bands)
    facts["people_in_firm"] = told.business.headcount
    facts["captures_paper"] = Fact(value=False, basis="computed")
    if "goals_served" not in planned.facts and (purpose := _purpose(planned, told)):
        facts["goals_served"] = Fact(value=1.0, quote=purpose)
    if planned.process_id is not None:
        kind = catalogue.process(planned.process_id)
        known: dict[str, Value] = {
            "customer_facing": float(kind.customer_facing),
            "human_touch": float(kind.human_touch),
            "irreversible": kind.irreversible,
            "about_people": kind.about_people,
            "regulated": kind.regulated,
        }
        facts |= {name: Fact(value=value, basis="benchmark") for name, value in known.items()}
        work = told.process(planned.process_id)
        if work is not None and work.exception_share is not None:
            facts["exception_share"] = work.exception_share
    if "customers_meet_machine" not in planned.facts:
        facts["person_is_default"] = Fact(value=True, basis="computed")
    if any(each.slot for each in told.quantities):
        facts |= {"hours_known": _by_owner(True, told), "benefit_bases": _by_owner(("owner",), told)}
    ask_first = ("reasons",) if planned.process_id is None else ()
    return facts | {name: fact for name, fact in planned.facts.items() if name not in ask_first}


def _by_owner(value: Value, told: Profile) -> Fact:
    """A fact that stands on the owner's first figure of the work."""
    return Fact(value=value, quote=next(each.quote for each in told.quantities if each.slot))


def _is_surely_broken(finding: Finding, planned: Planned) -> bool:
    """True for a breach whose facts were told plainly enough; what our own plans fill in takes more, and so does a plan
    that names no work."""
    shares = [planned.sureness[name] for name in finding.facts if name in planned.sureness]
    least = VERY_SURE if finding.ours or planned.process_id is None else SURE
    return finding.verdict == "broken" and max(shares, default=1.0) >= least


def _is_triggered(finding: Finding, rule: Rule, facts: Facts) -> bool:
    """True for an open must-rule whose alarm was told, on the failing side; for the three that decide dear purchases
    the price is alarm enough."""
    if finding.verdict != "unknown" or rule.ours or (rule.applies and set(finding.missing) & set(rule.gate)):
        return False
    if rule.id in DECIDES_IF_DEAR:
        cost, small = facts.get("cost_first_year"), facts.get("small_spend")
        return cost is not None and small is not None and cost.low > small.low
    told = facts.get(rule.alarm)
    if told is None or told.basis != "owner":
        return False
    worst = {name: rule.fails[name] for name in rule.needs if name in rule.fails}
    value = told.high if told.is_range else told.value
    return rule.alarm in rule.gate or not rule.holds(**{**worst, rule.alarm: value})


def _assessment(
    verdict: AssessmentVerdict,
    deciding: list[Finding],
    judged: list[Finding],
    planned: Planned,
    told: Profile,
    missing: tuple[str, ...] = (),
) -> Assessment:
    first = {each.rule_id for each in deciding}
    others = [each for each in judged if each.rule_id not in first and each.verdict != "not applicable"]
    shares = [planned.sureness[name] for each in deciding for name in each.facts if name in planned.sureness]
    open_ones = [each for each in others if each.verdict == "unknown" and each.severity == "must" and not each.ours]
    return Assessment(
        verdict=verdict,
        confidence=round(max(shares, default=UNSURE if missing else 1 - UNSURE / 2), 2),
        findings=(*deciding, *others),
        decided_by=tuple(each.rule_id for each in deciding),
        understood=told,
        initiatives=(planned,),
        questions_open=(*missing, *(each.title for each in open_ones)),
    )
