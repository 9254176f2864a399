"""The lines of total cost of ownership. Formula 6. Money is outside money; own hours are kept apart."""

from __future__ import annotations

import numpy as np

from assistant.estimates.draws import Number


def subscription_per_month(flat: Number, per_person: Number, people: Number, usage: Number = 0.0) -> Number:
    """Price a month in the first year: flat + per_person * people + usage.

    >>> subscription_per_month(29.0, 12.0, 3, 5.5)
    70.5
    """
    return flat + per_person * people + usage


def usage_per_year(items_per_week: Number, covered: Number, active_weeks: Number, price_per_item: Number) -> Number:
    """Price of items taken through a year: V * A * W * price.

    >>> round(usage_per_year(70, 0.92, 50, 0.045), 2)
    144.9
    """
    return items_per_week * covered * active_weeks * price_per_item


def usage_with_overage(units: float, included: float, price: float, overage_factor: float = 1.25) -> float:
    """Price of units above a plan's allowance: max(0, units - included) * price * factor.

    The factor 1.25 is one flow tool's published overage; the contract's own comes first.

    >>> usage_with_overage(1_200, 1_000, 0.02)
    5.0
    """
    return max(0.0, units - included) * price * overage_factor


def risen(amount: Number, rise_per_year: Number, year: int) -> Number:
    """An amount in a year counted from 1, risen from the second on: amount * (1 + g) ** (year - 1).

    >>> round(risen(690.0, 0.06, 2), 2)
    731.4
    """
    return amount if year == 1 else amount * (1 + rise_per_year) ** (year - 1)


def risen_sum(per_month: Number, rise_per_year: Number, months: Number) -> Number:
    """Sum over months of an amount that rises once a year.

    >>> round(float(risen_sum(690.0, 0.06, 36)), 2)
    26360.21
    """
    total: Number = 0.0
    for year in range(1, int(np.max(months) + 11) // 12 + 1):
        in_year = np.minimum(np.maximum(months - 12 * (year - 1), 0), 12)
        total = total + risen(per_month, rise_per_year, year) * in_year
    return total


def total_cost(setup: Number, subscription: Number, upkeep: Number, rise_per_year: Number, months: Number) -> Number:
    """Total cost of ownership in outside money, undiscounted: set-up + risen subscription + upkeep * months.

    `subscription` and `upkeep` are a month; only the subscription rises. `months` are those that are paid for.

    >>> round(float(total_cost(7_500.0, 690.0, 100.0, 0.06, 36)), 2)
    37460.21
    """
    return setup + risen_sum(subscription, rise_per_year, months) + upkeep * months


def training_hours(people: Number, hours_each: Number) -> Number:
    """Own hours of training: people * hours each.

    >>> training_hours(3, 4)
    12
    """
    return people * hours_each


def own_hours_cost(hours: Number, loaded_cost: Number) -> Number:
    """What own hours are worth, shown apart from outside money: h * w.

    >>> round(own_hours_cost(24 + 12 + 20, 24 / 0.733), 2)
    1833.56
    """
    return hours * loaded_cost


def exit_cost(export_hours: Number, loaded_cost: Number, overlap_months: Number, monthly: Number) -> Number:
    """What leaving costs, without an early fee: export_h * w + overlap months * price a month.

    >>> exit_cost(6, 15.0, 1, 24.0)
    114.0
    """
    return export_hours * loaded_cost + overlap_months * monthly


def doing_nothing(hours_per_month: float, loaded_cost: float, errors_per_month: float, months: int) -> float:
    """What today's way costs to the horizon with wages and volume as they are: (h * w + errors) * months.

    >>> round(doing_nothing(1600 * 7 / 60, 24 / 0.733, 1600 * 0.015 * 18.00, 36))
    235579
    """
    return (hours_per_month * loaded_cost + errors_per_month) * months


def doing_nothing_growing(per_year: Number, wage_growth: Number, volume_growth: Number, years: int) -> Number:
    """The same where wages and volume grow: sum over years of cost * ((1 + wage growth) * (1 + volume growth)) ** year.

    >>> round(doing_nothing_growing(1_000.0, 0.03, 0.10, 3), 2)
    3416.69
    """
    growth = (1 + wage_growth) * (1 + volume_growth)
    total: Number = 0.0
    for year in range(years):
        total = total + per_year * growth**year
    return total
