"""The sheet of charts: hours and money over the cells that work themselves out, the rest as pictures, tables below."""

from __future__ import annotations

from io import BytesIO
from math import ceil
from struct import unpack
from typing import TYPE_CHECKING

from assistant.domain.charts import Chart
from assistant.drawing.draw import BROAD
from assistant.drawing.looks import BAR
from assistant.export.pictures import pictures
from assistant.export.word_look import ACCENT, INK
from assistant.export.workbook_look import Looks, add_sheet, fit, say
from assistant.export.workbook_ways import TITLES, Grid, Way
from assistant.language.printable import printable

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

WIDTHS = (54, 22, 22, 22, 22, 22)
ROW_PIXELS, LEAST_PIXELS, WAY_PIXELS = 20, 260, 34
LIVE = "Drawn from the likely figures of the sheet {sheet}: it follows what you change there."
ALL_WAYS = "Those that are left alone are in it too."
Sized = dict[str, object]


def write_charts(book: Workbook, look: Looks, made: Grid, charts: tuple[Chart, ...]) -> None:
    """Add the sheet; nothing where there is no chart."""
    if not charts:
        return
    sheet = add_sheet(book, "Charts", WIDTHS)
    still = tuple(each for each in charts if not _is_live(each, made))
    drawn = dict(zip(still, pictures(still), strict=True))
    at = 0
    for each in charts:
        at = _head(sheet, look, each, at)
        at = _picture(sheet, each, drawn[each], at) if each in drawn else _live(book, sheet, look, made, each, at)
        at = _table(sheet, look, each, at) + 2


def _is_live(chart: Chart, made: Grid) -> bool:
    return bool(made.ways) and (chart.kind == "hours" or _way(chart, made) is not None)


def _way(chart: Chart, made: Grid) -> Way | None:
    """The way whose money a chart is about, or None."""
    found = (each for each in made.ways if chart.kind == "cash" and each.initiative.id == chart.initiative_id)
    return next(found, None)


def _head(sheet: Worksheet, look: Looks, chart: Chart, at: int) -> int:
    say(sheet, at, 0, chart.title, look.title)
    sheet.merge_range(at + 1, 0, at + 1, 2, "", look.note)
    say(sheet, at + 1, 0, chart.says, look.note)
    fit(sheet, at + 1, [(chart.says, sum(WIDTHS[:3]))])
    return at + 2


def _picture(sheet: Worksheet, chart: Chart, picture: bytes, at: int) -> int:
    wide, high = (float(each) for each in unpack(">II", picture[16:24]))  # a PNG begins with its size
    share = BROAD / wide
    told = {"x_scale": share, "y_scale": share, "description": printable(chart.says)}
    sheet.insert_image(at, 0, f"{chart.name}.png", {"image_data": BytesIO(picture), **told})
    return at + ceil(high * share / ROW_PIXELS) + 1


def _live(book: Workbook, sheet: Worksheet, look: Looks, made: Grid, chart: Chart, at: int) -> int:
    way = _way(chart, made)
    told = LIVE.format(sheet="Months") if way else f"{LIVE.format(sheet='Estimates')} {ALL_WAYS}"
    say(sheet, at, 0, told, look.quiet)
    kind = "line" if way else "bar"
    drawn = book.add_chart({"type": kind})
    drawn.add_series(_money(made, way) if way else _hours(made))
    drawn.set_legend({"none": True})
    drawn.set_title({"none": True})
    high = LEAST_PIXELS if way else max(LEAST_PIXELS, WAY_PIXELS * (len(made.ways) + 2))
    if way:
        drawn.set_x_axis({"name": "Month", "interval_unit": 6, "label_position": "low"})
        drawn.set_y_axis({"name": "Money so far", "num_format": "#,##0"})
    else:
        drawn.set_y_axis({"reverse": True, "label_position": "low"})
        drawn.set_x_axis({"name": "Hours a week", "num_format": "0.0"})
    drawn.set_size({"width": 760, "height": high})
    sheet.insert_chart(at + 1, 0, drawn, {"description": printable(chart.says)})
    return at + 1 + ceil(high / ROW_PIXELS) + 1


def _hours(made: Grid) -> Sized:
    first, last = made.ways[0].column, made.ways[-1].column
    row = made.rows["net"]
    return {
        "name": "Hours freed a week",
        "categories": ["Estimates", TITLES, first, TITLES, last],
        "values": ["Estimates", row, first, row, last],
        "fill": {"color": BAR},
        "border": {"color": f"#{ACCENT}"},
        "gap": 60,
    }


def _money(made: Grid, way: Way) -> Sized:
    running = way.flow + 1
    return {
        "name": "Money so far",
        "categories": ["Months", 1, 0, made.months + 1, 0],
        "values": ["Months", 1, running, made.months + 1, running],
        "line": {"color": f"#{INK}", "width": 2.25},
    }


def _table(sheet: Worksheet, look: Looks, chart: Chart, at: int) -> int:
    for column, words in enumerate(chart.behind.head):
        say(sheet, at, column, words, look.head_right if column in chart.behind.figures else look.head)
    for n, row in enumerate(chart.behind.rows, start=at + 1):
        for column, words in enumerate(row):
            say(sheet, n, column, words, look.word_right if column in chart.behind.figures else look.text)
        fit(sheet, n, [(words, width - 2) for words, width in zip(row, WIDTHS, strict=False)])
    return at + len(chart.behind.rows)
