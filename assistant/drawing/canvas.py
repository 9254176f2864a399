"""Where a chart is drawn: pieces of SVG by their places, text as text."""

from __future__ import annotations

from typing import Literal
from xml.etree.ElementTree import Element, SubElement

from assistant.domain.charts import Axis, Key, Look
from assistant.drawing.looks import INK, LINE, SOFT, define, fill
from assistant.drawing.words import lines, width
from assistant.language.printable import printable

SIZE, SMALL, LEAD = 13.0, 12.0, 16.0
EDGE = 4.0
"""Room at the sides."""
SWATCH, APART = 12.0, 14.0
Anchor = Literal["start", "middle", "end"]


class Canvas:
    """A drawing that grows downwards; `down` is how far it has come, all in units of the view box."""

    def __init__(self, name: str, wide: float) -> None:
        self.svg = Element("svg")
        self.name, self.wide, self.down = name, wide, 0.0

    def define(self, looks: set[Look]) -> None:
        """Add the patterns of these looks."""
        define(self.svg, looks, self.name)

    def text(self, words: str, at: float, down: float, soft: bool = False, anchor: Anchor = "start") -> None:
        """Words on one line; figures, notes and axes are `soft` and a little smaller."""
        made = {"x": figure(at), "y": figure(down), "class": "soft" if soft else "ink"}
        size = {"font-size": figure(SMALL if soft else SIZE), "fill": SOFT if soft else INK}
        turned = {} if anchor == "start" else {"text-anchor": anchor}
        SubElement(self.svg, "text", made | size | turned).text = printable(words)

    def block(self, look: Look, left: float, right: float, top: float, high: float) -> None:
        """A piece of a bar, two units wide at least."""
        place = {"x": figure(left), "y": figure(top), "width": figure(max(right - left, 2.0)), "height": figure(high)}
        SubElement(self.svg, "rect", place | fill(look, self.name))

    def line(self, x1: float, y1: float, x2: float, y2: float, kind: Literal["grid", "nil", "likely", "mark"]) -> None:
        """A straight line: of the grid, at nil, at a likely figure, or a mark."""
        colour, thick, dashes = {
            "grid": (LINE, "1", ""), "nil": (SOFT, "1.2", ""), "likely": (INK, "3", ""), "mark": (INK, "1.2", "4 3"),
        }[kind]  # fmt: skip
        place = {"x1": figure(x1), "y1": figure(y1), "x2": figure(x2), "y2": figure(y2), "class": kind}
        SubElement(
            self.svg, "line", place | {"stroke": colour, "stroke-width": thick}
            | ({"stroke-dasharray": dashes} if dashes else {}),
        )  # fmt: skip

    def path(self, course: str, **attributes: str) -> None:
        """A path; `class_` is its class."""
        named = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        SubElement(self.svg, "path", {"d": course, **named})

    def keys(self, keys: tuple[Key, ...]) -> None:
        """What the looks mean, one after another, on as many lines as they need."""
        if not keys:
            return
        at = EDGE
        self.down += LEAD
        for key in keys:
            long = SWATCH + 5 + width(key.words, SMALL)
            if at > EDGE and at + long > self.wide - EDGE:
                at, self.down = EDGE, self.down + LEAD + 2
            self.block(key.look, at, at + SWATCH, self.down - SWATCH + 2, SWATCH)
            self.text(key.words, at + SWATCH + 5, self.down, soft=True)
            at += long + APART
        self.down += 8

    def paragraph(self, words: str, room: float, most: int = 2) -> None:
        """Words on as many lines as they need, cut after `most`."""
        for each in lines(words, room, SIZE, most):
            self.down += LEAD
            self.text(each, EDGE, self.down)


class Scale:
    """Figures of an axis as places between `start` and `end`."""

    def __init__(self, axis: Axis, start: float, end: float) -> None:
        self._axis, self._start, self._end = axis, start, end

    def __call__(self, value: float) -> float:
        """The place of a figure; one beyond the axis stands at its end."""
        share = (value - self._axis.low) / (self._axis.high - self._axis.low)
        return self._start + min(max(share, 0.0), 1.0) * (self._end - self._start)


def anchored(at: float, words: str, size: float, wide: float) -> tuple[float, Anchor]:
    """Where words stand that should be centred on a place, and do not fit there near an edge."""
    half = width(words, size) / 2
    if at - half < 0:
        return 0.0, "start"
    return (wide, "end") if at + half > wide else (at, "middle")


def figure(value: float) -> str:
    """A length without false decimals."""
    return f"{value:.1f}".removesuffix(".0")
