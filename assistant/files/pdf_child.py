"""Reads a PDF from standard input and writes its pages as JSON; started by files.pdf, alone in its process.

It imports only what it needs, since each file pays for its start, and sets limits on its own memory and time. Text
counts as seen only if the rendered page shows it: white, tiny, covered or off-page text does not reach the pages.
"""

from __future__ import annotations

import ctypes
import json
import sys
from dataclasses import dataclass, field
from importlib.util import find_spec

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from assistant.files.pdf_layout import laid_out
from assistant.files.pdf_seen import Shown, joined, runs_of, why_unseen

_RENDERED_PAGES = 120
_DISTRUST_SHARE = 0.3  # more than this of a long page "covered" means that the page is drawn in a way we misread
_DISTRUST_CHARACTERS = 1_500
_HYPHENS = ("\ufffe", "\x02")
_PROPERTIES = ("Title", "Subject", "Keywords")
_SENTENCE_WORDS = 6


@dataclass
class Found:
    """What was read; `as_json` is the outcome that files.pdf takes."""

    trouble: str = ""
    page_count: int = 0
    pages: list[str] = field(default_factory=list)
    unseen: list[dict[str, str]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def read(data: bytes, max_pages: int) -> Found:
    """The pages of a PDF and what they hide."""
    found = Found()
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as exc:
        found.trouble = "locked" if "assword" in str(exc) or "ecurity" in str(exc) else "broken"
        return found
    found.page_count = len(document)
    if not 0 < found.page_count <= max_pages:
        found.trouble = "" if found.page_count else "broken"
        return found
    for number in range(found.page_count):
        _page(document[number], number + 1, found)
    if not any(page.strip() for page in found.pages):
        found.trouble = "pictures"
    _properties(document, found)
    return found


def _page(page: pdfium.PdfPage, number: int, found: Found) -> None:
    textpage = page.get_textpage()
    runs = runs_of(textpage)
    shown = Shown(page) if runs and number <= _RENDERED_PAGES else None
    area = page.get_bbox()
    for run in runs:
        run.why = why_unseen(textpage, run, area, shown)
    layer = [run for run in runs if run.why == "drawn without ink"]
    if layer and len(layer) == len(runs) and _has_picture(page):
        found.notices.append(f"Page {number} is a scan; its text comes from recognition and may have errors.")
        layer, runs = [], []
    covered = sum(run.last - run.first for run in runs if run.why == "covered")
    if covered > max(_DISTRUST_CHARACTERS, _DISTRUST_SHARE * textpage.count_chars()):
        runs = [run for run in runs if run.why != "covered"]
    hidden = [run for run in runs if run.why]
    text = _characters(textpage)
    for run in joined(hidden):
        passage = "".join(text[run.first : run.last])
        found.unseen.append({"place": f"{run.why}, page {number}", "text": _tidy(passage)})
    gone = {n for run in hidden for n in range(run.first, run.last)}
    kept = [n for n in range(len(text)) if n not in gone]
    found.pages.append(_tidy(laid_out(textpage, text, kept)))


def _has_picture(page: pdfium.PdfPage) -> bool:
    return any(each.type == raw.FPDF_PAGEOBJ_IMAGE for each in page.get_objects(max_depth=3))


def _characters(textpage: pdfium.PdfTextPage) -> list[str]:
    return [chr(raw.FPDFText_GetUnicode(textpage, n)) for n in range(textpage.count_chars())]


def _tidy(text: str) -> str:
    for mark in _HYPHENS:
        text = text.replace(f"{mark}\r\n", "").replace(f"{mark}\n", "").replace(mark, "")
    clean = text.replace("\r\n", "\n").encode("utf-8", errors="ignore").decode("utf-8")
    return "\n".join(line.rstrip() for line in clean.split("\n")).strip()


def _properties(document: pdfium.PdfDocument, found: Found) -> None:
    for name in _PROPERTIES:
        value = document.get_metadata_value(name) or ""
        if len(value.split()) >= _SENTENCE_WORDS:
            found.unseen.append({"place": "the document's properties", "text": value})
    for number, page in enumerate(document, start=1):
        for n in range(raw.FPDFPage_GetAnnotCount(page)):
            note = _note(page, n)
            if len(note.split()) >= 3:
                found.unseen.append({"place": f"a note, page {number}", "text": note})


def _note(page: pdfium.PdfPage, n: int) -> str:
    annotation = raw.FPDFPage_GetAnnot(page, n)
    size = raw.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAnnot_GetStringValue(annotation, b"Contents", ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    raw.FPDFPage_CloseAnnot(annotation)
    return buffer.raw[: max(0, size - 2)].decode("utf-16-le", errors="ignore")


def _bound(seconds: int, memory_bytes: int) -> None:
    if find_spec("resource") is None:  # Windows has no such limits; the time limit of the parent still holds
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def main() -> None:
    """Reads standard input, writes one JSON document."""
    max_pages, seconds, memory_bytes = (int(each) for each in sys.argv[1:4])
    _bound(seconds, memory_bytes)
    found = read(sys.stdin.buffer.read(), max_pages)
    sys.stdout.write(json.dumps(found.__dict__))
