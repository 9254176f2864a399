"""The three-year total of a proposal: what it states, and apart from that what an assumption could add."""

from __future__ import annotations

from collections.abc import Callable

from assistant.domain.facts import Noun
from assistant.domain.proposal import CostLine, Per, PriceLine, TotalCost

YEARS = 3
MONTHS = 12 * YEARS
PER_MONTH: dict[Per, float] = {"month": 1.0, "quarter": 1 / 3, "year": 1 / 12, "week": 52 / 12}
"""How often a recurring price falls due in a month, on average."""
NEVER = 12_000
"""Months between rises of a price that rises once."""
OPEN_RISE_HIGH = 12.0
INDEX_RISE_HIGH = 5.0
"""Percent a year that an open or unstated price rise is assumed to reach at its high end (sellers report 5-12 %)."""


class Escalation(Noun):
    """How prices rise: `percent` a year where stated, from which months, and whether it is only an upper limit.

    `every` is the months between rises, `first` the month from which the first one counts, `term` the months of the
    first term; `open` means a rise without a stated figure.
    """

    percent: float | None = None
    at_most: bool = False
    open: bool = False
    open_high: float = OPEN_RISE_HIGH
    first: int = 13
    every: int = 12
    term: int = 12
    per_year_of_term: bool = False

    def factor(self, month: int, percent: float) -> float:
        """What a price of the first month has become by `month`."""
        if month < self.first:
            return 1.0
        steps = 1 + (month - self.first) // self.every
        if self.per_year_of_term:
            first = 1 + percent / 100 * self.term / 12
            return float(first * (1 + percent / 100 * self.every / 12) ** (steps - 1))
        return float((1 + percent / 100) ** steps)


def total_cost(lines: tuple[PriceLine, ...], rise: Escalation, currency: str) -> TotalCost:
    """The total over three years in one currency; lines in other currencies are left out.

    `mid` is what is stated: stated quantities, stated rises, renewal to the end of the years, a stated range at its
    middle. Optional lines, assumed rises and those of which only an upper limit is stated move only `high`. None where
    nothing is charged for sure, or where a price is only said to begin "from" an amount.
    """
    own = [each for each in lines if each.currency == currency]
    counted = [_cost_line(each, rise) for each in own if not each.minimum]
    counted += [_top_up(each, own, rise) for each in own if each.minimum and not each.optional]
    if rise.open and (assumed := _assumed_rise(own, rise)):
        counted.append(assumed)
    shown = tuple(_rounded(each) for each in counted)
    charged = [each for each in own if each.quantity and not each.optional]
    if not charged or any(each.at_least for each in charged):
        return TotalCost(years=YEARS, low=None, mid=None, high=None, currency=currency, lines=shown)
    return TotalCost(
        years=YEARS,
        low=_sum(counted, lambda each: each.low),
        mid=_sum(counted, lambda each: each.mid),
        high=_sum(counted, lambda each: each.high),
        currency=currency,
        lines=shown,
    )


def line_total(line: PriceLine, amount: float, rise: Escalation, percent: float) -> float:
    """What one line comes to in three years at an amount and a yearly rise in percent."""
    if line.per not in PER_MONTH:
        return amount * line.quantity
    last = min(line.to_month or MONTHS, MONTHS)
    each_month = amount * line.quantity * PER_MONTH[line.per]
    if line.steady or line.to_month is not None:
        percent = 0.0  # a price stated for its own months already says how it changes
    stated_at = rise.factor(line.from_month, percent)
    return sum(each_month * rise.factor(month, percent) for month in range(line.from_month, last + 1)) / stated_at


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
    return line.from_month <= month <= (line.to_month or MONTHS)


def _cost_line(line: PriceLine, rise: Escalation) -> CostLine:
    most = rise.percent or 0.0
    percent = 0.0 if rise.at_most else most
    low_amount = line.amount if line.low is None else line.low
    high_amount = line.amount if line.high is None else line.high
    low = line_total(line, low_amount, rise, percent)
    mid = line_total(line, line.amount, rise, percent)
    high = line_total(line, high_amount, rise, most)
    if line.optional:
        low = mid = 0.0
    return CostLine(text=_words(line), low=low, mid=mid, high=high, quote=line.text)


def _rounded(line: CostLine) -> CostLine:
    """A line as it is shown; the total is summed before that, and rounded once."""
    return line.model_copy(update={name: _money(getattr(line, name)) for name in ("low", "mid", "high")})


def _top_up(minimum: PriceLine, lines: list[PriceLine], rise: Escalation) -> CostLine:
    """What a least amount adds to the other recurring lines."""
    percent = 0.0 if rise.at_most or minimum.steady else rise.percent or 0.0
    added = 0.0
    for month in range(1, MONTHS + 1):
        least = minimum.amount * PER_MONTH.get(minimum.per, 0.0)
        added += max(0.0, least - month_total(tuple(lines), month)) * rise.factor(month, percent)
    return CostLine(text="Up to the minimum charge", low=added, mid=added, high=added, quote=minimum.text)


def _assumed_rise(lines: list[PriceLine], rise: Escalation) -> CostLine | None:
    counted = [each for each in lines if each.quantity and not each.optional and not each.minimum]
    flat = sum(line_total(each, each.amount, rise, 0.0) for each in counted)
    raised = sum(line_total(each, each.amount, rise, rise.open_high) for each in counted)
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
