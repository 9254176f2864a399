"""Figures at which the sums come out otherwise for a way: found on few draws, told once all draws agree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from math import exp

from assistant.advice.again import Decided, supposed
from assistant.advice.dials import Dial, amount, dials_of, losing, turning
from assistant.advice.flip_words import Turned, outward
from assistant.advice.options import Option
from assistant.advice.portfolio import Place
from assistant.advice.slack import slack_of
from assistant.domain.catalogue import Decision
from assistant.domain.profile import LIMITS, Process
from assistant.estimates.estimate import estimate

MOST_PUSHES, PUSH, MOST_AT_ONCE, CLEARLY = 3, 1.03, 1.2, 0.03
"""A value found on few draws is moved outward so often, by these factors, until all draws agree; where the way is
clearly worth it by then, or clearly not, something else keeps the decision as it is."""


def outgrown(process: Process, place: Place, stands: Decided) -> Iterator[Turned]:
    """For each figure the nearest value at which a way opens that the sums, or many special cases, keep closed."""
    if place.decision not in ("leave it", "simplify first"):
        return
    ways = [each for each in stands.ways[process.id] if _by_size(each, place.decision)]
    found = (dial for each in ways for dial in dials_of(each, stands.profile, process, stands.setting))
    dials = sorted(found, key=lambda each: (each.path.name, each.steps, -slack_of(each.option.estimate)))
    for _, same in groupby(dials, key=lambda each: each.path.name):
        nearest: Turned | None = None
        for dial in same:
            if nearest is None or dial.reaches(dial.guess, nearest.needed):
                nearest = _nearer(dial, nearest, place, stands)
        if nearest:
            yield nearest


def dropped(process: Process, place: Place, stands: Decided) -> Iterator[Turned]:
    """The amount of work below which another decision is better than the way taken."""
    dial = amount(place.choice.option, process, falls=True)
    value = losing(dial, stands) if dial else None
    if dial and value:
        kept = [each.means.id for each in stands.ways[process.id] if _may_stay(each)]
        turned = _agreed(dial, value, place, stands, kept)
        if turned:
            yield turned


def _may_stay(option: Option) -> bool:
    """True for a way that could be taken when there is less of the work: what else closes one goes on closing it."""
    return option.hurdle is None or option.hurdle.fact in LIMITS


def _by_size(option: Option, decision: Decision) -> bool:
    """True where figures could turn a way: the sums are against it, or too many of the items are special cases."""
    if option.means.decision == "hand it over":
        return False
    if option.hurdle is None:
        return decision == "leave it" and option.value_per_year <= 0
    if option.hurdle.fact == "exception_share":
        return True
    waits = option.hurdle.fact == "stable"  # what is worth it once the work has changed is put off, not left
    return decision == "leave it" and (option.hurdle.by_size or waits)


def _nearer(dial: Dial, nearest: Turned | None, place: Place, stands: Decided) -> Turned | None:
    """The nearer of what was found and the value at which the dial's way opens."""
    value = turning(dial, stands)
    if value is None or (nearest and not dial.reaches(value, nearest.needed)):
        return nearest
    return _agreed(dial, value, place, stands, [dial.option.means.id]) or nearest


def _agreed(dial: Dial, value: float, place: Place, stands: Decided, ways: list[str]) -> Turned | None:
    """The value, moved outward until the decision is another one on all draws, with `ways` estimated anew; or None."""
    means_id, process_id = dial.option.means.id, dial.path.scope
    for _ in range(MOST_PUSHES):
        needed = outward(value, dial.now, dial.path.name)
        changed = supposed(stands.profile, dial.path, needed, means_id)
        made = {each: estimate(changed, process_id, each, stands.setting) for each in ways}
        becomes = stands.choice(changed, process_id, *made.values()).decision
        if becomes != place.choice.decision:
            return Turned(
                path=dial.path, now=dial.now, needed=needed, said=dial.said, becomes=becomes, means=means_id,
                drops=dial.drops,
            )  # fmt: skip
        short = slack_of(made[means_id]) * (1 if dial.drops else -1)
        if short < -CLEARLY:
            break
        push = min(max(PUSH, exp(short)), MOST_AT_ONCE)
        value = needed * push if dial.far > dial.now else needed / push
    return None
