"""Pages as a PDF: A4, tagged, with bookmarks and its fonts inside, in the look of the Word document."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, time
from importlib.util import find_spec
from pathlib import Path

from assistant.drawing.draw import BROAD, draw
from assistant.errors import DependencyFailed
from assistant.export.blocks import Block, Figure, Pages
from assistant.export.word_look import ACCENT, INK, LINE, MARGIN_MM, QUIET, TONES
from assistant.language.printable import printable

TEMPLATE = Path(__file__).with_name("pages.typ")
FONT_PACKAGE = "fontpkg_noto_sans"
FONTS = ("Noto Sans",)
"""What it is set in; letters that it lacks come from a font of the computer that has them."""
LONG_WORD = re.compile(r"\S{30}(?=\S)")
BREAK_HERE = "\u200b"
Data = str | float | None | list["Data"] | dict[str, "Data"]


def pdf(made: Pages) -> bytes:
    """The pages as PDF; raises DependencyFailed where they cannot be laid out."""
    import typst

    words: Data = _clean(made.model_dump(mode="json", exclude={"blocks"}))
    blocks: list[Data] = [_data(each) for each in made.blocks]
    look = {
        "ink": f"#{INK}",
        "accent": f"#{ACCENT}",
        "line": f"#{LINE}",
        "margin": MARGIN_MM,
        "fonts": FONTS,
        "tones": {tone: f"#{colour}" for tone, colour in TONES.items()} | {"quiet": f"#{QUIET}"},
    }
    try:
        return typst.compile(
            TEMPLATE,
            sys_inputs={"pages": json.dumps(words), "blocks": json.dumps(blocks), "look": json.dumps(look)},
            font_paths=[font_folder()],
            timestamp=int(datetime.combine(made.made_on, time(), UTC).timestamp()),
        )
    except typst.TypstError as exc:
        raise DependencyFailed(f"the PDF could not be laid out ({exc}); choose .docx instead") from exc


def _data(block: Block) -> Data:
    """A block as the template reads it; a figure comes drawn."""
    if isinstance(block, Figure):
        says = _clean(block.chart.says)
        return {"is": "Figure", "svg": draw(block.chart, BROAD), "says": says, "alt": says}
    return _clean({"is": type(block).__name__, **block.model_dump(mode="json")})


def font_folder() -> Path:
    """The folder of the font that comes with Plumbline."""
    found = find_spec(FONT_PACKAGE)
    if found is None or found.origin is None:
        raise DependencyFailed(f"the package {FONT_PACKAGE} with the PDF's font is missing: install Plumbline again")
    return Path(found.origin).parent / "files"


def _clean(value: Data) -> Data:
    """The same data with words that can be printed, and places to break in those longer than a line."""
    match value:
        case str():
            return LONG_WORD.sub(lambda found: found.group() + BREAK_HERE, printable(value))
        case list():
            return [_clean(each) for each in value]
        case dict():
            return {key: _clean(each) for key, each in value.items()}
    return value
