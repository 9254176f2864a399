"""What an owner has told: the firm, its goals, its work and its limits."""

from __future__ import annotations

from typing import Literal, get_args

from assistant.domain.check_in import Trial
from assistant.domain.facts import FIRM, Fact, FactPath, Noun, Said

GoalKind = Literal[
    "growth", "time", "money", "quality", "customers", "people", "resilience", "reach", "stay small", "exit", "other"
]
ConstraintKind = Literal["budget", "time", "skill", "rule", "preference"]
Stage = Literal["early", "scaling", "mature"]
STAGES: tuple[Stage, ...] = get_args(Stage)
"""The stages in which firms grow, in their order."""

LIMITS: dict[str, ConstraintKind] = {
    "budget_first_year": "budget",
    "spare_hours_per_week": "time",
    "team_skill": "skill",
}
"""Facts of the firm that live among its constraints, by the kind of constraint that holds each."""
BUDGET, SPARE_HOURS, SKILL = (FactPath(scope=FIRM, name=name) for name in LIMITS)


LISTS = ("goals", "strengths", "processes", "tools")
"""What a profile keeps as lists of things told, addressed by `firm.<name>` as a fact is."""


class Business(Noun):
    """Facts of the whole firm."""

    industry: Fact | None = None
    headcount: Fact | None = None
    stage: Fact | None = None
    country: Fact | None = None
    currency: Fact | None = None
    revenue_per_year: Fact | None = None
    growth_per_year: Fact | None = None
    change_within_months: Fact | None = None
    wage_per_hour: Fact | None = None
    free_cash: Fact | None = None
    active_changes: Fact | None = None
    own_accounts: Fact | None = None
    contribution_margin: Fact | None = None
    customers_asked: Fact | None = None


class Goal(Noun):
    """Where the owner wants to be, in the owner's words."""

    kind: GoalKind
    text: str
    quote: str | None = None
    horizon_years: float | None = None


class Strength(Noun):
    """What customers come for."""

    text: str
    quote: str | None = None
    personal: bool = False


class Process(Noun):
    """One piece of work as this firm does it; figures are per week unless the name says otherwise.

    `customer_facing` is 0-3, shares are 0-1, `stable`, `documented`, `reversible`, `needed` and `own_feature` (a tool
    that is paid for can do it) are yes/no. `offer_once` and `offer_per_month` are what `wanted_means` is offered for.
    """

    id: str
    name: str
    quote: str | None = None
    items_per_week: Fact | None = None
    minutes_per_item: Fact | None = None
    hours_per_week: Fact | None = None
    people: Fact | None = None
    error_rate: Fact | None = None
    customer_facing: Fact | None = None
    digital_input: Fact | None = None
    rule_based: Fact | None = None
    stable: Fact | None = None
    documented: Fact | None = None
    exception_share: Fact | None = None
    active_weeks: Fact | None = None
    doer: Fact | None = None
    wage_per_hour: Fact | None = None
    freed_hours_use: Fact | None = None
    posts_expected_to_go: Fact | None = None
    staff_told: Fact | None = None
    doers_asked: Fact | None = None
    reversible: Fact | None = None
    needed: Fact | None = None
    wanted_means: Fact | None = None
    reasons: Fact | None = None
    past_attempt: Fact | None = None
    cash_per_error: Fact | None = None
    lost_sales_per_month: Fact | None = None
    cause_changed: Fact | None = None
    prerequisite_met: Fact | None = None
    minutes_to_person: Fact | None = None
    qualified_review: Fact | None = None
    data_terms: Fact | None = None
    consent: Fact | None = None
    outside_bill_per_year: Fact | None = None
    own_feature: Fact | None = None
    offer_once: Fact | None = None
    offer_per_month: Fact | None = None

    @property
    def is_measured(self) -> bool:
        """True where something was told of how much of it there is."""
        return any((self.hours_per_week, self.items_per_week, self.minutes_per_item))

    @property
    def is_counted(self) -> bool:
        """True where its hours follow from what was told: how many there are, and how long one takes."""
        return self.items_per_week is not None and self.minutes_per_item is not None

    @property
    def is_sized(self) -> bool:
        """True where its hours were told or follow from what was told."""
        return self.hours_per_week is not None or self.is_counted


class Tool(Noun):
    """A tool that the firm uses, by the name the owner gave it."""

    name: str
    quote: str | None = None
    kind: str | None = None


