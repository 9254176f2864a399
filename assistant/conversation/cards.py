"""Rules as they are printed; the failing example is run, not retold."""

from __future__ import annotations

from assistant.alignment.rules import RULES
from assistant.domain.facts import Fact
from assistant.domain.talk import RuleCard
from assistant.errors import UnknownName
from assistant.rulebook import Rule, judge
from assistant.vendors.rules import VENDOR_RULES

ALL_RULES: tuple[Rule, ...] = (*RULES, *VENDOR_RULES)


def rule_cards(rule_id: str | None) -> tuple[RuleCard, ...]:
    """Every rule, or the one of that id; raises UnknownName."""
    if rule_id is None:
        return tuple(_card(each) for each in ALL_RULES)
    found = tuple(_card(each) for each in ALL_RULES if each.id == rule_id.upper())
    if not found:
        raise UnknownName(f"no rule {rule_id!r}; known are: {', '.join(each.id for each in ALL_RULES)}")
    return found


def _card(one: Rule) -> RuleCard:
    facts = {name: Fact(value=value, basis="owner") for name, value in one.fails.items()}
    return RuleCard(
        id=one.id,
        family=one.family,
        severity=one.severity,
        dimension=one.dimension,
        scope=one.scope,
        title=one.title,
        why=one.why,
        source=one.source,
        seeds=one.seeds,
        needs=tuple(dict.fromkeys(one.gate + one.needs)),
        fails=dict(one.fails),
        failing_finding=judge(one, facts),
        remedy=one.remedy,
    )
