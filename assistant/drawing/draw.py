"""The drawing of a chart: the same for the page and for every file."""

from __future__ import annotations

from math import ceil
from xml.etree.ElementTree import Element, SubElement, tostring

from assistant.domain.charts import Chart
from assistant.drawing.band import band
from assistant.drawing.bars import bars
from assistant.drawing.canvas import Canvas
from assistant.language.printable import printable

NARROW, BROAD = 360.0, 560.0
"""Widths in units of the view box: on a phone, where one of them is about a pixel, and across a sheet of paper."""
FONTS = "'Noto Sans', system-ui, 'Segoe UI', Arial, sans-serif"


def draw(chart: Chart, wide: float = NARROW) -> str:
    """The chart as SVG with its title and its sentence inside, letters at least 12 units high."""
    canvas = Canvas(chart.name, wide)
    svg = canvas.svg
    names = [f"chart-{chart.name}-{part}" for part in ("title", "desc")]
    for tag, name, words in zip(("title", "desc"), names, (chart.title, chart.says), strict=True):
        SubElement(svg, tag, {"id": name}).text = printable(words)
    canvas.define({part.look for bar in chart.bars for part in bar.parts} | {each.look for each in chart.keys})
    canvas.keys(chart.keys)
    if chart.up is not None:
        band(canvas, chart, chart.up)
    else:
        bars(canvas, chart)
    _frame(svg, wide, ceil(canvas.down), names)
    return tostring(svg, encoding="unicode")


def _frame(svg: Element, wide: float, high: int, names: list[str]) -> None:
    svg.attrib = {
        "xmlns": "http://www.w3.org/2000/svg",
        "class": "chart",
        "viewBox": f"0 0 {wide:g} {high}",
        "width": f"{wide:g}",
        "height": str(high),
        "role": "img",
        "aria-labelledby": " ".join(names),
        "font-family": FONTS,
    }
