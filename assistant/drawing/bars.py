"""Charts of bars: each line's words above it, its figures beside it, one axis below all."""

from __future__ import annotations

from itertools import pairwise

from assistant.domain.charts import Axis, Bar, Chart, Tick
from assistant.drawing.canvas import EDGE, LEAD, SIZE, SMALL, Canvas, Scale, anchored
from assistant.drawing.words import width

BAR, APART, ABOVE = 14.0, 10.0, 6.0
MOST_BESIDE = 0.45
"""Share of the width that figures beside the bars may take; longer ones stand on a line of their own."""


def bars(canvas: Canvas, chart: Chart) -> None:
    """Draw the bars of a chart and the axis below them."""
    room = max((width(each.said, SMALL) for each in chart.bars if each.said), default=0.0) + 8
    beside = room <= MOST_BESIDE * canvas.wide
    right = canvas.wide - EDGE - (room if beside and room > 8 else 0.0)
    place = Scale(chart.across, EDGE, right)
    marked(canvas, chart, place)
    for each in chart.bars:
        _bar(canvas, chart, each, place, beside)
    bottom = canvas.down
    axis(canvas, chart.across, place, bottom)
    canvas.down = bottom + 2 * LEAD + 4


def marked(canvas: Canvas, chart: Chart, place: Scale) -> None:
    """The words of each mark above a chart, a line each."""
    for mark in chart.marks:
        canvas.down += LEAD
        at, anchor = anchored(place(mark.at), mark.words, SMALL, canvas.wide)
        canvas.text(mark.words, at, canvas.down, soft=True, anchor=anchor)


def _bar(canvas: Canvas, chart: Chart, bar: Bar, place: Scale, beside: bool) -> None:
    """One line: its words, then its pieces on the grid, which stays clear of all words."""
    canvas.paragraph(bar.label, canvas.wide - 2 * EDGE)
    if bar.said and not beside:
        canvas.down += LEAD
        canvas.text(bar.said, EDGE, canvas.down, soft=True)
    top = canvas.down + ABOVE
    _grid(canvas, chart, place, top)
    for part in bar.parts:
        canvas.block(part.look, place(part.low), place(part.high), top, BAR)
    for part in bar.parts:
        if part.mid is not None:
            at = place(part.mid)
            canvas.line(at, top - 1, at, top + BAR + 1, "likely")
    for mark in chart.marks:
        canvas.line(place(mark.at), top - 2, place(mark.at), top + BAR + 2, "mark")
    if bar.said and beside:
        canvas.text(bar.said, canvas.wide - EDGE, top + SMALL, soft=True, anchor="end")
    canvas.down = top + BAR + APART - ABOVE


def _grid(canvas: Canvas, chart: Chart, place: Scale, top: float) -> None:
    for tick in chart.across.ticks:
        at = place(tick.at)
        nil = tick.at == 0 and chart.across.low < 0
        canvas.line(at, top - 1, at, top + BAR + 2, "nil" if nil else "grid")


def axis(canvas: Canvas, drawn: Axis, place: Scale, bottom: float) -> None:
    """The words of an axis below a chart, as many as stand free of one another, and what it counts."""
    for tick in _free(drawn, place):
        at, anchor = anchored(place(tick.at), tick.words, SMALL, canvas.wide)
        canvas.text(tick.words, at, bottom + SIZE + 1, soft=True, anchor=anchor)
    canvas.text(drawn.title, EDGE, bottom + LEAD + SIZE + 1, soft=True)


def _free(drawn: Axis, place: Scale) -> tuple[Tick, ...]:
    """The ticks whose words have room: all, else every second one, and so on."""
    widest = max(width(each.words, SMALL) for each in drawn.ticks) + 6
    ends = [place(each.at) for each in drawn.ticks]
    step = min((after - before for before, after in pairwise(ends)), default=widest)
    every = max(1, int(-(-widest // step)) if step > 0 else 1)
    return drawn.ticks[::every]
