"""The loaded cost of a worked hour: only what really falls with the hour (marginal)."""

from __future__ import annotations

from assistant.estimates.draws import Number

WEEKS_A_YEAR = 52


def loaded_cost(wage_per_hour: Number, labour_factor: Number) -> Number:
    """Cost of a worked hour: w = wage * factor.

    The owner's own figure for the wage comes first; a country's factor only where the on-costs are not known.

    >>> round(loaded_cost(24.00, 1 / 0.733), 2)
    32.74
    """
    return wage_per_hour * labour_factor


def labour_factor(on_costs: float, weeks_off: float) -> float:
    """Cost of a worked hour over the gross wage: (1 + on-costs) * 52 / (52 - paid weeks off).

    `on_costs` is the employer's share on top of pay, marginal: a British pension of 3 % above 6,240 on pay of 16,900 is
    0.0189 while the employment allowance covers the rest.

    >>> factor = labour_factor(0.03 * (16_900 - 6_240) / 16_900, 5.6)
    >>> round(loaded_cost(13.00, factor), 2)
    14.84
    """
    return (1 + on_costs) * WEEKS_A_YEAR / (WEEKS_A_YEAR - weeks_off)


def labour_factor_from_share(non_wage_share: float) -> float:
    """Cost over wage from the non-wage share of labour cost that statistics give: 1 / (1 - share).

    >>> round(labour_factor_from_share(0.247), 2)
    1.33
    """
    return 1 / (1 - non_wage_share)
