"""The sheet of estimates: a column for each way, inputs to change on top, and sums that work themselves out below."""

from __future__ import annotations

from dataclasses import dataclass
from math import isinf
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from assistant.domain.advice import Initiative
from assistant.domain.facts import Range
from assistant.estimates.job import JobInputs
from assistant.estimates.named import ALWAYS, INPUTS, InputRow, given, settled
from assistant.export.way_results import RESULTS, THIRD, Likely, Result, at_likely
from assistant.export.workbook_look import Looks, add_sheet, exact, fit, say
from assistant.language.phrases import capital, say_range

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

TITLES, DECISIONS, FIRST_ROW, FIRST_COLUMN = 3, 4, 5, 3
WIDTHS, WAY_WIDTH = (44, 15, 50), 19
MOST_OF_A_TITLE = 90
TOLD = (
    ("Hours freed a week", "hours_freed_per_week"),
    ("Cash a year before these costs", "cash_per_year"),
    ("Cost of the first year", "cost_first_year"),
    ("Cost of a year after that", "cost_per_year_after"),
    ("Paid back after", "payback_months"),
    ("Price of a freed hour", "price_per_freed_hour"),
)
HOW_TO = (
    "Change what stands on a tinted ground: the sums follow. They work with one likely figure of each input. The "
    "plan's ranges, at the foot, are drawn from the whole range of each (sheet Assumptions): its middle may differ."
)


@dataclass(frozen=True)
class Way:
    """One way in its column."""

    initiative: Initiative
    job: JobInputs
    made: Likely
    column: int

    @property
    def flow(self) -> int:
        """Its column of cash a month on the sheet of months; the running total stands beside it."""
        return 3 + 2 * (self.column - FIRST_COLUMN)


@dataclass(frozen=True)
class Grid:
    """Where everything stands: the ways, the rows by name, the months of the sheet of months."""

    ways: tuple[Way, ...]
    rows: dict[str, int]
    months: int

    def cell(self, name: str, way: Way) -> str:
        """The cell of a figure of a way, on its own sheet."""
        return str(xl_rowcol_to_cell(self.rows[name], way.column))

    def formula(self, template: str, way: Way) -> str:
        """A formula with the names in it put as cells; figures that no way has count as nothing."""
        cells = {row.name: "0" for row in INPUTS} | {name: self.cell(name, way) for name in self.rows}
        letter, running, last = xl_col_to_name(way.flow), xl_col_to_name(way.flow + 1), self.months + 2
        spans = {"MONTH": "A", "YEAR": "B", "FLOW": letter, "RUNNING": running}
        months = {name: f"Months!${at}$2:${at}${last}" for name, at in spans.items()}
        return "=" + template.format(**cells, **months, LAST=f"Months!${running}${last}")


def grid(pairs: list[tuple[Initiative, JobInputs]]) -> Grid:
    """The places of all rows; inputs that are nothing in every way have none."""
    ways = tuple(Way(one, job, at_likely(job), FIRST_COLUMN + n) for n, (one, job) in enumerate(pairs))
    inputs = [each for each in INPUTS if each.name in ALWAYS or any(_input(each, way) for way in ways)]
    rows = {each.name: FIRST_ROW + n for n, each in enumerate(inputs)}
    after = FIRST_ROW + len(inputs) + 2
    rows |= {each.name: after + n for n, each in enumerate(RESULTS)}
    return Grid(ways, rows, max((way.job.horizon_months for way in ways), default=0))


def _input(row: InputRow, way: Way) -> float | None:
    """What an input is at its likely figure; None where the way has none or it is worked out."""
    found = given(way.job).get(row.name)
    return found.spread[1] if found else settled(way.job).get(row.name)


def write_ways(book: Workbook, look: Looks, made: Grid, currency: str) -> None:
    """Add the sheet; where no way was looked at, one line says so."""
    sheet = add_sheet(book, "Estimates", [*WIDTHS, *(WAY_WIDTH for _ in made.ways)])
    say(sheet, 0, 0, "What each way frees, costs and brings", look.title)
    if not made.ways:
        say(sheet, 1, 0, "No way has been looked at yet.", look.text)
        return
    sheet.merge_range(1, 0, 1, 2, "", look.note)
    say(sheet, 1, 0, f"{HOW_TO} Money in {currency}." if currency else HOW_TO, look.note)
    fit(sheet, 1, [(HOW_TO, sum(WIDTHS))])
    _head(sheet, look, made)
    for row in INPUTS:
        if row.name in made.rows:
            _input_row(sheet, look, made, row)
    say(sheet, made.rows[RESULTS[0].name] - 1, 0, "What follows from it", look.head)
    for result in RESULTS:
        _result_row(sheet, look, made, result)
    _told(sheet, look, made, currency)
    sheet.freeze_panes(FIRST_ROW, 1)


def _head(sheet: Worksheet, look: Looks, made: Grid) -> None:
    for column, words in enumerate(("What goes in", "Unit", "How it is worked out")):
        say(sheet, TITLES, column, words, look.head)
    titles = [_short(way.initiative.title) for way in made.ways]
    for way, title in zip(made.ways, titles, strict=True):
        say(sheet, TITLES, way.column, title, look.head_right)
        say(sheet, DECISIONS, way.column, capital(way.initiative.decision), look.word_right)
    say(sheet, DECISIONS, 0, "Decision", look.text)
    fit(sheet, TITLES, [(title, WAY_WIDTH - 3) for title in titles])


