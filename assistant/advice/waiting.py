"""What would bring forward the work that waits its turn: more free hours, more money, less under way."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache

from assistant.advice.again import Decided, supposed
from assistant.advice.flip_words import Turned, outward
from assistant.advice.portfolio import LEAST_SPARE, Place
from assistant.domain.catalogue import Decision
from assistant.domain.facts import FIRM, Fact, FactPath

SCARCE = ("spare_hours_per_week", "budget_first_year", "active_changes")
STEP, STEPS = 1.12, 20
"""Values are tried up to nearly ten times as much."""


def brought_forward(places: Sequence[Place], stands: Decided) -> dict[str, tuple[Turned, ...]]:
    """By process, the facts of the firm that alone let a step begin within half a year, each with the nearest value."""
    late = {
        each.process_id: each.choice.option.means.id
        for each in places
        if each.decision == "later" and each.choice.decision != "later"
    }
    if not late:
        return {}
    found = [_sooner(late, FactPath(scope=FIRM, name=name), stands) for name in SCARCE]
    return {each: tuple(by[each] for by in found if each in by) for each in late}


def _sooner(late: Mapping[str, str], path: FactPath, stands: Decided) -> dict[str, Turned]:
    """The nearest value of one fact for each process that it brings forward; `late` are their ways."""
    fact = stands.profile.fact(path)
    if fact is None or not fact.is_number:
        return {}
    values = _values(path.name, fact)
    if not values:
        return {}

    @lru_cache
    def words(value: float) -> dict[str, Decision]:
        return stands.words(supposed(stands.profile, path, value))

    if all(word == "later" for each, word in words(values[-1]).items() if each in late):
        return {}

    def place(each: str) -> int:
        return bisect_left(values, True, key=lambda value: words(value)[each] != "later")

    nearest = {each: place(each) for each in late}
    return {
        each: Turned(
            path=path, now=fact.mid, needed=values[n], said=True, becomes=words(values[n])[each], means=late[each]
        )
        for each, n in nearest.items()
        if n < len(values)
    }


def _values(name: str, fact: Fact) -> list[float]:
    """The values that are tried, the nearest to today's first."""
    if name == "active_changes":
        return [float(each) for each in range(round(fact.mid) - 1, -1, -1)]
    start = max(fact.high, LEAST_SPARE)
    return sorted({outward(start * STEP**n, fact.high, name) for n in range(1, STEPS + 1)})
