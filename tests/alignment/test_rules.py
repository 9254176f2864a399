"""Every rule: the sound case holds, its failing example breaks, each fact taken away gives unknown."""

from __future__ import annotations

import pytest

from assistant.alignment.rules import RULES
from assistant.domain.facts import Fact
from assistant.rulebook import Rule, judge
from tests.alignment.sound import INSTEAD, SOUND

each_rule = pytest.mark.parametrize("one", RULES, ids=lambda one: one.id)


def sound_facts(one: Rule) -> dict[str, Fact | None]:
    values = {**SOUND, **INSTEAD.get(one.id, {})}
    return {name: Fact(value=values[name]) for name in (*one.gate, *one.needs)}


@each_rule
def test_the_sound_case_holds(one: Rule) -> None:
    assert judge(one, sound_facts(one)).verdict == "held"


@each_rule
def test_its_failing_example_breaks_the_sound_case(one: Rule) -> None:
    facts = sound_facts(one) | {name: Fact(value=value) for name, value in one.fails.items()}
    finding = judge(one, facts)
    assert finding.verdict == "broken"
    assert finding.remedy
    assert "{" not in finding.remedy


@each_rule
def test_a_fact_taken_away_gives_unknown(one: Rule) -> None:
    for name in dict.fromkeys(one.gate + one.needs):
        finding = judge(one, sound_facts(one) | {name: None})
        assert finding.verdict == "unknown", name
        assert name in finding.missing


@each_rule
def test_a_must_rule_is_not_decided_by_weak_facts_alone(one: Rule) -> None:
    facts = {name: fact.model_copy(update={"basis": "vendor"}) for name, fact in sound_facts(one).items() if fact}
    assert judge(one, facts).verdict == ("unknown" if one.severity == "must" else "held")


@each_rule
def test_a_must_rule_says_what_its_breaking_means(one: Rule) -> None:
    assert (one.breach is not None) == (one.severity == "must")


def test_ids_are_unique_and_in_their_family() -> None:
    ids = [one.id for one in RULES]
    assert len(ids) == len(set(ids))


def test_every_family_has_at_least_four_rules() -> None:
    for family in ("GL", "CP", "MK", "RS", "PR", "PE", "DL", "MS", "GV", "ST", "SY", "EV"):
        assert sum(one.family == family for one in RULES) >= 4, family


def test_together_they_carry_every_idea() -> None:
    carried = {seed for one in RULES for seed in one.seeds}
    assert carried >= {f"S{n}" for n in range(1, 20)}


def test_a_range_that_straddles_the_limit_is_unknown() -> None:
    one = next(each for each in RULES if each.id == "RS04")
    facts: dict[str, Fact | None] = {
        "rollout_hours_per_week": Fact(value=(2.0, 5.0)),
        "spare_hours_per_week": Fact(value=3.0),
    }
    assert judge(one, facts).verdict == "unknown"
    facts["rollout_hours_per_week"] = Fact(value=(4.0, 5.0))
    assert judge(one, facts).verdict == "broken"


def test_not_applicable_is_decided_before_anything_is_missing() -> None:
    one = next(each for each in RULES if each.id == "MK02")
    assert judge(one, {"customers_meet_machine": Fact(value=False)}).verdict == "not applicable"