def _short(title: str) -> str:
    return title if len(title) <= MOST_OF_A_TITLE else f"{title[: MOST_OF_A_TITLE - 1]}…"


def _input_row(sheet: Worksheet, look: Looks, made: Grid, row: InputRow) -> None:
    at = made.rows[row.name]
    say(sheet, at, 0, row.words, look.text)
    say(sheet, at, 1, row.unit, look.text)
    for way in made.ways:
        value = _input(row, way)
        if value is not None:
            plain = look.plain_in if exact(value) else look.figure_in
            sheet.write_number(at, way.column, value, look.percent_in if row.shape == "percent" else plain)
        elif row.name in THIRD:
            work = way.made.found.work
            known = {"items": work.items, "minutes": work.minutes, "hours": work.hours}[row.name]
            sheet.write_formula(at, way.column, made.formula(THIRD[row.name], way), look.figure, float(known[0]))


def _result_row(sheet: Worksheet, look: Looks, made: Grid, row: Result) -> None:
    at = made.rows[row.name]
    say(sheet, at, 0, row.words, look.text)
    say(sheet, at, 1, row.unit, look.text)
    say(sheet, at, 2, row.how, look.small)
    fit(sheet, at, [(row.how, WIDTHS[2])])
    shape: Format = {"hours": look.figure, "whole": look.whole, "money": look.figure}[row.shape]
    for way in made.ways:
        template = row.formula if isinstance(row.formula, str) else row.formula(way.job)
        value = row.value(way.made)
        known = row.told if isinf(value) else value
        sheet.write_formula(at, way.column, made.formula(template, way), shape, known)


def _told(sheet: Worksheet, look: Looks, made: Grid, currency: str) -> None:
    """What the plan says of the same, with its ranges; these are words and stay as they are."""
    at = made.rows[RESULTS[-1].name] + 2
    say(sheet, at, 0, "What the plan says, from low to high", look.head)
    for n, (words, name) in enumerate(TOLD, start=at + 1):
        say(sheet, n, 0, words, look.text)
        said = [_range(getattr(way.initiative, name), currency) for way in made.ways]
        for way, cell in zip(made.ways, said, strict=True):
            say(sheet, n, way.column, cell, look.word_right)
        fit(sheet, n, [(cell, WAY_WIDTH - 3) for cell in said])


def _range(found: Range, currency: str) -> str:
    of_money = bool(currency) and found.unit.startswith(currency)
    return say_range(found, currency if of_money else "")


def write_months(book: Workbook, look: Looks, made: Grid) -> None:
    """Add the sheet of months: each way's cash less its costs, and what that comes to from the start."""
    if not made.ways:
        return
    sheet = add_sheet(book, "Months", (8, 7, 12, *(15 for _ in range(2 * len(made.ways)))))
    for column, words in enumerate(("Month", "Year", "Use so far")):
        say(sheet, 0, column, words, look.head)
    ramp = made.ways[0].made.job.adoption_ramp
    for month in range(made.months + 1):
        at = month + 1
        sheet.write_number(at, 0, month, look.text)
        sheet.write_number(at, 1, (month + 11) // 12, look.text)
        sheet.write_number(at, 2, ramp[month - 1] if 1 <= month <= len(ramp) else float(month > 0), look.percent_in)
    for way in made.ways:
        _months(sheet, look, made, way)
    titles = [_short(way.initiative.title) for way in made.ways]
    fit(sheet, 0, [(f"Running total, {title}", 12) for title in titles])
    sheet.freeze_panes(1, 3)


def _months(sheet: Worksheet, look: Looks, made: Grid, way: Way) -> None:
    title, flow, running = _short(way.initiative.title), xl_col_to_name(way.flow), xl_col_to_name(way.flow + 1)
    say(sheet, 0, way.flow, f"In the month, {title}", look.head_right)
    say(sheet, 0, way.flow + 1, f"Running total, {title}", look.head_right)
    setup = float(way.made.found.outside.setup[0])
    sheet.write_number(1, way.flow, 0, look.money)
    sheet.write_formula(1, way.flow + 1, f"=-{_there(made, 'setup', way)}", look.money, -setup)
    known = -setup
    for month in range(1, made.months + 1):
        n = month + 2
        cash = float(way.made.flows[month - 1]) if month <= len(way.made.flows) else 0.0
        known += cash
        sheet.write_formula(n - 1, way.flow, _cash(made, way, n), look.money, cash)
        sheet.write_formula(n - 1, way.flow + 1, f"={running}{n - 1}+{flow}{n}", look.money, known)


def _cash(made: Grid, way: Way, n: int) -> str:
    """Cash of a month at what is in use by then, less that month's price; whole posts go in their month."""

    def there(name: str) -> str:
        return _there(made, name, way)

    reached = f"MIN($C{n},{there('adoption')})/MAX({there('adoption')},0.000000001)"
    by_post = way.job.mechanism is not None and way.job.mechanism.month is not None
    hours = f"($A{n}>{there('post_month')})" if by_post else reached
    price = f"{there('subscription')}*(1+{there('rise')})^($B{n}-1)+{there('outside')}"
    gains = f"{there('cash_errors')}*{reached}+{there('cash_hours')}*{hours}"
    return f"=IF($A{n}>{there('horizon')},0,{gains}-({price}))"


def _there(made: Grid, name: str, way: Way) -> str:
    """The cell of a figure of a way, seen from another sheet."""
    return f"Estimates!{xl_rowcol_to_cell(made.rows[name], way.column, row_abs=True, col_abs=True)}"
