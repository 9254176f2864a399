"""Which documents declare that they see things differently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.domain.knowledge import Document
from assistant.retrieval.documents import anchor
from assistant.retrieval.index import Index


class Conflicts:
    """The declared conflicts of a set of documents, seen from both sides."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._declared = {each.id: each.disagrees_with for each in documents if each.disagrees_with}

    def against(self, index: Index, numbers: Iterable[int]) -> list[int]:
        """Numbers of the passages that disagree with any of these: one of these where both sides speak, else another.

        Where a whole document disagrees, its first passage speaks for it, since it says what the document holds.
        """
        cited = list(numbers)
        found: list[int] = []
        for number in cited:
            for side in self._other_sides(index, number):
                speaking = [each for each in cited if each in side]
                found.append(max(number, speaking[0], key=cited.index) if speaking else side[0])
        return list(dict.fromkeys(found))

    def _other_sides(self, index: Index, number: int) -> Iterator[list[int]]:
        """For each conflict of a passage, the passages that could speak for the other side."""
        passage = index.pieces[number].passage
        here = anchor(passage.document_id, passage.heading)
        names = [(anchor(each.passage.document_id, each.passage.heading), each.passage) for each in index.pieces]
        for target in self._declared.get(passage.document_id, ()):
            if side := [n for n, (name, _) in enumerate(names) if name == target]:
                yield side
        for document_id, targets in self._declared.items():
            if here in targets and (
                side := [n for n, (_, each) in enumerate(names) if each.document_id == document_id]
            ):
                yield side
