"""Hours: what the work takes today and what a means frees. Formulas 1 and 2."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.estimates.draws import Number


@dataclass(frozen=True)
class Handling:
    """How a means treats items: shares 0-1, review in minutes an item, exceptions in multiples of today's minutes."""

    covered: Number
    removed: Number
    review_minutes: Number
    exceptions: Number
    exception_factor: Number = 1.0


@dataclass(frozen=True)
class Step:
    """A step on the way from hours claimed to hours freed, and the hours left after it."""

    name: str
    hours: float


def hours_today(items: Number, minutes: Number) -> Number:
    """Hours that the work takes: H0 = V * m / 60, in the period of V.

    V items, m hands-on minutes an item. Where the owner gave hours they come first and m is derived from them.

    >>> round(hours_today(70, 2.5), 3)
    2.917
    """
    return items * minutes / 60


def minutes_from_hours(hours: Number, items: Number) -> Number:
    """Minutes an item that the owner's hours and count imply: m = 60 * H0 / V. Never multiplied back.

    >>> minutes_from_hours(3.5, 70)
    3.0
    """
    return 60 * hours / items


def items_from_hours(hours: Number, minutes: Number) -> Number:
    """Items that the owner's hours and the minutes an item imply: V = 60 * H0 / m.

    >>> items_from_hours(3.5, 3.0)
    70.0
    """
    return 60 * hours / minutes


def freed_minutes_per_item(minutes: Number, handling: Handling) -> Number:
    """Minutes freed an item, at full use: f = A * [(1 - e) * (s * m - r) - e * (k - 1) * m].

    A covered share, e exception share of covered items, s share of m removed when an item runs through, r review
    minutes, k exception minutes over m. Exceptions cost today's minutes times k. May be negative.

    >>> round(freed_minutes_per_item(7, Handling(0.85, 0.75, 1.0, 0.18, 1.3)), 3)
    2.641
    """
    through = (1 - handling.exceptions) * (handling.removed * minutes - handling.review_minutes)
    dearer = handling.exceptions * (handling.exception_factor - 1) * minutes
    return handling.covered * (through - dearer)


def freed_hours(items: Number, freed_minutes: Number, adoption: Number, upkeep_hours: Number) -> Number:
    """Net hours freed: H = u * V * f / 60 - h_up, in the period of V and h_up. May be negative, and is shown so.

    u adoption 0-1, V items, f freed minutes an item, h_up own upkeep hours.

    >>> round(freed_hours(70, 2.208, 0.95, 10 / 60), 3)
    2.281
    """
    return adoption * items * freed_minutes / 60 - upkeep_hours


def yearly(hours_per_week: Number, active_weeks: Number) -> Number:
    """Hours a year: H * W, with W the weeks in which the work is done, not 52.

    >>> round(yearly(2.2805, 50), 1)
    114.0
    """
    return hours_per_week * active_weeks


def adoption_in_month(month: int, plateau: Number, ramp: tuple[float, ...]) -> Number:
    """Adoption in a month counted from 1: the ramp's share of the plateau's way, never above the plateau.

    >>> adoption_in_month(2, 0.9, (0.2, 0.5, 0.75, 0.85)), adoption_in_month(5, 0.9, (0.2, 0.5, 0.75, 0.85))
    (0.5, 0.9)
    """
    if month > len(ramp):
        return plateau
    step = ramp[month - 1]
    return min(step, plateau) if isinstance(plateau, (int, float)) else plateau.clip(max=step)


def claimed_to_freed(
    claimed_share: float, items: float, minutes: float, handling: Handling, adoption: float, upkeep_hours: float
) -> tuple[Step, ...]:
    """Hours left after each correction of a claim that `claimed_share` of the work goes; the last is formula 2's H.

    Order: claimed, covered items only, without exceptions, removed share and review instead of the claim, dearer
    exceptions, adoption, upkeep. Plain figures, in the period of `items`.

    >>> terms = Handling(0.85, 0.75, 1.0, 0.18, 1.3)
    >>> [round(step.hours, 1) for step in claimed_to_freed(0.8, 1600, 7, terms, 0.9, 5)]
    [149.3, 126.9, 104.1, 79.0, 70.4, 63.4, 58.4]
    """
    claimed = claimed_share * float(hours_today(items, minutes))
    covered = float(handling.covered) * claimed
    regular = covered * (1 - float(handling.exceptions))
    plain = Handling(handling.covered, handling.removed, handling.review_minutes, handling.exceptions)
    reviewed = items * float(freed_minutes_per_item(minutes, plain)) / 60
    full = items * float(freed_minutes_per_item(minutes, handling)) / 60
    return (
        Step("claimed", claimed),
        Step("items that it can take", covered),
        Step("items that need a person", regular),
        Step("what is left to do and to check", reviewed),
        Step("harder exceptions", full),
        Step("not everybody uses it", adoption * full),
        Step("looking after it", adoption * full - upkeep_hours),
    )
