"""The steps of a plan as a .csv that task tools and spreadsheets read."""

from __future__ import annotations

import csv
from io import StringIO

from assistant.errors import BadInput
from assistant.export.material import Material
from assistant.export.tasks import Task, tasks
from assistant.language.printable import printable

HEADERS = ("No.", "Task", "Owner", "Start", "Due", "Hours", "Done when", "Part of", "Waits for", "Notes")
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, wide letters too (OWASP, CSV injection)."""
NO_TASKS = "the plan has no steps yet, so there is no task to put in; say what takes your time, and export again"


def task_list(made: Material) -> bytes:
    """The .csv (RFC 4180, UTF-8 with a byte order mark) of a plan; raises BadInput where it has no step."""
    found = tasks(made.plan)
    if not found:
        raise BadInput(NO_TASKS)
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(HEADERS)
    writer.writerows([harmless(cell) for cell in _cells(each)] for each in found)
    return file.getvalue().encode("utf-8-sig")


def _cells(task: Task) -> tuple[str, ...]:
    return (
        str(task.n),
        task.title,
        task.owner,
        task.start.isoformat(),
        task.due.isoformat(),
        f"{task.hours:g}",
        task.done_when,
        task.part_of,
        str(task.waits_for or ""),
        task.notes,
    )


def harmless(words: str) -> str:
    """Words on one line that no spreadsheet works out: an apostrophe stands before what begins like a formula.

    >>> harmless('=HYPERLINK("x")'), harmless("three calls")
    ('\\'=HYPERLINK("x")', 'three calls')
    """
    line = " ".join(printable(words).split())
    risky = words.startswith(STARTS_A_FORMULA) or line.startswith(STARTS_A_FORMULA)
    return f"'{line}" if risky else line
