"""Deciding again in a world in which one fact is another one: what tells whether that fact decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.advice.decide import Choice, decided
from assistant.advice.options import Barred, Option, options, weighed
from assistant.advice.portfolio import words_of
from assistant.domain.advice import Estimate
from assistant.domain.catalogue import Decision
from assistant.domain.facts import Fact, FactPath, Value
from assistant.domain.profile import Process, Profile
from assistant.estimates.flips import with_changed
from assistant.estimates.setting import EstimateSetting

FEW_DRAWS = 400
"""Enough to search and to rank by; what is told is worked out on all draws."""
PRICES = ("offer_per_month", "offer_once")
"""What the way in mind is offered for: a price that is supposed is the price of the way that it is supposed for."""


def supposed(profile: Profile, path: FactPath, value: Value, means_id: str = "") -> Profile:
    """The profile of a world in which one fact is another one; for a price `means_id` is what is had for it.

    Raises UnknownName where there is no such work.
    """
    changed = with_changed(profile, path, value)
    if path.name not in PRICES or not means_id:
        return changed
    return changed.with_fact(FactPath(scope=path.scope, name="wanted_means"), Fact(value=means_id))


@dataclass(frozen=True)
class Decided:
    """Everything that was decided on, by process: the ways, and what they were weighed against."""

    profile: Profile
    ways: Mapping[str, tuple[Option, ...]]
    setting: EstimateSetting
    barred: Barred

    def choices(self) -> tuple[Choice, ...]:
        """The choice for every process as things are."""
        return tuple(self.of_ways(self.profile, each, ways) for each, ways in self.ways.items())

    def choice(self, changed: Profile, process_id: str, *new: Estimate) -> Choice:
        """The choice for one process in a changed world; `new` are the estimates that come out differently in it."""
        return self.of_ways(changed, process_id, self.ways_in(changed, process_id, *new))

    def ways_in(self, changed: Profile, process_id: str, *new: Estimate) -> tuple[Option, ...]:
        """The ways for one process in a changed world."""
        renewed = {each.means_id: each for each in new}
        made = tuple(renewed.get(each.means.id, each.estimate) for each in self.ways[process_id])
        return weighed(changed, _work(changed, process_id), made, self.setting, self.barred)

    def of_ways(self, changed: Profile, process_id: str, ways: tuple[Option, ...]) -> Choice:
        """The choice among ways for one process."""
        return decided(changed, _work(changed, process_id), ways, self.setting, self.barred)

    def words(self, changed: Profile) -> dict[str, Decision]:
        """The decision on every process in a world in which no estimate comes out differently."""
        choices = tuple(self.choice(changed, each) for each in self.ways)
        return words_of(choices, changed, self.setting.catalogue)


def decide_on(profile: Profile, works: tuple[Process, ...], setting: EstimateSetting, barred: Barred) -> Decided:
    """What is to be decided on for these pieces of work: every way that competes, estimated."""
    ways = {each.id: options(profile, each, setting, barred) for each in works}
    return Decided(profile=profile, ways=ways, setting=setting, barred=barred)


def _work(changed: Profile, process_id: str) -> Process:
    process = changed.process(process_id)
    assert process is not None  # a changed world holds the same work
    return process
