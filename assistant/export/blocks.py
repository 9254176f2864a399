"""What a printed plan or critique is made of, before it is a file of any kind."""

from __future__ import annotations

from datetime import date
from typing import Literal

from assistant.domain.charts import Chart
from assistant.domain.facts import Noun

Tone = Literal["plain", "quiet", "broken", "unknown"]


class Heading(Noun):
    """A heading; level 1 is a section, 2 a subject in it. `new_page` begins a page."""

    text: str
    level: Literal[1, 2] = 1
    new_page: bool = False


class Paragraph(Noun):
    """A paragraph; `lead` stands before it in bold and takes the tone."""

    text: str
    lead: str = ""
    tone: Tone = "plain"


class Bullets(Noun):
    """A list of paragraphs."""

    items: tuple[Paragraph, ...]


class Table(Noun):
    """A table with a header row; `widths` are shares of the line, as many as there are headers.

    Columns named in `figures`, counted from 0, are set to the right.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    figures: tuple[int, ...] = ()


class Figure(Noun):
    """A chart with its sentence; the table behind it follows as a block of its own."""

    chart: Chart


Block = Heading | Paragraph | Bullets | Table | Figure


class Pages(Noun):
    """A whole file: what it is, its title, the line below it, the line at the foot, its blocks, the day it was made."""

    kind: str
    title: str
    subtitle: str
    footer: str
    blocks: tuple[Block, ...]
    made_on: date
