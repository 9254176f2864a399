"""What a proposal comes to over the years: what it states, and apart from that what an assumption could add."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from assistant.domain.escalation import Escalation
from assistant.domain.proposal import CostLine, Per, PriceLine, TotalCost

YEARS = 3
MONTHS = 12 * YEARS
LONG_YEARS = 5
"""The longer look: who stays beyond a second term pays the rises of five years."""
PER_MONTH: dict[Per, float] = {"month": 1.0, "quarter": 1 / 3, "year": 1 / 12, "week": 52 / 12}
"""How often a recurring price falls due in a month, on average."""
NEVER = 12_000
"""Months between rises of a price that rises once."""
INDEX_RISE_HIGH = 5.0
"""Percent a year that a rise by a price index is assumed to reach at its high end."""


def total_cost(lines: tuple[PriceLine, ...], rise: Escalation, currency: str, years: int = YEARS) -> TotalCost:
    """The total over `years` in one currency; lines in other currencies are left out.

    `mid` is what is stated: stated quantities, stated rises, renewal to the end of the years, a stated range at its
    middle. Optional lines, assumed rises and those of which only an upper limit is stated move only `high`. None where
    nothing is charged for sure, or where a price is only said to begin "from" an amount.
    """
    own = [each for each in lines if each.currency == currency]
    counted = [_cost_line(each, rise, years) for each in own if not each.minimum]
    counted += [_top_up(each, own, rise, years) for each in own if each.minimum and not each.optional]
    if rise.open and (assumed := _assumed_rise(own, rise, 12 * years)):
        counted.append(assumed)
    made = TotalCost(
        years=years,
        low=None,
        mid=None,
        high=None,
        currency=currency,
        lines=tuple(_rounded(each) for each in counted),
        escalation=rise,
    )
    charged = [each for each in own if each.quantity and not each.optional]
    if not charged or any(each.at_least for each in charged):
        return made
    ends = {
        "low": _sum(counted, lambda each: each.low),
        "mid": _sum(counted, lambda each: each.mid),
        "high": _sum(counted, lambda each: each.high),
    }
    return made.model_copy(update=ends)


def line_total(line: PriceLine, amount: float, rise: Escalation, percent: float, months: int = MONTHS) -> float:
    """What one line comes to in `months` at an amount and a yearly rise in percent."""
    if line.per not in PER_MONTH:
        return amount * line.quantity
    last = min(line.to_month or months, months)
    each_month = amount * line.quantity * PER_MONTH[line.per]
    if line.steady or line.to_month is not None:
        percent = 0.0  # a price stated for its own months already says how it changes
    stated_at = rise.factor(line.from_month, percent)
    return sum(each_month * rise.factor(month, percent) for month in range(line.from_month, last + 1)) / stated_at


def _by_year(totals: list[float]) -> tuple[float, ...]:
    """What each year adds, from what is paid by the end of each year."""
    return tuple(until - before for before, until in pairwise([0.0, *totals]))


def month_total(lines: tuple[PriceLine, ...], month: int) -> float:
    """What recurring lines come to in one month, without rises."""
    return sum(
        each.amount * each.quantity * PER_MONTH[each.per]
        for each in lines
        if each.per in PER_MONTH and not each.optional and not each.minimum and _runs(each, month)
    )


def first_year(lines: tuple[PriceLine, ...]) -> float:
    """What the recurring lines come to in the first twelve months, without rises."""
    return sum(month_total(lines, month) for month in range(1, 13))


def once_total(lines: tuple[PriceLine, ...]) -> float:
    """What is charged once."""
    return sum(each.amount * each.quantity for each in lines if each.per not in PER_MONTH and not each.optional)


def _runs(line: PriceLine, month: int) -> bool:
    return line.from_month <= month <= (line.to_month or month)


def _cost_line(line: PriceLine, rise: Escalation, years: int) -> CostLine:
    most = rise.percent or 0.0
    percent = 0.0 if rise.at_most else most
    low_amount = line.amount if line.low is None else line.low
    high_amount = line.amount if line.high is None else line.high
    low = line_total(line, low_amount, rise, percent, 12 * years)
    until = [line_total(line, line.amount, rise, percent, 12 * year) for year in range(1, years + 1)]
    high = line_total(line, high_amount, rise, most, 12 * years)
    if line.optional:
        low, until = 0.0, [0.0] * years
    return CostLine(text=_words(line), low=low, mid=until[-1], high=high, quote=line.text, by_year=_by_year(until))


def _rounded(line: CostLine) -> CostLine:
    """A line as it is shown; the total is summed before that, and rounded once."""
    ends = {name: _money(getattr(line, name)) for name in ("low", "mid", "high")}
    return line.model_copy(update={**ends, "by_year": tuple(_money(each) for each in line.by_year)})


def _top_up(minimum: PriceLine, lines: list[PriceLine], rise: Escalation, years: int) -> CostLine:
    """What a least amount adds to the other recurring lines."""
    percent = 0.0 if rise.at_most or minimum.steady else rise.percent or 0.0
    added, until = 0.0, []
    for month in range(1, 12 * years + 1):
        least = minimum.amount * PER_MONTH.get(minimum.per, 0.0)
        added += max(0.0, least - month_total(tuple(lines), month)) * rise.factor(month, percent)
        if month % 12 == 0:
            until.append(added)
    return CostLine(
        text="Up to the minimum charge", low=added, mid=added, high=added, quote=minimum.text, by_year=_by_year(until)
    )


def _assumed_rise(lines: list[PriceLine], rise: Escalation, months: int) -> CostLine | None:
    counted = [each for each in lines if each.quantity and not each.optional and not each.minimum]
    flat = sum(line_total(each, each.amount, rise, 0.0, months) for each in counted)
    raised = sum(line_total(each, each.amount, rise, rise.open_high, months) for each in counted)
    if raised <= flat:
        return None
    text = f"Price rises that are not stated, assumed up to {rise.open_high:g} % a year"
    return CostLine(text=text, low=0.0, mid=0.0, high=raised - flat, basis="assumed")


def _words(line: PriceLine) -> str:
    times = f"{line.quantity:g} × " if line.quantity != 1 else ""
    thing = f" per {line.quantity_unit}" if line.quantity_unit and line.quantity_unit != line.per else ""
    per = "once" if line.per == "once" else f"per {line.per}"
    label = f"{times}{line.currency} {line.amount:,.2f}{thing} {per}".replace(".00 ", " ")
    if line.quantity == 0:
        return f"{line.currency} {line.amount:g}{thing or ' per ' + line.per}, charged only when used"
    return f"{label} (optional)" if line.optional else label


def _sum(lines: list[CostLine], end: Callable[[CostLine], float]) -> float:
    return _money(sum(end(each) for each in lines))


def _money(value: float) -> float:
    return round(value, 2)
