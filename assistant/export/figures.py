"""The charts of a plan as blocks: each with its heading, its sentence and the table behind it."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.domain.charts import Behind, Chart
from assistant.export.blocks import Block, Figure, Heading, Table

FIRST_COLUMN = 0.38
"""Share of the line for what a row is about."""


def figures(charts: tuple[Chart, ...]) -> tuple[Block, ...]:
    """All charts under one heading; nothing where there is none."""
    return (Heading(text="In pictures"), *(block for each in charts for block in _figure(each))) if charts else ()


def _figure(chart: Chart) -> Iterator[Block]:
    yield Heading(text=chart.title, level=2)
    yield Figure(chart=chart)
    yield _table(chart.behind)


def _table(behind: Behind) -> Table:
    others = (1 - FIRST_COLUMN) / max(1, len(behind.head) - 1)
    widths = (FIRST_COLUMN, *(others for _ in behind.head[1:]))
    return Table(headers=behind.head, rows=behind.rows, widths=widths, figures=behind.figures)
