"""Figures put into words for an owner: 3-7 h a week, likely 5; £1,200; about half an hour; tea, milk and sugar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import floor, log10

from assistant.domain.facts import Range
from assistant.domain.knowledge import RESTS_ON, Strength

SIGNS = {
    "USD": "$",
    "GBP": "£",
    "EUR": "€",
    "CAD": "$",
    "AUD": "$",
    "NZD": "$",
    "SGD": "$",
    "INR": "₹",
    "ZAR": "R",
    "JPY": "¥",
}
SPACED_SIGNS = {
    "CHF": "CHF",
    "KES": "KSh",
    "AED": "AED",
    "SEK": "kr",
    "NOK": "kr",
    "DKK": "kr",
    "PLN": "zł",
    "CZK": "Kč",
    "HUF": "Ft",
    "RON": "lei",
}


OWN_UNITS = ("h", "hours", "months", "weeks", "days", "minutes", "")


def say_number(value: float) -> str:
    """A figure without false decimals: two significant digits below ten, whole above, tens from a thousand.

    >>> say_number(2.281), say_number(13.5), say_number(1234.4), say_number(16482.1)
    ('2.3', '14', '1,230', '16,500')
    """
    if value == 0:
        return "0"
    digits = floor(log10(abs(value)))
    places = 1 - digits if digits < 1 else 0 if digits < 3 else 2 - digits
    rounded = round(value, places)
    return f"{rounded:,.{max(places, 0)}f}".rstrip("0").rstrip(".") if places > 0 else f"{rounded:,.0f}"


def say_money(value: float, currency: str) -> str:
    """An amount with the owner's sign; pennies only under ten.

    >>> say_money(144.9, "GBP"), say_money(1.27, "USD"), say_money(-366.78, "EUR"), say_money(8254.43, "PLN")
    ('£145', '$1.27', '-€367', '8,250 zł')
    """
    sign = "-" if value < 0 else ""
    amount = abs(value)
    figure = f"{amount:.2f}".removesuffix(".00") if amount < 10 else say_number(amount)
    if currency in SIGNS:
        return f"{sign}{SIGNS[currency]}{figure}"
    unit = SPACED_SIGNS.get(currency, currency)
    return f"{sign}{unit} {figure}" if unit in ("CHF", "KSh", "AED") else f"{sign}{figure} {unit}".rstrip()


def say_sum(value: float, currency: str) -> str:
    """An amount as a paper states it, to the penny where there are pennies.

    >>> say_sum(1236.5, "GBP"), say_sum(12480, "EUR"), say_sum(0.04, "USD"), say_sum(99, "CHF"), say_sum(-3, "")
    ('£1,236.50', '€12,480', '$0.04', '99 CHF', '-3')
    """
    figure = f"{abs(value):,.2f}".removesuffix(".00")
    sign = "-" if value < 0 else ""
    return f"{sign}{SIGNS[currency]}{figure}" if currency in SIGNS else f"{sign}{figure} {currency}".rstrip()


def say_hours(hours: float, per: str = "") -> str:
    """Hours in the unit that people use for them, under an hour in minutes; `per` adds the period.

    >>> say_hours(0.4, "week"), say_hours(2.281, "week"), say_hours(1), say_hours(-0.4, "week")
    ('24 minutes a week', '2.3 h a week', '1 h', '-24 minutes a week')
    """
    if hours < 0:
        return f"-{say_hours(-hours, per)}"
    minutes = hours * 60
    if 0 < minutes < 60:
        rounded = round(minutes / 5) * 5 if minutes >= 30 else max(round(minutes), 1)
        figure = f"{rounded} {'minute' if rounded == 1 else 'minutes'}" if rounded < 60 else "1 h"
    else:
        figure = f"{say_number(hours)} h"
    return f"{figure} {say_per(per)}".rstrip()


def hours_between(low: float, high: float) -> str:
    """A range of hours, the unit once where both ends have it.

    >>> hours_between(0.2, 0.4), hours_between(1.3, 5.2), hours_between(0.5, 5)
    ('12 to 24 minutes', '1.3 to 5.2 h', '30 minutes to 5 h')
    """
    first, last = say_hours(low), say_hours(high)
    return last if first == last else f"{first.removesuffix(f' {last.split()[-1]}')} to {last}"


def say_per(per: str) -> str:
    """A period as it follows a figure: a week, an hour, every 2 weeks; "" where there is none."""
    if not per:
        return ""
    if per[0].isdigit():
        return f"every {per}"
    return f"{'an' if per[0] in 'aeio' or per == 'hour' else 'a'} {per}"


def say_range(range_: Range, currency: str = "", per: str = "") -> str:
    """A range with its likely value: "3-7 h a week, likely 5"; one figure where both ends read the same.

    A missing end means that it never happens within the horizon.
    """
    low, mid, high = range_.low, range_.mid, range_.high
    if low is None and mid is None:
        return "not within the horizon"
    if low is None or high is None:
        known = mid if mid is not None else low if low is not None else high
        return f"likely {_figure(known or 0.0, range_.unit, currency, per)}, at worst never"
    one, two = _bare(low, currency), _bare(high, currency)
    tail = _tail(range_.unit, currency, per)
    if one == two:
        return f"{one}{tail}"
    likely = _bare(mid, currency) if mid is not None else ""
    joined = f"{one} to {two}" if "-" in one or "-" in two or " " in one + two else f"{one}-{two}"
    return f"{joined}{tail}, likely {likely}" if likely and likely not in (one, two) else f"{joined}{tail}"


def say_estimate(found: Range, currency: str) -> str:
    """A range of an estimate with its unit: "1.4-3.1 h a week, likely 2.3", "£140-£220 a year, likely £180"."""
    unit, _, per = found.unit.partition("/")
    per = "hour" if per == "h" else per
    if unit in OWN_UNITS:
        return _assumed(found, say_range(found.model_copy(update={"unit": unit}), per=per))
    return _assumed(found, say_range(found.model_copy(update={"unit": ""}), currency=currency, per=per))


def say_payback(months: Range, currency: str) -> str:
    """The payback period; a missing end means not within the months that were looked at."""
    if months.mid is None:
        return "Most likely it does not pay back within the years looked at"
    if months.high is None:
        return f"Pays back in about {say_number(months.mid)} months, at worst not within the years looked at"
    return f"Pays back in {say_estimate(months, currency)}" if months.high > 0 else "Pays for itself from the start"


def say_list(items: Sequence[str], last: str = "and") -> str:
    """Items joined as in a sentence: a; a and b; a, b and c."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def say_count(count: int, noun: str, plural: str = "") -> str:
    """A count with its noun: no goals, one goal, 3 goals."""
    words = {0: "no", 1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}
    return f"{words.get(count, f'{count:,}')} {noun if count == 1 else plural or noun + 's'}"


