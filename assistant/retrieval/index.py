"""An index: passages, words and vectors in one folder that is never changed once it bears its name."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pydantic import ValidationError

from assistant.domain.facts import Noun
from assistant.domain.knowledge import Document
from assistant.errors import DependencyFailed
from assistant.retrieval.passages import SPLITTER, Piece
from assistant.retrieval.vectors import VectorStore
from assistant.retrieval.words import WORDS, WordIndex

MANIFEST, PASSAGES, WORD_FOLDER, VECTOR_FOLDER = "manifest.json", "passages.jsonl", "words", "vectors"


class Manifest(Noun):
    """What an index was made of; `encoder` is None where it holds words only."""

    documents: dict[str, str]
    encoder: str | None
    splitter: str = SPLITTER
    words: str = WORDS

    @property
    def digest(self) -> str:
        """The name of the folder: another document, encoder or way of cutting gives another name."""
        pairs = sorted(self.documents.items())
        return sha256(repr((pairs, self.encoder, self.splitter, self.words)).encode()).hexdigest()[:32]

    @classmethod
    def of(cls, documents: Iterable[Document], encoder: str | None) -> Manifest:
        """The manifest of documents as they are now."""
        return cls(documents={each.id: _digest(each) for each in documents}, encoder=encoder)


def _digest(document: Document) -> str:
    """The sha256 of a document; what it does not say of its sections is left out.

    So an index of documents without such notes, made before there were any, is still the index of these documents.
    """
    left_out = set() if document.sections else {"sections"}
    return sha256(document.model_dump_json(exclude=left_out).encode()).hexdigest()


class Index(NamedTuple):
    """An open index; `vectors` is None where it holds words only. Safe between threads.

    `documents` gives each passage the number of its document.
    """

    manifest: Manifest
    pieces: tuple[Piece, ...]
    words: WordIndex
    vectors: VectorStore | None
    documents: NDArray[np.int64]


def write_words(folder: Path, pieces: tuple[Piece, ...]) -> None:
    """Keep passages and their word index in a folder."""
    lines = "".join(f"{piece.model_dump_json()}\n" for piece in pieces)
    (folder / PASSAGES).write_text(lines, encoding="utf-8")
    WordIndex([piece.words for piece in pieces]).save(folder / WORD_FOLDER)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Keep the manifest; written last, so that a folder without one is not whole."""
    (folder / MANIFEST).write_text(manifest.model_dump_json(indent=1), encoding="utf-8")


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a folder, or None where there is none that we can read."""
    try:
        return Manifest.model_validate_json((folder / MANIFEST).read_bytes())
    except (OSError, ValidationError):
        return None


def open_index(folder: Path, *, with_vectors: bool) -> Index:
    """The index in a folder, its vectors only where asked for; raises DependencyFailed where it is not whole."""
    manifest = read_manifest(folder)
    if manifest is None:
        raise DependencyFailed(f"the index in {folder} has no manifest: build the index again")
    try:
        with (folder / PASSAGES).open(encoding="utf-8") as lines:
            pieces = tuple(Piece.model_validate_json(line) for line in lines)
    except (OSError, ValidationError) as exc:
        raise DependencyFailed(f"{folder / PASSAGES} cannot be read ({type(exc).__name__}): build it again") from exc
    words = WordIndex.load(folder / WORD_FOLDER)
    vectors = VectorStore(folder / VECTOR_FOLDER) if with_vectors else None
    if words.count != len(pieces) or (vectors and vectors.count != len(pieces)):
        raise DependencyFailed(f"the index in {folder} is not whole: build the index again")
    numbers: dict[str, int] = {}
    documents = [numbers.setdefault(piece.passage.document_id, len(numbers)) for piece in pieces]
    return Index(manifest, pieces, words, vectors, np.array(documents, dtype=np.int64))
