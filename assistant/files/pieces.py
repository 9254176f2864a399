"""What a reader of one format hands over, and how it becomes a FileText."""

from __future__ import annotations

from assistant.domain.facts import Noun
from assistant.domain.proposal import FileText, PageText
from assistant.files.invisible import without_invisible

SEPARATOR = "\n\n"
"""Stands between two pages in the whole text."""


class Unseen(Noun):
    """A passage that a person would not see, and where it was."""

    place: str
    text: str


class Pieces(Noun):
    """Pages in order, unseen passages, notices, and the lines of the pages that are headings, of one file."""

    pages: tuple[str, ...]
    unseen: tuple[Unseen, ...] = ()
    notices: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()

    def joined(self, other: Pieces) -> Pieces:
        """These pieces followed by those of another."""
        return Pieces(
            pages=self.pages + other.pages,
            unseen=self.unseen + other.unseen,
            notices=self.notices + other.notices,
            headings=self.headings + other.headings,
        )


def assemble(name: str, pieces: Pieces) -> FileText:
    """The file as text: the pages joined by SEPARATOR, each with its offset; invisible characters are taken out."""
    pages: list[PageText] = []
    unseen = list(pieces.unseen)
    start = 0
    for number, raw in enumerate(pieces.pages, start=1):
        cleaned = without_invisible(raw)
        unseen += [Unseen(place=f"invisible characters, page {number}", text=each) for each in cleaned.found]
        pages.append(PageText(number=number, start=start, text=cleaned.text))
        start += len(cleaned.text) + len(SEPARATOR)
    kept = [each for each in unseen if each.text.strip()]
    return FileText(
        name=name,
        text=SEPARATOR.join(page.text for page in pages),
        pages=tuple(pages),
        unseen=tuple(" ".join(each.text.split()) for each in kept),
        unseen_places=tuple(each.place for each in kept),
        notices=pieces.notices,
        headings=tuple(" ".join(without_invisible(each).text.split()) for each in pieces.headings),
    )
