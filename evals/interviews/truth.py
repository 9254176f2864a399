"""The true world of a simulated owner: as a profile in which nothing is open, and what decisions are worth in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from statistics import fmean

from assistant.advice.again import Decided, decide_on
from assistant.advice.recommend import sketched
from assistant.alignment.validator import validate
from assistant.conversation.proving import sent_back
from assistant.domain.facts import FIRM, Fact, FactPath, Value
from assistant.domain.profile import LIMITS, Business, Goal, GoalKind, Process, Profile, Strength, Tool
from assistant.estimates.estimate import EstimateSetting
from evals.simulated.owners import Owner

CLOSED_COSTS = 0.25
"""What is lost, as a share of what it promised, where a way is begun that the true facts or a must-rule forbid."""
UNITS = {"hours_per_week": "hours", "spare_hours_per_week": "hours", "items_per_week": "items", "minutes_per_item":
    "minutes", "minutes_to_person": "minutes", "headcount": "people", "wage_per_hour": "money", "free_cash": "money",
    "budget_first_year": "money", "offer_once": "money", "offer_per_month": "money"}  # fmt: skip
SHARES = ("exception_share", "digital_input", "rule_based")
NOTHING_BEGINS = ("leave it", "later")
LEAST_HOURS = 10.0
"""Hours of the work, a year, below which a loss counts little: a best that is worth less is taken to be worth these."""
AIMS: Mapping[str, GoalKind] = {
    "time": "time", "home": "time", "evening": "time", "weekend": "time", "hours": "time", "famil": "time",
    "grow": "growth", "bigger": "growth", "money": "money", "profit": "money", "cash": "money", "customer": "customers",
    "quality": "quality", "mistake": "quality", "staff": "people", "team": "people", "sell": "exit", "retire": "exit",
}  # fmt: skip
"""What a goal is mainly about, by a word in it: rules ask only whether a step serves one."""
Decisions = Mapping[str, tuple[str, str]]
"""The decision and the means for each kind of work."""


@dataclass(frozen=True)
class Truth:
    """A true world: everything known, and every way for every piece of work, with those that a rule bars."""

    profile: Profile
    stands: Decided

    @cached_property
    def best(self) -> Decisions:
        """What is decided where everything is known."""
        return decisions_of(self.stands)

    @cached_property
    def hour(self) -> float:
        """What an hour of the work costs on average, in own currency."""
        return fmean(each.option.estimate.loaded_cost_per_hour.mid or 0.0 for each in self.stands.choices())

    def worth(self, decisions: Decisions) -> float:
        """What decisions bring a year in this world, in own currency; work that was not spoken of brings nothing."""
        return sum(self._of(each, *decisions[each]) for each in self.stands.ways if each in decisions)

    def share(self, decisions: Decisions) -> float:
        """The same as a share of what the best decisions bring, from -1 to 1.

        A best that is worth less than a few hours of the work counts as these: pennies lost are no ruin.
        """
        best = self.worth(self.best)
        lost = best - self.worth(decisions)
        return max(-1.0, min(1.0, 1.0 - lost / max(best, LEAST_HOURS * self.hour)))

    def _of(self, process_id: str, decision: str, means_id: str) -> float:
        way = next((each for each in self.stands.ways[process_id] if each.means.id == means_id), None)
        if decision in NOTHING_BEGINS or way is None:
            return 0.0
        if way.hurdle is None or way.hurdle.by_size:
            return way.value_per_year
        return 0.0 if way.hurdle.fact in LIMITS else -CLOSED_COSTS * abs(way.value_per_year)


def truth_of(owner: Owner, setting: EstimateSetting, day: date) -> Truth:
    """The true world of an owner."""
    profile = told(owner)
    return Truth(profile, decided(profile, setting, day))


def decided(profile: Profile, setting: EstimateSetting, day: date) -> Decided:
    """What is decided on, without the ways that a must-rule sends back."""
    made = sketched(profile, setting, day)
    return decide_on(profile, profile.processes, setting, sent_back(validate(profile, made, setting, day), made))


def decisions_of(stands: Decided) -> Decisions:
    """What is decided on each piece of work for itself: the decision and the means."""
    return {each.option.estimate.process_id: (each.decision, each.option.means.id) for each in stands.choices()}


def told(owner: Owner, known: frozenset[str] | None = None) -> Profile:
    """The owner's profile in which the facts named in `known` (scope.name) are told and true; None tells all."""
    profile = Profile(processes=tuple(Process(id=each.id, name=each.id.replace("_", " ")) for each in owner.told))
    facts = {f"{FIRM}.{name}": value for name, value in owner.firm.items()}
    facts |= {f"{each.id}.{name}": value for each in owner.told for name, value in each.facts.items()}
    for address, value in facts.items():
        if known is None or address in known:
            profile = with_told(profile, address, value)
    return profile


def with_told(profile: Profile, address: str, value: Value) -> Profile:
    """The profile after one fact was told; a name that no profile has a place for is left out."""
    scope, name = address.split(".", 1)
    words = tuple(map(str, value)) if isinstance(value, tuple) else ()
    if name == "goals":
        return profile.model_copy(update={"goals": tuple(Goal(kind=_aim(each), text=each) for each in words)})
    if name == "strengths":
        return profile.model_copy(update={"strengths": tuple(Strength(text=each) for each in words)})
    if name == "tools":
        return profile.model_copy(update={"tools": tuple(Tool(name=each) for each in words)})
    places = {*Business.model_fields, *LIMITS} if scope == FIRM else Process.model_fields
    if name not in places or value == "":
        return profile
    unit = "share" if name in SHARES else UNITS.get(name, "")
    return profile.with_fact(FactPath(scope=scope, name=name), Fact(value=value, unit=unit, basis="owner"))


def _aim(words: str) -> GoalKind:
    return next((kind for word, kind in AIMS.items() if word in words.lower()), "other")
