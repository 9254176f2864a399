"""Each rule on proposals: the sound case holds, the failing example breaks, and risk and verdict come from one ladder."""  # noqa: E501

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.domain.facts import Fact, Value
from assistant.rulebook import Rule, judge
from assistant.vendors.checks import checks
from assistant.vendors.ladders import SEVERITY, Ladder
from assistant.vendors.rules import CROSS_RULES, TERM_RULES, VENDOR_RULES
from assistant.vendors.vocabulary import ClauseVocabulary

SOUND: dict[str, Value] = {
    "level": "ok", "auto_renews": True, "notice_days": 30.0, "days_to_safe_notice": 200.0, "renewal_months": 12.0,
    "term_months": 12.0, "months_locked": 12.0, "way_out": "none for 12 months", "notice_by": "e-mail",
    "yearly_rise": 3.0, "commitment": "1 times what you need",
    "overage": "priced with an alert", "later_over_first_price": 1.0, "setup_share": 0.2,
    "first_price": "later 1 times as much",
    "set_up": "0.2 of a year's fees", "uptime": "99.95 %", "pass_through": "priced",
    "hours_open": "capped", "currency_clear": "your currency", "two_values": 0.0, "refund_on_failure": "pro rata",
    "paid_ahead_months": 1.0, "late_payment": "30 days to pay", "acceptance": "tested", "own_hours_over_spare": 0.5,
    "delivery": "date and remedy", "build_owner": "owner", "uptime_percent": 99.95, "service_remedy": "exit",
    "support": "person", "export": "format", "data_owner": "owner", "training": "never", "personal_data": "terms",
    "liability_terms": "12 months of fees", "lease": "none", "change_terms": "notice and exit", "promise": "with evidence",  # noqa: E501
    "hidden_passages": 0.0, "process_stable": True, "captures_paper": False, "digital_input_share": 0.9,
    "exception_share": 0.1, "goals_served": 2.0, "offer_first_year": 1000.0, "budget_first_year": 6000.0,
    "needed_hours_per_week": 1.0, "spare_hours_per_week": 4.0, "tool_owned_already": False, "customers_meet_machine": True,  # noqa: E501
    "person_within_reach": True, "stages_ahead": 0.0,
}  # fmt: skip
each_rule = pytest.mark.parametrize("one", VENDOR_RULES, ids=lambda one: one.id)


def facts_of(one: Rule, values: dict[str, Value]) -> dict[str, Fact | None]:
    return {name: Fact(value=values[name], basis="computed") for name in (*one.gate, *one.needs)}


@each_rule
def test_the_sound_case_holds(one: Rule) -> None:
    assert judge(one, facts_of(one, SOUND)).verdict == "held"


@each_rule
def test_the_failing_example_breaks_and_its_remedy_is_filled(one: Rule) -> None:
    finding = judge(one, facts_of(one, SOUND | dict(one.fails)))
    assert finding.verdict == "broken"
    assert finding.remedy
    assert "{" not in finding.remedy


@each_rule
def test_a_fact_taken_away_gives_unknown(one: Rule) -> None:
    for name in one.needs:
        assert judge(one, facts_of(one, SOUND) | {name: None}).verdict == "unknown"


@each_rule
def test_the_source_is_a_heading_of_the_knowledge(one: Rule, knowledge: Path) -> None:
    document, _, slug = one.source.partition("#")
    found = [path for path in knowledge.rglob("*.md") if path.stem == document]
    assert found, document
    headings = [line[3:] for line in found[0].read_text(encoding="utf-8").splitlines() if line.startswith("## ")]
    slugs = {"-".join("".join(c if c.isalnum() else " " for c in each.lower()).split()) for each in headings}
    assert slug in slugs


def test_ids_are_unique_and_of_the_family_and_there_are_enough() -> None:
    ids = [one.id for one in VENDOR_RULES]
    assert len(ids) == len(set(ids))
    assert all(one.family == "VN" and one.scope == "proposal" for one in VENDOR_RULES)
    assert len(TERM_RULES) == 34
    assert len(CROSS_RULES) == 9


@pytest.mark.parametrize("one", TERM_RULES, ids=lambda one: one.id)
def test_every_rule_has_a_ladder_and_its_severity_is_the_ladders_worst(one: Rule, clauses: ClauseVocabulary) -> None:
    ladder = clauses.thresholds.ladders[one.id]
    worst = _worst(ladder)
    assert one.severity == SEVERITY[worst]


