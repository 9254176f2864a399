"""Gates: what must be true of the work itself before any tool is looked at."""

from __future__ import annotations

from typing import Literal

from assistant.domain.catalogue import Means, ProcessKind
from assistant.domain.facts import Fact, Noun
from assistant.domain.profile import Process, Profile

GateName = Literal[
    "not needed", "changing", "not written down", "on paper", "many exceptions", "judgement", "people first"
]

DIGITAL_ENOUGH = 0.6
MANY_EXCEPTIONS = 0.4
MUCH_JUDGEMENT = 0.5


class Gate(Noun):
    """A reason why this work is not ready for a machine, and the words it stands on."""

    name: GateName
    reason: str
    quote: str | None = None


def gates(profile: Profile, process: Process, kind: ProcessKind, means: Means) -> tuple[Gate, ...]:
    """The gates that close on one means for one process, from what the owner said; silence closes nothing."""
    if means.decision not in ("automate", "use what you have"):
        return ()
    found: list[Gate] = []
    if _no(process.stable):
        found.append(
            _gate("changing", "it is about to change, and automating it now means paying twice", process.stable)
        )
    if _no(process.documented) and not means.brings_own_steps:
        found.append(_gate("not written down", "nobody could tell it in steps yet", process.documented))
    if _below(process.digital_input, DIGITAL_ENOUGH) and not means.captures_paper and means.id != "form":
        found.append(_gate("on paper", "it arrives on paper, so the typing would stay", process.digital_input))
    if _above(process.exception_share, MANY_EXCEPTIONS):
        found.append(_gate("many exceptions", "too many of them are special cases", process.exception_share))
    rules = process.rule_based
    if rules is not None and rules.is_number and rules.high < 1 - MUCH_JUDGEMENT and means.review_minutes[1] == 0:
        found.append(_gate("judgement", "each one needs judgement, and that stays with a person", rules))
    if _takes_the_person_away(profile, kind, means):
        personal = next(each for each in profile.strengths if each.personal)
        found.append(
            Gate(name="people first", reason="people come to you for exactly this contact", quote=personal.quote)
        )
    return tuple(found)


def _takes_the_person_away(profile: Profile, kind: ProcessKind, means: Means) -> bool:
    personal = any(each.personal for each in profile.strengths)
    meets = means.customers_meet_machine and kind.id != "after_hours_calls"
    return personal and meets and kind.customer_facing >= 2 and kind.human_touch >= 2


def _gate(name: GateName, reason: str, fact: Fact | None) -> Gate:
    return Gate(name=name, reason=reason, quote=fact.quote if fact else None)


def _no(fact: Fact | None) -> bool:
    return fact is not None and fact.value is False


def _below(fact: Fact | None, limit: float) -> bool:
    return fact is not None and fact.is_number and fact.high < limit


def _above(fact: Fact | None, limit: float) -> bool:
    return fact is not None and fact.is_number and fact.low > limit
