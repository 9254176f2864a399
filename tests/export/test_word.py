"""The Word document: real structure, nothing private, nothing lost, the one page on one page."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from assistant.domain.plan import Plan
from assistant.domain.talk import SessionState
from assistant.estimates.estimate import EstimateSetting
from assistant.export.exporters import export
from assistant.export.material import Material
from assistant.planning.plan import load_plan_words
from tests.conftest import KNOWLEDGE
from tests.export.odd import ODD
from tests.planning.firms import TODAY, bakery_session, joinery_session

CONVERTER = shutil.which("soffice")


@pytest.fixture(scope="module")
def joinery(setting: EstimateSetting) -> SessionState:
    return joinery_session(setting, load_plan_words(KNOWLEDGE))


@pytest.fixture(scope="module")
def data(joinery: SessionState) -> bytes:
    assert joinery.plan is not None
    return export(".docx", Material(joinery.plan, joinery))


def texts(data: bytes) -> list[str]:
    document = Document(BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [each.text for each in document.paragraphs] + cells


def test_headings_lists_and_tables_are_real(data: bytes) -> None:
    document = Document(BytesIO(data))
    styles = [each.style.name for each in document.paragraphs]
    assert styles[:3] == ["Title", "Subtitle", "Heading 1"]
    assert {"Heading 1", "Heading 2", "List Bullet"} <= set(styles)
    tries = [each for each in document.tables if each.cell(0, 0).text == "The try"]
    assert len(tries) == 5
    assert len(document.tables) == 5 + len(tries) + 1
    for table in document.tables:
        head, body = table.rows[0]._tr, table.rows[1]._tr
        assert head.find(f".//{qn('w:tblHeader')}") is not None
        assert body.find(f".//{qn('w:tblHeader')}") is None
        assert table.style.name == "Plumbline Table"


def test_the_page_is_a4_and_numbered(data: bytes) -> None:
    section = Document(BytesIO(data)).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    fields = [each.text.strip() for each in section.footer._element.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_the_one_page_comes_first_and_details_begin_a_page(data: bytes) -> None:
    headings = [each for each in Document(BytesIO(data)).paragraphs if each.style.name == "Heading 1"]
    breaks = [each.text for each in headings if each.paragraph_format.page_break_before]
    assert breaks == ["Steps in order"]
    before = [each.text.split(" (")[0] for each in headings[: [each.text for each in headings].index(breaks[0])]]
    assert before == [
        "What you want", "This week, two hours at most", "This month", "This quarter", "What we leave alone",
        "What it costs and what it gives", "Who, when, done when", "The try, and when we stop",
        "Who is told, and in which words", "What we assumed, and how to check it in fifteen minutes",
        "How to get out", "How sure this is",
    ]  # fmt: skip


def test_properties_name_nobody(data: bytes) -> None:
    found = Document(BytesIO(data)).core_properties
    assert (found.title, found.author, found.last_modified_by, found.comments) == ("Action plan", "", "", "")
    assert found.created.date() == TODAY
    with ZipFile(BytesIO(data)) as parts:
        assert not [each for each in parts.namelist() if "thumbnail" in each]
        assert b"python-docx" not in parts.read("docProps/core.xml")


def test_the_same_plan_gives_the_same_bytes(joinery: SessionState, data: bytes) -> None:
    assert joinery.plan is not None
    assert export(".docx", Material(joinery.plan, joinery)) == data


def test_no_style_in_use_is_left_in_the_templates_blue_or_its_fonts(data: bytes) -> None:
    document = Document(BytesIO(data))
    used = {each.style.name for each in document.paragraphs}
    for name in used - {"Strong"}:
        letters = document.styles[name].element.rPr
        fonts = letters.find(qn("w:rFonts"))
        assert fonts.get(qn("w:ascii")) == "Arial"
        assert fonts.get(qn("w:asciiTheme")) is None
        colour = letters.find(qn("w:color"))
        assert colour.get(qn("w:val")) in ("1F2933", "5B6570", "8A5A12")
        assert colour.get(qn("w:themeColor")) is None


def test_every_step_and_decision_is_in_the_file(joinery: SessionState, data: bytes) -> None:
    plan = joinery.plan
    assert plan is not None
    page = "\n".join(texts(data))
    for step in plan.steps:
        assert step.what in page
        assert step.done_when in page
    for decision in plan.decisions:
        assert decision.title in page
        assert all(each.removesuffix(".") in page for each in decision.numbers)
    for line in (*plan.goals, *plan.left_alone, *plan.tell, *plan.vendor_questions, *plan.ways_out, *plan.this_week):
        assert line in page


@pytest.mark.parametrize("words", ODD)
def test_odd_words_survive(words: str) -> None:
    plan = Plan(title=words, made_on=TODAY, goals=(words,), confidence="\x00\x0b\ud800clean\ufffe")
    found = texts(export(".docx", Material(plan, SessionState(title=words))))
    assert found[0] == words
    assert words in found
    assert "clean" in found


def test_words_from_right_to_left_stand_so() -> None:
    plan = Plan(title="خطة", made_on=TODAY)
    title = Document(BytesIO(export(".docx", Material(plan, SessionState())))).paragraphs[0]
    assert title._p.pPr.find(qn("w:bidi")) is not None
    assert title.runs[0].font.rtl


def test_an_empty_plan_is_one_honest_line() -> None:
    found = texts(export(".docx", Material(Plan(title="Action plan", made_on=TODAY), SessionState())))
    assert found[2:] == [
        "Nothing is recommended yet: name one piece of work and roughly what it takes in a week, and the plan begins."
    ]


@pytest.mark.skipif(CONVERTER is None, reason="LibreOffice is not installed, so no page can be laid out")
def test_the_one_page_is_one_page(setting: EstimateSetting, joinery: SessionState, data: bytes, tmp_path: Path) -> None:
    from pypdf import PdfReader

    small = bakery_session(setting, load_plan_words(KNOWLEDGE))
    assert small.plan is not None
    (tmp_path / "large.docx").write_bytes(data)
    (tmp_path / "small.docx").write_bytes(export(".docx", Material(small.plan, small)))
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [str(tmp_path / "large.docx"), str(tmp_path / "small.docx")]
    command = [str(CONVERTER), home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    for name in ("large", "small"):
        pages = [each.extract_text() for each in PdfReader(tmp_path / f"{name}.pdf").pages]
        assert "How sure this is" in pages[0]
        assert pages[1].lstrip().startswith("Steps in order")
