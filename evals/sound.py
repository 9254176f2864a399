"""Firms whose owners told everything that a careful adviser would ask, so that the advice for them is sound."""

from __future__ import annotations

from assistant.catalogue import read_noun
from assistant.domain.facts import Fact, Noun, Said, Value
from assistant.domain.profile import LIMITS, Business, Constraint, Goal, Process, Profile, Strength, Tool
from evals.casebook import CASES

PLACE = CASES / "sound.yml"
UNITS: dict[str, tuple[str, str]] = {
    "headcount": ("people", ""),
    "customers_asked": ("customers", ""),
    "active_changes": ("changes", ""),
    "change_within_months": ("months", ""),
    "items_per_week": ("items", "week"),
    "minutes_per_item": ("minutes", "item"),
    "hours_per_week": ("hours", "week"),
    "spare_hours_per_week": ("hours", "week"),
    "active_weeks": ("weeks", "year"),
    "people": ("people", ""),
    "minutes_to_person": ("minutes", ""),
    "wage_per_hour": ("money", "hour"),
    "revenue_per_year": ("money", "year"),
    "budget_first_year": ("money", "year"),
    "free_cash": ("money", ""),
    "cash_per_error": ("money", ""),
    "outside_bill_per_year": ("money", "year"),
}
"""The unit and the period in which owners say a figure."""

Told = tuple[Value, str]
"""What it comes to, and the owner's words for it."""


class ToldWork(Noun):
    """One piece of work as it was told."""

    id: str
    name: str
    quote: str
    facts: dict[str, Told]

    def process(self) -> Process:
        """The work as the product knows it."""
        facts = {name: _fact(name, told) for name, told in self.facts.items()}
        return Process.model_validate({"id": self.id, "name": self.name, "quote": self.quote, **facts})


class Firm(Noun):
    """A firm as its owner told it."""

    name: str
    firm: dict[str, Told]
    goals: tuple[Goal, ...]
    strengths: tuple[Strength, ...]
    tools: tuple[Tool, ...]
    limits: dict[str, Told]
    work: tuple[ToldWork, ...]

    def profile(self) -> Profile:
        """The firm as the product knows it."""
        return Profile(
            business=Business.model_validate({name: _fact(name, told) for name, told in self.firm.items()}),
            goals=self.goals,
            strengths=self.strengths,
            processes=tuple(each.process() for each in self.work),
            tools=self.tools,
            constraints=tuple(
                Constraint(kind=kind, text=words, quote=words, amount=_fact(name, (value, words)))
                for name, kind in LIMITS.items()
                for value, words in (self.limits[kind],)
            ),
        )


class Firms(Noun):
    """All of them."""

    firms: tuple[Firm, ...]


def sound_firms() -> tuple[Firm, ...]:
    """Every firm of evals/cases/sound.yml."""
    return read_noun(PLACE, Firms).firms


def _fact(name: str, told: Told) -> Fact:
    """A fact in the owner's words; a figure is kept as it was said, too."""
    value, quote = told
    unit, per = UNITS.get(name, ("", ""))
    is_figure = isinstance(value, float)
    return Fact(value=value, unit=unit, said=Said(value=value, unit=unit, per=per) if is_figure else None, quote=quote)
