"""A chart before it is drawn: what it says, its axes with units, its bars or its band, and the table behind it."""

from __future__ import annotations

from typing import Literal

from assistant.domain.facts import Noun

ChartKind = Literal["roadmap", "hours", "cash", "tornado", "alignment"]
Look = Literal[
    "range", "waiting", "low end", "high end", "held", "broken", "unknown", "count", "set up", "try", "review", "begin",
]  # fmt: skip
"""What a part stands for; each is told from the others by lightness or pattern, not by colour alone."""


class Tick(Noun):
    """A place on an axis and what stands there."""

    at: float
    words: str


class Axis(Noun):
    """From where to where an axis goes, in the unit that `title` names."""

    title: str
    low: float
    high: float
    ticks: tuple[Tick, ...]


class Part(Noun):
    """A piece of a bar from low to high; `mid` is its likely figure, where it has one."""

    low: float
    high: float
    look: Look
    mid: float | None = None


class Bar(Noun):
    """A line of a chart: what it is about, its pieces, and its figures in words."""

    label: str
    parts: tuple[Part, ...]
    said: str = ""


class Point(Noun):
    """A place along the axis with P10, P50 and P90 there."""

    at: float
    low: float
    mid: float
    high: float


class Mark(Noun):
    """A line across the chart, and the words at its head."""

    at: float
    words: str


class Key(Noun):
    """What a look means in this chart."""

    look: Look
    words: str


class Behind(Noun):
    """The table behind a chart; columns in `figures`, counted from 0, are set to the right."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[int, ...] = ()


class Chart(Noun):
    """One chart: bars, or points with an axis `up`. `name` tells it from the others of its plan; `says` is what it
    shows, for whoever cannot see it too; `initiative_id` is the way that it is about, empty where it is about many."""

    kind: ChartKind
    name: str
    title: str
    says: str
    across: Axis
    behind: Behind
    bars: tuple[Bar, ...] = ()
    points: tuple[Point, ...] = ()
    up: Axis | None = None
    marks: tuple[Mark, ...] = ()
    keys: tuple[Key, ...] = ()
    initiative_id: str = ""
