"""A sound plan, one way to spoil it, and the edits that such ways are made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.catalogue import Catalogue
from assistant.domain.advice import Initiative, Recommendation
from assistant.domain.catalogue import Means, ProcessKind
from assistant.domain.facts import FIRM, Fact, FactPath, Range, Value
from assistant.domain.profile import Process, Profile

FAMILIES = ("GL", "CP", "MK", "RS", "PR", "PE", "DL", "MS", "GV", "ST", "SY", "EV")
"""Goals, capability, market, resources, process, people,
delivery, measurement, governance, stage, systems, evidence."""

WAITS = ("leave it", "stop doing it", "later")
"""Decisions by which nothing is begun yet."""


@dataclass(frozen=True)
class Plan:
    """A firm, what it is recommended, and the one initiative in it that is looked at."""

    profile: Profile
    recommendation: Recommendation
    initiative: Initiative
    catalogue: Catalogue

    @property
    def process(self) -> Process:
        """The work as the owner told it."""
        return next(each for each in self.profile.processes if each.id == self.initiative.process_id)

    @property
    def kind(self) -> ProcessKind:
        """The kind of work."""
        return self.catalogue.process(self.initiative.process_id)

    @property
    def means(self) -> Means:
        """The means that is recommended."""
        return self.catalogue.way(self.initiative.means)

    @property
    def cost(self) -> float:
        """What it costs outside in the first year."""
        return self.initiative.cost_first_year.mid or 0.0

    def figure(self, name: str, scope: str | None = None) -> float:
        """A figure that the owner told of the work (or of another scope); 0 where it is not known."""
        fact = self.profile.fact(FactPath(scope=scope or self.process.id, name=name))
        return fact.mid if fact and fact.is_number else 0.0

    def guards(self, kind: str) -> bool:
        """True where the plan builds in this safeguard."""
        return any(each.kind == kind for each in self.initiative.safeguards)

    def with_initiative(self, **changes: object) -> Plan:
        """The plan with other fields in its initiative, which keeps its id."""
        new = self.initiative.model_copy(update=changes)
        everything = tuple(new if each.id == new.id else each for each in self.recommendation.initiatives)
        recommendation = self.recommendation.model_copy(update={"initiatives": everything})
        return replace(self, initiative=new, recommendation=recommendation)

    def with_profile(self, **changes: object) -> Plan:
        """The plan of a firm whose owner told other goals, strengths or tools."""
        return replace(self, profile=self.profile.model_copy(update=changes))

    def told(self, scope: str, name: str, fact: Fact | None) -> Plan:
        """The plan of a firm whose owner told another fact."""
        return replace(self, profile=self.profile.with_fact(FactPath(scope=scope, name=name), fact))


Change = Callable[[Plan], Plan]
Can = Callable[[Plan], bool]


@dataclass(frozen=True)
class Spoiler:
    """One way to spoil a plan, the families that ought to mark it, why, and to which plans it can be put."""

    name: str
    families: tuple[str, ...]
    why: str
    spoil: Change
    can: Can


def begun(profile: Profile, recommendation: Recommendation, catalogue: Catalogue) -> tuple[Plan, ...]:
    """One plan for each initiative that is begun."""
    return tuple(
        Plan(profile, recommendation, each, catalogue)
        for each in recommendation.initiatives
        if each.decision not in WAITS
    )


def says(name: str, value: Value, quote: str) -> Change:
    """The owner tells something else of the work."""
    return lambda plan: plan.told(plan.process.id, name, Fact(value=value, quote=quote))


def firm_says(name: str, value: Value, quote: str) -> Change:
    """The owner tells something else of the firm."""
    return lambda plan: plan.told(FIRM, name, Fact(value=value, quote=quote))


def sets(**changes: object) -> Change:
    """Other fields in the initiative."""
    return lambda plan: plan.with_initiative(**changes)


def pilots(**changes: object) -> Change:
    """Other fields in the pilot."""

    def change(plan: Plan) -> Plan:
        pilot = plan.initiative.pilot
        return plan.with_initiative(pilot=pilot.model_copy(update=changes)) if pilot else plan

    return change


def without(kind: str) -> Change:
    """One safeguard less."""

    def change(plan: Plan) -> Plan:
        kept = tuple(each for each in plan.initiative.safeguards if each.kind != kind)
        return plan.with_initiative(safeguards=kept)

    return change


def both(first: Change, second: Change) -> Change:
    """Two edits that make one change of meaning."""
    return lambda plan: second(first(plan))


def times(amount: Range, factor: float) -> Range:
    """A result multiplied."""
    low, mid, high = (None if end is None else end * factor for end in (amount.low, amount.mid, amount.high))
    return amount.model_copy(update={"low": low, "mid": mid, "high": high})


def flat(amount: Range, value: float) -> Range:
    """A result that is one value."""
    return amount.model_copy(update={"low": value, "mid": value, "high": value})
