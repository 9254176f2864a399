"""Reads a PDF from standard input and writes its pages as JSON; started by files.pdf, alone in its process.

It imports nothing of ours: it runs isolated, with limits on memory and time that it sets for itself. Text counts as
seen only if the rendered page shows it, so white, tiny, covered or off-page text does not reach the pages.
"""

from __future__ import annotations

import ctypes
import json
import sys
from dataclasses import dataclass, field
from importlib.util import find_spec

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_TINY_POINTS = 2.0
_INVISIBLE_MODES = (3, 7)
_WHITE = 0.9
_LIKE = 0.12
_RENDERED_PAGES = 120
_DISTRUST_SHARE = 0.3  # more than this of a long page "covered" means that the page is drawn in a way we misread
_DISTRUST_CHARACTERS = 1_500
_HYPHENS = ("\ufffe", "\x02")
_PROPERTIES = ("Title", "Subject", "Keywords")
_SENTENCE_WORDS = 6


@dataclass
class Run:
    """Characters that one text object draws: their indices, and the box around them in points."""

    first: int
    last: int
    pointer: int
    why: str = ""


@dataclass
class Found:
    """What was read; `as_json` is the outcome that files.pdf takes."""

    trouble: str = ""
    page_count: int = 0
    pages: list[str] = field(default_factory=list)
    unseen: list[dict[str, str]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


class Shown:
    """A page rendered in grey at one pixel a point, to look at what a person sees."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        bitmap = page.render(scale=1, grayscale=True)
        self.width, self.height, self.stride = bitmap.width, bitmap.height, bitmap.stride
        self.bytes = bytes(bitmap.buffer)
        self.left, _, _, self.top = page.get_bbox()
        self.plain = page.get_rotation() == 0

    def rows(self, box: tuple[float, float, float, float]) -> list[bytes]:
        left, bottom, right, top = box
        first, last = max(0, int(self.top - top)), min(self.height, int(self.top - bottom) + 1)
        start, end = max(0, int(left - self.left)), min(self.width, int(right - self.left) + 1)
        return [self.bytes[row * self.stride + start : row * self.stride + end] for row in range(first, last)]


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
    runs = _runs(textpage)
    shown = Shown(page) if runs and number <= _RENDERED_PAGES else None
    area = page.get_bbox()
    for run in runs:
        run.why = _why_unseen(textpage, run, area, shown)
    layer = [run for run in runs if run.why == "drawn without ink"]
    if layer and len(layer) == len(runs) and _has_picture(page):
        found.notices.append(f"Page {number} is a scan; its text comes from recognition and may have errors.")
        layer, runs = [], []
    covered = sum(run.last - run.first for run in runs if run.why == "covered")
    if covered > max(_DISTRUST_CHARACTERS, _DISTRUST_SHARE * textpage.count_chars()):
        runs = [run for run in runs if run.why != "covered"]
    hidden = [run for run in runs if run.why]
    if not hidden:
        found.pages.append(_tidy(textpage.get_text_range()))
        return
    text = _characters(textpage)
    for run in _joined(hidden):
        passage = "".join(text[run.first : run.last])
        found.unseen.append({"place": f"{run.why}, page {number}", "text": _tidy(passage)})
    gone = {n for run in hidden for n in range(run.first, run.last)}
    found.pages.append(_tidy("".join(char for n, char in enumerate(text) if n not in gone)))


def _runs(textpage: pdfium.PdfTextPage) -> list[Run]:
    runs: list[Run] = []
    for n in range(textpage.count_chars()):
        pointer = ctypes.cast(raw.FPDFText_GetTextObject(textpage, n), ctypes.c_void_p).value
        if runs and (not pointer or pointer == runs[-1].pointer):
            runs[-1].last = n + 1
        elif pointer:
            runs.append(Run(first=n, last=n + 1, pointer=pointer))
    return runs


def _why_unseen(
    textpage: pdfium.PdfTextPage, run: Run, area: tuple[float, float, float, float], shown: Shown | None
) -> str:
    text_object = raw.FPDFText_GetTextObject(textpage, run.first)
    if raw.FPDFTextObj_GetTextRenderMode(text_object) in _INVISIBLE_MODES:
        return "drawn without ink"
    boxes = [textpage.get_charbox(n) for n in range(run.first, run.last) if not _blank(textpage, n)]
    if not boxes:
        return ""
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    if box[2] < area[0] or box[0] > area[2] or box[3] < area[1] or box[1] > area[3]:
        return "text placed off the page"
    if _points(textpage, run.first) < _TINY_POINTS:
        return "text too small to read"
    ink, alpha = _ink(textpage, run.first)
    if alpha < 0.1:
        return "text in the colour of the page"
    if shown is None or not shown.plain:
        return "text in the colour of the page" if shown is None and ink > 0.98 else ""
    return _against_page(shown.rows(box), ink, len(boxes))


def _against_page(rows: list[bytes], ink: float, characters: int) -> str:
    area = b"".join(rows)
    if not area:
        return ""
    if ink > _WHITE:
        middle = sorted(area)[len(area) // 2] / 255
        return "text in the colour of the page" if abs(ink - middle) < _LIKE else ""
    if ink < 0.5 and characters >= 3 and min(area) / 255 > 0.93:
        return "covered"
    return ""


def _blank(textpage: pdfium.PdfTextPage, n: int) -> bool:
    return raw.FPDFText_GetUnicode(textpage, n) in (0, 9, 10, 13, 32, 160)


def _points(textpage: pdfium.PdfTextPage, n: int) -> float:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(textpage, n, matrix)
    scale = float(max(abs(matrix.d), abs(matrix.b), abs(matrix.c))) or 1.0
    return float(raw.FPDFText_GetFontSize(textpage, n)) * scale


def _ink(textpage: pdfium.PdfTextPage, n: int) -> tuple[float, float]:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFText_GetFillColor(textpage, n, red, green, blue, alpha):
        return 0.0, 1.0
    return (0.299 * red.value + 0.587 * green.value + 0.114 * blue.value) / 255, alpha.value / 255


def _has_picture(page: pdfium.PdfPage) -> bool:
    return any(each.type == raw.FPDF_PAGEOBJ_IMAGE for each in page.get_objects(max_depth=3))


def _joined(runs: list[Run]) -> list[Run]:
    """Neighbouring runs hidden for the same reason as one."""
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].last == run.first and joined[-1].why == run.why:
            joined[-1].last = run.last
        else:
            joined.append(Run(first=run.first, last=run.last, pointer=run.pointer, why=run.why))
    return joined


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


if __name__ == "__main__":
    main()
