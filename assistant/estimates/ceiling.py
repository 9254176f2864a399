"""The price ceiling, tested before anything else is asked. Formula 7."""

from __future__ import annotations

from assistant.estimates.draws import Number

CHEAP_SHARE = 0.5
"""A freed hour is cheap at half the cost of a worked hour or less."""


def work_costs_today(hours_per_year: Number, loaded_cost: Number) -> Number:
    """What the whole job costs a year: H0 * W * w.

    >>> work_costs_today(15.6, 15.00)
    234.0
    """
    return hours_per_year * loaded_cost


def costs_more_than_the_work(outside_cost_per_year: float, work_costs_per_year: float) -> bool:
    """True where the outside cost a year reaches what the whole job costs: leave it, and ask nothing more.

    What costs nothing is never above the ceiling.

    >>> costs_more_than_the_work(288.00, 234.00), costs_more_than_the_work(0.0, 0.0)
    (True, False)
    """
    return outside_cost_per_year > 0 and outside_cost_per_year >= work_costs_per_year


def highest_price_per_year(net_hours_per_year: float, loaded_cost: float, share: float = CHEAP_SHARE) -> float:
    """The highest outside price a year at which a freed hour stays cheap: net hours * share * w; 0 where none is freed.

    >>> round(highest_price_per_year(114.0267, 14.84446))
    846
    """
    return max(0.0, net_hours_per_year) * share * loaded_cost
