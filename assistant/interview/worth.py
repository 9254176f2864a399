"""What an answer could change: the loss that it would prevent, in money a year.

For one open fact of one process the decision is made again with the fact at either end of what is plausible. Where the
way taken today would be worse than the way taken then, the difference is what knowing is worth. (A two-point
approximation of the expected value of partial perfect information.)
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.advice.again import FEW_DRAWS, Decided, decide_on
from assistant.advice.decide import Choice
from assistant.advice.options import Barred, Option, estimates, value_per_year
from assistant.domain.facts import Fact, FactPath, Value
from assistant.domain.profile import Process, Profile
from assistant.estimates.setting import EstimateSetting
from assistant.interview.questions import QuestionKind

CLOSED_GATE_COSTS = 0.25
OWN_TOOL_DOES_IT = 0.5
"""How often a tool in use turns out to do the work (assumed)."""
OPENS_A_GATE = ("needed", "stable", "documented", "digital_input", "rule_based")
"""Facts of a process that open or close a way and leave its estimate as it is."""
MOVES_AN_ESTIMATE = ("exception_share", "items_per_week", "minutes_per_item", "wage_per_hour", "offer_per_month")
NOTHING_BEGINS = ("leave it", "later")
"""Choices that bring nothing yet: left as it is, or put off until the work has changed."""
MOVES_THE_DECISION = (*OPENS_A_GATE, *MOVES_AN_ESTIMATE)


@dataclass(frozen=True)
class Standing:
    """A process as it stands: what is decided on, and the choice."""

    process: Process
    decided: Decided
    choice: Choice


def standing(process: Process, profile: Profile, setting: EstimateSetting, barred: Barred = frozenset()) -> Standing:
    """How a process stands today, decided as the owner is shown it but on few draws: this ranks questions."""
    found = decide_on(profile, (process,), setting.on(FEW_DRAWS), barred)
    return Standing(process=process, decided=found, choice=found.choices()[0])


def worth_of(kind: QuestionKind, stands: Standing) -> float:
    """What knowing one fact of a process is worth, in own currency a year; 0 where no answer changes the decision."""
    process, found = stands.process, stands.decided
    worth = 0.0
    for value, chance in _ends(kind, process.id, found.setting):
        path = FactPath(scope=process.id, name=kind.name)
        known = found.profile.with_fact(path, Fact(value=value, unit=kind.unit, basis="owner"))
        then = known.process(process.id) or process
        new = () if kind.name in OPENS_A_GATE else estimates(known, then, found.setting)
        ways = found.ways_in(known, process.id, *new)
        worth += chance * max(0.0, _value(found.of_ways(known, process.id, ways)) - _value_of(stands.choice, ways))
    return worth


def worth_of_tools(stands: Standing) -> float:
    """What knowing the tools in use is worth: one of them may do this work already, and the purchase falls away."""
    ways = stands.decided.ways[stands.process.id]
    own = next((each.estimate for each in ways if each.means.id == "useown"), None)
    if own is None or stands.choice.option.means.id == "useown":
        return 0.0
    bought = stands.choice.option.estimate.cost_first_year.mid or 0.0
    spared = bought if stands.choice.decision not in NOTHING_BEGINS else 0.0
    return OWN_TOOL_DOES_IT * (spared + max(0.0, value_per_year(own) - _value(stands.choice)))


def _value(choice: Choice) -> float:
    return 0.0 if choice.decision in NOTHING_BEGINS else choice.option.value_per_year


def _value_of(choice: Choice, ways: tuple[Option, ...]) -> float:
    """What the way chosen before is worth once the fact is known; behind a closed gate it costs a quarter of that."""
    if choice.decision in NOTHING_BEGINS:
        return 0.0
    same = next(each for each in ways if each.means.id == choice.option.means.id)
    return same.value_per_year if same.out is None else min(0.0, -CLOSED_GATE_COSTS * abs(same.value_per_year))


def _ends(kind: QuestionKind, process_id: str, setting: EstimateSetting) -> tuple[tuple[Value, float], ...]:
    """The two answers that are tried, each with its likelihood."""
    if not kind.unit:
        return (True, kind.yes_share), (False, 1 - kind.yes_share)
    known = setting.catalogue.process(process_id)
    spreads = {"items_per_week": known.items_per_week, "minutes_per_item": known.minutes_per_item}
    spread = spreads.get(kind.name)
    low, high = (spread[0], spread[2]) if spread else (kind.plausible or (0.0, 1.0))
    return (low, 0.5), (high, 0.5)
