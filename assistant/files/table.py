"""Tables in .csv: each row as a sentence of its column names and values, a page for every few rows."""

from __future__ import annotations

import csv
import io

from assistant.files.limits import refused
from assistant.files.pieces import Pieces
from assistant.files.plain import decoded

ENDINGS = (".csv", ".tsv")
SAMPLE = 20_000
ROWS_EACH = 10
MOST_FIELD = 1_000_000


def read(name: str, data: bytes) -> Pieces:
    """The rows of a table, the first row taken as column names; raises UnreadableFile where it is none.

    Each page begins with a heading that says which rows it holds, counted as a spreadsheet counts them.
    """
    text = decoded(data)
    csv.field_size_limit(MOST_FIELD)
    try:
        dialect = csv.Sniffer().sniff(text[:SAMPLE], delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    try:
        rows = [row for row in csv.reader(io.StringIO(text), dialect) if any(cell.strip() for cell in row)]
    except csv.Error as exc:
        raise refused(name, f"its table is broken ({exc})", "Save it again as CSV in UTF-8.") from exc
    if len(rows) < 2:
        raise refused(name, "it holds no rows under the first line", "Put the names of the columns in the first line.")
    columns = [cell.strip() for cell in rows[0]]
    pages, headings = [], []
    for start in range(1, len(rows), ROWS_EACH):
        part = rows[start : start + ROWS_EACH]
        headings.append(f"Rows {start + 1}-{start + len(part)}")
        pages.append("\n".join([headings[-1], "", *(_said(columns, row) for row in part)]))
    return Pieces(pages=tuple(pages), headings=tuple(headings))


def _said(columns: list[str], row: list[str]) -> str:
    named = [
        f"{columns[n]}: {cell.strip()}" if n < len(columns) and columns[n] else cell.strip()
        for n, cell in enumerate(row)
        if cell.strip()
    ]
    return "; ".join(named) + "."
