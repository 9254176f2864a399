"""How the spreadsheet looks, and words written into it so that none of them becomes a formula."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from assistant.export.word_look import ACCENT, LATIN, LINE, QUIET
from assistant.language.printable import printable

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

GROUND = "#FFF6E5"
"""The ground of a cell that the owner may change."""
LINE_POINTS = 13.5
MOST_LETTERS = 32_000
"""A cell holds 32,767 characters."""


@dataclass(frozen=True)
class Looks:
    """The formats of one workbook."""

    title: Format
    head: Format
    head_right: Format
    text: Format
    strong: Format
    quiet: Format
    money: Format
    total: Format
    factor: Format
    total_word: Format
    number_in: Format
    money_in: Format
    percent_in: Format
    word_in: Format
    plain_in: Format
    figure_in: Format
    plain: Format
    number: Format
    figure: Format
    whole: Format
    day: Format
    word_right: Format
    note: Format
    small: Format


def looks(book: Workbook) -> Looks:
    """The formats, made once for a workbook."""
    plain: dict[str, object] = {"font_name": LATIN, "font_size": 10, "valign": "top"}
    head: dict[str, object] = {
        **plain,
        "indent": 1,
        "bold": True,
        "font_color": f"#{QUIET}",
        "bottom": 1,
        "text_wrap": True,
    }
    sums: dict[str, object] = {**plain, "num_format": "#,##0.00"}
    total: dict[str, object] = {**sums, "bold": True, "top": 1, "top_color": f"#{ACCENT}"}
    change: dict[str, object] = {**plain, "bg_color": GROUND, "border": 1, "border_color": f"#{LINE}"}
    return Looks(
        title=book.add_format({**plain, "bold": True, "font_size": 14}),
        head=book.add_format(head),
        head_right=book.add_format({**head, "align": "right"}),
        text=book.add_format({**plain, "text_wrap": True, "indent": 1}),
        strong=book.add_format({**plain, "bold": True, "text_wrap": True}),
        quiet=book.add_format({**plain, "font_color": f"#{QUIET}"}),
        money=book.add_format(sums),
        total=book.add_format(total),
        factor=book.add_format({**plain, "num_format": "0.0000"}),
        total_word=book.add_format({**total, "num_format": "@"}),
        number_in=book.add_format({**change, "num_format": "0.##"}),
        money_in=book.add_format({**change, "num_format": "#,##0.00"}),
        percent_in=book.add_format({**change, "num_format": "0.0%"}),
        word_in=book.add_format(change),
        plain_in=book.add_format(change),
        figure_in=book.add_format({**change, "num_format": "#,##0.00"}),
        plain=book.add_format({**plain, "align": "right"}),
        number=book.add_format({**plain, "align": "center"}),
        figure=book.add_format({**plain, "num_format": "#,##0.00", "align": "right"}),
        whole=book.add_format({**plain, "num_format": "#,##0", "align": "right"}),
        day=book.add_format({**plain, "num_format": "d mmm yyyy", "align": "left"}),
        word_right=book.add_format({**plain, "align": "right", "text_wrap": True}),
        note=book.add_format({**plain, "font_color": f"#{QUIET}", "text_wrap": True}),
        small=book.add_format({**plain, "font_color": f"#{QUIET}", "text_wrap": True, "font_size": 9}),
    )


def add_sheet(book: Workbook, name: str, widths: Iterable[float]) -> Worksheet:
    """A new sheet with its columns' widths in characters, printed on A4 across."""
    sheet = book.add_worksheet(name)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    return sheet


def exact(value: float) -> bool:
    """True where a figure is short enough to be shown as it is."""
    return round(value, 3) == value


def fit(sheet: Worksheet, row: int, cells: Iterable[tuple[str, float]]) -> None:
    """Make a row as high as its words need in columns of those widths: not every program does so by itself."""
    lines = max((ceil(0.95 * len(words) / width) for words, width in cells if words), default=1)
    sheet.set_row(row, LINE_POINTS * max(1, lines))


def say(sheet: Worksheet, row: int, column: int, words: str, look: Format) -> None:
    """Write words as words, also where they begin like a formula; what no cell can hold is cut."""
    clean = printable(words)
    sheet.write_string(row, column, clean if len(clean) <= MOST_LETTERS else f"{clean[:MOST_LETTERS]}…", look)
