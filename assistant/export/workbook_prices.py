"""The sheets with the prices: change an amount, a number or the rise, and every sum works itself out again.

A second sheet holds, month by month, what the rises make of a price of the first month.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.domain.escalation import Escalation
from assistant.domain.proposal import CostLine, Critique, Per, PriceLine
from assistant.export.quoting import quoted
from assistant.export.workbook_look import Looks, add_sheet, fit, say

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

YEARS = 5
MONTHS = 12 * YEARS
TIMES_A_YEAR: dict[Per, int] = {"month": 12, "quarter": 4, "year": 1, "week": 52}
"""Any other price is charged once for each of its number."""
RISE, FIRST, EVERY, TERM = "Prices!$B$4", "Prices!$B$5", "Prices!$B$6", "Prices!$B$7"
HEAD_ROW = 9
HEADERS = (
    ("Price", 34),
    ("Amount", 11),
    ("Currency", 9),
    ("Per", 9),
    ("Times a year", 8),
    ("How many", 9),
    ("From month", 7),
    ("To month", 7),
    ("Rises", 7),
    ("Counts", 7),
    *((f"Year {n}", 12) for n in range(1, YEARS + 1)),
    ("Three years", 13),
    ("Five years", 13),
    ("Their words", 70),
)
YEAR_ONE, THREE, FIVE, WORDS = 10, 15, 16, 17
WORDY = (0, 2, 3, 8, 9, WORDS)
"""Columns that hold words; all others hold figures and are set to the right."""
MONTH, YEAR, FACTOR = "Rises!$A$2:$A$61", "Rises!$B$2:$B$61", "Rises!$C$2:$C$61"


@dataclass(frozen=True)
class PricedRow:
    """A price line, the row it stands in, and what it was worked out to; None where it is not in the total."""

    line: PriceLine
    at: int
    cost: CostLine | None
    shortfall: str = ""


def write_prices(book: Workbook, look: Looks, made: Critique) -> list[PricedRow]:
    """Add the sheet of prices and give its rows; where the paper has no price, one line says so."""
    sheet = add_sheet(book, "Prices", [width for _, width in HEADERS])
    say(sheet, 0, 0, "What it costs, price by price", look.title)
    if not made.terms.price_lines:
        say(sheet, 1, 0, "The paper states no price that can be added up.", look.text)
        return []
    say(sheet, 1, 0, "Change what stands on a tinted ground: the sums follow.", look.quiet)
    _rise(sheet, look, made)
    for column, (words, _) in enumerate(HEADERS):
        say(sheet, HEAD_ROW, column, words, look.head if column in WORDY else look.head_right)
    fit(sheet, HEAD_ROW, [("Times a year", 8)])
    rows = _rows(made)
    for row in rows:
        _line(sheet, look, row, made)
    _totals(sheet, look, rows, made)
    sheet.freeze_panes(HEAD_ROW + 1, 1)
    return rows


def _rise(sheet: Worksheet, look: Looks, made: Critique) -> None:
    rise = made.tco.escalation
    percent = 0.0 if rise.at_most or rise.percent is None else rise.percent
    cells = (
        ("Prices rise by, a year", percent / 100, look.percent_in),
        ("The first rise in month", rise.first, look.number_in),
        ("Then every (months)", rise.every, look.number_in),
    )
    for n, (words, value, shape) in enumerate(cells, start=3):
        say(sheet, n, 0, words, look.text)
        sheet.write_number(n, 1, value, shape)
    if rise.per_year_of_term:
        say(sheet, 6, 0, "Months of the first term", look.text)
        sheet.write_number(6, 1, rise.term, look.number_in)
    if rise.at_most and rise.percent:
        say(sheet, 3, 2, f"The paper allows up to {rise.percent:g} %: put it here to see what that costs.", look.quiet)
    elif rise.open:
        say(sheet, 3, 2, "The paper allows rises without a figure: put one here to see what it costs.", look.quiet)


def _rows(made: Critique) -> list[PricedRow]:
    """The price lines, least charges last, each with its cost line: those stand in the same order."""
    lines = sorted(made.terms.price_lines, key=lambda each: each.minimum)
    total = made.tco_longer or made.tco
    costs = iter([each for each in total.lines if each.basis == "stated"])
    rows: list[PricedRow] = []
    for n, line in enumerate(lines):
        counted = line.currency == made.tco.currency and not (line.minimum and line.optional)
        shortfall = chr(ord("E") + sum(each.line.minimum for each in rows)) if line.minimum else ""
        rows.append(PricedRow(line, HEAD_ROW + 1 + n, next(costs, None) if counted else None, shortfall))
    return rows


def _line(sheet: Worksheet, look: Looks, row: PricedRow, made: Critique) -> None:
    line, at = row.line, row.at
    flat = line.steady or line.to_month is not None
    counts = line.currency == made.tco.currency and not line.optional
    say(sheet, at, 0, row.cost.text if row.cost else line.text, look.text)
    sheet.write_number(at, 1, line.amount, look.money_in)
    say(sheet, at, 2, line.currency, look.text)
    say(sheet, at, 3, "once" if line.per == "once" else line.per, look.text)
    sheet.write_number(at, 4, TIMES_A_YEAR.get(line.per, 0), look.number_in)
    sheet.write_number(at, 5, line.quantity, look.number_in)
    sheet.write_number(at, 6, line.from_month, look.number_in)
    sheet.write_number(at, 7, line.to_month or MONTHS, look.number_in)
    say(sheet, at, 8, "no" if flat else "yes", look.word_in)
    say(sheet, at, 9, "yes" if counts else "no", look.word_in)
    sheet.data_validation(at, 8, at, 9, {"validate": "list", "source": ["yes", "no"]})
    by_year = row.cost.by_year if row.cost else ()
    for year in range(1, YEARS + 1):
        known = by_year[year - 1] if len(by_year) >= year else 0.0
        sheet.write_formula(at, YEAR_ONE + year - 1, _formula(row, year), look.money, known)
    _sums(sheet, look, at, by_year)
    words = quoted(made, line.text, line.start)
    say(sheet, at, WORDS, words, look.text)
    fit(sheet, at, [(words, HEADERS[WORDS][1])])


def _formula(row: PricedRow, year: int) -> str:
    """What a line costs in one year: its months in that year at what the rises have made of the price by then."""
    n = row.at + 1
    if row.shortfall:
        column = f"Rises!${row.shortfall}$2:${row.shortfall}$61"
        return f'=IF($J{n}="yes",SUMIFS({column},{YEAR},{year}),0)'
    if row.line.per not in TIMES_A_YEAR:
        return f'=IF($J{n}="yes",$B{n}*$F{n},0)' if year == 1 else "=0"
    months = f'{YEAR},{year},{MONTH},">="&$G{n},{MONTH},"<="&$H{n}'
    risen = f"SUMIFS({FACTOR},{months})/INDEX({FACTOR},$G{n})"
    return f'=IF($J{n}="yes",$B{n}*$F{n}*$E{n}/12*IF($I{n}="yes",{risen},COUNTIFS({months})),0)'


def _sums(sheet: Worksheet, look: Looks, at: int, by_year: Sequence[float]) -> None:
    n = at + 1
    sheet.write_formula(at, THREE, f"=ROUND(SUM(K{n}:M{n}),2)", look.money, round(sum(by_year[:3]), 2))
    sheet.write_formula(at, FIVE, f"=ROUND(SUM(K{n}:O{n}),2)", look.money, round(sum(by_year), 2))


def _totals(sheet: Worksheet, look: Looks, rows: list[PricedRow], made: Critique) -> None:
    first, last = rows[0].at + 1, rows[-1].at + 1
    at = rows[-1].at + 1
    say(sheet, at, 0, f"Together, {made.tco.currency}", look.total_word)
    costs = [each.cost.by_year for each in rows if each.cost]
    years = [sum(each[n] for each in costs if len(each) > n) for n in range(YEARS)]
    known = [*years, made.tco.mid or 0.0, (made.tco_longer.mid if made.tco_longer else None) or 0.0]
    for column, value in enumerate(known, start=YEAR_ONE):
        letter = chr(ord("A") + column)
        sheet.write_formula(at, column, f"=SUM({letter}{first}:{letter}{last})", look.total, round(value, 2))
    say(sheet, at + 1, 0, "As the paper was read", look.text)
    for column, total in ((THREE, made.tco), (FIVE, made.tco_longer)):
        if total and total.mid is not None:
            letter = chr(ord("A") + column)
            sheet.write_number(at + 1, column, total.mid, look.money)
            say(sheet, at + 2, 0, "Your changes make it dearer by", look.text)
            sheet.write_formula(at + 2, column, f"=ROUND({letter}{at + 1}-{letter}{at + 2},2)", look.money, 0)


def write_rises(book: Workbook, look: Looks, rows: list[PricedRow], rise: Escalation) -> None:
    """Add the sheet of months: their year, what the rises make of a price, what a least charge adds to other lines."""
    if not rows:
        return
    least = [each for each in rows if each.shortfall]
    sheet = add_sheet(book, "Rises", (10, 10, 16, 18, *(18 for _ in least)))
    headers = ("Month", "Year", "A price of 1 is", "All lines, unrisen", *("Up to the least" for _ in least))
    for column, words in enumerate(headers):
        say(sheet, 0, column, words, look.head)
    percent = 0.0 if rise.at_most or rise.percent is None else rise.percent
    others = [each for each in rows if not each.shortfall]
    for month in range(1, MONTHS + 1):
        n = month + 1
        sheet.write_number(month, 0, month, look.text)
        sheet.write_number(month, 1, (month - 1) // 12 + 1, look.text)
        sheet.write_formula(month, 2, _factor(rise, n), look.factor, rise.factor(month, percent))
        charged = sum(_in_month(each, month) for each in others if each.cost and not each.line.optional)
        sheet.write_formula(month, 3, _charged(others, n), look.money, charged)
        for each in least:
            at, column = each.at + 1, ord(each.shortfall) - ord("A")
            risen = f'IF(Prices!$I${at}="yes",C{n},1)'
            formula = f"=MAX(0,Prices!$B${at}*Prices!$E${at}/12-D{n})*{risen}"
            sheet.write_formula(month, column, formula, look.money, 0)


def _factor(rise: Escalation, n: int) -> str:
    steps = f"INT((A{n}-{FIRST})/{EVERY})"
    if rise.per_year_of_term:
        return f"=IF(A{n}<{FIRST},1,(1+{RISE}*{TERM}/12)*(1+{RISE}*{EVERY}/12)^{steps})"
    return f"=IF(A{n}<{FIRST},1,(1+{RISE})^(1+{steps}))"


def _charged(others: list[PricedRow], n: int) -> str:
    """What the other recurring lines come to in a month, without rises."""
    if not others:
        return "=0"
    first, last = others[0].at + 1, others[-1].at + 1

    def cells(column: str) -> str:
        return f"Prices!${column}${first}:${column}${last}"

    runs = f"({cells('G')}<=A{n})*({cells('H')}>=A{n})"
    return f'=SUMPRODUCT({cells("B")}*{cells("F")}*{cells("E")}/12*({cells("J")}="yes")*{runs})'


def _in_month(row: PricedRow, month: int) -> float:
    line = row.line
    runs = line.from_month <= month <= (line.to_month or month)
    return line.amount * line.quantity * TIMES_A_YEAR.get(line.per, 0) / 12 if runs else 0.0
