"""Each kind of file becomes the text a person sees, with pages whose offsets hold."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from assistant.domain.proposal import FileText
from assistant.files.reader import read_bytes, read_file, read_text
from tests.files.made import line, pdf, word_document

TERMS = "The term is 12 months. Either party may end it with 30 days' notice."


def offsets_hold(file: FileText) -> bool:
    return all(file.text[page.start : page.start + len(page.text)] == page.text for page in file.pages)


def made(kind: str) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "sales@vendor.example", "owner@firm.example", "Our offer"
    mail.set_content(f"Dear owner,\n\n{TERMS}\n")
    html = f"<!doctype html><html><head><title>Offer</title></head><body><h1>Offer</h1><p>{TERMS}</p></body></html>"
    return {
        "txt": TERMS.encode(),
        "md": f"# Offer\n\n{TERMS}\n".encode(),
        "html": html.encode(),
        "eml": mail.as_bytes(),
        "pdf": pdf(line("The term is 12 months."), line("Either party may end it with 30 days of notice.")),
        "docx": word_document(TERMS),
    }[kind]


@pytest.mark.parametrize("kind", ["txt", "md", "html", "eml", "pdf", "docx"])
@pytest.mark.parametrize("extension", ["right", "wrong"])
def test_a_file_is_read_by_its_content_whatever_its_extension(kind: str, extension: str, tmp_path: Path) -> None:
    path = tmp_path / f"offer.{kind if extension == 'right' else 'dat'}"
    path.write_bytes(made(kind))
    file = read_file(path, max_mb=5)
    assert file.name == path.name
    assert "The term is 12 months." in file.text
    assert "Either party may end it with 30 days" in file.text
    assert offsets_hold(file)
    assert not file.unseen


def test_pages_of_a_pdf_keep_their_order_and_offsets() -> None:
    file = read_bytes("offer.pdf", pdf(*(line(f"This is page {n}") for n in range(1, 6))), 5)
    assert [page.number for page in file.pages] == [1, 2, 3, 4, 5]
    assert [page.text for page in file.pages] == [f"This is page {n}" for n in range(1, 6)]
    assert offsets_hold(file)


def test_rows_of_a_word_table_stay_on_one_line() -> None:
    assert "Licence | 12 | EUR 40.00" in read_bytes("offer.docx", word_document("Prices"), 5).text


def test_rows_of_an_html_table_stay_on_one_line_even_with_blocks_in_cells_and_tags_left_open() -> None:
    html = (
        "<html><body><table><tr><td><p>Licence</p><td>12<td><div>EUR 40.00</div><tr><td>Set-up<td>1<td>EUR 900</table>"
    )
    assert read_bytes("offer.html", html.encode(), 5).text.splitlines() == [
        "Licence | 12 | EUR 40.00",
        "Set-up | 1 | EUR 900",
    ]


def test_a_page_of_html_without_closing_tags_is_still_one_block_a_line() -> None:
    html = "<html><body><p>One<p>Two<ul><li>Three<li>Four</ul>Five<br>Six"
    assert [each for each in read_bytes("offer.html", html.encode(), 5).text.splitlines() if each] == [
        "One", "Two", "Three", "Four", "Five", "Six"
    ]  # fmt: skip


def test_an_attached_document_is_read_with_its_mail() -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "sales@vendor.example", "owner@firm.example", "Our offer"
    mail.set_content("Please find the terms attached.")
    mail.add_attachment(word_document(TERMS), maintype="application", subtype="octet-stream", filename="terms.docx")
    mail.add_attachment(b"\x7fELF\x00\x00", maintype="application", subtype="octet-stream", filename="tool.bin")
    file = read_bytes("offer.eml", mail.as_bytes(), 5)
    assert "terms attached" in file.pages[0].text
    assert TERMS in file.pages[1].text
    assert offsets_hold(file)
    assert len(file.notices) == 1
    assert "tool.bin" in file.notices[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_in_common_encodings_is_read(encoding: str) -> None:
    assert (
        read_bytes("offer.txt", "Price: £40 – per month, café".encode(encoding), 5).text
        == "Price: £40 – per month, café"
    )


def test_pasted_text_is_a_file_of_one_page_and_form_feeds_split_pages() -> None:
    assert read_text("pasted", TERMS).text == TERMS
    assert len(read_text("pasted", "one\ftwo").pages) == 2


def test_line_ends_and_ligatures_are_made_plain() -> None:
    assert read_text("pasted", "o\ufb03ce\r\nnext\u00a0line\rlast").text == "office\nnext line\nlast"


def test_columns_of_a_pdf_table_stay_on_one_line() -> None:
    rows = (("Item", "Qty", "Price"), ("Licence for the office", "9", "$38.00"), ("Support", "9", "$6.00"))
    drawn = (
        f"BT /F1 10 Tf {x} {700 - 16 * n} Td ({cell}) Tj ET"
        for n, row in enumerate(rows)
        for x, cell in zip((40, 300, 400), row, strict=True)
    )
    lines = read_bytes("offer.pdf", pdf(" ".join(drawn)), 5).text.splitlines()
    assert [line.split("    ") for line in lines[1:]] == [
        ["Licence for the office", "9", "$38.00"],
        ["Support", "9", "$6.00"],
    ]
