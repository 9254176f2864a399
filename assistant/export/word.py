"""Pages as a Word document: A4, real headings, lists and tables, page numbers, no private data in its properties."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import bidirectional

from assistant.export.blocks import Bullets, Figure, Heading, Pages, Paragraph, Table, Tone
from assistant.export.pictures import pictures
from assistant.export.word_look import LINE_WIDTH_MM, TONES, dress
from assistant.export.word_parts import add_picture, as_header, foot, name_file, on_one_page, saved, turn
from assistant.language.printable import printable

Written = Heading | Paragraph | Bullets | Table

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import _Row as TableRow
    from docx.text.paragraph import Paragraph as WordParagraph


def word(made: Pages) -> bytes:
    """The pages as .docx; the same pages give the same bytes."""
    from docx import Document

    document = Document()
    dress(document)
    name_file(document, made.kind, made.made_on)
    foot(document, made.footer)
    _write(document.add_paragraph(style="Title"), made.title)
    _write(document.add_paragraph(style="Subtitle"), made.subtitle)
    found = tuple(each.chart for each in made.blocks if isinstance(each, Figure))
    drawn = dict(zip(found, pictures(found), strict=True))
    for each in made.blocks:
        if isinstance(each, Figure):
            sentence = document.add_paragraph()
            sentence.paragraph_format.keep_with_next = True
            _write(sentence, each.chart.says, tone="quiet")
            add_picture(document, drawn[each.chart], each.chart.says)
        else:
            _block(document, each)
    return saved(document)


def _block(document: WordDocument, block: Written) -> None:
    match block:
        case Heading():
            heading = document.add_paragraph(style=f"Heading {block.level}")
            heading.paragraph_format.page_break_before = block.new_page or None
            _write(heading, block.text)
        case Paragraph():
            _paragraph(document.add_paragraph(), block)
        case Bullets():
            for each in block.items:
                _paragraph(document.add_paragraph(style="List Bullet"), each)
        case Table():
            _table(document, block)


def _paragraph(written: WordParagraph, paragraph: Paragraph) -> None:
    if paragraph.lead:
        _write(written, f"{paragraph.lead} ", strong=True, tone=paragraph.tone)
    _write(written, paragraph.text, tone="quiet" if paragraph.tone == "quiet" else "plain")


def _write(written: WordParagraph, words: str, *, strong: bool = False, tone: Tone = "plain") -> None:
    """Add words to a paragraph; right to left where their first letter is."""
    from docx.shared import RGBColor

    run = written.add_run(printable(words), style="Strong" if strong else None)
    if tone in TONES:
        run.font.color.rgb = RGBColor.from_string(TONES[tone])
    if _right_to_left(words):
        run.font.rtl = True
        if len(written.runs) == 1:
            turn(written)


def _right_to_left(words: str) -> bool:
    first = next((each for each in map(bidirectional, words) if each in ("L", "R", "AL")), "L")
    return first != "L"


def _table(document: WordDocument, table: Table) -> None:
    from docx.shared import Mm

    made = document.add_table(rows=0, cols=len(table.headers), style="Plumbline Table")
    made.autofit = False
    for column, share in zip(made.columns, table.widths, strict=True):
        column.width = Mm(share * LINE_WIDTH_MM)
    head, body = (document.styles[name].style_id for name in ("Table Head", "Table Text"))
    _row(made.add_row(), table.headers, table, head)
    as_header(made.rows[0])
    for row in table.rows:
        _row(made.add_row(), row, table, body)
    document.add_paragraph(style="Table Gap")


def _row(row: TableRow, cells: tuple[str, ...], table: Table, style_id: str) -> None:
    """A row of cells; their style goes in by its id, for looking it up by name takes a pass over all styles a cell."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    on_one_page(row)
    for n, (cell, words, share) in enumerate(zip(row.cells, cells, table.widths, strict=True)):
        cell.width = Mm(share * LINE_WIDTH_MM)
        written = cell.paragraphs[0]
        written._p.style = style_id
        if n in table.figures:
            written.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _write(written, words)