def capital(words: str) -> str:
    """Words as they begin a sentence."""
    return words[:1].upper() + words[1:]


def lower(words: str) -> str:
    """Words as they stand inside a sentence; an abbreviation, a name of capitals and "I" stay."""
    stays = words[1:2].isupper() or words.startswith(("I ", "I'"))
    return words if stays else words[:1].lower() + words[1:]


def say_day(day: date) -> str:
    """A date in full: 4 December 2026."""
    return f"{day.day} {day:%B %Y}"


def say_ground(strength: Strength, as_of: date | None) -> str:
    """What something rests on, and as of when where that is told: our own view, as of 21 November 2026."""
    return f"{RESTS_ON[strength]}, as of {say_day(as_of)}" if as_of else RESTS_ON[strength]


def _assumed(found: Range, words: str) -> str:
    return f"{words} (assumed)" if found.basis == "assumed" else words


def _bare(value: float, currency: str) -> str:
    return say_money(value, currency) if currency else say_number(value)


def _tail(unit: str, currency: str, per: str) -> str:
    short = {"hours": "h", "hour": "h"}.get(unit, unit)
    parts = [] if currency or not short else [short]
    parts += [say_per(per)] if per else []
    return f" {' '.join(parts)}" if parts else ""


def _figure(value: float, unit: str, currency: str, per: str) -> str:
    return f"{_bare(value, currency)}{_tail(unit, currency, per)}"
