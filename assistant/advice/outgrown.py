"""Figures at which the sums come out otherwise for a way: found on few draws, told once all draws agree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from math import exp

from assistant.advice.again import Decided, supposed
from assistant.advice.dials import Dial, amount, dials_of, losing, slack_of, turning
from assistant.advice.flip_words import Turned, outward
from assistant.advice.options import Option
from assistant.advice.portfolio import Turn
from assistant.domain.catalogue import Decision
from assistant.domain.profile import Process
from assistant.estimates.estimate import estimate

MOST_PUSHES, PUSH, MOST_AT_ONCE, CLEARLY = 3, 1.03, 1.2, 0.03
"""A value found on few draws is moved outward so often, by these factors, until all draws agree; where the way is
clearly worth it by then, something else stands against it."""

Found = tuple[Turned, Option]


def outgrown(process: Process, turn: Turn, stands: Decided) -> Iterator[Found]:
    """For each figure the nearest value at which a way opens that the sums, or many special cases, keep closed."""
    if turn.decision not in ("leave it", "simplify first"):
        return
    ways = [each for each in stands.ways[process.id] if _by_size(each, turn.decision)]
    found = (dial for each in ways for dial in dials_of(each, stands.profile, process, stands.setting))
    dials = sorted(found, key=lambda each: (each.path.name, each.steps, -slack_of(each.option.estimate)))
    for _, same in groupby(dials, key=lambda each: each.path.name):
        nearest: Found | None = None
        for dial in same:
            if nearest is None or dial.reaches(dial.guess, nearest[0].needed):
                nearest = _nearer(dial, nearest, turn, stands)
        if nearest:
            yield nearest


def dropped(process: Process, option: Option, stands: Decided) -> Iterator[Found]:
    """The amount of work below which a way is no longer worth it."""
    dial = amount(option, process, falls=True)
    value = losing(dial, stands) if dial else None
    if dial and value:
        needed = outward(value, dial.now, dial.path.name)
        yield Turned(path=dial.path, now=dial.now, needed=needed, said=dial.said, becomes="leave it"), option


def _by_size(option: Option, decision: Decision) -> bool:
    """True where figures could turn a way: the sums are against it, or too many of the items are special cases."""
    if option.means.decision == "hand it over":
        return False
    if option.hurdle is None:
        return decision == "leave it" and option.value_per_year <= 0
    return option.hurdle.fact == "exception_share" or (option.hurdle.by_size and decision == "leave it")


def _nearer(dial: Dial, nearest: Found | None, turn: Turn, stands: Decided) -> Found | None:
    """The nearer of what was found and the value at which the dial's way opens."""
    value = turning(dial, stands)
    if value is None or (nearest and not dial.reaches(value, nearest[0].needed)):
        return nearest
    for _ in range(MOST_PUSHES):
        needed = outward(value, dial.now, dial.path.name)
        changed = supposed(stands.profile, dial.path, needed, dial.option.means.id)
        made = estimate(changed, dial.path.scope, dial.option.means.id, stands.setting)
        becomes = stands.choice(changed, dial.path.scope, made).decision
        if becomes != turn.decision:
            turned = Turned(path=dial.path, now=dial.now, needed=needed, said=dial.said, becomes=becomes)
            return turned, dial.option
        if slack_of(made) > CLEARLY:
            break
        push = min(max(PUSH, exp(-slack_of(made))), MOST_AT_ONCE)
        value = needed * push if dial.far > dial.now else needed / push
    return nearest
