"""Long words in the talk: folded, opened by keyboard, and the reply in sight."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from assistant.domain.talk import Exchange, SessionState
from assistant.web.panels.folding import LETTERS_SHOWN, MOST_LETTERS, MOST_LINES, folded
from assistant.web.panels.markup import joined
from assistant.web.panels.transcript import transcript
from tests.web.conftest import Served, say, visit

LONG = "\n".join(f"Line {n} of a long day: ovens, counter, phone, orders, invoices." for n in range(1, 31))


def test_words_up_to_the_limit_stand_as_they_are() -> None:
    for words in ("", "Invoices.", "a" * MOST_LETTERS, "\n".join("b" * MOST_LINES)):
        assert folded(words, "k") == (words,)


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ("\n".join("b" * (MOST_LINES + 1)), "9 lines"),
        ("word " * 200, "1,000 characters"),
        ("a" * (MOST_LETTERS + 1), "701 characters"),
        ("\n" * 20 + "late words", "21 lines"),
    ],
)
def test_longer_words_stand_by_their_beginning_and_are_whole_behind_it(words: str, size: str) -> None:
    beginning, whole = folded(words, "k")
    shown = str(beginning).removeprefix('<div class="beginning">').removesuffix(" …</div>")
    assert shown
    assert shown in words
    assert len(shown) <= LETTERS_SHOWN
    assert f"<summary>All of it, {size}</summary>" in whole
    assert f"<div>{words}</div>" in whole


def test_markup_in_folded_words_stays_text() -> None:
    shown = str(joined(folded("<img src=x onerror=alert(1)>\n" * 30, "k")))
    assert "<img" not in shown


def test_a_proposals_name_and_a_note_are_not_folded() -> None:
    short = Exchange(n=1, kind="proposal", words="offer.pdf", reply="Read.")
    assert 'class="whole"' not in transcript((short,), SessionState())


def test_the_reply_to_long_words_is_in_sight_and_the_words_open_by_keyboard(sized: Page, served: Served) -> None:
    visit(sized, served)
    say(sized, LONG)
    expect(sized.locator(".turn.it").last).to_be_in_viewport()
    assert _top(sized, ".turn.it") < _top(sized, ".dock") / 2
    expect(sized.get_by_text("Line 30 of a long day")).to_be_hidden()
    opener = sized.locator(".turn.you .whole > summary")
    opener.focus()
    sized.keyboard.press("Enter")
    expect(sized.get_by_text("Line 30 of a long day")).to_be_visible()
    expect(sized.locator(".turn.you .beginning")).to_be_hidden()
    sized.keyboard.press("Enter")
    expect(sized.locator(".turn.you .beginning")).to_be_visible()


def _top(page: Page, selector: str) -> float:
    box = page.locator(selector).last.bounding_box()
    assert box is not None
    return box["y"]
