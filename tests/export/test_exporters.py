"""Formats are found by suffix; the one page is short enough to be read aloud."""

from __future__ import annotations

import pytest

from assistant.domain.plan import Plan
from assistant.domain.talk import SessionState
from assistant.errors import UnknownName
from assistant.estimates.estimate import EstimateSetting
from assistant.export.blocks import Block, Bullets, Heading, Paragraph
from assistant.export.exporters import EXPORTERS, export, exporter
from assistant.export.material import Material
from assistant.export.one_page import one_page
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
