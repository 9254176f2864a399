"""The charts in every format: drawn where they can be, with words for who cannot see them, and their tables."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from pypdf import PdfReader

from assistant.domain.charts import Chart
from assistant.estimates.estimate import EstimateSetting
from assistant.export.blocks import Figure, Pages, Paragraph, Table
from assistant.export.choice import SECTIONS, choice
from assistant.export.exporters import export
from assistant.export.material import Material
from assistant.export.pictures import pictures
from assistant.export.web_page import web_page
from assistant.planning.plan import load_plan_words
from tests.conftest import KNOWLEDGE
from tests.export.odd import ODD
from tests.export.taken import named, taken, with_every_ledger
from tests.planning.firms import TODAY, joinery_session

MOST_BYTES = 400 * 1024
DRAWN = (".docx", ".pdf", ".html")


@pytest.fixture(scope="module")
def made(setting: EstimateSetting) -> Material:
    return taken(joinery_session(setting, load_plan_words(KNOWLEDGE)), setting)


def alternatives(data: bytes) -> list[str]:
    """The words that stand for the figures of a tagged PDF."""
    reader = PdfReader(BytesIO(data))
    words = []
    for number in sorted(reader.xref_objStm) + sorted(reader.xref.get(0, {})):
        thing = reader.get_object(number)
        if isinstance(thing, dict) and "/Alt" in thing:
            words.append(str(thing["/Alt"]).replace("\u200b", ""))
    return words


def test_the_web_page_holds_every_chart_as_a_drawing_with_its_sentence(made: Material) -> None:
    page = export(".html", made).decode("utf-8")
    assert page.count('<svg xmlns="http://www.w3.org/2000/svg"') == len(made.charts) > 4
    assert page.count('role="img"') == len(made.charts)
    folded = re.findall(r"<details>\s*<summary>[^<]+</summary>\s*<table>(.*?)</table>\s*</details>", page, re.S)
    assert [each.count("<tr>") - 1 for each in folded] == [len(each.behind.rows) for each in made.charts]
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")


def test_the_word_document_holds_every_chart_as_a_picture_with_its_sentence(made: Material) -> None:
    document = Document(BytesIO(export(".docx", made)))
    told = [each._inline.docPr.get("descr") for each in document.inline_shapes]
    assert told == [each.says for each in made.charts]
    widths = {round(each.width.mm) for each in document.inline_shapes}
    assert len(widths) == 1
    assert all(each.height.mm < 240 for each in document.inline_shapes)


def test_the_pdf_holds_every_chart_with_its_sentence(made: Material) -> None:
    assert sorted(alternatives(export(".pdf", made))) == sorted(each.says for each in made.charts)


def test_the_pdf_of_fourteen_pieces_of_work_stays_small(made: Material) -> None:
    assert len(export(".pdf", made)) <= MOST_BYTES


def test_markdown_holds_the_tables_alone(made: Material) -> None:
    page = export(".md", replace(made, choice=choice(["charts"]))).decode("utf-8")
    assert "<svg" not in page
    assert page.count("\n| ---") == len(made.charts)


def test_the_spreadsheet_draws_hours_and_money_from_its_cells_and_the_rest_as_pictures(made: Material) -> None:
    with ZipFile(BytesIO(export(".xlsx", made))) as parts:
        names = parts.namelist()
        charts = [parts.read(each).decode("utf-8") for each in names if re.fullmatch(r"xl/charts/chart\d+\.xml", each)]
        drawing = parts.read("xl/drawings/drawing1.xml").decode("utf-8")
    live = [each for each in made.charts if each.kind in ("hours", "cash")]
    assert len(charts) == len(live)
    assert all("<c:f>Estimates!" in each or "<c:f>Months!" in each for each in charts)
    assert sum("<c:f>Months!" in each for each in charts) == len(live) - 1
    assert sum(each.endswith(".png") for each in names) == len(made.charts) - len(live)
    assert drawing.count("descr=") == len(made.charts)


@pytest.mark.parametrize("suffix", DRAWN)
def test_no_chart_leaves_no_trace(made: Material, suffix: str) -> None:
    bare = replace(made, charts=(), choice=choice(["charts", "steps"]))
    assert shown(suffix, export(suffix, made))
    assert not shown(suffix, export(suffix, bare))


def shown(suffix: str, data: bytes) -> list[str]:
    """What there is of charts in a file: their heading, their drawings, the words that stand for them."""
    if suffix == ".pdf":
        return alternatives(data)
    if suffix == ".docx":
        document = Document(BytesIO(data))
        heads = [each.text for each in document.paragraphs if each.text == "In pictures"]
        return heads + [each._inline.docPr.get("descr") for each in document.inline_shapes]
    return re.findall(r"In pictures|<svg|<details", data.decode("utf-8"))


def test_only_a_table_behind_a_chart_is_folded(made: Material) -> None:
    chart = Figure(chart=made.charts[0])
    table = Table(headers=("a",), rows=(("b",),), widths=(1.0,))
    blocks = (table, chart, Paragraph(text="said of it"), chart, table, table)
    page = Pages(kind="", title="t", subtitle="", footer="", blocks=blocks, made_on=TODAY)
    html = web_page(page).decode("utf-8")
    assert re.findall(r"<svg|<details|said of it|<table", html) == [
        "<table", "<svg", "said of it", "<svg", "<details", "<table", "<table",
    ]  # fmt: skip


@pytest.mark.parametrize("words", ODD)
def test_names_that_formats_trip_over_are_drawn_and_stand_whole_in_the_table(
    setting: EstimateSetting, words: str
) -> None:
    odd = named(words, setting, load_plan_words(KNOWLEDGE))
    way = (odd.recommendation or pytest.fail("no advice")).initiatives[0].model_copy(update={"title": words})
    advice = (odd.recommendation or pytest.fail("no advice")).model_copy(update={"initiatives": (way,)})
    material = taken(odd.model_copy(update={"recommendation": advice}), setting)
    assert next(each for each in material.charts if each.kind == "hours").behind.rows[0][0] == words
    chosen = replace(material, choice=choice(["charts"]))
    for suffix in DRAWN:
        assert export(suffix, chosen)
    assert all(each.startswith(b"\x89PNG") for each in pictures(material.charts))


def test_what_is_private_stays_at_home_in_the_charts_too(setting: EstimateSetting) -> None:
    secret = "the Hallorans' ledger"
    odd = named(secret, setting, load_plan_words(KNOWLEDGE))
    material = taken(odd, setting)
    telling = tuple(_told(each, secret) for each in material.charts)
    open_, shut = (
        export(".html", replace(material, charts=telling, choice=choice(SECTIONS, private=each))).decode("utf-8")
        for each in (False, True)
    )
    assert "Halloran" in open_
    assert "Halloran" not in shut
    assert shut.count("<svg") == len(telling)


def _told(chart: Chart, words: str) -> Chart:
    bars = tuple(each.model_copy(update={"label": words}) for each in chart.bars)
    return chart.model_copy(update={"title": f"Money: {words}", "bars": bars})


def test_a_way_is_drawn_with_the_draws_of_its_estimate(setting: EstimateSetting) -> None:
    """The ledgers' joinery pays back in one way: its chart says the month that its decision says."""
    made = taken(with_every_ledger(setting, load_plan_words(KNOWLEDGE)), setting)
    said = [each.says.split(". ")[0] for each in made.charts if each.kind == "cash"]
    assert any(each.startswith("Pays back in") for each in said)
    numbers = " ".join(line for each in made.plan.decisions for line in each.numbers)
    assert all(each in numbers for each in said if "hours, not money" not in each)
