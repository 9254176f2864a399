"""Check-ins as sights: one figure each, on the scale on which it errs evenly, with how far it may err."""

from __future__ import annotations

from collections.abc import Callable
from math import log, sqrt
from typing import Literal, NamedTuple

import numpy as np

from assistant.domain.check_in import Figure, Seen
from assistant.estimates.draws import NORMAL_P90, Draws
from assistant.estimates.going import Going, log_odds
from assistant.estimates.job import Tried
from assistant.estimates.priors import Deviations

SightName = Literal["items", "new", "share", "minutes", "minutes_old", "hours", "hours_left", "upkeep"]
LEAST_SEEN = 0.05
"""Minutes or hours below which a figure is taken for that much: nothing has no logarithm."""
LEAST_COUNT = 0.5
"""The same for a count."""
LEAST_OF_HIGH = 0.05
"""The low end of a range as a share of its high end, at the least."""
A_MONTH = 4.0
"""Weeks from which on a count is taken to hold closed days."""


class Sight(NamedTuple):
    """One figure of one month: a logarithm, or log odds of a share; `error` is its standard deviation."""

    name: SightName
    month: int
    value: float
    error: float


def sights(tried: Tried, open_share: float, hours_before: float) -> tuple[Sight, ...]:
    """All figures of all check-ins; what is missing says nothing.

    Counts of a month or more hold closed days too: they become those of a week in which the work is done by the share
    of a year's weeks that are open (0-1). Hours now stand beside the items where these were counted, else beside the
    hours a week before, as if as many came as then.
    """
    return tuple(each for seen in tried.seen for each in _of(seen, tried.deviations, open_share, hours_before))


def predicted(going: Going, sight: Sight) -> Draws:
    """What each draw would have made of that figure."""
    return PREDICTIONS[sight.name](going, sight.month)


def _items(going: Going, month: int) -> Draws:
    return np.asarray(np.log(going.items_in(month)))


def _new(going: Going, month: int) -> Draws:
    return np.asarray(np.log(going.items_in(month) * going.share_in(month)))


def _share(going: Going, month: int) -> Draws:
    return log_odds(going.share_in(month))


def _minutes(going: Going, month: int) -> Draws:
    return np.asarray(np.log(going.minutes_in(month) / going.left_out))


def _minutes_old(going: Going, _month: int) -> Draws:
    return np.asarray(np.log(going.minutes))


def _hours(going: Going, month: int) -> Draws:
    return np.asarray(np.log(going.hours_now_in(month)))


def _hours_left(going: Going, month: int) -> Draws:
    share = going.share_in(month)
    return np.asarray(np.log(1 - share + share * going.minutes_in(month) / going.minutes))


def _upkeep(going: Going, _month: int) -> Draws:
    return np.asarray(np.log(going.upkeep))


PREDICTIONS: dict[SightName, Callable[[Going, int], Draws]] = {
    "items": _items,
    "new": _new,
    "share": _share,
    "minutes": _minutes,
    "minutes_old": _minutes_old,
    "hours": _hours,
    "hours_left": _hours_left,
    "upkeep": _upkeep,
}


def _of(seen: Seen, by: Deviations, open_share: float, hours_before: float) -> list[Sight]:
    """The sights of one check-in."""
    told, month = seen.actuals, seen.month
    weeks = told.weeks * open_share if told.weeks >= A_MONTH else told.weeks
    found = _counted(seen, by, weeks)
    timed: tuple[tuple[SightName, Figure | None], ...] = (("minutes", told.minutes), ("minutes_old", told.minutes_old))
    found += [_sight(name, month, each, (by.minutes.measured,)) for name, each in timed if each is not None]
    if told.hours is not None:
        found.append(_spent(seen, by, hours_before))
    if told.upkeep_hours is not None:
        care = _divided(told.upkeep_hours, weeks)
        found.append(_sight("upkeep", month, care, (by.upkeep.measured, by.upkeep.monthly, by.upkeep.lasting)))
    return found


def _spent(seen: Seen, by: Deviations, hours_before: float) -> Sight:
    """Hours a week now; without a count of items these may have changed as well."""
    told, own = seen.actuals, by.hours
    assert told.hours is not None  # only asked for where it was told
    if told.items is not None:
        return _sight("hours", seen.month, told.hours, (own.measured, own.monthly, own.lasting))
    come = (by.items.monthly, by.items.lasting, by.items.beyond)
    left = _divided(told.hours, hours_before)
    return _sight("hours_left", seen.month, left, (own.measured, own.monthly, own.lasting, *come), LEAST_OF_HIGH)


def _counted(seen: Seen, by: Deviations, weeks: float) -> list[Sight]:
    """Items and new ones: together they make a share; new ones alone are a count of their own."""
    told, month, found = seen.actuals, seen.month, list[Sight]()
    if told.items is not None:
        chance = sqrt(1 / max(_middle(told.items)[0], 1.0))
        found.append(
            _sight("items", month, _divided(told.items, weeks), (by.items.measured, chance), LEAST_COUNT / weeks)
        )
    if told.new is None:
        return found
    new, spread = _middle(told.new)
    if told.items is None:
        chance = sqrt(1 / max(new, 1.0))
        return [_sight("new", month, _divided(told.new, weeks), (by.items.measured, chance), LEAST_COUNT / weeks)]
    items, _ = _middle(told.items)
    if items <= 0:
        return found
    share = (min(new, items) + 0.5) / (items + 1)
    chance = sqrt(1 / ((items + 1) * share * (1 - share)))
    return [*found, Sight("share", month, log(share / (1 - share)), _error((by.share.measured, spread, chance)))]


def _sight(name: SightName, month: int, figure: Figure, parts: tuple[float, ...], least: float = LEAST_SEEN) -> Sight:
    value, spread = _middle(figure)
    return Sight(name, month, log(max(value, least)), _error((*parts, spread)))


def _divided(figure: Figure, by: float) -> Figure:
    return (figure[0] / by, figure[1] / by) if isinstance(figure, tuple) else figure / by


def _middle(figure: Figure) -> tuple[float, float]:
    """The middle of a figure and the standard deviation of its logarithm; the ends of a range are P10 and P90."""
    if not isinstance(figure, tuple):
        return figure, 0.0
    high = max(figure[1], LEAST_SEEN)
    low = max(figure[0], LEAST_OF_HIGH * high)
    return sqrt(low * high), log(high / low) / 2 / NORMAL_P90


def _error(parts: tuple[float, ...]) -> float:
    """Independent deviations as one: the root of the sum of squares."""
    return sqrt(sum(part * part for part in parts))
