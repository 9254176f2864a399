"""Charts on the page: each with its sentence, the drawing, and the table behind it."""

from __future__ import annotations

from markupsafe import Markup

from assistant.domain.charts import Chart, ChartKind
from assistant.drawing.draw import draw
from assistant.web.panels.markup import joined, opening, table, tag


def pictured(charts: tuple[Chart, ...], *kinds: ChartKind) -> Markup:
    """The charts of these kinds, in their order; nothing where there are none."""
    return joined(_figure(each) for each in charts if each.kind in kinds)


def _figure(chart: Chart) -> Markup:
    drawing = Markup(draw(chart))  # an XML writer made it: every word in it is escaped
    behind = table(chart.title, chart.behind.head, chart.behind.rows, frozenset(chart.behind.figures))
    return tag(
        "figure",
        tag("h3", chart.title),
        tag("p", chart.says, class_="quiet"),
        drawing,
        opening(f"chart-{chart.name}", "The table behind it", behind),
        class_="pictured",
    )
