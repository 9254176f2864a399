"""A plan as a spreadsheet: tasks, estimates whose sums work themselves out again, assumptions, rules, charts."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from assistant.domain.findings import Finding, Report, Verdict
from assistant.estimates.job import job_of
from assistant.estimates.named import INPUTS, given
from assistant.export.details import BASES
from assistant.export.material import Material
from assistant.export.pages import FOOTER
from assistant.export.tasks import tasks
from assistant.export.workbook import OPTIONS
from assistant.export.workbook_charts import write_charts
from assistant.export.workbook_look import Looks, add_sheet, exact, fit, looks, say
from assistant.export.workbook_ways import Grid, grid, write_months, write_ways
from assistant.language.phrases import capital

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

Columns = tuple[tuple[str, float], ...]
TASKS: Columns = (
    ("No.", 5), ("Task", 52), ("Owner", 20), ("Start", 12), ("Due", 12), ("Hours", 8), ("Done when", 40),
    ("Part of", 34), ("Waits for", 8), ("Notes", 60),
)  # fmt: skip
FIGURES: Columns = (
    ("Way", 40), ("Figure", 38), ("Low", 11), ("Likely", 11), ("High", 11), ("Unit", 16), ("Basis", 16),
    ("Words, or what it stands on", 60),
)  # fmt: skip
ASSUMED: Columns = (
    ("Figure", 40), ("Taken as", 38), ("", 11), ("", 11), ("", 11), ("", 16), ("Basis", 16),
    ("Check, fifteen minutes", 60),
)  # fmt: skip
RULES: Columns = (
    ("Rule", 8), ("What it asks", 36), ("Verdict", 13), ("Weight", 9), ("On", 36), ("Why", 54), ("Not known", 30),
    ("What would mend it", 44), ("Source", 26),
)  # fmt: skip
SIGNS: dict[Verdict, str] = {
    "broken": "✕ broken",
    "unknown": "? unknown",
    "held": "✓ held",
    "not applicable": "– not applicable",
}


def plan_workbook(made: Material) -> bytes:
    """The .xlsx of a plan; the same plan gives the same bytes."""
    from xlsxwriter import Workbook

    file = BytesIO()
    with Workbook(file, OPTIONS) as book:
        book.set_properties({"title": "Action plan", "created": datetime.combine(made.plan.made_on, time())})
        look = looks(book)
        _tasks(book, look, made)
        advice = made.state.recommendation
        found = [(each, job_of(made.jobs, each)) for each in (advice.initiatives if advice else ())]
        placed = grid([(each, job) for each, job in found if job])
        write_ways(book, look, placed, advice.currency if advice else "")
        _assumptions(book, look, made, placed)
        _rules(book, look, made)
        write_months(book, look, placed)
        write_charts(book, look, placed, made.charts)
    return file.getvalue()


def _head(sheet: Worksheet, look: Looks, at: int, columns: Columns) -> None:
    for column, (words, _) in enumerate(columns):
        say(sheet, at, column, words, look.head)


def _words(sheet: Worksheet, look: Looks, at: int, cells: tuple[str, ...], columns: Columns) -> None:
    """One row of words, as high as they need."""
    for column, words in enumerate(cells):
        if words:
            say(sheet, at, column, words, look.text)
    fit(sheet, at, [(words, width - 2) for words, (_, width) in zip(cells, columns, strict=True)])


def _tasks(book: Workbook, look: Looks, made: Material) -> None:
    sheet = add_sheet(book, "Tasks", [width for _, width in TASKS])
    say(sheet, 0, 0, made.plan.title, look.title)
    say(sheet, 1, 0, FOOTER, look.quiet)
    _head(sheet, look, 3, TASKS)
    found = tasks(made.plan)
    for at, task in enumerate(found, start=4):
        cells = ("", task.title, task.owner, "", "", "", task.done_when, task.part_of, "", task.notes)
        _words(sheet, look, at, cells, TASKS)
        sheet.write_number(at, 0, task.n, look.number)
        for column, day in ((3, task.start), (4, task.due)):
            sheet.write_datetime(at, column, datetime.combine(day, time()), look.day)
        sheet.write_number(at, 5, task.hours, look.number)
        if task.waits_for:
            sheet.write_number(at, 8, task.waits_for, look.number)
    if found:
        last = 3 + len(found)
        sheet.autofilter(3, 0, last, len(TASKS) - 1)
        say(sheet, last + 1, 1, "Hours in all", look.total_word)
        sheet.write_formula(last + 1, 5, f"=SUM(F5:F{last + 1})", look.total, sum(each.hours for each in found))
    else:
        say(sheet, 4, 1, "There is no step yet.", look.text)
    sheet.freeze_panes(4, 2)


def _assumptions(book: Workbook, look: Looks, made: Material, placed: Grid) -> None:
    """What the plan assumes with its check, then every figure that the ways were estimated from."""
    sheet = add_sheet(book, "Assumptions", [width for _, width in FIGURES])
    say(sheet, 0, 0, "Figures that are not yours, and how to check them", look.title)
    _head(sheet, look, 1, ASSUMED)
    at = 2
    for each in made.plan.assumptions:
        cells = (each.what, each.value or "not known", "", "", "", "", BASES[each.basis], each.check)
        _words(sheet, look, at, cells, ASSUMED)
        at += 1
    say(sheet, at + 1, 0, "Every figure behind the estimates", look.title)
    _head(sheet, look, at + 2, FIGURES)
    at += 3
    labels = {row.name: row.words for row in INPUTS}
    for way in placed.ways:
        for name, one in given(way.job).items():
            rests = f"“{one.quote}”" if one.quote else one.note
            cells = (way.initiative.title, labels[name], "", "", "", one.unit, BASES[one.basis], rests)
            _words(sheet, look, at, cells, FIGURES)
            for column, value in enumerate(one.spread, start=2):
                sheet.write_number(at, column, value, look.plain if exact(value) else look.figure)
            at += 1
    sheet.freeze_panes(0, 1)


def _rules(book: Workbook, look: Looks, made: Material) -> None:
    """What each rule said, the broken ones first."""
    sheet = add_sheet(book, "Rules", [width for _, width in RULES])
    _head(sheet, look, 0, RULES)
    advice = made.state.recommendation
    names = {each.id: each.title for each in (advice.initiatives if advice else ())} | {"portfolio": "the whole plan"}
    order = list(SIGNS)
    findings = sorted((made.state.report or Report()).findings, key=lambda each: order.index(each.verdict))
    for at, each in enumerate(findings, start=1):
        _words(sheet, look, at, _rule(each, names.get(each.subject, each.subject)), RULES)
    sheet.autofilter(0, 0, max(1, len(findings)), len(RULES) - 1)
    sheet.freeze_panes(1, 2)


def _rule(found: Finding, on: str) -> tuple[str, ...]:
    waived = f" Set aside by the {found.waived.by}: {found.waived.reason}." if found.waived else ""
    return (
        found.rule_id,
        found.title,
        SIGNS[found.verdict],
        found.severity,
        capital(on),
        f"{found.why}{waived}",
        ", ".join(found.missing),
        found.remedy,
        found.source,
    )
