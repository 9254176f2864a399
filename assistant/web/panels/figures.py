"""Figures as an owner reads them: "3-7, likely 5", money in the firm's currency, dates with the month in words."""

from __future__ import annotations

from datetime import date
from math import floor, log10

from assistant.domain.facts import Range

SIGNS = {"GBP": "£", "EUR": "€", "USD": "$", "AUD": "A$", "CAD": "C$", "NZD": "NZ$", "INR": "₹", "JPY": "¥"}
"""Signs that an owner knows at sight; any other currency is shown by its code."""


def number(value: float) -> str:
    """A figure with no more digits than it deserves: 0.4, 3.5, 12, 1,240.

    >>> number(0.43), number(3.46), number(12.4), number(1236.0), number(5.0)
    ('0.4', '3.5', '12', '1,236', '5')
    """
    rounded = round(value, 1) if abs(value) < 10 else round(value)
    return f"{rounded:,.1f}" if rounded != int(rounded) else f"{int(rounded):,}"


def estimated(value: float) -> float:
    """A sum rounded to two digits, three from a thousand on: an estimate has no more.

    >>> estimated(1236.0), estimated(187.0), estimated(23.4)
    (1240.0, 190.0, 23.0)
    """
    if abs(value) < 10:
        return value
    digits = 2 if abs(value) >= 1000 else 1
    return float(round(value, digits - floor(log10(abs(value)))))


def money(value: float, currency: str, exact: bool = False) -> str:
    """Money without false decimals; `exact` keeps what a document states.

    >>> money(1236.0, "GBP"), money(1236.5, "GBP", exact=True), money(12, "CHF"), money(-40, "EUR")
    ('£1,240', '£1,236.50', 'CHF 12', '−€40')
    """
    shown = _stated(abs(value)) if exact else number(estimated(abs(value)))
    return f"{'−' if value < 0 else ''}{_sign(currency)}{shown}"


def _stated(value: float) -> str:
    return f"{value:,.0f}" if value == round(value) else f"{value:,.2f}"


def _sign(currency: str) -> str:
    return SIGNS.get(currency, f"{currency} " if currency else "")


def span(low: str, high: str) -> str:
    """Two ends as one range; one figure where both read alike.

    >>> span("3", "7"), span("£0", "£60"), span("−2", "3"), span("4", "4"), span("£1,425", "£3,705")
    ('3-7', '£0-60', '−2 to 3', '4', '£1,425-3,705')
    """
    if low == high:
        return low
    if "−" in low + high:
        return f"{low} to {high}"
    sign = low.rstrip("0123456789.,")
    return f"{low}-{high.removeprefix(sign)}"


def hours(made: Range) -> str:
    """Hours as a range; "none" where nothing is freed."""
    if made.low is None or made.high is None or made.high <= 0.05:
        return "none"
    return span(_signed(made.low), _signed(made.high))


def _signed(value: float) -> str:
    return f"{'−' if round(value, 1) < 0 else ''}{number(abs(value))}"


def money_range(made: Range, currency: str) -> str:
    """Money as a range; an open end says so."""
    if made.low is None and made.high is None:
        return "cannot be said"
    if made.high is None or made.low is None:
        return f"from {money(made.low or 0.0, currency)}" if made.low is not None else "cannot be said"
    return span(money(made.low, currency), money(made.high, currency))


def payback(made: Range) -> str:
    """Months until the money is back; an end that is None is never within the horizon."""
    if made.low is None:
        return "never in money"
    if made.high is None:
        return f"{number(made.low)} months or never"
    if made.high <= 0:
        return "at once"
    return f"{span(number(made.low), number(made.high))} months"


def likely(made: Range, say_mid: str) -> str:
    """The middle in words, where it says more than the ends do."""
    return f"likely {say_mid}" if made.mid is not None and made.low != made.high else ""


def percent(low: float, high: float | None = None) -> str:
    """A share of 0-1, or a range of them, as percent.

    >>> percent(0.2, 0.3), percent(0.5)
    ('20-30 %', '50 %')
    """
    return f"{span(number(low * 100), number((low if high is None else high) * 100))} %"


def day(value: date) -> str:
    """A date that cannot be misread across borders.

    >>> day(date(2027, 3, 1))
    '1 March 2027'
    """
    return f"{value.day} {value:%B %Y}"


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its word.

    >>> plural(1, "rule"), plural(3, "rule"), plural(2, "reply", "replies")
    ('1 rule', '3 rules', '2 replies')
    """
    return f"{count} {one if count == 1 else many or one + 's'}"