class Constraint(Noun):
    """A limit: money, time, skill, a rule that binds, or a preference; `means` is a way that is ruled out by it."""

    kind: ConstraintKind
    text: str
    amount: Fact | None = None
    quote: str | None = None
    means: str = ""


class Pain(Noun):
    """Something that hurts, tied to a process where the words say so."""

    text: str
    quote: str | None = None
    process_id: str | None = None


class Quantity(Noun):
    """A figure that was read, whether or not it found its place; `fact` is what it says in the slot that it fills."""

    text: str
    said: Said
    quote: str
    process_id: str | None = None
    slot: str | None = None
    fact: Fact | None = None


class Profile(Noun):
    """Everything understood so far."""

    business: Business = Business()
    goals: tuple[Goal, ...] = ()
    strengths: tuple[Strength, ...] = ()
    processes: tuple[Process, ...] = ()
    tools: tuple[Tool, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    pains: tuple[Pain, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    trials: tuple[Trial, ...] = ()

    def trial(self, process_id: str) -> Trial | None:
        """The way that is tried for a piece of work, or None."""
        return next((each for each in self.trials if each.process_id == process_id), None)

    def process(self, process_id: str) -> Process | None:
        """The process of that id, or None."""
        return next((each for each in self.processes if each.id == process_id), None)

    def knows(self, path: FactPath) -> bool:
        """True where the owner has told this, whether it is a fact or one of the lists."""
        return bool(getattr(self, path.name)) if is_list(path) else self.fact(path) is not None

    def fact(self, path: FactPath) -> Fact | None:
        """The fact at an address, or None where it is not known."""
        if path.scope != FIRM:
            process = self.process(path.scope)
            found = getattr(process, path.name) if process else None
        elif path.name in LIMITS:
            kind = LIMITS[path.name]
            found = next((each.amount for each in self.constraints if each.kind == kind and each.amount), None)
        else:
            found = getattr(self.business, path.name)
        return found if isinstance(found, Fact) else None

    def with_fact(self, path: FactPath, fact: Fact | None) -> Profile:
        """A profile in which the fact at `path` is `fact`; None takes it away. An unknown process is left alone."""
        if path.scope != FIRM:
            processes = tuple(
                each.model_copy(update={path.name: fact}) if each.id == path.scope else each for each in self.processes
            )
            return self.model_copy(update={"processes": processes})
        if path.name in LIMITS:
            kind = LIMITS[path.name]
            others = tuple(each for each in self.constraints if not (each.kind == kind and each.amount))
            new = (Constraint(kind=kind, text=fact.quote or path.name, amount=fact, quote=fact.quote),) if fact else ()
            return self.model_copy(update={"constraints": others + new})
        return self.model_copy(update={"business": self.business.model_copy(update={path.name: fact})})

    def without(self, ids: frozenset[str]) -> Profile:
        """A profile without these kinds of work and all that was told of them."""
        told = ("pains", "quantities", "trials")
        rest = {name: tuple(each for each in getattr(self, name) if each.process_id not in ids) for name in told}
        kept = tuple(each for each in self.processes if each.id not in ids)
        return self.model_copy(update={**rest, "processes": kept})

    def small_spend(self, neutral: float) -> float:
        """The yearly sum below which a try needs no ceremony: 0.5 % of revenue, 500 to 5,000; 1,000 if unknown.

        Own currency, with `neutral` the own money for one dollar, euro or pound. An assumed threshold.
        """
        revenue = self.business.revenue_per_year
        if revenue is None or not revenue.is_number:
            return 1000.0 * neutral
        return min(5000.0 * neutral, max(500.0 * neutral, 0.005 * revenue.mid))

    def people(self) -> float | None:
        """The number of people in the firm, or None."""
        headcount = self.business.headcount
        return headcount.mid if headcount and headcount.is_number else None


def is_list(path: FactPath) -> bool:
    """True where an address names a list of things told rather than a fact."""
    return path.scope == FIRM and path.name in LISTS


def is_address(path: FactPath) -> bool:
    """True where an address could hold a fact: of the firm, one of its limits, or of a piece of work."""
    if path.scope == FIRM:
        return path.name in LIMITS or path.name in Business.model_fields
    field = Process.model_fields.get(path.name)
    return field is not None and field.annotation == (Fact | None)
