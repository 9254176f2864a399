"""What holds on every screen, wide and narrow: accessibility, targets, headings, keyboard, print."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import FULL, NARROW, TABS, Served, go, visit

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
UNFOLD = "document.querySelectorAll('.panel details').forEach((each) => { each.open = true })"
GROUNDS = "[...document.querySelectorAll('*')].map((each) => getComputedStyle(each).backgroundColor)"
ORANGE = {"rgb(249, 115, 22)", "rgb(234, 88, 12)"}


def test_every_tab_passes_the_accessibility_rules(sized: Page, furnished: Served) -> None:
    for scheme in ("light", "dark"):
        sized.emulate_media(color_scheme=scheme)
        visit(sized, furnished, FULL)
        for tab in TABS:
            go(sized, tab)
            sized.evaluate(UNFOLD)
            assert not _serious(sized, "color-contrast" if scheme == "dark" else ""), (scheme, tab)
    sized.click("#open-drawer")
    assert not _serious(sized)


def test_the_first_screen_passes_the_accessibility_rules(sized: Page, served: Served) -> None:
    visit(sized, served)
    assert not _serious(sized)
    assert sized.locator("h1").count() == 1


def _serious(page: Page, only: str = "") -> list[str]:
    page.evaluate(AXE)
    wanted = {"resultTypes": ["violations"]} | ({"runOnly": [only]} if only else {})
    found = page.evaluate("(wanted) => axe.run(document, wanted)", wanted)
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:120]}"
        for each in found["violations"]
        if each["impact"] in ("serious", "critical")
    ]


def test_every_target_is_large_enough_and_nothing_scrolls_sideways(sized: Page, furnished: Served) -> None:
    visit(sized, furnished, FULL)
    for tab in TABS:
        go(sized, tab)
        small = sized.evaluate("""[...document.querySelectorAll('.plumbline :is(button, summary, input, textarea)')]
            .filter((each) => each.checkVisibility() && !each.classList.contains('sr'))
            .filter((each) => { const box = each.getBoundingClientRect(); return box.width < 44 || box.height < 44; })
            .map((each) => each.outerHTML.slice(0, 100))""")
        assert not small, tab
        assert not sized.evaluate("""[...document.querySelectorAll('html, .plumbline, .talk, .panels')]
            .some((each) => each.checkVisibility() && each.scrollWidth > each.clientWidth + 1)"""), tab


def test_headings_are_in_order_with_one_of_the_first_level(sized: Page, furnished: Served) -> None:
    visit(sized, furnished, FULL)
    for tab in TABS:
        go(sized, tab)
        levels = sized.evaluate("""[...document.querySelectorAll('h1, h2, h3, h4')]
            .filter((each) => each.checkVisibility()).map((each) => Number(each.tagName[1]))""")
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_the_whole_page_can_be_used_from_the_keyboard(wide: Page, furnished: Served) -> None:
    visit(wide, furnished, FULL)
    wide.focus("#tab-understood")
    for name in (*TABS[1:], TABS[0]):
        wide.keyboard.press("ArrowRight")
        assert wide.evaluate("document.activeElement.id") == f"tab-{name}"
    wide.keyboard.press("Tab")
    assert wide.evaluate("document.activeElement.id") == "panel-understood"
    wide.keyboard.press("Tab")
    outline = wide.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert outline == "3px"
    wide.focus("#open-drawer")
    wide.keyboard.press("Enter")
    expect(wide.locator("#drawer")).to_be_visible()
    wide.keyboard.press("Escape")
    expect(wide.locator("#drawer")).to_be_hidden()
    assert wide.evaluate("document.activeElement.id") == "open-drawer"


def test_the_composer_is_in_sight_on_every_place_of_a_phone(narrow: Page, furnished: Served) -> None:
    visit(narrow, furnished, FULL)
    for place in ("chat", "understood", "advice", "proposal", "plan"):
        narrow.click(f".places [data-place={place}]")
        for part in ("#words", "#send", ".places"):
            box = narrow.locator(part).bounding_box()
            assert box is not None
            assert box["y"] >= 0
            assert box["y"] + box["height"] <= NARROW[1]


def test_nothing_of_the_frame_shows_through(sized: Page, served: Served) -> None:
    visit(sized, served)
    text = sized.locator("body").inner_text()
    assert "Gradio" not in text
    assert "API" not in text
    assert not sized.locator("footer").count()
    assert not ORANGE & set(sized.evaluate(GROUNDS))


def test_it_prints_without_buttons(wide: Page, furnished: Served) -> None:
    visit(wide, furnished, FULL)
    go(wide, "plan")
    wide.emulate_media(media="print")
    for part in (".composer", ".tabs", "#open-drawer", "[data-export]", ".pencil"):
        assert not wide.locator(part).first.is_visible()
    assert wide.locator("#panel-plan h2").is_visible()
