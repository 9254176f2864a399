"""A chart of a band over time: the likely line, what it lies between, nil, and marks."""

from __future__ import annotations

from assistant.domain.charts import Axis, Chart
from assistant.drawing.bars import axis, marked
from assistant.drawing.canvas import EDGE, LEAD, SMALL, Canvas, Scale, figure
from assistant.drawing.looks import BAR, BRASS, INK
from assistant.drawing.words import width

SHAPE, HIGHEST = 0.5, 230.0
"""Height for its width, and the most of it."""


def band(canvas: Canvas, chart: Chart, up: Axis) -> None:
    """Draw the points of a chart between its two axes."""
    left = EDGE + max(width(each.words, SMALL) for each in up.ticks) + 6
    place = Scale(chart.across, left, canvas.wide - EDGE)
    canvas.down += LEAD
    canvas.text(up.title, EDGE, canvas.down, soft=True)
    marked(canvas, chart, place)
    top = canvas.down + 12
    bottom = top + min(SHAPE * canvas.wide, HIGHEST)
    height = Scale(up, bottom, top)
    for tick in up.ticks:
        at = height(tick.at)
        canvas.line(left, at, canvas.wide - EDGE, at, "nil" if tick.at == 0 else "grid")
        canvas.text(tick.words, left - 6, at + 4, soft=True, anchor="end")
    _area(canvas, chart, place, height)
    for mark in chart.marks:
        if chart.across.low < mark.at < chart.across.high:
            canvas.line(place(mark.at), top - 4, place(mark.at), bottom, "mark")
    axis(canvas, chart.across, place, bottom)
    canvas.down = bottom + 2 * LEAD + 4


def _area(canvas: Canvas, chart: Chart, place: Scale, height: Scale) -> None:
    upper = [f"{figure(place(each.at))},{figure(height(each.high))}" for each in chart.points]
    lower = [f"{figure(place(each.at))},{figure(height(each.low))}" for each in reversed(chart.points)]
    middle = [f"{figure(place(each.at))},{figure(height(each.mid))}" for each in chart.points]
    edge = {"fill_opacity": "0.75", "stroke": BRASS, "stroke_width": "0.8"}
    canvas.path(f"M{' L'.join((*upper, *lower))} Z", class_="look-range", fill=BAR, **edge)
    canvas.path(f"M{' L'.join(middle)}", class_="likely", fill="none", stroke=INK, stroke_width="2.2")
