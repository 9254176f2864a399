"""What mistakes cost, kept in their three ledgers: rework in hours, cash paid out, margin lost. Formula 3."""

from __future__ import annotations

from assistant.estimates.draws import Number


def errors_per_year(items_per_week: Number, active_weeks: Number, error_rate: Number) -> Number:
    """Items a year that go wrong: V * W * p.

    >>> round(errors_per_year(1600 * 12 / 52, 52, 0.015))
    288
    """
    return items_per_week * active_weeks * error_rate


def rework_hours_per_year(errors: Number, rework_minutes: Number) -> Number:
    """Hours a year spent on putting errors right: n * rework_min / 60.

    Not to be counted where the owner's own hours already hold the rework.

    >>> rework_hours_per_year(288, 10)
    48.0
    """
    return errors * rework_minutes / 60


def error_cash_per_year(errors: Number, cash_per_error: Number) -> Number:
    """Cash a year that errors cost: n * cash_per_error.

    >>> round(error_cash_per_year(1600 * (0.015 - 0.008), 18.00), 2)
    201.6
    """
    return errors * cash_per_error


def error_margin_per_year(errors: Number, lost_sale_share: Number, margin_per_sale: Number) -> Number:
    """Margin a year that errors lose: n * p_lost * margin.

    >>> error_margin_per_year(288, 0.05, 40.0)
    576.0
    """
    return errors * lost_sale_share * margin_per_sale


def error_cost_per_year(rework_hours: Number, loaded_cost: Number, cash: Number, margin: Number) -> Number:
    """All that errors cost a year, for comparing with the price of a cure only: hours * w + cash + margin.

    Benefits are never added across ledgers; this sum serves the question whether the trouble is worth the price.

    >>> error_cost_per_year(48.0, 15.0, 5184.0, 576.0)
    6480.0
    """
    return rework_hours * loaded_cost + cash + margin


def batch_error_cash(batch_probability: Number, items_in_batch: Number, cash_per_error: Number) -> Number:
    """Cash a year at risk from a machine's error, which is rare but comes in batches: p_batch * items * cash_per_error.

    >>> batch_error_cash(0.1, 100, 4.0)
    40.0
    """
    return batch_probability * items_in_batch * cash_per_error
