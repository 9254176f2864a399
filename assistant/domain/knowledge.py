"""Documents, passages found in them, and answers that cite them."""

from __future__ import annotations

from datetime import date
from typing import Literal

from assistant.domain.facts import Noun

Strength = Literal["study", "practitioner", "vendor-claim", "illustrative", "assumed", "own-view"]
"""What a text rests on; `own-view` is Plumbline's own advice or judgement, resting on no source that was opened."""
RESTS_ON: dict[Strength, str] = {
    "study": "a study",
    "practitioner": "practitioners' experience",
    "own-view": "our own view",
    "vendor-claim": "a vendor's claim",
    "illustrative": "an illustration, not evidence",
    "assumed": "an assumption",
}
"""How each strength is named to an owner."""
DocumentKind = Literal["framework", "pattern", "process", "means", "case", "vendor", "own"]


class Source(Noun):
    """Where a document's content comes from."""

    title: str
    author: str = ""
    year: int | None = None
    url: str | None = None


class Applies(Noun):
    """The firms a document speaks about: `staff` is the least and the most people."""

    staff: tuple[int, int] = (1, 250)


class SectionNote(Noun):
    """What differs in one section from its document; from the day after `check_after` what it says may have changed.

    `finding` opens the sentence that speaks for it where others disagree; without one its first sentence does.
    """

    source: Source | None = None
    strength: Strength | None = None
    check_after: date | None = None
    disagrees_with: tuple[str, ...] = ()
    finding: str = ""


NOTHING_DIFFERS = SectionNote()


class Document(Noun):
    """A knowledge document; `body` is markdown whose ## headings are the units of search and citation.

    By the slug of a heading, `sections` holds what differs there, and `asked` questions that its section answers, in
    words that owners use.
    """

    id: str
    kind: DocumentKind
    title: str
    summary: str
    seeds: tuple[str, ...] = ()
    processes: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    applies_to: Applies = Applies()
    source: Source
    strength: Strength
    read: date | None = None
    disagrees_with: tuple[str, ...] = ()
    sections: dict[str, SectionNote] = {}
    body: str = ""
    asked: dict[str, tuple[str, ...]] = {}

    def note(self, slug: str) -> SectionNote:
        """What differs in the section of that slug."""
        return self.sections.get(slug, NOTHING_DIFFERS)


class Passage(Noun):
    """A piece of a document under one heading; `score` is a calibrated 0-1 likelihood of being relevant.

    `source` and `strength` are those of its section. Where `check_after` is known, `as_of` is the day on which the
    source was read, and from the day after `check_after` on what it says may have changed.
    """

    document_id: str
    heading: str
    text: str
    score: float = 0.0
    source: str = ""
    title: str = ""
    kind: DocumentKind = "framework"
    strength: Strength = "practitioner"
    check_after: date | None = None
    as_of: date | None = None

    def may_have_changed(self, today: date) -> bool:
        """True from the day after it should have been read again."""
        return self.check_after is not None and today > self.check_after


class Citation(Noun):
    """A verbatim piece of a passage; `start` and `end` are offsets in the passage's text."""

    document_id: str
    heading: str
    quote: str
    start: int
    end: int


class Sentence(Noun):
    """One sentence of an answer with what it stands on."""

    text: str
    citations: tuple[Citation, ...]


class Answer(Noun):
    """An answer from the knowledge base; `answer` is None where it abstained."""

    question: str
    answer: str | None
    abstained: bool
    sentences: tuple[Sentence, ...] = ()
    passages: tuple[Passage, ...] = ()
    notice: str | None = None


class Refused(Noun):
    """A file that was not taken in, and the one line that says why and what to do."""

    file: str
    reason: str


class Ingested(Noun):
    """What became of an owner's files: by name, those new, changed, the same as before, and copies of others."""

    collection: str
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()
    documents: int = 0
    passages: int = 0
    notice: str | None = None


class OwnDocuments(Noun):
    """A collection of an owner's own documents, with the names of its files."""

    name: str
    files: tuple[str, ...]


class LibraryState(Noun):
    """How the knowledge base stands; `encoder` and `index` are None while search goes by words only."""

    documents: int
    passages: int
    encoder: str | None = None
    index: str | None = None
    notice: str | None = None

    @property
    def says(self) -> str:
        """All of it in one line."""
        made = f"index {self.index} by {self.encoder}" if self.index else self.notice or "words only"
        return f"{self.documents} documents, {self.passages} passages; {made}"
