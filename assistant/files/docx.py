"""Word documents: the text a reader sees, and apart from it hidden runs, comments and properties."""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.etree import ElementTree

from assistant.files.docx_look import Styles, hidden_reason, styles_of
from assistant.files.limits import MAX_UNPACKED_BYTES, MAX_XML_BYTES, refused
from assistant.files.pieces import Pieces, Unseen

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_PROPERTIES = ("title", "subject", "description", "keywords", "category")
_SENTENCE_WORDS = 6
_BROKEN = "Open it in a word processor, save it again as .docx or .pdf, and send that."
_OTHER = (("xl/", "a spreadsheet"), ("ppt/", "a set of slides"), ("content.xml", "an OpenDocument file"))


def read(name: str, data: bytes) -> Pieces:
    """The pages (at page breaks) of a .docx; raises UnreadableFile for other archives, bombs and broken files."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(name, archive)
            return _Document(archive, name).pieces()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, KeyError) as exc:
        raise refused(name, "the document is broken or cut short", _BROKEN) from exc
    except RuntimeError as exc:
        raise refused(name, "it is locked with a password", "Save a copy without the password and send that.") from exc
    except ElementTree.ParseError as exc:
        raise refused(name, "the document's content is broken", _BROKEN) from exc


def _check(name: str, archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    if "word/document.xml" not in names:
        what = next((what for start, what in _OTHER if any(each.startswith(start) for each in names)), "an archive")
        raise refused(name, f"it is {what}", "Send the proposal itself, as .pdf or .docx.")
    unpacked = sum(each.file_size for each in archive.infolist())
    if unpacked > MAX_UNPACKED_BYTES or len(names) > 5_000:
        raise refused(name, f"it unpacks to {unpacked / 1e6:,.0f} MB", "Save it again as .pdf and send that.")


def parse_part(archive: zipfile.ZipFile, part: str, name: str) -> ElementTree.Element | None:
    """The root of a part, or None where the document has none; raises UnreadableFile for a bomb."""
    if part not in archive.namelist():
        return None
    with archive.open(part) as handle:
        content = handle.read(MAX_XML_BYTES + 1)
    if len(content) > MAX_XML_BYTES or b"<!DOCTYPE" in content[:2000] or b"<!ENTITY" in content[:2000]:
        raise refused(name, "its content is far larger than a document's", "Save it again as .pdf and send that.")
    return ElementTree.fromstring(content)


class _Document:
    """One pass over the parts of a document."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self._styles: Styles = styles_of(parse_part(archive, "word/styles.xml", name))
        self.pages: list[list[str]] = [[]]
        self.unseen: list[Unseen] = []
        self.headings: list[str] = []

    def pieces(self) -> Pieces:
        body = parse_part(self._archive, "word/document.xml", self._name)
        if body is not None:
            self._blocks(body.find(f"{W}body") or [], shaded=False)
        self._around()
        self._properties()
        pages = tuple(page for lines in self.pages if (page := "\n".join(lines).strip()))
        return Pieces(pages=pages or ("",), unseen=tuple(self.unseen), headings=tuple(self.headings))

    def _blocks(self, parent: ElementTree.Element | list[ElementTree.Element], shaded: bool) -> None:
        for block in parent:
            if block.tag == f"{W}p":
                self.pages[-1].append(self._paragraph(block, shaded))
            elif block.tag == f"{W}tbl":
                self._table(block)
            elif block.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
                self._blocks(block.find(f"{W}sdtContent") or list(block), shaded)

    def _table(self, table: ElementTree.Element) -> None:
        shaded_table = table.find(f"{W}tblPr/{W}tblStyle") is not None
        for row in table.iter(f"{W}tr"):
            cells = []
            for cell in row.findall(f"{W}tc"):
                shaded = shaded_table or _has_shade(cell.find(f"{W}tcPr"))
                lines = (self._paragraph(each, shaded) for each in cell.iter(f"{W}p"))
                cells.append(" ".join(line.strip() for line in lines if line.strip()))
            self.pages[-1].append(" | ".join(cells))

    def _paragraph(self, paragraph: ElementTree.Element, shaded: bool) -> str:
        properties = paragraph.find(f"{W}pPr")
        style = properties.find(f"{W}pStyle") if properties is not None else None
        style_id = style.get(f"{W}val", "") if style is not None else ""
        shaded = shaded or _has_shade(properties)
        seen: list[str] = []
        hidden: dict[str, list[str]] = {}
        for run in _runs(paragraph):
            text = self._run_text(run)
            reason = hidden_reason(run.find(f"{W}rPr"), style_id, self._styles, shaded) if text.strip() else ""
            (hidden.setdefault(reason, []) if reason else seen).append(text)
        self.unseen += [
            Unseen(place=f"{reason}, page {len(self.pages)}", text="".join(parts)) for reason, parts in hidden.items()
        ]
        deleted = "".join(each.text or "" for each in paragraph.iter(f"{W}delText"))
        if deleted.strip():
            self.unseen.append(Unseen(place="text that was struck out", text=deleted))
        words = "".join(seen)
        if words.strip() and _is_heading(properties, style_id):
            self.headings.append(words)
        return words

    def _run_text(self, run: ElementTree.Element) -> str:
        parts: list[str] = []
        for piece in run:
            if piece.tag == f"{W}t":
                parts.append(piece.text or "")
            elif piece.tag == f"{W}tab":
                parts.append("\t")
            elif piece.tag == f"{W}noBreakHyphen":
                parts.append("-")
            elif piece.tag == f"{W}lastRenderedPageBreak" or piece.get(f"{W}type") == "page":
                self.pages.append([])
            elif piece.tag in (f"{W}br", f"{W}cr"):
                parts.append("\n")
        return "".join(parts)

    def _around(self) -> None:
        """Headers come before the first page, footers and notes after the last; comments are unseen."""
        for part in sorted(self._archive.namelist()):
            if not part.startswith("word/") or not part.endswith(".xml"):
                continue
            stem = part.removeprefix("word/").rstrip("0123456789.xml")
            if stem in ("header", "footer", "footnotes", "endnotes", "comments"):
                self._part(part, stem)

    def _part(self, part: str, stem: str) -> None:
        root = parse_part(self._archive, part, self._name)
        lines = [self._paragraph(each, False) for each in (root.iter(f"{W}p") if root is not None else ())]
        text = [line for line in lines if line.strip()]
        if stem == "comments":
            self.unseen += [Unseen(place="a comment", text=line) for line in text]
        elif stem == "header":
            self.pages[0][:0] = text
        else:
            self.pages[-1] += text

    def _properties(self) -> None:
        root = parse_part(self._archive, "docProps/core.xml", self._name)
        for each in root if root is not None else ():
            is_text = each.tag.rpartition("}")[2] in _PROPERTIES
            if is_text and each.text and len(each.text.split()) >= _SENTENCE_WORDS:
                self.unseen.append(Unseen(place="the document's properties", text=each.text))
        body = parse_part(self._archive, "word/document.xml", self._name)
        for each in body.iter(_DRAWING) if body is not None else ():
            description = each.get("descr", "")
            if len(description.split()) >= _SENTENCE_WORDS:
                self.unseen.append(Unseen(place="the description of a picture", text=description))


def _runs(parent: ElementTree.Element) -> list[ElementTree.Element]:
    """The runs of a paragraph in order, through links and insertions, without doubles of drawings and deletions."""
    found: list[ElementTree.Element] = []
    for child in parent:
        if child.tag == f"{W}r":
            found.append(child)
            found += [run for inner in child if inner.tag != _MC_FALLBACK for run in _runs(inner)]
        elif child.tag not in (f"{W}del", _MC_FALLBACK, f"{W}pPr", f"{W}moveFrom"):
            found += _runs(child)
    return found


def _is_heading(properties: ElementTree.Element | None, style_id: str) -> bool:
    outlined = properties is not None and properties.find(f"{W}outlineLvl") is not None
    return outlined or style_id.lower().startswith(("heading", "title"))


def _has_shade(properties: ElementTree.Element | None) -> bool:
    shade = properties.find(f"{W}shd") if properties is not None else None
    return shade is not None and shade.get(f"{W}fill", "auto").lower() not in ("auto", "ffffff")
