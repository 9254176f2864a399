"""What each look is drawn as: a fill and an edge that differ in lightness or pattern, and the patterns themselves."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from assistant.domain.charts import Look

INK, SOFT, LINE, PAPER = "#1F2933", "#5B6570", "#D5CFC3", "#FFFFFF"
BRASS, BAR, PALE = "#8A5A12", "#D9BC85", "#F3E6CC"
NO, UNKNOWN, OK, OK_PALE = "#A3261B", "#7A5300", "#1E6B3A", "#D3E6DA"
STEP = 6


class Paint(NamedTuple):
    """A fill, or the pattern that it is filled with, and the edge; `dashes` where the edge is broken."""

    fill: str
    edge: str
    pattern: str = ""
    dashes: str = ""


PAINTS: dict[Look, Paint] = {
    "range": Paint(BAR, BRASS),
    "waiting": Paint(PAPER, BRASS, "stripes"),
    "low end": Paint(PALE, BRASS, "stripes"),
    "high end": Paint(BRASS, BRASS),
    "held": Paint(OK_PALE, OK),
    "broken": Paint(NO, NO),
    "unknown": Paint(PAPER, UNKNOWN, "stripes"),
    "count": Paint(PAPER, BRASS, "dots"),
    "set up": Paint(PAPER, BRASS, "stripes"),
    "try": Paint(BAR, BRASS),
    "review": Paint(INK, INK),
    "begin": Paint(PAPER, BRASS, dashes="3 2"),
}


def klass(look: Look) -> str:
    """The class by which a page may colour a look its own way."""
    return f"look-{look.replace(' ', '-')}"


def fill(look: Look, name: str) -> dict[str, str]:
    """The attributes of a piece with this look; `name` is the chart's."""
    paint = PAINTS[look]
    made = {"class": klass(look), "fill": paint.fill, "stroke": paint.edge, "stroke-width": "1"}
    if paint.pattern:
        made["fill"] = f"url(#{_id(name, look)})"
        made["class"] = f"{klass(look)} patterned"
    return made | ({"stroke-dasharray": paint.dashes} if paint.dashes else {})


def define(svg: Element, looks: set[Look], name: str) -> None:
    """Add the patterns that these looks need."""
    needed = sorted(each for each in looks if PAINTS[each].pattern)
    if not needed:
        return
    defs = SubElement(svg, "defs")
    for look in needed:
        paint = PAINTS[look]
        size = str(STEP)
        made = {"id": _id(name, look), "width": size, "height": size, "patternUnits": "userSpaceOnUse"}
        pattern = SubElement(defs, "pattern", made | {"patternTransform": "rotate(45)"})
        SubElement(pattern, "rect", {"class": "ground", "width": size, "height": size, "fill": paint.fill})
        mark = {"class": "mark", "fill": paint.edge}
        if paint.pattern == "dots":
            SubElement(pattern, "circle", {**mark, "cx": "3", "cy": "3", "r": "1.2"})
        else:
            SubElement(pattern, "rect", {**mark, "width": "2", "height": size})


def _id(name: str, look: Look) -> str:
    return f"chart-{name}-{klass(look)}"
