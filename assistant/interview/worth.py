"""What an answer could change: the loss that it would prevent, in money a year.

For one open fact of one process the decision is made again with the fact at either end of what is plausible. Where the
way taken today would be worse than the way taken then, the difference is what knowing is worth. (A two-point
approximation of the expected value of partial perfect information.)
"""

from __future__ import annotations

from assistant.advice.decide import Choice, choose
from assistant.advice.options import Barred, Option, options
from assistant.domain.facts import Fact, FactPath, Value
from assistant.domain.profile import Process, Profile
from assistant.estimates.estimate import EstimateSetting
from assistant.interview.questions import QuestionKind

FEW_DRAWS = 200
NOTHING_BARRED: Barred = frozenset()
CLOSED_GATE_COSTS = 0.25
MOVES_THE_DECISION = (
    "items_per_week",
    "minutes_per_item",
    "hours_per_week",
    "exception_share",
    "digital_input",
    "stable",
    "documented",
    "rule_based",
    "needed",
    "wage_per_hour",
)
"""Facts of a process that a gate or an estimate stands on."""


def worth_of(kind: QuestionKind, process: Process, profile: Profile, setting: EstimateSetting) -> float:
    """What knowing one fact of a process is worth, in own currency a year; 0 where no answer changes the decision."""
    quick = setting.model_copy(update={"draws": FEW_DRAWS})
    today = choose(process, options(profile, process, quick, NOTHING_BARRED))
    losses = []
    for value in _ends(kind, process.id, setting):
        path = FactPath(scope=process.id, name=kind.name)
        known = profile.with_fact(path, Fact(value=value, unit=kind.unit, basis="owner"))
        ways = options(known, known.process(process.id) or process, quick, NOTHING_BARRED)
        losses.append(max(0.0, _value(choose(process, ways)) - _value_of(today, ways)))
    return sum(losses) / len(losses) if losses else 0.0


def _value(choice: Choice) -> float:
    return 0.0 if choice.decision == "leave it" else choice.option.value_per_year


def _value_of(choice: Choice, ways: tuple[Option, ...]) -> float:
    """What the way chosen before is worth once the fact is known; behind a closed gate it costs a quarter of that."""
    if choice.decision == "leave it":
        return 0.0
    same = next(each for each in ways if each.means.id == choice.option.means.id)
    return same.value_per_year if same.out is None else min(0.0, -CLOSED_GATE_COSTS * abs(same.value_per_year))


def _ends(kind: QuestionKind, process_id: str, setting: EstimateSetting) -> tuple[Value, ...]:
    if kind.unit not in ("hours", "items", "minutes", "share", "money"):
        return (True, False)
    known = setting.catalogue.process(process_id)
    if kind.name == "items_per_week":
        return known.items_per_week[0], known.items_per_week[2]
    if kind.name == "minutes_per_item":
        return known.minutes_per_item[0], known.minutes_per_item[2]
    if kind.name == "hours_per_week":
        low, _, high = known.items_per_week
        return low * known.minutes_per_item[0] / 60, high * known.minutes_per_item[2] / 60
    low_end, high_end = kind.plausible or (0.0, 1.0)
    return low_end, high_end
