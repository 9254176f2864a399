"""Pieces of HTML that every panel is built from; text becomes markup only through here, and is escaped on the way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from markupsafe import Markup, escape

from assistant.domain.findings import Verdict

Piece = str | Markup
Attribute = str | bool | int | None
Tone = Literal["ok", "no", "un", "na"]

VOID = ("br", "input")

SIGNS: dict[Verdict, tuple[str, Tone]] = {
    "held": ("✓", "ok"),
    "broken": ("✕", "no"),
    "unknown": ("?", "un"),
    "not applicable": ("–", "na"),
}
"""A verdict is always sign, word and colour."""


def tag(element: str, /, *inside: Piece, **attributes: Attribute) -> Markup:
    """An element; plain strings inside are escaped.

    `class_` is class and `data_x` is data-x; an attribute that is None or False is left out, one that is True is bare.
    An element that holds nothing ever (input, br) is not closed.
    """
    opened = Markup("<{}{}>").format(element, _attributes(attributes))
    return opened if element in VOID else Markup("{}{}</{}>").format(opened, joined(inside), element)


def joined(pieces: Iterable[Piece]) -> Markup:
    """Pieces one after another, plain strings escaped."""
    return Markup("").join(escape(each) for each in pieces)


def _attributes(attributes: dict[str, Attribute]) -> Markup:
    said = []
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        plain = name.rstrip("_").replace("_", "-")
        said.append(Markup(" {}").format(plain) if value is True else Markup(' {}="{}"').format(plain, value))
    return Markup("").join(said)


def quoted(words: str) -> Markup:
    """Somebody's own words, in quotation marks."""
    return tag("q", words, class_="said")


def pill(tone: Tone, words: str) -> Markup:
    """A short word on a tinted ground."""
    return tag("span", words, class_=f"pill {tone}")


def verdict_pill(verdict: Verdict, count: int | None = None) -> Markup:
    """A verdict as sign, word and colour, with a count where there are many."""
    sign, tone = SIGNS[verdict]
    words = verdict if count is None else f"{count} {verdict}"
    return tag("span", tag("span", sign, aria_hidden="true"), f" {words}", class_=f"pill {tone}")


def opening(
    key: str, summary: Piece, *inside: Piece, open_: bool = False, class_: str = "fold", kind: str | None = None
) -> Markup:
    """Details that open in place; `key` is what the page remembers them by when the panel is drawn again.

    `kind` is what a filter of the page shows or hides them by.
    """
    return tag("details", tag("summary", summary), *inside, class_=class_, data_key=key, data_kind=kind, open=open_)


def downloads(
    formats: Iterable[tuple[str, str]], attribute: str, file: str | None = None, paper: bool = True
) -> Markup:
    """A row of buttons, one a file format, the first to stand out; then, for what is on the page, one to print."""
    buttons = [
        tag(
            "button",
            f"{words} ({suffix})",
            type="button",
            class_="btn primary" if n == 0 else "btn",
            data_file=file,
            **{attribute: suffix},
        )
        for n, (suffix, words) in enumerate(formats)
    ]
    if paper:
        buttons.append(tag("button", "Print", type="button", class_="btn", data_print=True))
    label = "Take it with you" if paper else "Take what you chose with you"
    return tag("div", *buttons, class_="row", role="group", aria_label=label)


def empty(title: str, words: str) -> Markup:
    """What a panel says before there is anything in it: what will appear, and how to get there."""
    return tag("div", tag("h2", title), tag("p", words), class_="empty")


def bullets(lines: Iterable[Piece]) -> Markup:
    """A list; nothing where there are no lines."""
    items = [tag("li", line) for line in lines]
    return tag("ul", *items) if items else Markup("")


def labelled(label: str, words: Piece) -> Markup:
    """A line that begins with what it is about."""
    return tag("p", tag("b", f"{label}:"), " ", words)


def table(caption: str, head: Iterable[str], rows: Iterable[Iterable[Piece]], numbers: frozenset[int]) -> Markup:
    """A table with a caption; columns in `numbers` (counted from 0) are right-aligned."""
    heads = [tag("th", each, scope="col", class_=_side(n, numbers)) for n, each in enumerate(head)]
    body = [tag("tr", *(tag("td", cell, class_=_side(n, numbers)) for n, cell in enumerate(row))) for row in rows]
    made = tag("table", tag("caption", caption), tag("thead", tag("tr", *heads)), tag("tbody", *body))
    return tag("div", made, class_="wide", tabindex="0", role="region", aria_label=caption)


def _side(column: int, numbers: frozenset[int]) -> str | None:
    return "n" if column in numbers else None
