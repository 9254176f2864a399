"""What of the plan is taken along: its sections to tick, private or not, a look at it first, and the files."""

from __future__ import annotations

from markupsafe import Markup

from assistant.export.choice import SECTIONS, USUAL, Section
from assistant.web.panels.markup import downloads, opening, tag

FORMATS = ((".docx", "Word"), (".pdf", "PDF"), (".html", "Web page"), (".md", "Markdown"))
NAMES: dict[Section, str] = {
    "page": "The one page",
    "charts": "Charts",
    "steps": "Steps",
    "people": "Who leads, who is told",
    "decisions": "Decisions and reasons",
    "tries": "Tries and measures",
    "risks": "What could go wrong",
    "rules": "Rules that broke",
    "figures": "Figures and assumptions",
    "questions": "Open questions",
    "offers": "Offers looked at",
    "sources": "Sources",
    "talk": "What was said",
}


def taking() -> Markup:
    """The choice, closed until it is wanted."""
    ticks = [_tick(NAMES[each], each in USUAL, data_section=each) for each in SECTIONS]
    private = _tick("Leave out the firm, names and your own words", False, data_private="yes")
    look = tag("button", "Look at it first", type="button", class_="btn", data_preview=True)
    return opening(
        "plan-taking",
        "Choose what leaves",
        tag("fieldset", tag("legend", "Sections"), *ticks, class_="ticks"),
        tag("p", private, class_="ticks"),
        tag("div", look, class_="row"),
        downloads(FORMATS, "data_export_chosen", paper=False),
        tag("div", class_="preview", data_previewed=True),
        class_="fold taking",
    )


def _tick(words: str, ticked: bool, **data: str) -> Markup:
    name = f"take-{'-'.join(data.values())}"
    return tag("label", tag("input", type="checkbox", id=name, checked=ticked, **data), words, for_=name)
