"""Which documents and sections declare that they see things differently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from assistant.domain.knowledge import Document, Passage
from assistant.retrieval.documents import anchor
from assistant.retrieval.index import Index


class Declared(NamedTuple):
    """One declaration: a whole document, or with a # one section of it, disagrees with a section."""

    by: str
    against: str


class Conflicts:
    """The declared conflicts of a set of documents, seen from both sides."""

    def __init__(self, documents: Iterable[Document]) -> None:
        held = tuple(documents)
        self._declared = tuple(each for document in held for each in _declared(document))
        self._findings = {
            f"{document.id}#{heading}": note.finding
            for document in held
            for heading, note in document.sections.items()
            if note.finding
        }

    def against(self, index: Index, numbers: Iterable[int]) -> list[int]:
        """Numbers of the passages that disagree with any of these: one of these where both sides speak, else another.

        Where a whole document disagrees, its first passage speaks for it, since it says what the document holds; for a
        section the passage with its finding.
        """
        cited = list(numbers)
        found: list[int] = []
        for number in cited:
            for side in self._other_sides(index, number):
                speaking = [each for each in cited if each in side]
                found.append(max(number, speaking[0], key=cited.index) if speaking else self._with_finding(index, side))
        return list(dict.fromkeys(found))

    def opening(self, passage: Passage) -> str:
        """The opening of the sentence that speaks for a passage's section; empty where its first one does."""
        return self._findings.get(anchor(passage.document_id, passage.heading), "")

    def _with_finding(self, index: Index, side: list[int]) -> int:
        first = index.pieces[side[0]].passage
        here = [n for n in side if _names(index, n) == _names(index, side[0])]
        return next((n for n in here if self.opening(first) in index.pieces[n].passage.text), side[0])

    def _other_sides(self, index: Index, number: int) -> Iterator[list[int]]:
        """For each conflict of a passage, the passages that could speak for the other side."""
        here = _names(index, number)
        for each in self._declared:
            other = each.against if each.by in here else each.by if each.against in here else None
            if other and (side := [n for n in range(len(index.pieces)) if other in _names(index, n)]):
                yield side


def _declared(document: Document) -> Iterator[Declared]:
    yield from (Declared(document.id, target) for target in document.disagrees_with)
    for heading, note in document.sections.items():
        yield from (Declared(f"{document.id}#{heading}", target) for target in note.disagrees_with)


def _names(index: Index, number: int) -> tuple[str, str]:
    """By what a passage may be named in a declaration: its document, its section."""
    passage = index.pieces[number].passage
    return passage.document_id, anchor(passage.document_id, passage.heading)
