"""Whether a person sees a piece of text on a PDF page: by how it is drawn, and by what the rendered page shows."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_TINY_POINTS = 2.0
_INVISIBLE_MODES = (3, 7)
_WHITE = 0.9
_LIKE = 0.12


@dataclass
class Run:
    """Characters that one text object draws: their indices, and the box around them in points."""

    first: int
    last: int
    pointer: int
    why: str = ""


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


def runs_of(textpage: pdfium.PdfTextPage) -> list[Run]:
    runs: list[Run] = []
    for n in range(textpage.count_chars()):
        pointer = ctypes.cast(raw.FPDFText_GetTextObject(textpage, n), ctypes.c_void_p).value
        if runs and (not pointer or pointer == runs[-1].pointer):
            runs[-1].last = n + 1
        elif pointer:
            runs.append(Run(first=n, last=n + 1, pointer=pointer))
    return runs


def why_unseen(
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


def joined(runs: list[Run]) -> list[Run]:
    """Neighbouring runs hidden for the same reason as one."""
    found: list[Run] = []
    for run in runs:
        if found and found[-1].last == run.first and found[-1].why == run.why:
            found[-1].last = run.last
        else:
            found.append(Run(first=run.first, last=run.last, pointer=run.pointer, why=run.why))
    return found
