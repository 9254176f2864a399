"""The committed workbook is what its script writes, worked out, and holds the published figures to their last digit."""

from __future__ import annotations

import pytest

from tests.estimates.workbook import CASES, page_of, sheets
from tests.estimates.workbook_inputs import Case
from tests.estimates.workbook_pages import Cell, Page


def cells(page: Page) -> dict[str, Cell]:
    """The filled cells of a page by their addresses."""
    return {
        f"{'ABCDEFG'[column]}{number}": value
        for number, row in enumerate(page.rows, 1)
        for column, value in enumerate(row)
        if value is not None
    }


def as_stored(formula: str) -> str:
    """A formula as the stored file spells it."""
    return formula.removeprefix("=").replace(";", ",").replace("[.", "").replace("]", "")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_it_is_the_one_that_the_script_writes(case: Case) -> None:
    sheet, page = sheets()[case.title], page_of(case)
    for place, written in cells(page).items():
        if isinstance(written, str) and written.startswith("="):
            assert sheet.formulas[place] == as_stored(written), place
            assert not str(sheet.values[place]).startswith("#"), place
        else:
            assert sheet.values[place] == written, place


def test_there_is_a_sheet_for_each_case() -> None:
    assert list(sheets()) == [case.title for case in CASES]
    assert len(CASES) >= 12


@pytest.mark.parametrize("case", [case for case in CASES if case.published], ids=lambda case: case.title)
def test_every_published_figure_comes_out_to_its_last_digit(case: Case) -> None:
    filled = sheets()[case.title]
    for label, printed in case.published.items():
        if printed.isalpha() or " " in printed:
            assert filled.stored(label) == printed
        else:
            half_a_digit = 0.5 * 10.0 ** -len(printed.partition(".")[2])
            assert filled[label] == pytest.approx(float(printed), abs=half_a_digit * 1.001), label
