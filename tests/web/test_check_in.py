"""Check-ins on the page: a form of three numbers, the listing with two buttons, the history, the versions."""

from __future__ import annotations

import doctest
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant import open_plumbline
from assistant.conversation import counted
from assistant.domain.talk import SessionState
from assistant.errors import BadInput
from assistant.settings import Settings
from assistant.web.handlers import Desk
from assistant.web.panels.check_in import check_in
from tests.web import states
from tests.web.conftest import FULL, NARROW, PATIENCE, Served, visit

if TYPE_CHECKING:
    from playwright.sync_api import Page

OPENING = (
    "We are a plumbing firm in Leeds, 4 of us. We send about 40 invoices a week, 9 minutes each. I want evenings with "
    "the kids. I have 2 hours a week spare and £3,000 to spend. We use QuickBooks. I do the invoices myself. "
    "Every invoice goes by e-mail."
)
TOLD = "items: 38\nnew: 24\nminutes: 3-4\ncost: \n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The home of a talk that has its plan."""
    with open_plumbline(Settings(home=tmp_path / "home", today=date(2026, 11, 21))) as plumbline:
        talk = plumbline.session(FULL)
        talk.say(OPENING)
        for _ in range(6):
            talk.say("skip")
    return tmp_path / "home"


@pytest.fixture
def desk(home: Path) -> Iterator[Desk]:
    """The page's desk three months later."""
    with open_plumbline(Settings(home=home, today=date(2027, 3, 1))) as plumbline:
        yield Desk(plumbline, home / "uploads", own_machine=True)


def test_typed_figures_are_read() -> None:
    assert doctest.testmod(counted).failed == 0


def test_nothing_stands_there_before_anything_is_begun() -> None:
    assert check_in(SessionState()) == ""


def test_from_three_numbers_to_a_new_version(desk: Desk) -> None:
    before = desk.open(FULL).panels.plan
    assert before.count("<input") >= 3
    assert "Check-ins so far" not in before
    listed = desk.check_in(FULL, "invoicing", TOLD)
    assert 'data-say="Yes"' in listed.panels.plan
    assert 'data-say="No"' in listed.panels.plan
    assert "Check-in: " in listed.transcript
    after = desk.say(FULL, "Yes").panels.plan
    assert "taken over" in after
    assert "Compare versions of the plan (2)" in after
    assert 'data-say="Yes"' not in after


def test_a_word_instead_of_a_figure_is_one_line(desk: Desk) -> None:
    with pytest.raises(BadInput, match="how many came: 'many' is no figure"):
        desk.check_in(FULL, "invoicing", "items: many")
    with pytest.raises(BadInput, match="'tea' is no figure of a check-in"):
        desk.check_in(FULL, "invoicing", "tea: 3")


def test_words_of_an_owner_stay_text(desk: Desk) -> None:
    attack = "<script>alert(1)</script>"
    state = states.full()
    profile = state.profile
    named = profile.model_copy(
        update={"processes": tuple(each.model_copy(update={"name": attack}) for each in profile.processes)}
    )
    assert "<script>" not in check_in(state.model_copy(update={"profile": named}))


@pytest.mark.browser
def test_a_check_in_goes_by_hand_at_both_widths(home: Path, sized: Page) -> None:
    served = Served(Settings(home=home, today=date(2027, 3, 1)))
    try:
        visit(sized, served, FULL)
        is_narrow = (sized.viewport_size or {}).get("width") == NARROW[0]
        to_plan = ".places button[data-place=plan]" if is_narrow else "#tab-plan"
        sized.click(to_plan)
        form = sized.locator("form.check-in").first
        form.locator("input[name=items]").fill("38")
        form.locator("input[name=new]").fill("24")
        form.locator("input[name=minutes]").fill("3")
        form.locator("button[type=submit]").click()
        sized.locator("#panel-plan button[data-say=Yes]").click(timeout=PATIENCE)
        sized.wait_for_function(
            "document.querySelector('#panel-plan').textContent.includes('taken over')", timeout=PATIENCE
        )
        assert sized.evaluate("document.documentElement.scrollWidth") <= (sized.viewport_size or {})["width"]
    finally:
        served.stop()
