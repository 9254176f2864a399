"""What an answer could change: the loss that it would prevent, in money a year.

For one open fact of one process the decision is made again with the fact at either end of what is plausible. Where the
way taken today would be worse than the way taken then, the difference is what knowing is worth. (A two-point
approximation of the expected value of partial perfect information.)
"""

from __future__ import annotations

from assistant.advice.decide import Choice, choose
from assistant.advice.options import Barred, Option, estimates, value_per_year, weighed
from assistant.domain.advice import Estimate
from assistant.domain.facts import Fact, FactPath, Noun, Value
from assistant.domain.profile import Process, Profile
from assistant.estimates.estimate import EstimateSetting
from assistant.interview.questions import QuestionKind

FEW_DRAWS = 200
NOTHING_BARRED: Barred = frozenset()
CLOSED_GATE_COSTS = 0.25
OWN_TOOL_DOES_IT = 0.5
"""How often a tool in use turns out to do the work (assumed)."""
OPENS_A_GATE = ("needed", "stable", "documented", "digital_input", "rule_based")
"""Facts of a process that open or close a way and leave its estimate as it is."""
MOVES_AN_ESTIMATE = ("exception_share", "items_per_week", "minutes_per_item", "wage_per_hour", "offer_per_month")
MOVES_THE_DECISION = (*OPENS_A_GATE, *MOVES_AN_ESTIMATE)


class Standing(Noun):
    """A process as it stands: its estimates and what they lead to."""

    process: Process
    made: tuple[Estimate, ...]
    choice: Choice


def standing(process: Process, profile: Profile, setting: EstimateSetting) -> Standing:
    """How a process stands today, on few draws: this ranks questions and is never shown."""
    made = estimates(profile, process, quick(setting))
    return Standing(
        process=process, made=made, choice=choose(process, weighed(profile, process, made, setting, NOTHING_BARRED))
    )


def quick(setting: EstimateSetting) -> EstimateSetting:
    """The setting with few draws."""
    return setting.model_copy(update={"draws": FEW_DRAWS})


def worth_of(kind: QuestionKind, stands: Standing, profile: Profile, setting: EstimateSetting) -> float:
    """What knowing one fact of a process is worth, in own currency a year; 0 where no answer changes the decision."""
    process = stands.process
    worth = 0.0
    for value, chance in _ends(kind, process.id, setting):
        path = FactPath(scope=process.id, name=kind.name)
        known = profile.with_fact(path, Fact(value=value, unit=kind.unit, basis="owner"))
        then = known.process(process.id) or process
        made = stands.made if kind.name in OPENS_A_GATE else estimates(known, then, quick(setting))
        ways = weighed(known, then, made, setting, NOTHING_BARRED)
        worth += chance * max(0.0, _value(choose(then, ways)) - _value_of(stands.choice, ways))
    return worth


def worth_of_tools(stands: Standing) -> float:
    """What knowing the tools in use is worth: one of them may do this work already, and the purchase falls away."""
    own = next((each for each in stands.made if each.means_id == "useown"), None)
    if own is None or stands.choice.option.means.id == "useown":
        return 0.0
    bought = stands.choice.option.estimate.cost_first_year.mid or 0.0
    spared = bought if stands.choice.decision != "leave it" else 0.0
    return OWN_TOOL_DOES_IT * (spared + max(0.0, value_per_year(own) - _value(stands.choice)))


def _value(choice: Choice) -> float:
    return 0.0 if choice.decision == "leave it" else choice.option.value_per_year


def _value_of(choice: Choice, ways: tuple[Option, ...]) -> float:
    """What the way chosen before is worth once the fact is known; behind a closed gate it costs a quarter of that."""
    if choice.decision == "leave it":
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
