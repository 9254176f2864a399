"""The table on the terminal and in RESULTS.md."""

from __future__ import annotations

from collections.abc import Sequence

from evals.report import Run
from evals.rows import Part, Row

HEADS = ("suite", "measure", "n", "items", "value", "95 % interval", "seen (n)", "unseen (n)", "bar", "met")


def cells(row: Row) -> tuple[str, ...]:
    """The row as words, in the order of HEADS."""
    sign = "<=" if row.better == "lower" else ">="
    return (
        row.suite,
        row.measure,
        str(row.cases),
        f"{row.items:.0f}",
        figure(row.value, row.unit),
        "" if row.cases < 2 else f"{figure(row.low)} to {figure(row.high)}",
        _part(row.seen),
        _part(row.unseen),
        "" if row.bar is None else f"{sign} {row.bar:g}",
        "" if row.met is None else "yes" if row.met else "NO",
    )


def figure(value: float, unit: str = "") -> str:
    """A value with the digits that its size deserves."""
    digits = 3 if abs(value) < 10 else 1 if abs(value) < 100 else 0
    return f"{value:.{digits}f} {unit}".strip()


def plain(run: Run) -> str:
    """The table for the terminal, with everything that was skipped, left out or fell."""
    text = _columns(HEADS, [cells(row) for row in run.rows])
    for listed in run.one_by_one.values():
        text += ["", *_columns(listed.heads, listed.lines)]
    text += ["", *(f"SKIPPED {each.suite}: {each.reason}" for each in run.skipped)]
    text += [f"left out of {suite}: {line}" for suite, lines_ in run.left_out.items() for line in lines_]
    text += [f"BELOW THE BASELINE {line}" for line in run.below]
    met, missed = (sum(row.met is judged for row in run.rows) for judged in (True, False))
    text.append(f"{len(run.rows)} measures, {met} bars met, {missed} missed; {run.load}.")
    return "\n".join(text)


def markdown(heads: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """A markdown table."""
    table = (heads, ["---"] * len(heads), *lines)
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in table)


def _columns(heads: Sequence[str], lines: Sequence[Sequence[str]]) -> list[str]:
    """Lines with a rule under the heads, every column as wide as its widest cell."""
    table = (heads, *lines)
    widths = [max(len(line[n]) for line in table) for n in range(len(heads))]
    text = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in table]
    text.insert(1, "  ".join("-" * width for width in widths))
    return text


def _part(part: Part | None) -> str:
    return "" if part is None else f"{figure(part.value)} ({part.cases})"
