"""Real documents, made small: a PDF by its objects, a DOCX by python-docx."""

from __future__ import annotations

import io

import docx
from docx.shared import Pt, RGBColor

PLAIN = "0 0 0 rg BT /F1 12 Tf 72 {y} Td ({text}) Tj ET"


def pdf(*pages: str) -> bytes:
    """A PDF whose pages have the given content streams; F1 is Helvetica."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for n, content in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * n} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for n, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(f"{n} 0 obj\n{body}\nendobj\n".encode("latin-1"))
    table = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    for place in places:
        out.write(f"{place:010d} 00000 n \n".encode())
    out.write(f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode())
    return out.getvalue()


def line(text: str, y: int = 700) -> str:
    """A line of black 12-point text."""
    return PLAIN.format(y=y, text=text)


def word_document(*paragraphs: str, hidden: dict[str, str] | None = None) -> bytes:
    """A DOCX of paragraphs and one table; `hidden` maps "vanish", "white", "tiny" or "comment" to a passage."""
    document = docx.Document()
    for each in paragraphs:
        document.add_paragraph(each)
    table = document.add_table(rows=2, cols=3)
    for row, cells in zip(table.rows, (("Item", "Qty", "Price"), ("Licence", "12", "EUR 40.00")), strict=True):
        for cell, value in zip(row.cells, cells, strict=True):
            cell.text = value
    for how, passage in (hidden or {}).items():
        run = document.add_paragraph("Visible. ").add_run(passage)
        if how == "vanish":
            run.font.hidden = True
        elif how == "white":
            run.font.color.rgb = RGBColor(255, 255, 255)
        elif how == "tiny":
            run.font.size = Pt(1)
        elif how == "comment":
            run.text = "and commented."
            document.add_comment(run, text=passage, author="a reviewer")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
