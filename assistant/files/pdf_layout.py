"""The lines of a PDF page as they lie on it: pieces of one row on one line, wide gaps kept."""

from __future__ import annotations

import pypdfium2 as pdfium

_COLUMN_GAP = "    "
_WIDE_GAP = 1.6


def laid_out(textpage: pdfium.PdfTextPage, text: list[str], kept: list[int]) -> str:
    """The text with pieces of one row on one line, and wide gaps between columns as several spaces."""
    lines: list[list[int]] = [[]]
    for n in kept:
        if text[n] == "\n":
            lines.append([])
        elif text[n] != "\r":
            lines[-1].append(n)
    written: list[str] = []
    right_of_last: tuple[float, float, float] | None = None
    for line in lines:
        inked = [n for n in line if not text[n].isspace()]
        if not inked:
            written.append("\n")
            right_of_last = None
            continue
        first, last = textpage.get_charbox(inked[0]), textpage.get_charbox(inked[-1])
        same_row = right_of_last is not None and _beside(right_of_last, first)
        written.append((_COLUMN_GAP if same_row else "\n") + _spaced(textpage, text, line))
        right_of_last = (last[1], last[2], last[3])
    return "".join(written)


def _beside(last: tuple[float, float, float], box: tuple[float, float, float, float]) -> bool:
    """True where a box stands to the right of the end of the last line, at the same height."""
    bottom, right, top = last
    overlap = min(top, box[3]) - max(bottom, box[1])
    return box[0] > right and overlap > 0.4 * max(1.0, min(top - bottom, box[3] - box[1]))


def _spaced(textpage: pdfium.PdfTextPage, text: list[str], line: list[int]) -> str:
    out: list[str] = []
    for place, n in enumerate(line):
        wide = False
        if text[n] == " " and 0 < place < len(line) - 1 and _near_figure(text, line, place):
            before, after = textpage.get_charbox(line[place - 1]), textpage.get_charbox(line[place + 1])
            wide = after[0] - before[2] > _WIDE_GAP * max(1.0, before[3] - before[1])
        out.append(_COLUMN_GAP if wide else text[n])
    return "".join(out)


def _near_figure(text: list[str], line: list[int], place: int) -> bool:
    """True for a space beside a figure or a sign of money; only such gaps are measured, columns of words are not."""
    return any(text[line[each]].isdigit() or text[line[each]] in "$£€¥(-" for each in (place - 1, place + 1))
