"""Ranges from facts: an owner's range is kept, a single figure gets the spread that memory gives such figures."""

from __future__ import annotations

from math import sqrt

from assistant.domain.catalogue import Spread
from assistant.domain.facts import Fact
from assistant.estimates.job import SAID, Input, Kind
from assistant.estimates.priors import Defaults, Prior

EXACT: Spread = (1.0, 1.0, 1.0)


def figure(fact: Fact | None) -> Fact | None:
    """The fact where it is a figure that is not negative, else None: words and yes/no carry no range."""
    return fact if fact is not None and fact.is_number and min(fact.low, fact.high) >= 0 else None


def range_of(fact: Fact, memory: Spread, defaults: Defaults, kind: Kind = "amount") -> Spread:
    """P10, P50, P90 of a fact.

    A range keeps its ends; its middle is the geometric mean of an amount and the mean of a share. A single figure is
    spread by `memory`, and by more where it is not the owner's. Shares are cut at 1.
    """
    if fact.is_range:
        low, high = sorted((fact.low, fact.high))
        mid = sqrt(low * high) if kind == "amount" and low > 0 else (low + high) / 2
    else:
        factors = memory if fact.basis in SAID else defaults.weakly_said.spread
        low, mid, high = (fact.mid * factor for factor in factors)
    if kind == "share":
        return min(low, 1.0), min(mid, 1.0), min(high, 1.0)
    return low, mid, high


def memory_of_minutes(fact: Fact, defaults: Defaults) -> Spread:
    """The spread of a time told from memory: long tasks are remembered short, short ones long."""
    low, mid, high = defaults.minutes_said.spread
    bias = 1.0
    if fact.mid > 30:
        bias = defaults.long_task_bias.mid
    elif fact.mid < 5:
        bias = defaults.short_task_bias.mid
    return low * bias, mid * bias, high * bias


def scaled(spread: Spread, factor: float) -> Spread:
    """A range times a factor."""
    return spread[0] * factor, spread[1] * factor, spread[2] * factor


def at_least(spread: Spread, floor: Spread) -> Spread:
    """A range raised, end by end, to another."""
    return max(spread[0], floor[0]), max(spread[1], floor[1]), max(spread[2], floor[2])


def part_of(whole: Input, part: Prior) -> Input:
    """A share of a share, end by end; it rests on the assumption beside the owner's words."""
    low, mid, high = (one * of for one, of in zip(whole.spread, part.spread, strict=True))
    return whole.model_copy(update={"spread": (low, mid, high), "note": note_of(part)})


def note_of(prior: Prior) -> str:
    """What an assumed range rests on, with its strength."""
    return f"{prior.strength}: {prior.basis}"
