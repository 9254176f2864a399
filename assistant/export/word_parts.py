"""Parts of a Word document that python-docx has no word for: footer with page fields, header rows, clean properties."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from assistant.export.word_look import LANGUAGE, LINE_WIDTH_MM
from assistant.language.printable import printable

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import _Row as TableRow
    from docx.text.paragraph import Paragraph as WordParagraph

PICTURE_SHARE = 0.85
"""Share of the line that a picture takes."""
OLDEST_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def foot(document: WordDocument, words: str) -> None:
    """Write the footer: a line of words on the left, the page and the number of pages on the right."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm

    written = document.sections[0].footer.paragraphs[0]
    written.paragraph_format.tab_stops.add_tab_stop(Mm(LINE_WIDTH_MM), WD_TAB_ALIGNMENT.RIGHT)
    written.add_run(f"{words}\tPage ")
    _field(written, "PAGE")
    written.add_run(" of ")
    _field(written, "NUMPAGES")


def _field(written: WordParagraph, name: str) -> None:
    """Add a field that the reader's program fills in."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind in ("begin", "instruction", "separate", "shown", "end"):
        run = written.add_run("1" if kind == "shown" else "")
        if kind == "instruction":
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = f" {name} "
            run._r.append(instruction)
        elif kind != "shown":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def add_picture(document: WordDocument, picture: bytes, says: str) -> None:
    """Add a picture in a paragraph of its own, with the words that stand for it where it cannot be seen."""
    from docx.oxml.ns import qn
    from docx.shared import Mm

    run = document.add_paragraph().add_run()
    run.add_picture(BytesIO(picture), width=Mm(PICTURE_SHARE * LINE_WIDTH_MM))
    for named in run._r.iter(qn("wp:docPr")):
        named.set("descr", printable(says))


def as_header(row: TableRow) -> None:
    """Mark a row as the header, shown again on every page and read out as such."""
    _mark(row, "w:tblHeader")


def on_one_page(row: TableRow) -> None:
    """Keep a row from splitting over two pages."""
    _mark(row, "w:cantSplit")


def _mark(row: TableRow, name: str) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))


def turn(written: WordParagraph) -> None:
    """Set a paragraph from right to left."""
    from docx.oxml import OxmlElement

    properties = written._p.get_or_add_pPr()
    properties.insert_element_before(
        OxmlElement("w:bidi"), "w:adjustRightInd", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr"
    )


def name_file(document: WordDocument, kind: str, made_on: date) -> None:
    """Set the properties: what the file is and the day it was made, and nobody's name."""
    properties = document.core_properties
    properties.title, properties.language = kind, LANGUAGE
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.subject = properties.keywords = properties.category = ""
    properties.created = properties.modified = datetime.combine(made_on, time())
    properties.revision = 1
    relations = document.part.package.rels
    for key in [each for each, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[key]


def saved(document: WordDocument) -> bytes:
    """The file, with no date of making on the parts of its archive: the same words give the same bytes."""
    written, clean = BytesIO(), BytesIO()
    document.save(written)
    with ZipFile(written) as parts, ZipFile(clean, "w") as archive:
        for name in parts.namelist():
            archive.writestr(ZipInfo(name, OLDEST_ZIP_DATE), parts.read(name), compress_type=ZIP_DEFLATED)
    return clean.getvalue()
