"""How the Word document looks: page, language, fonts and styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.domain.facts import Noun

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

INK, QUIET, ACCENT, LINE = "1F2933", "5B6570", "8A5A12", "E3DFD7"
TONES = {"quiet": QUIET, "broken": "A3261B", "unknown": "7A5300"}
LATIN, HAN = "Arial", "Microsoft YaHei"
"""Fonts that Windows and Mac have, and for which LibreOffice has one of the same measure."""
WIDTH_MM, HEIGHT_MM, MARGIN_MM = 210.0, 297.0, 18.0
LINE_WIDTH_MM = WIDTH_MM - 2 * MARGIN_MM
LANGUAGE = "en-GB"


class Look(Noun):
    """The look of one paragraph style; sizes and spaces in points. `own` styles are not in the template."""

    name: str
    size: float
    bold: bool = False
    colour: str = INK
    before: float = 0
    after: float = 0
    own: bool = False


LOOKS = (
    Look(name="Normal", size=9, after=2.5),
    Look(name="Title", size=18, bold=True, after=1),
    Look(name="Subtitle", size=9, colour=QUIET, after=4),
    Look(name="Heading 1", size=10.5, bold=True, colour=ACCENT, before=5.5, after=1.5),
    Look(name="Heading 2", size=9.5, bold=True, before=6, after=1),
    Look(name="List Bullet", size=9, after=1),
    Look(name="Footer", size=8, colour=QUIET),
    Look(name="Table Head", size=8.5, bold=True, colour=QUIET, own=True),
    Look(name="Table Text", size=8.5, own=True),
    Look(name="Table Gap", size=2, own=True),
)

TABLE_STYLE = f"""
<w:style xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    w:type="table" w:customStyle="1" w:styleId="PlumblineTable">
  <w:name w:val="Plumbline Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>
  <w:tblPr>
    <w:tblBorders>
      <w:top w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"/>
      <w:bottom w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:top w:w="40" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>
      <w:bottom w:w="40" w:type="dxa"/><w:right w:w="70" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
</w:style>
"""


def dress(document: WordDocument) -> None:
    """Give a new document its page, its language and its styles."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(WIDTH_MM), Mm(HEIGHT_MM)
    section.left_margin = section.right_margin = Mm(MARGIN_MM)
    section.top_margin, section.bottom_margin = Mm(15), Mm(17)
    section.footer_distance = Mm(8)
    for found in document.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), LANGUAGE)
    document.styles.element.append(parse_xml(TABLE_STYLE))
    for look in LOOKS:
        if look.own:
            document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
        _style(document, look)


def _style(document: WordDocument, look: Look) -> None:
    from docx.shared import Mm, Pt, RGBColor

    style = document.styles[look.name]
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), look.bold, False
    style.font.color.rgb = RGBColor.from_string(look.colour)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(look.before), Pt(look.after)
    style.paragraph_format.line_spacing = 1.1
    style.paragraph_format.tab_stops.clear_all()
    if look.name == "List Bullet":
        style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = Mm(4), Mm(-4)
    _without(style.element.get_or_add_pPr(), "w:pBdr", "w:contextualSpacing")
    letters = style.element.get_or_add_rPr()
    _without(letters, "w:spacing", "w:kern", "w:szCs", "w:bCs", "w:iCs")
    _scripts(letters, look)


def _scripts(letters: BaseOxmlElement, look: Look) -> None:
    """Name fonts, size and weight for the scripts of all languages: the template's theme fonts would win over ours."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    fonts = letters.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script, font in (("ascii", LATIN), ("hAnsi", LATIN), ("cs", LATIN), ("eastAsia", HAN)):
        fonts.set(qn(f"w:{script}"), font)
    complex_size = OxmlElement("w:szCs")
    complex_size.set(qn("w:val"), str(round(2 * look.size)))
    letters.find(qn("w:sz")).addnext(complex_size)
    if look.bold:
        letters.find(qn("w:b")).addnext(OxmlElement("w:bCs"))


def _without(properties: BaseOxmlElement, *names: str) -> None:
    from docx.oxml.ns import qn

    for name in names:
        for found in properties.findall(qn(name)):
            properties.remove(found)
