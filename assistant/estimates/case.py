"""From what one estimate's inputs are resolved: the owner's facts, the catalogue's ranges, the priors."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from assistant.domain.catalogue import Country, Means, ProcessKind, Spread
from assistant.domain.facts import Basis, Fact
from assistant.domain.profile import Process, Profile
from assistant.estimates.job import SAID, About, Input, Kind, made_input
from assistant.estimates.priors import Prior, Priors
from assistant.estimates.said import figure, note_of, range_of, scaled

NEUTRAL_WAGE = 12.0
"""The usual wage an hour of a country in which somebody's work is sold at the neutral price, assumed."""


@dataclass(frozen=True)
class Case:
    """What inputs are resolved from."""

    profile: Profile
    kind: ProcessKind
    means: Means
    country: Country | None
    priors: Priors

    @cached_property
    def work(self) -> Process:
        return self.profile.process(self.kind.id) or Process(id=self.kind.id, name=self.kind.name)

    @property
    def headcount(self) -> float:
        said = figure(self.profile.business.headcount)
        return max(said.mid, 1.0) if said else self.priors.defaults.headcount.mid

    def fact(self, name: str) -> Fact | None:
        """The figure of that name that was told of this work."""
        found = getattr(self.work, name)
        return figure(found) if isinstance(found, Fact) else None

    def told(self, name: str, unit: str, memory: Spread, kind: Kind = "amount") -> Input | None:
        fact = self.fact(name)
        return (
            self.of_fact(name, fact, unit, range_of(fact, memory, self.priors.defaults, kind), kind) if fact else None
        )

    def own_words(self, name: str, memory: Spread) -> Input | None:
        """Money that may enter a ledger: only where the owner said it."""
        found = self.told(name, "money", memory)
        return found if found and found.is_said else None

    def of_fact(self, name: str, fact: Fact, unit: str, spread: Spread, kind: Kind = "amount") -> Input:
        return made_input(name, spread, unit, fact.basis, f"{self.kind.id}.{name}", About(kind, fact.quote))

    def assumed(self, name: str, spread: Spread, unit: str, kind: Kind = "amount", basis: Basis = "assumed") -> Input:
        return made_input(name, spread, unit, basis, f"{self.kind.id}.{name}", About(kind))

    def usual(self, name: str, unit: str, kind: Kind = "amount") -> Input:
        """The catalogue's range for this work, with what it rests on."""
        spread: Spread = getattr(self.kind, name)
        return made_input(
            name, spread, unit, "assumed", f"{self.kind.id}.{name}", About(kind, note=self.kind.ground(name))
        )

    def default(self, name: str, unit: str = "", *, kind: Kind = "amount", scope: str = "firm") -> Input:
        prior: Prior = getattr(self.priors.defaults, name)
        stream, note = f"{scope}.{name}", note_of(prior)
        return made_input(name, prior.spread, unit or prior.unit, "assumed", stream, About(kind, note=note))

    @cached_property
    def exchange_rate(self) -> float:
        """Own money for one neutral unit."""
        return self.country.money_per_neutral if self.country else 1.0

    @cached_property
    def labour_rate(self) -> float:
        """Own money for one neutral unit of somebody's work: by the country's wages where these are lower than the
        exchange rate makes them, for set-up and help are bought next door."""
        if self.country is None:
            return 1.0
        by_wages = self.country.wage_per_hour[1] / NEUTRAL_WAGE
        return min(self.exchange_rate, by_wages)

    def way(self, name: str, unit: str = "share", *, kind: Kind = "amount", rate: float = 1.0) -> Input:
        """A range of the means, money in own money by `rate`; its luck is the same wherever that means is used."""
        spread: Spread = getattr(self.means, name)
        stream = f"{self.means.id}.{name}"
        return made_input(name, scaled(spread, rate), unit, "assumed", stream, About(kind, note=self.means.basis))


def words_of(fact: Fact | None) -> str:
    """The words of a fact, empty where it has none or they are not the owner's."""
    if fact is None or fact.basis not in SAID:
        return ""
    value = fact.value
    if isinstance(value, tuple):
        return " ".join(str(part) for part in value)
    return value if isinstance(value, str) else ""


def says(text: str, wordings: tuple[str, ...]) -> bool:
    """True where one of the wordings stands in the text as whole words."""
    plain = " ".join("".join(letter if letter.isalnum() else " " for letter in text.lower()).split())
    return any(f" {wording} " in f" {plain} " for wording in wordings)