def _worst(ladder: Ladder) -> str:
    for risk in ("blocker", "flag", "watch"):
        for each in ladder.limits:
            if getattr(each, risk) or any(
                getattr(each, f"{risk}_{way}", None) is not None for way in ("above", "below", "from")
            ):
                return risk
    return "ok"


CASES: tuple[tuple[str, dict[str, Value], str], ...] = (
    ("VN01", {"auto_renews": True, "notice_days": 60.0}, "ok"),
    ("VN01", {"auto_renews": True, "notice_days": 61.0}, "watch"),
    ("VN01", {"auto_renews": True, "notice_days": 90.0}, "flag"),
    ("VN02", {"auto_renews": True, "days_to_safe_notice": 30.0}, "ok"),
    ("VN02", {"auto_renews": True, "days_to_safe_notice": 29.0}, "flag"),
    ("VN02", {"auto_renews": True, "days_to_safe_notice": -1.0}, "blocker"),
    ("VN03", {"auto_renews": True, "renewal_months": 12.0}, "ok"),
    ("VN03", {"auto_renews": True, "renewal_months": 24.0}, "flag"),
    ("VN03", {"auto_renews": True, "renewal_months": 36.0}, "blocker"),
    ("VN03", {"auto_renews": True, "renewal_months": 36.0, "yearly_rise": 3.0}, "flag"),
    ("VN04", {"term_months": 24.0}, "flag"),
    ("VN04", {"term_months": 24.0, "pilot_first": True}, "watch"),
    ("VN04", {"term_months": 36.0, "pilot_first": True}, "flag"),
    ("VN05", {"months_locked": 24.0, "way_out": "none for 24 months"}, "watch"),
    ("VN05", {"months_locked": 25.0, "way_out": "none for 25 months"}, "flag"),
    ("VN07", {"notice_by": "post"}, "watch"),
    ("VN07", {"notice_by": "portal"}, "flag"),
    ("VN08", {"yearly_rise": 5.0}, "ok"),
    ("VN08", {"yearly_rise": 8.0}, "watch"),
    ("VN08", {"yearly_rise": 9.0}, "flag"),
    ("VN08", {"yearly_rise": "list price"}, "flag"),
    ("VN08", {"yearly_rise": "index"}, "ok"),
    ("VN15", {"paid_ahead_months": 12.0}, "watch"),
    ("VN15", {"paid_ahead_months": 12.0, "prepay_discount": 10.0, "refund_on_failure": "pro rata"}, "ok"),
    ("VN15", {"paid_ahead_months": 24.0}, "flag"),
    ("VN16", {"late_payment": "x", "suspension_days": 30.0}, "ok"),
    ("VN16", {"late_payment": "x", "suspension_days": 9.0}, "flag"),
    ("VN16", {"late_payment": "x", "interest_month": 2.0}, "flag"),
    ("VN23", {"uptime_percent": 99.5, "uptime": "99.5 %"}, "watch"),
    ("VN23", {"uptime_percent": 99.4, "uptime": "99.4 %"}, "flag"),
    ("VN26", {"export": "none of the records you run on"}, "blocker"),
    ("VN28", {"training": "aggregated"}, "watch"),
    ("VN30", {"liability_terms": "x", "liability_months": 12.0}, "ok"),
    ("VN30", {"liability_terms": "x", "liability_months": 6.0}, "watch"),
    ("VN30", {"liability_terms": "x", "liability_months": 5.9}, "flag"),
    ("VN32", {"change_terms": "notice only"}, "watch"),
    ("VN32", {"change_terms": "money or data"}, "blocker"),
    ("VN32", {"change_terms": "money or data", "months_locked": 1.0}, "flag"),
)


@pytest.mark.parametrize(("rule_id", "values", "risk"), CASES)
def test_the_verdict_and_its_severity_follow_the_risk(
    rule_id: str, values: dict[str, Value], risk: str, clauses: ClauseVocabulary
) -> None:
    facts: dict[str, Fact | None] = {name: Fact(value=value, basis="computed") for name, value in values.items()}
    check = next(each for each in checks(facts, clauses.thresholds, "offer") if each.rule_id == rule_id)
    assert check.risk == risk
    assert check.finding.verdict == ("held" if risk == "ok" else "broken")
    if risk != "ok":
        assert check.finding.severity == {"watch": "note", "flag": "should", "blocker": "must"}[risk]
