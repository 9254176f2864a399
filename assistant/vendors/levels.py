"""The risk of each rule's facts: by the ladders, and by the few conditions that join two facts."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.domain.facts import Fact
from assistant.domain.proposal import Risk
from assistant.vendors.ladders import Thresholds

Facts = Mapping[str, Fact | None]
_FAIR_DISCOUNT = 10.0
_FAIR_RISE = 5.0
_SOON_OUT_MONTHS = 3.0


def level_of(rule_id: str, facts: Facts, thresholds: Thresholds) -> Risk | None:
    """The risk of what a rule looks at; None where none of its facts is known."""
    level = thresholds.ladders[rule_id].level(facts)
    if level is None or level == "ok":
        return level
    if rule_id == "VN03" and level == "blocker" and _is(facts, "yearly_rise", most=_FAIR_RISE):
        return "flag"  # a long renewal hurts less where its price is capped
    if rule_id == "VN04" and level == "watch" and not _is(facts, "pilot_first"):
        return "flag"  # 13 to 24 months are for what has been tried
    if rule_id == "VN32" and level == "blocker" and _is(facts, "months_locked", most=_SOON_OUT_MONTHS):
        return "flag"  # who may leave within weeks need not stay for a new price
    if rule_id == "VN15" and level == "watch" and _prepaid_fairly(facts):
        return "ok"
    return level


def _prepaid_fairly(facts: Facts) -> bool:
    discount = facts.get("prepay_discount")
    refund = facts.get("refund_on_failure")
    return bool(
        discount and discount.is_number and discount.low >= _FAIR_DISCOUNT and refund and refund.value == "pro rata"
    )


def _is(facts: Facts, name: str, most: float | None = None) -> bool:
    fact = facts.get(name)
    if fact is None:
        return False
    if most is None:
        return fact.value is True
    return fact.value == "index" or (fact.is_number and fact.high <= most)
