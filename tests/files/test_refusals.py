"""A file that cannot be read gives one line: which file, why, what to do."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pypdf
import pytest

from assistant.errors import UnreadableFile
from assistant.files.reader import read_bytes, read_file, read_text
from tests.files.made import line, pdf, word_document


def locked_pdf() -> bytes:
    writer = pypdf.PdfWriter()
    writer.append(io.BytesIO(pdf(line("secret"))))
    writer.encrypt("word", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def archive(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in files.items():
            target.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


CASES = {
    "locked.pdf": (locked_pdf(), "password"),
    "broken.pdf": (b"%PDF-1.7\n" + b"nonsense " * 50, "broken"),
    "cut.pdf": (pdf(line("x"))[:120], "broken"),
    "scan.pdf": (pdf("0.5 g 72 72 200 200 re f"), "pictures"),
    "cut.docx": (word_document("x")[:900], "broken"),
    "sheet.xlsx": (archive(xl__workbook_xml=b"<x/>"), "spreadsheet"),
    "bomb.docx": (archive(word__document_xml=b"<a>" + b" " * 40_000_000 + b"</a>"), "larger"),
    "entities.docx": (archive(word__document_xml=b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "larger"),
    "bad.docx": (archive(word__document_xml=b"<a><b></a>"), "broken"),
    "old.doc": (b"\xd0\xcf\x11\xe0" + bytes(600), "old Word"),
    "locked.docx": (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
    "photo.pdf": (b"\x89PNG\r\n" + bytes(200), "picture"),
    "tool.txt": (bytes(range(256)) * 8, "not a document"),
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t \n", "no text"),
    "rich.rtf": (b"{\\rtf1 hello}", "RTF"),
    "zeros.txt": (b"\x00" * 500, "not a document"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_file_that_cannot_be_read_says_which_why_and_what_to_do(name: str, tmp_path: Path) -> None:
    data, reason = CASES[name]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableFile) as refusal:
        read_file(path, max_mb=5)
    words = str(refusal.value)
    assert name in words
    assert reason in words
    assert "\n" not in words
    assert words.rstrip().endswith(".")
    assert words.count(". ") >= 1


def test_a_file_of_200_mb_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.pdf"
    with path.open("wb") as handle:
        handle.truncate(200_000_000)
    with pytest.raises(UnreadableFile, match="200 MB and the limit is 25 MB"):
        read_file(path, max_mb=25)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no such file"):
        read_file(tmp_path / "gone.pdf", max_mb=5)
    with pytest.raises(UnreadableFile, match="folder"):
        read_file(tmp_path, max_mb=5)


def test_a_pdf_of_too_many_pages_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="450 pages"):
        read_bytes("long.pdf", pdf(*(line("x") for _ in range(450))), 25)


def test_text_far_too_long_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="characters"):
        read_text("pasted", "word " * 700_000)


@pytest.mark.parametrize("name", ["x\0.pdf", "x\ud800.pdf", 5000 * "x", "."])
def test_a_name_that_no_file_can_have_is_refused_as_such(name: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_file(tmp_path / name, 1)
    assert "\n" not in str(refusal.value)
