"""Taking back on the page: by the button and by words, with the words to be written anew."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import PATIENCE, Served, say, visit
from tests.web.states import OPENING

pytestmark = pytest.mark.browser
SECOND = "The rota takes me an hour and a half on Sundays."


def test_the_last_words_are_taken_back_and_stand_ready_to_be_put_in_other_words(sized: Page, served: Served) -> None:
    visit(sized, served)
    expect(sized.locator("#undo")).to_be_hidden()
    say(sized, OPENING)
    before = sized.locator(".turns").inner_text()
    facts = sized.locator("#panel-understood").text_content()
    say(sized, SECOND)
    sized.get_by_role("button", name="Take back").click()
    expect(sized.locator("#notice")).to_have_text(f"Taken back: “{SECOND}”", timeout=PATIENCE)
    expect(sized.locator("#live")).to_have_text(f"Taken back: “{SECOND}”")
    assert sized.locator(".turns").inner_text() == before
    assert sized.locator("#panel-understood").text_content() == facts
    expect(sized.locator("#words")).to_have_value(SECOND)


def test_when_all_is_taken_back_the_first_screen_is_there_again(wide: Page, served: Served) -> None:
    visit(wide, served)
    say(wide, OPENING)
    wide.click("#undo")
    expect(wide.locator("#way-talk")).to_be_visible(timeout=PATIENCE)
    expect(wide.locator("h1")).to_contain_text("What should you automate")


def test_the_word_alone_takes_back_and_leaves_no_trace_in_the_talk(wide: Page, served: Served) -> None:
    visit(wide, served)
    say(wide, OPENING)
    said = wide.locator(".turns").inner_text()
    chips = wide.locator(".chip").all_inner_texts()
    say(wide, SECOND)
    wide.fill("#words", "undo")
    wide.press("#words", "Enter")
    expect(wide.locator("#notice")).to_contain_text("Taken back", timeout=PATIENCE)
    assert wide.locator(".turns").inner_text() == said
    assert wide.locator(".chip").all_inner_texts() == chips
