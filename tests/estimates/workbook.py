"""Makes worked.xlsx: the formulas of the domain reference, part B, as an owner reads them, live in a spreadsheet.

Run with `python -m tests.estimates.workbook`; LibreOffice must be there. Nothing of the product is used here, and no
result is worked out by Python: a difference between sheet and product is a difference between two readings.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from tests.estimates.workbook_inputs import INPUTS, Case
from tests.estimates.workbook_own import OWN
from tests.estimates.workbook_pages import Cell, Page, Sheet, read_sheets, write_pages
from tests.estimates.workbook_published import PUBLISHED

CASES = PUBLISHED + OWN
WORKED = Path(__file__).with_name("worked.xlsx")
MONTHS = 60
HEADINGS: tuple[Cell, ...] = ("name", "value", "unit", "published", "ours less published")

# name, unit, formula; a number asked for by a name with spaces stands in the sheet as that name with underscores
RESULTS: tuple[tuple[str, str, str], ...] = (
    ("loaded cost an hour", "money/h", "=wage_an_hour*on_cost_factor*leave_factor"),
    ("hours today a week", "h/week", "=IF(hours_said_by_the_owner>0;hours_said_by_the_owner;said_by_volume)"),
    ("said by volume", "h/week", "=items_a_week*minutes_an_item/60"),
    ("minutes used", "min/item", "=hours_today_a_week*60/items_a_week"),
    ("hours today a month", "h/month", "=hours_today_a_week*active_weeks/12"),
    ("hours today a year", "h/year", "=hours_today_a_week*active_weeks"),
    ("work today a year", "money/year", "=hours_today_a_year*loaded_cost_an_hour"),
    ("run-through", "min/item", "=removed_share*minutes_used-review_minutes"),
    (
        "freed minutes an item",
        "min/item",
        "=covered_share*((1-exception_share)*run_through-exception_share*(exception_ratio-1)*minutes_used)",
    ),
    ("hours at full use a week", "h/week", "=items_a_week*freed_minutes_an_item/60"),
    ("hours freed a week before upkeep", "h/week", "=adoption_plateau*hours_at_full_use_a_week"),
    ("hours freed a week", "h/week", "=hours_freed_a_week_before_upkeep-upkeep_hours_a_week"),
    ("hours freed a month", "h/month", "=hours_freed_a_week*active_weeks/12"),
    ("hours freed a year", "h/year", "=hours_freed_a_week*active_weeks"),
    ("share of today", "share", "=hours_freed_a_week/hours_today_a_week"),
    ("errors before", "errors/year", "=items_a_week*active_weeks*error_rate_before"),
    ("errors after", "errors/year", "=items_a_week*active_weeks*error_rate_after"),
    ("capacity lost to errors before", "h/year", "=errors_before*rework_minutes/60"),
    ("cash lost to errors before", "money/year", "=errors_before*cash_an_error"),
    ("margin lost to errors before", "money/year", "=errors_before*lost_sale_share*margin_of_a_lost_sale"),
    ("capacity lost to errors after", "h/year", "=errors_after*rework_minutes/60"),
    ("cash lost to errors after", "money/year", "=errors_after*cash_an_error"),
    ("margin lost to errors after", "money/year", "=errors_after*lost_sale_share*margin_of_a_lost_sale"),
    (
        "error cost before",
        "money/year, all of formula 3",
        "=capacity_lost_to_errors_before*loaded_cost_an_hour+cash_lost_to_errors_before+margin_lost_to_errors_before",
    ),
    (
        "error cost after",
        "money/year, all of formula 3",
        "=capacity_lost_to_errors_after*loaded_cost_an_hour+cash_lost_to_errors_after+margin_lost_to_errors_after",
    ),
    ("batch error", "money/year, cash", "=batch_probability*batch_items*cash_an_error"),
    (
        "cash errors saved",
        "money/year at full use",
        "=cash_lost_to_errors_before-cash_lost_to_errors_after-batch_error",
    ),
    ("set-up cost", "money once", "=build+data_clean_up+integration+hardware"),
    ("training hours", "own h once", "=people_trained*training_hours_each"),
    ("parallel hours", "own h once", "=parallel_weeks*parallel_hours_a_week"),
    ("own hours once", "own h once", "=own_set_up_hours+training_hours+parallel_hours"),
    ("own set-up cost", "money once", "=own_hours_once*loaded_cost_an_hour"),
    ("usage a month", "money/month", "=MAX(0;units_used-units_in_the_plan)*price_of_a_unit_above_the_plan"),
    ("running cost a year", "money, first year", "=12*(subscription+usage_a_month+outside_upkeep)"),
    ("own upkeep a year", "money/year", "=upkeep_hours_a_week*active_weeks*loaded_cost_an_hour"),
    ("exit cost", "money once", "=exit_overlap_months*subscription+early_fee"),
    ("own exit cost", "money once", "=exit_hours*loaded_cost_an_hour"),
    ("first-year cost", "money", "=set_up_cost+running_cost_a_year"),
    ("first-year cost with own hours", "money", "=first_year_cost+own_set_up_cost+own_upkeep_a_year"),
    ("total cost over 1 year", "money", "=set_up_cost+SUMPRODUCT((month<=12)*cost)+exit_cost"),
    ("total cost over 3 years", "money", "=set_up_cost+SUMPRODUCT((month<=36)*cost)+exit_cost"),
    ("total cost over 5 years", "money", "=set_up_cost+SUMPRODUCT((month<=60)*cost)+exit_cost"),
    (
        "total cost over 3 years with own hours",
        "money",
        "=total_cost_over_3_years+own_set_up_cost+3*own_upkeep_a_year+own_exit_cost",
    ),
    ("outside cost over the horizon", "money, no exit", "=set_up_cost+SUMPRODUCT((month<=horizon)*cost)"),
    ("hours freed over the horizon", "h", "=SUMPRODUCT((month<=horizon)*hours)-own_hours_once"),
    ("price of a freed hour", "money/h", '=IF(hours_freed_a_year>0;running_cost_a_year/hours_freed_a_year;"none")'),
    (
        "price of a freed hour with set-up",
        "money/h",
        '=IF(hours_freed_over_the_horizon>0;outside_cost_over_the_horizon/hours_freed_over_the_horizon;"none")',
    ),
    ("rate a month", "share/month", "=(1+discount_rate)^(1/12)-1"),
    ("months below zero", "months", "=SUMPRODUCT((month<=horizon)*(running_total<0))"),
    ("last month below zero", "month", "=SUMPRODUCT(MAX((month<=horizon)*(running_total<0)*month))"),
    (
        "payback month",
        "month",
        '=IF(last_month_below_zero=horizon;"never";IF(AND(set_up_cost=0;months_below_zero=0);0;last_month_below_zero+1))',
    ),
    (
        "net present value",
        "money, cash only",
        "=SUMPRODUCT((month<=horizon)*cash_flow/(1+rate_a_month)^month)-set_up_cost",
    ),
    (
        "net present value without paid hours",
        "money, cash only",
        "=SUMPRODUCT((month<=horizon)*(cash_flow-paid_hours)/(1+rate_a_month)^month)-set_up_cost",
    ),
    (
        "net present value if all hours were paid",
        "money, not claimed",
        "=net_present_value_without_paid_hours"
        "+loaded_cost_an_hour*SUMPRODUCT((month<=horizon)*hours/(1+rate_a_month)^month)",
    ),
    ("cost of doing nothing", "money, flat", "=horizon/12*(work_today_a_year+error_cost_before)"),
    (
        "cost of doing nothing, growing",
        "money, errors flat as formula 9 is written",
        "=SUMPRODUCT((month<=horizon)*(work_today_a_year*((1+wage_growth)*(1+volume_growth))^INT((month-1)/12)"
        "+error_cost_before)/12)",
    ),
    (
        "cost of doing nothing, errors growing too",
        "money, errors with the volume",
        "=SUMPRODUCT((month<=horizon)*(work_today_a_year*(1+wage_growth)^INT((month-1)/12)+error_cost_before)"
        "*(1+volume_growth)^INT((month-1)/12)/12)",
    ),
    ("ceiling", "formula 7", '=IF(running_cost_a_year>=work_today_a_year;"leave it";"go on")'),
    ("limit of a freed hour", "money/h, rule RS08", "=0.5*loaded_cost_an_hour"),
    ("dearest price a year", "money/year", "=limit_of_a_freed_hour*hours_freed_a_year"),
    (
        "upkeep at the limit",
        "h/week",
        "=hours_freed_a_week_before_upkeep-running_cost_a_year/active_weeks/limit_of_a_freed_hour",
    ),
    (
        "items a month at the limit",
        "items/month, with set-up, no ramp",
        "=IF(AND(freed_minutes_an_item>0;ramp=0);((outside_cost_over_the_horizon/limit_of_a_freed_hour+own_hours_once)*12/horizon"
        '/active_weeks+upkeep_hours_a_week)*60/freed_minutes_an_item/adoption_plateau*active_weeks/12;"none")',
    ),
    *((f"cash flow of month {n}", "money", f"=INDEX(cash_flow;{n})") for n in (1, 6, 9, 13, 25)),
    *((f"running total of month {n}", "money", f"=INDEX(running_total;{n})") for n in (8, 12, 24, 36)),
)

# heading of a column of the table by months, and its formula; {row} is this row, {above} the one above it
BY_MONTH: tuple[tuple[str, str], ...] = (
    ("month", "={month}"),
    (
        "adoption",
        "=IF(AND(ramp=1;[.A{row}]<=4);MIN(CHOOSE([.A{row}];0.2;0.5;0.75;0.85);adoption_plateau);adoption_plateau)",
    ),
    ("hours", "=([.B{row}]*hours_at_full_use_a_week-upkeep_hours_a_week)*active_weeks/12"),
    ("cost", "=(subscription+usage_a_month)*(1+price_rise)^INT(([.A{row}]-1)/12)+outside_upkeep"),
    ("paid hours", "=IF([.A{row}]>=cash_from_month;cash_hours_a_month*loaded_cost_an_hour*cash_probability;0)"),
    ("cash flow", "=[.B{row}]*cash_errors_saved/12+[.E{row}]-[.D{row}]"),
    ("running total", "=IF([.A{row}]=1;-set_up_cost;[.G{above}])+[.F{row}]"),
)


def name_of(label: str) -> str:
    """The name that formulas use for a row: its label in small letters, anything but letters and digits as one bar."""
    return re.sub(r"[^a-z0-9]+", "_", label.lower()).strip("_")


@cache
def sheets() -> dict[str, Sheet]:
    """The sheets of the committed workbook, by title, read once."""
    return read_sheets(WORKED)


def page_of(case: Case) -> Page:
    """The sheet of one case: its story, inputs, results, and the table by months below."""
    rows: list[tuple[Cell, ...]] = [(case.title, case.story), HEADINGS]
    names: dict[str, str] = {}
    inputs = [(label, unit, case.inputs.get(label, usual)) for label, unit, usual in INPUTS]
    for label, unit, value in (*inputs, *RESULTS, *case.extra):
        rows.append(_row(label, unit, value, case.published.get(label), len(rows) + 1))
        names[name_of(label)] = f"$B${len(rows)}"
    rows += [(), tuple(heading for heading, _ in BY_MONTH)]
    first = len(rows) + 1
    for column, (heading, _) in zip("ABCDEFG", BY_MONTH, strict=True):
        names[name_of(heading)] = f"${column}${first}:${column}${first + MONTHS - 1}"
    rows += [_month(month, first + month - 1) for month in range(1, MONTHS + 1)]
    return Page(case.title, tuple(rows), names)


def _row(label: str, unit: str, value: Cell, published: str | None, row: int) -> tuple[Cell, ...]:
    if published is None:
        return (label, value, unit)
    if published.strip("-0123456789."):
        return (label, value, unit, published)
    return (label, value, unit, float(published), f"=[.B{row}]-[.D{row}]")


def _month(month: int, row: int) -> tuple[Cell, ...]:
    return (float(month), *(formula.format(row=row, above=row - 1) for _, formula in BY_MONTH[1:]))


if __name__ == "__main__":
    write_pages(tuple(page_of(case) for case in CASES), WORKED)
