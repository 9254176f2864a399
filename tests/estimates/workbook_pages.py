"""Spreadsheet pages: rows and named cells written for LibreOffice to work out, values and formulas read back."""

from __future__ import annotations

import subprocess
import tempfile
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

Cell = str | float | None

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:{version}"'
    for name, version in (("office", "1.0"), ("table", "1.0"), ("text", "1.0"), ("of", "1.2"))
)
_SHEET = 'office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"'


@dataclass(frozen=True)
class Page:
    """One sheet: its title, its rows (a text with = in front is a formula), and the range behind each name."""

    title: str
    rows: tuple[tuple[Cell, ...], ...]
    names: dict[str, str]


@dataclass(frozen=True)
class Sheet:
    """What a stored sheet holds, by address: the value of each filled cell, and the text of each live formula."""

    values: dict[str, Cell]
    formulas: dict[str, str]

    @cached_property
    def rows(self) -> dict[str, int]:
        """The row of each label."""
        return {str(label): int(place[1:]) for place, label in self.values.items() if place[0] == "A"}

    def stored(self, label: str) -> Cell:
        """What stands beside a label: a figure, or a word such as never."""
        return self.values[f"B{self.rows[label]}"]

    def __getitem__(self, label: str) -> float:
        return float(self.stored(label) or 0.0)

    def is_money(self, label: str) -> bool:
        """True where the row's unit is money."""
        return str(self.values[f"C{self.rows[label]}"]).startswith("money")


def write_pages(pages: tuple[Page, ...], target: Path) -> None:
    """Writes the pages to target as XLSX; LibreOffice works out every formula, so that the file holds the results."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / f"{target.stem}.fods"
        draft.write_text(_document(pages), encoding="utf-8")
        profile = f"-env:UserInstallation=file://{folder}/profile"
        convert = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(target.parent), str(draft)]
        subprocess.run(convert, check=True, capture_output=True, timeout=300)


def read_sheets(source: Path) -> dict[str, Sheet]:
    """The sheets of a stored workbook, by title."""
    with zipfile.ZipFile(source) as archive:
        shared = ["".join(entry.itertext()) for entry in _part(archive, "sharedStrings").iterfind(f"{_MAIN}si")]
        titles = [str(sheet.get("name")) for sheet in _part(archive, "workbook").iter(f"{_MAIN}sheet")]
        parts = [_part(archive, f"worksheets/sheet{number}") for number, _ in enumerate(titles, 1)]
    return {title: _sheet(part, shared) for title, part in zip(titles, parts, strict=True)}


def _part(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(archive.read(f"xl/{name}.xml"))


def _sheet(part: ElementTree.Element, shared: list[str]) -> Sheet:
    cells = {str(cell.get("r")): cell for cell in part.iter(f"{_MAIN}c")}
    values = {place: _value(cell, shared) for place, cell in cells.items() if cell.find(f"{_MAIN}v") is not None}
    formulas = {place: cell.findtext(f"{_MAIN}f") or "" for place, cell in cells.items()}
    return Sheet(values, {place: text for place, text in formulas.items() if text})


def _value(cell: ElementTree.Element, shared: list[str]) -> Cell:
    text = cell.findtext(f"{_MAIN}v") or ""
    kind = cell.get("t", "n")
    if kind == "s":
        return shared[int(text)]
    return float(text) if kind == "n" else text


def _document(pages: tuple[Page, ...]) -> str:
    tables = "".join(_table(page) for page in pages)
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    return f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} {_SHEET}>{body}</office:document>'


def _table(page: Page) -> str:
    rows = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in page.rows)
    names = "".join(
        f"<table:named-range table:name={_quoted(name)} table:cell-range-address={_quoted(_range(page.title, place))}"
        f" table:base-cell-address={_quoted(_range(page.title, '$A$1'))}/>"
        for name, place in page.names.items()
    )
    named = f"<table:named-expressions>{names}</table:named-expressions>"
    return f"<table:table table:name={_quoted(page.title)}>{rows}{named}</table:table>"


def _range(title: str, place: str) -> str:
    return f"$'{title}'." + place.replace(":", ":.")


def _cell(value: Cell) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, str) and value.startswith("="):
        return f"<table:table-cell table:formula={_quoted('of:' + value)}/>"
    if isinstance(value, str):
        text = f"<text:p>{escape(value)}</text:p>"
        return f'<table:table-cell office:value-type="string">{text}</table:table-cell>'
    return f'<table:table-cell office:value-type="float" office:value="{value!r}"/>'


def _quoted(text: str) -> str:
    return '"' + escape(text, {'"': "&quot;"}) + '"'
