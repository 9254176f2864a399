"""The day of signing on the page: asked for under Proposal, and the last days follow from it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.conversation.test_signing import DATED, OPEN
from tests.web.conftest import PATIENCE, Served, go, visit

pytestmark = pytest.mark.browser


def paste(page: Page, words: str) -> None:
    page.fill("#words", words)
    page.press("#words", "Enter")
    expect(page.locator(".turn.it")).to_have_count(1, timeout=PATIENCE)
    go(page, "proposal")


def test_a_day_is_asked_for_and_gives_the_last_days_and_the_calendar(sized: Page, served: Served) -> None:
    visit(sized, served)
    paste(sized, f"{OPEN} Invoices are due within 14 days. Our liability is limited to the fees of three months.")
    form = sized.locator("form.signing")
    calendar = sized.locator("[data-proposal-export='.ics']")
    expect(calendar).to_have_count(0)
    form.get_by_role("button").click()
    expect(form.locator(".trouble")).to_contain_text("choose the day of signing")
    form.get_by_label("Day of signing").fill("2026-05-03")
    form.get_by_role("button").click()
    expect(sized.locator("#panel-proposal")).to_contain_text("24 January 2029", timeout=PATIENCE)
    expect(calendar).to_be_visible()
    expect(form.get_by_label("Day of signing")).to_have_value("2026-05-03")
    expect(sized.locator(".turn.note")).to_have_text("Signed: pasted.txt, 3 May 2026")


def test_a_paper_that_names_its_days_asks_for_none(wide: Page, served: Served) -> None:
    visit(wide, served)
    paste(wide, f"{DATED} Invoices are due within 14 days. Our liability is limited to the fees of three months.")
    expect(wide.locator("#panel-proposal")).to_contain_text("Term and dates")
    expect(wide.locator("form.signing")).to_have_count(0)
