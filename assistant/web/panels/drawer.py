"""The drawer of saved plans: open, rename, take along, delete."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from assistant.domain.talk import SessionSummary
from assistant.web.panels.figures import day, plural
from assistant.web.panels.markup import joined, opening, tag
from assistant.web.panels.plan import EXPORTS

UNNAMED = "Not named yet"


def drawer(sessions: Sequence[SessionSummary], here: str, everyones: bool) -> Markup:
    """The list, the newest first; `everyones` is False for a visitor, who sees only the conversation that is open."""
    rows = [_row(each, each.id == here) for each in sessions]
    note = (
        "They are kept in one folder on this computer."
        if everyones
        else "Only this conversation is listed here. Its address in the browser brings it back: keep it to yourself."
    )
    listed = tag("ul", *rows, class_="saved-list") if rows else tag("p", "Nothing is saved yet.", class_="quiet")
    return joined([tag("p", note, class_="quiet"), listed])


def _row(each: SessionSummary, here: bool) -> Markup:
    title = each.title or UNNAMED
    last = f"{day(each.last_at.astimezone().date())}, {plural(each.turns, 'turn')}{' · open now' if here else ''}"
    words = [tag("b", title), tag("small", last)]
    head = tag("button", *words, type="button", class_="open", data_open=each.id, aria_current="true" if here else None)
    exports = [_act(f"{words_} ({suffix})", data_export=suffix, data_of=each.id) for suffix, words_ in EXPORTS]
    field = f"title-{each.id}"
    rename = tag(
        "form",
        tag("label", "New name", for_=field),
        tag(
            "div",
            tag("input", id=field, name="title", value=each.title, required=True, maxlength="128", autocomplete="off"),
            tag("button", "Rename", type="submit", class_="btn"),
        ),
        class_="inline",
        data_rename=each.id,
    )
    delete = tag("button", "Delete for good", type="button", class_="btn danger", data_delete=each.id, data_title=title)
    more = opening(f"more-{each.id}", "Rename, take along, delete", rename, tag("div", *exports, delete, class_="row"))
    return tag("li", head, more)


def _act(words: str, **data: str) -> Markup:
    return tag("button", words, type="button", class_="btn", **data)
