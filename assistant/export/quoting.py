"""The vendor's own words as they are quoted in a file: on one line, with the page they stand on."""

from __future__ import annotations

from assistant.domain.proposal import Critique


def quoted(made: Critique, quote: str | None, start: int | None = None) -> str:
    """A quote in quotation marks with its page; "" where there is none.

    `start` is its offset in the whole text; without it the quote is looked for there.
    """
    words = " ".join((quote or "").split())
    if not words:
        return ""
    place = where(made, made.text.find(quote or "") if start is None else start)
    return f"“{words}”{f' ({place})' if place else ''}"


def where(made: Critique, start: int) -> str:
    """The page of an offset, with the file where there are several; "" where that would tell nothing."""
    before = [each for each in made.page_starts if each.start <= start]
    if not before:
        return ""
    found = before[-1]
    several_pages = sum(each.file == found.file for each in made.page_starts) > 1
    file = found.file if len(made.files) > 1 else ""
    page = f"page {found.number}" if several_pages else ""
    return ", ".join(part for part in (file, page) if part)
