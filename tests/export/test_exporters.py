"""Formats are found by suffix; the one page is short enough to be read aloud."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from assistant.domain.plan import Plan
from assistant.domain.talk import SessionState
from assistant.errors import UnknownName
from assistant.estimates.estimate import EstimateSetting
from assistant.export.blocks import Block, Bullets, Heading, Paragraph, Table
from assistant.export.exporters import EXPORTERS, export, exporter
from assistant.export.material import Material
from assistant.export.one_page import one_page
from assistant.export.tries import risks, tries
from assistant.language.phrases import say_day
from assistant.planning.plan import load_plan_words
from tests.conftest import KNOWLEDGE
from tests.export.taken import taken
from tests.planning.firms import TODAY, bakery_session, joinery_session

TWO_MINUTES = 366
"""Words read aloud in two minutes at 183 a minute (Brysbaert, Journal of Memory and Language 109, 2019)."""


def words(blocks: tuple[Block, ...]) -> int:
    found = 0
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                found += len(block.text.split())
            case Bullets():
                found += sum(len(each.text.split()) for each in block.items)
            case _:
                found += sum(len(cell.split()) for row in block.rows for cell in row)
    return found


@pytest.mark.parametrize("suffix", ["docx", ".docx", ".DOCX", "md", ".json"])
def test_a_format_is_found_with_or_without_its_dot(suffix: str) -> None:
    assert exporter(suffix, EXPORTERS).suffix == f".{suffix.lower().removeprefix('.')}"


def test_an_unknown_format_lists_those_that_exist() -> None:
    with pytest.raises(
        UnknownName, match=r"'.pptx' to export to; known are: .docx, .pdf, .md, .html, .xlsx, .ics, .csv, .json"
    ):
        export(".pptx", Material(Plan(title="t", made_on=TODAY), SessionState()))


def test_suffixes_are_unique_and_every_format_writes_a_plan(setting: EstimateSetting) -> None:
    state = bakery_session(setting, load_plan_words(KNOWLEDGE))
    assert state.plan is not None
    assert len({each.suffix for each in EXPORTERS}) == len(EXPORTERS)
    for each in EXPORTERS:
        assert each.write(taken(state, setting))


def test_the_one_page_of_a_small_firm_is_read_aloud_in_two_minutes(setting: EstimateSetting) -> None:
    plan = bakery_session(setting, load_plan_words(KNOWLEDGE)).plan
    assert plan is not None
    assert words(one_page(plan)) <= TWO_MINUTES


def test_the_one_page_of_a_firm_with_fourteen_pieces_of_work_stays_within_four_minutes(
    setting: EstimateSetting,
) -> None:
    plan = joinery_session(setting, load_plan_words(KNOWLEDGE)).plan
    assert plan is not None
    assert words(one_page(plan)) <= 2 * TWO_MINUTES


def test_the_first_page_of_the_pdf_is_the_one_page_and_nothing_else(setting: EstimateSetting) -> None:
    for made in (bakery_session, joinery_session):
        pages = PdfReader(BytesIO(export(".pdf", taken(made(setting, load_plan_words(KNOWLEDGE)), setting)))).pages
        first, second = pages[0].extract_text(), pages[1].extract_text()
        assert "This week" in first
        assert "How sure this is" in first
        assert second.startswith("In pictures")


def test_each_try_stands_as_a_whole_with_the_date_of_the_plan(setting: EstimateSetting) -> None:
    state = joinery_session(setting, load_plan_words(KNOWLEDGE))
    plan = state.plan
    assert plan is not None
    said = {row[0]: row[1] for each in tries(plan, state) if isinstance(each, Table) for row in each.rows}
    assert list(said) == [
        "What is tried", "Start value", "Number that is watched", "Target", "What must not get worse", "We stop if",
        "Looked at on",
    ]  # fmt: skip
    looks = [say_day(plan.first_day(each.weeks[0])) for each in plan.steps if each.phase == "review"]
    tables = [each for each in tries(plan, state) if isinstance(each, Table)]
    assert sorted(row[1] for each in tables for row in each.rows if row[0] == "Looked at on") == sorted(looks)
    assert "2027-" not in str(tables)


def test_what_could_go_wrong_is_told_of_what_begins_and_of_nothing_else(setting: EstimateSetting) -> None:
    state = joinery_session(setting, load_plan_words(KNOWLEDGE))
    plan = state.plan
    assert plan is not None
    (_, table) = risks(plan, state)
    assert isinstance(table, Table)
    begun = {each.title for each in plan.steps if each.phase == "try"}
    assert {row[0] for row in table.rows} == begun
    assert all(all(row) for row in table.rows)


def test_a_plan_without_steps_has_no_try_and_no_risk() -> None:
    empty = Plan(title="t", made_on=TODAY)
    assert tries(empty, SessionState()) == risks(empty, SessionState()) == ()
