"""The rules put to a proposal's facts: a finding each, with the level of risk that it reached."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.domain.facts import Fact
from assistant.domain.findings import Finding
from assistant.domain.proposal import Risk
from assistant.rulebook import judge
from assistant.vendors.ladders import SEVERITY, Thresholds
from assistant.vendors.levels import level_of
from assistant.vendors.rules import TERM_RULES

TRUST_RULE = "VN34"
"""Its finding is shown and never moves a verdict, a grade or money."""


@dataclass(frozen=True, slots=True)
class Check:
    """One rule on the proposal: its finding, the risk reached and the sentence it stands on."""

    finding: Finding
    risk: Risk
    type: str

    @property
    def rule_id(self) -> str:
        """The id of the rule."""
        return self.finding.rule_id

    @property
    def counts(self) -> bool:
        """True for what may move the verdict."""
        return self.rule_id != TRUST_RULE and self.finding.verdict == "broken"


def checks(facts: Mapping[str, Fact | None], thresholds: Thresholds, subject: str) -> tuple[Check, ...]:
    """Every rule's check; the severity of a broken one is that of the level it reached."""
    made: list[Check] = []
    for one in TERM_RULES:
        level = level_of(one.id, facts, thresholds)
        known = None if level is None else Fact(value=level, basis="computed")
        finding = judge(one, {**facts, "level": known}, subject)
        risk: Risk = level if level is not None and finding.verdict == "broken" else "ok"
        if finding.verdict == "broken":
            finding = finding.model_copy(update={"severity": SEVERITY[risk]})
        first = facts.get(one.needs[0])
        if first is not None and first.quote:
            finding = finding.model_copy(update={"quote": first.quote})
        shown = {name: fact for name, fact in finding.facts.items() if name != "level"}
        missing = tuple(name for name in finding.missing if name != "level")
        finding = finding.model_copy(update={"facts": shown, "missing": missing})
        made.append(Check(finding, risk, thresholds.ladders[one.id].type))
    return tuple(made)
