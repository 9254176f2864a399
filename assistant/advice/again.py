"""Deciding again in a world in which one fact is another one: what tells whether that fact decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.advice.decide import Choice, decided
from assistant.advice.options import Barred, Option, weighed
from assistant.advice.portfolio import words_of
from assistant.domain.advice import Estimate
from assistant.domain.catalogue import Decision
from assistant.domain.facts import Fact, FactPath, Value
from assistant.domain.profile import Profile
from assistant.estimates.estimate import EstimateSetting
from assistant.estimates.flips import with_changed

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

    def choice(self, changed: Profile, process_id: str, *new: Estimate) -> Choice:
        """The choice for one process in a changed world; `new` are the estimates that come out differently in it."""
        process = changed.process(process_id)
        assert process is not None  # a changed world holds the same work
        ways = weighed(changed, process, self._made(process_id, new), self.setting, self.barred)
        return decided(changed, process, ways, self.setting, self.barred)

    def words(self, changed: Profile) -> dict[str, Decision]:
        """The decision on every process in a world in which no estimate comes out differently."""
        choices = tuple(self.choice(changed, each) for each in self.ways)
        return words_of(choices, changed, self.setting.catalogue)

    def _made(self, process_id: str, new: tuple[Estimate, ...]) -> tuple[Estimate, ...]:
        renewed = {each.means_id: each for each in new}
        return tuple(renewed.get(each.means.id, each.estimate) for each in self.ways[process_id])
