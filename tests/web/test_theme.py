"""Colours keep their contrast in both schemes; nothing is fetched from elsewhere."""

from __future__ import annotations

import re

import pytest

from assistant.web import theme

TOKENS = (theme.STATIC / "1-tokens.css").read_text(encoding="utf-8")
LEAST = 4.5
TEXT_ON = (
    ("ink", "paper"), ("ink", "card"), ("ink", "you"), ("ink", "sheet"), ("ink", "brass-bg"), ("ink", "un-bg"),
    ("ink", "no-bg"), ("ink", "ok-bg"), ("soft", "paper"), ("soft", "card"), ("brass", "paper"), ("brass", "card"),
    ("brass", "brass-bg"), ("on-brass", "brass"), ("ok", "ok-bg"), ("no", "no-bg"), ("un", "un-bg"), ("na", "na-bg"),
    ("no", "paper"), ("no", "card"),
)  # fmt: skip


def _scheme(dark: bool) -> dict[str, str]:
    light, night = TOKENS.split("@media", 1)
    found = dict(re.findall(r"--([a-z-]+): (#[0-9A-F]{6})", light))
    return found | dict(re.findall(r"--([a-z-]+): (#[0-9A-F]{6})", night)) if dark else found


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_text_keeps_its_contrast(text: str, ground: str, dark: bool) -> None:
    colours = _scheme(dark)
    assert _contrast(colours[text], colours[ground]) >= LEAST


@pytest.mark.parametrize("dark", [False, True])
def test_edges_of_fields_and_buttons_can_be_seen(dark: bool) -> None:
    colours = _scheme(dark)
    assert _contrast(colours["edge"], colours["card"]) >= 3


def test_the_page_is_on_the_same_paper_before_the_style_sheet_is_there() -> None:
    assert (_scheme(False)["paper"], _scheme(True)["paper"]) == (theme.PAPER, theme.PAPER_DARK)


def test_nothing_in_the_static_files_points_outside() -> None:
    files = list(theme.STATIC.iterdir())
    assert {".css", ".js"} <= {path.suffix for path in files}
    for path in files:
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?://|//[a-z]+\.|@import|url\(", text), path.name
