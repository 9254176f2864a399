"""Documents -> passages: cut at headings, then under a budget of tokens, so that the encoder never cuts one."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from assistant.domain.facts import Noun
from assistant.domain.knowledge import Document, Passage, Source
from assistant.language.model_tokens import ENCODING, tokens
from assistant.retrieval.documents import Section, sections, slug

BUDGET_TOKENS = 200
"""Title, summary, heading and text together; 256 wordpieces, where the encoder cuts, are about 240 of these tokens."""
CONTEXT_TOKENS = 80
MAX_CHARACTERS = 1600
SLACK_TOKENS = 30
SPLITTER = f"headings, then {BUDGET_TOKENS} {ENCODING} tokens, at most {MAX_CHARACTERS} characters, 2"
"""Names how passages are made; a change here means a new index."""
SEPARATORS = [r"\n\n", r"\n", r"(?<=[.!?])\s+", r"\s+", ""]


class Piece(Noun):
    """A passage as the index keeps it: what is shown, what is embedded, what it can be filtered by.

    `embedded` is the text with title, heading and summary; `asked` are questions that it answers, searched as well.
    """

    passage: Passage
    embedded: str
    asked: tuple[str, ...] = ()
    processes: tuple[str, ...] = ()
    staff: tuple[int, int] = (1, 250)

    @property
    def digest(self) -> str:
        """The sha256 of all that its vector is made of."""
        return sha256("\n".join((self.embedded, *self.asked)).encode()).hexdigest()

    @property
    def words(self) -> str:
        """The text that is searched by words."""
        return "\n".join((self.embedded, *self.asked))


def split(documents: Iterable[Document]) -> tuple[Piece, ...]:
    """Every passage of the documents, in order."""
    return tuple(
        _piece(document, section, text)
        for document in documents
        for section in sections(document.body)
        for text in _texts(document, section)
    )


def say_source(source: Source) -> str:
    """A source in one line: author, title, year, address."""
    parts = (source.author, source.title, str(source.year or ""), source.url or "")
    return ", ".join(part for part in parts if part)


def passage_of(document: Document, section: Section, text: str) -> Passage:
    """A text of a section as a passage, with what its section says of source, strength and dates.

    Our own view within a document rests on none of the document's source.
    """
    note = document.note(slug(section.heading))
    ours = note.strength == "own-view" and document.strength != "own-view"
    source = note.source or (None if ours else document.source)
    return Passage(
        document_id=document.id,
        heading=section.heading or document.title,
        text=text,
        source=say_source(source) if source else "",
        title=document.title,
        kind=document.kind,
        strength=note.strength or document.strength,
        check_after=note.check_after,
        as_of=document.read if note.check_after else None,
    )


def _piece(document: Document, section: Section, text: str) -> Piece:
    return Piece(
        passage=passage_of(document, section, text),
        embedded=f"{_context(document, section)}\n{text}",
        asked=document.asked.get(slug(section.heading), ()),
        processes=document.processes,
        staff=document.applies_to.staff,
    )


def _context(document: Document, section: Section) -> str:
    """Title, heading and summary, as much of them as fits beside a text."""
    kept: list[str] = []
    for part in (document.title, section.heading, document.summary):
        if part and part not in kept and tokens("\n".join([*kept, part])) <= CONTEXT_TOKENS:
            kept.append(part)
    return "\n".join(kept)


def _texts(document: Document, section: Section) -> list[str]:
    room = BUDGET_TOKENS - tokens(_context(document, section)) - 1
    size = _size(section.text)
    if size <= room:
        return [section.text]
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    even = -(-size // -(-size // room)) + SLACK_TOKENS
    splitter = RecursiveCharacterTextSplitter(
        separators=SEPARATORS,
        is_separator_regex=True,
        keep_separator="end",
        strip_whitespace=False,
        chunk_size=min(room, even),
        chunk_overlap=0,
        length_function=_size,
    )
    return [text for text in splitter.split_text(section.text) if text.strip()]


def _size(text: str) -> int:
    """Tokens, or the share of the budget that the characters take, whichever is more."""
    return max(tokens(text), -(-len(text) * BUDGET_TOKENS // MAX_CHARACTERS))
