"""What an answer could change: the loss that it would prevent, in money a year.

For one open fact the decision is made again in a few equally likely worlds, in each of which the fact is told. Where
the way taken today would be worse there than the way taken then, the difference is what knowing is worth in that world;
the mean over the worlds is what the answer is worth. This is the expected value of partial perfect information, on a
relaxed decision: each piece of work takes its best way, whatever else is going on. (Strong, Oakley and Brennan 2014
regress, where deciding again is dear; here it takes two milliseconds.)
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.advice.again import FEW_DRAWS, Decided, decide_on
from assistant.advice.decide import Choice
from assistant.advice.options import Barred, Option, estimates, value_per_year
from assistant.domain.facts import FIRM, Fact, FactPath, Value
from assistant.domain.profile import LIMITS, Process, Profile
from assistant.estimates.setting import EstimateSetting
from assistant.estimates.unsaid import likely_budgets, likely_figures, likely_people
from assistant.interview.questions import QuestionKind

CLOSED_GATE_COSTS = 0.25
"""What is lost where a way turns out to be closed after it was begun, as a share of what it promised (assumed)."""
OWN_TOOL_DOES_IT = 0.5
"""How often a tool in use turns out to do the work (assumed)."""
OPENS_A_GATE = ("needed", "stable", "documented", "digital_input", "rule_based", *LIMITS)
"""Facts that open or close a way and leave its estimate as it is."""
OF_WORK = (
    "hours_per_week", "items_per_week", "minutes_per_item", "exception_share", "wage_per_hour", "offer_per_month",
    "needed", "stable", "documented", "digital_input", "rule_based",
)  # fmt: skip
"""Facts of a piece of work on which its decision may hang."""
OF_FIRM = ("headcount", "budget_first_year")
"""Facts of the firm on which the decisions may hang."""
NOTHING_BEGINS = ("leave it", "later")
"""Choices that bring nothing yet: left as it is, or put off until the work has changed."""


@dataclass(frozen=True)
class Standing:
    """A process as it stands: what is decided on, and the choice."""

    process: Process
    decided: Decided
    choice: Choice

    @property
    def value(self) -> float:
        """What the choice is worth a year as far as is known."""
        return _value_of(self.choice)


@dataclass(frozen=True)
class Hinge:
    """What knowing a fact is worth in own currency a year, and the choices other than today's that it may lead to."""

    worth: float
    others: tuple[Choice, ...] = ()


def standing(process: Process, profile: Profile, setting: EstimateSetting, barred: Barred = frozenset()) -> Standing:
    """How a process stands today, decided as the owner is shown it but on few draws: this ranks questions."""
    found = decide_on(profile, (process,), setting.on(FEW_DRAWS), barred)
    return Standing(process=process, decided=found, choice=found.choices()[0])


def worth_of(kind: QuestionKind, stands: Standing) -> Hinge:
    """What knowing one fact is worth for a process; nothing where no answer changes the decision on it."""
    found = stands.decided
    answers = _plausible(kind, stands)
    worth, others = 0.0, dict[tuple[str, str], Choice]()
    for value, chance in answers:
        path = FactPath(scope=FIRM if kind.scope == "firm" else stands.process.id, name=kind.name)
        known = found.profile.with_fact(path, Fact(value=value, unit=kind.unit, basis="owner"))
        then = known.process(stands.process.id) or stands.process
        new = () if kind.name in OPENS_A_GATE else estimates(known, then, found.setting)
        ways = found.ways_in(known, stands.process.id, *new)
        better = found.of_ways(known, stands.process.id, ways)
        gain = _value_of(better) - _value_of_same(stands.choice, ways)
        if gain > 0:
            worth += chance * gain
            others.setdefault((better.decision, better.option.means.id), better)
    return Hinge(worth, tuple(others.values()))


def worth_of_tools(stands: Standing) -> Hinge:
    """What knowing the tools in use is worth: one of them may do this work already, and the purchase falls away."""
    ways = stands.decided.ways[stands.process.id]
    own = next((each.estimate for each in ways if each.means.id == "useown"), None)
    if own is None or stands.choice.option.means.id == "useown":
        return Hinge(0.0)
    bought = stands.choice.option.estimate.cost_first_year.mid or 0.0
    spared = bought if stands.choice.decision not in NOTHING_BEGINS else 0.0
    return Hinge(OWN_TOOL_DOES_IT * (spared + max(0.0, value_per_year(own) - stands.value)))


def _plausible(kind: QuestionKind, stands: Standing) -> tuple[tuple[Value, float], ...]:
    """The answers that are tried, each with its likelihood."""
    if not kind.unit:
        return (True, kind.yes_share), (False, 1 - kind.yes_share)
    profile, setting = stands.decided.profile, stands.decided.setting
    if kind.name == "headcount":
        figures = likely_people(setting)
    elif kind.name == "budget_first_year":
        figures = likely_budgets(profile, setting)
    else:
        figures = likely_figures(profile, stands.process.id, kind.name, _way_in_mind(stands), setting)
    return tuple((each, 1 / len(figures)) for each in figures)


def _way_in_mind(stands: Standing) -> str:
    wanted = stands.process.wanted_means.value if stands.process.wanted_means else None
    ways = {each.means.id for each in stands.decided.ways[stands.process.id]}
    return str(wanted) if wanted in ways else stands.choice.option.means.id


def _value_of(choice: Choice) -> float:
    """What a choice is worth a year; nothing where nothing begins."""
    return 0.0 if choice.decision in NOTHING_BEGINS else choice.option.value_per_year


def _value_of_same(choice: Choice, ways: tuple[Option, ...]) -> float:
    """What the choice of today is worth among the ways of another world, in which it may be closed or not be had."""
    if choice.decision in NOTHING_BEGINS:
        return 0.0
    same = next(each for each in ways if each.means.id == choice.option.means.id)
    if same.hurdle is None or same.hurdle.by_size:
        return same.value_per_year
    return 0.0 if same.hurdle.fact in LIMITS else -CLOSED_GATE_COSTS * abs(same.value_per_year)
