"""RESULTS.md, made from a run."""

from __future__ import annotations

from evals.registry import SUITES
from evals.report import Run
from evals.rows import Row
from evals.table import HEADS, cells, figure, markdown

FOREWORD = """# Results

Made by `{command}` on {made_on}, {commit}, in {seconds:.0f} seconds ({load}). Do not edit: run it again.

`n` is the number of cases, `items` what they hold together (figures, faults, citations; for F1 what was wanted and what
was given). A value is a mean over items. The interval holds 95 %: Wilson's for yes-or-no cases, else a bootstrap over
cases. Cases were written before the code that they judge; calibration and sabotage beside it, by others. *Unseen* ones
were kept aside while it was written, *seen* ones were looked at; what was lost on an unseen case is counted and never
told. Columns without them are data made by others.
"""


def results(run: Run) -> str:
    """The whole document."""
    commit = f"commit `{run.commit}`" if run.commit else "outside a repository"
    parts = [
        FOREWORD.format(command=run.command, made_on=run.made_on, commit=commit, seconds=run.seconds, load=run.load)
    ]
    parts.append("## Bars\n\n" + _bars(run))
    for suite in SUITES:
        mine = [row for row in run.rows if row.suite == suite.name]
        if not mine:
            continue
        table = markdown(HEADS[1:], [cells(row)[1:] for row in mine])
        means = "\n".join(f"- **{row.measure}**: {row.means}." for row in mine)
        apart = "".join(f"\n- Not run: {line}." for line in run.left_out.get(suite.name, ()))
        parts.append(f"## {suite.name}: {suite.about}\n\n{table}\n\n{means}{apart}")
        if listed := run.one_by_one.get(suite.name):
            parts.append(markdown(listed.heads, listed.lines))
            if listed.chart:
                parts.append(f"![{listed.chart}](../docs/pictures/{suite.name}.svg)")
    if run.skipped:
        parts.append("## Skipped\n\n" + "\n".join(f"- {each.suite}: {each.reason}" for each in run.skipped))
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _bars(run: Run) -> str:
    judged = [row for row in run.rows if row.bar is not None]
    missed = sum(row.met is False for row in judged)
    lines = [_bar(row) for row in sorted(judged, key=lambda row: row.met is True)]
    heads = ("measure", "bar", "value", "unseen", "n", "met")
    return f"{len(judged) - missed} of {len(judged)} met.\n\n{markdown(heads, lines)}"


def _bar(row: Row) -> tuple[str, ...]:
    sign = "<=" if row.better == "lower" else ">="
    return (
        row.key,
        f"{sign} {row.bar:g}",
        figure(row.value, row.unit),
        figure(row.unseen.value) if row.unseen else "",
        str(row.cases),
        "yes" if row.met else "**no**",
    )
