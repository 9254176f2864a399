"""Facts put to single rules. The one suite that goes past the front door: a rule cannot be asked alone through it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assistant.alignment.rules import RULES
from assistant.domain.facts import Fact
from assistant.domain.findings import Verdict
from assistant.rulebook import judge
from evals.casebook import CASES, Case, load
from evals.measure import Measure
from evals.score import Mark, passed
from evals.scorers.verdicts import score_consequence, score_verdict
from evals.suite import Suite, Workplace
from evals.suites.alignment_facts import UNMAPPED, facts_of


class AlignmentCase(Case):
    """Facts and the verdict that they should give."""

    rule_id: str
    facts: Mapping[str, object]
    verdict: Verdict


def run(place: Workplace) -> Iterator[Mark]:
    """The verdict of every case that can be put to its rule; the rule must exist."""
    rules = {each.id: each for each in RULES}
    for case in place.some(load(CASES / "alignment.jsonl", AlignmentCase)):
        yield Mark("rule_there", case.id, case.seen, passed(case.rule_id in rules, f"no rule {case.rule_id}"))
        asked = facts_of(case.rule_id, case.facts)
        if asked is None or case.rule_id not in rules:
            continue
        told = {name: None if value is None else Fact(value=value, basis="owner") for name, value in asked.items()}
        given = judge(rules[case.rule_id], told).verdict
        yield Mark("verdict", case.id, case.seen, score_verdict(given, case.verdict))
        yield Mark("consequence", case.id, case.seen, score_consequence(given, case.verdict))


def left_out(place: Workplace) -> tuple[str, ...]:
    """The cases that could not be put to our rule, and why."""
    cases = load(CASES / "alignment.jsonl", AlignmentCase)
    apart = [each for each in cases if facts_of(each.rule_id, each.facts) is None]
    return tuple(
        f"{each.id} ({each.rule_id}): {UNMAPPED.get(each.rule_id, 'no translation of its facts')}" for each in apart
    )


ALIGNMENT = Suite(
    name="alignment",
    about="facts -> verdict of one rule (evals/cases/alignment.jsonl)",
    run=run,
    left_out=left_out,
    measures=(
        Measure("verdict", "cases whose verdict is the one wanted, of those that could be put to our rule"),
        Measure("consequence", "the same, where held and not applicable count alike: both let the plan pass"),
        Measure("rule_there", "cases whose rule exists", bar=1.0),
    ),
)
