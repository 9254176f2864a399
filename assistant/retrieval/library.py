"""Documents behind one door: searched at once, loaded on first use, safe between threads."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant.domain.knowledge import Answer, LibraryState, Passage
from assistant.encoder import Encoder, load_encoder
from assistant.errors import DependencyFailed, EncoderMissing
from assistant.retrieval.answer import compose
from assistant.retrieval.conflicts import Conflicts
from assistant.retrieval.documents import anchors, load_documents, sections, slug
from assistant.retrieval.elsewhere import ElsewhereTexts, elsewhere, load_elsewhere
from assistant.retrieval.encoding import Progress
from assistant.retrieval.index import Index, Manifest, open_index, read_manifest
from assistant.retrieval.passages import MAX_CHARACTERS, passage_of
from assistant.retrieval.phrasing import Phrasing, load_phrasing
from assistant.retrieval.quotes import Reader
from assistant.retrieval.search import Found, Meaning, Wanted, found, look, scored, surroundings
from assistant.retrieval.shelves import Documents, Shelves
from assistant.settings import Settings

logger = logging.getLogger(__name__)
NOT_MADE = "Search goes by words only until the index is made."
OUTDATED = "The documents have changed since the index was made; what is new is not found until it is made again."
OTHER_MAKE = "Search goes by words only until the index is made anew: the one that is there is of another version."


class EncoderOnce:
    """The encoder of a process, loaded on first use; where there is none, that is found out once too."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._encoder: Encoder | None = None
        self.missing: str | None = None

    def get(self) -> Encoder:
        """The encoder; raises EncoderMissing."""
        with self._lock:
            if self.missing is not None:
                raise EncoderMissing(self.missing)
            if self._encoder is None:
                try:
                    self._encoder = load_encoder(self._settings)
                except EncoderMissing as exc:
                    self.missing = str(exc)
                    raise
            return self._encoder


@dataclass(frozen=True)
class Holding:
    """What a library holds: how its documents are read, the folder of its indexes, and the day on which it is asked."""

    documents: Callable[[], Documents]
    indexes: Path
    phrasing: Callable[[], Phrasing]
    elsewhere: Callable[[], ElsewhereTexts]
    today: date


@dataclass(frozen=True)
class View:
    """What searches read while CURRENT stays as it is; without `meaning` it goes by words, and `notice` says why."""

    current: Path | None
    documents: Documents
    index: Index
    meaning: Meaning | None
    notice: str | None
    conflicts: Conflicts
    phrasing: Phrasing


def knowledge_library(settings: Settings, knowledge: Path, encoder: EncoderOnce | None = None) -> Library:
    """The library of a knowledge folder, its index in the home."""
    holding = Holding(
        documents=lambda: load_documents(knowledge),
        indexes=settings.home / "index",
        phrasing=lambda: load_phrasing(knowledge),
        elsewhere=lambda: load_elsewhere(knowledge),
        today=settings.today,
    )
    return Library(holding, encoder or EncoderOnce(settings))


class Library:
    """One holding, searched by meaning and words, by words alone where there is no index."""

    def __init__(self, holding: Holding, encoder: EncoderOnce) -> None:
        self._holding = holding
        self._encoder = encoder
        self._shelves = Shelves(holding.indexes)
        self._lock = threading.RLock()
        self._seen: View | None = None

    def ready(self) -> bool:
        """True where search goes by meaning too, over the documents as they are."""
        view = self._view()
        return view.meaning is not None and view.notice is None

    def notice(self) -> str | None:
        """One line on why not everything is searched by meaning, or None where it is."""
        return self._view().notice

    def build(self, progress: Progress | None = None) -> None:
        """Make the index where it is not there or not of these documents.

        Raises EncoderMissing without an encoder, DependencyFailed where the index cannot be written.
        """
        try:
            tell = progress or (lambda step: logger.info("%s", step.says))
            self._shelves.build(self._holding.documents(), self._encoder.get(), tell)
        finally:
            with self._lock:
                self._seen = None

    def forget_older(self) -> None:
        """Remove every index but the current one."""
        self._shelves.forget_older()

    def search(self, question: str, k: int = 5, wanted: Wanted | None = None) -> Found:
        """The k best passages, the best first."""
        view = self._view()
        return found(view.index, look(view.index, question, view.meaning, wanted), k, view.notice)

    def ask(self, question: str, k: int = 5, wanted: Wanted | None = None) -> Answer:
        """The answer in sentences of the documents with their places, or an abstention."""
        view = self._view()
        reader = Reader(view.index, look(view.index, question, view.meaning, wanted), view.meaning, view.phrasing)
        return compose(reader, view.conflicts, self._holding.today, k, view.notice)

    def about(self, process_id: str, k: int = 3) -> tuple[Passage, ...]:
        """Passages of documents on a kind of work, those of its own document first; none where no document lists it."""
        view = self._view()
        own = process_id.replace("_", "-")
        name = own.replace("-", " ")
        seen = look(view.index, name, None, Wanted(process=process_id))
        order = sorted(seen.best(view.index.words.count), key=lambda n: view.index.pieces[n].passage.document_id != own)
        return tuple(scored(view.index, seen, n) for n in order[:k])

    def passage(self, document_id: str, heading: str, quote: str = "") -> Passage | None:
        """What a citation or a source names, by heading or slug: the passage with the quote, else the whole section.

        None where there is none.
        """
        view = self._view()
        wanted = slug(heading)
        for number, piece in enumerate(view.index.pieces):
            passage = piece.passage
            if (
                quote
                and passage.document_id == document_id
                and slug(passage.heading) == wanted
                and quote in passage.text
            ):
                around = "".join(view.index.pieces[n].passage.text for n in surroundings(view.index, number))
                return passage.model_copy(update={"text": around.rstrip()})
        for document in view.documents:
            for section in sections(document.body) if document.id == document_id else ():
                if slug(section.heading or document.title) == wanted:
                    return passage_of(document, section, section.text[:MAX_CHARACTERS])
        return None

    def anchors(self) -> frozenset[str]:
        """Every `document-id#heading-slug` that a source may name."""
        return anchors(self._view().documents)

    def dated(self) -> tuple[Passage, ...]:
        """The first passage of every section that should be read again after some day."""
        pieces = (piece.passage for piece in self._view().index.pieces if piece.passage.check_after)
        return tuple({(each.document_id, each.heading): each for each in reversed([*pieces])}.values())[::-1]

    def state(self) -> LibraryState:
        """How the knowledge base stands."""
        view = self._view()
        return LibraryState(
            documents=len(view.documents),
            passages=len(view.index.pieces),
            encoder=view.meaning.encoder.id if view.meaning else None,
            index=view.index.manifest.digest if view.meaning else None,
            notice=view.notice,
        )

    def _view(self) -> View:
        """What to read now; CURRENT is looked at each time, since another process may have made a new index."""
        current = self._shelves.current()
        with self._lock:
            if self._seen is None or self._seen.current != current:
                self._seen = self._look_again(current)
            return self._seen

    def _look_again(self, current: Path | None) -> View:
        documents = self._holding.documents()
        phrasing = self._holding.phrasing()
        index, encoder, notice = self._whole(current, documents)
        return View(
            current=current,
            documents=documents,
            index=index or self._shelves.words_only(documents),
            meaning=Meaning(encoder, elsewhere(self._holding.elsewhere(), encoder)) if encoder else None,
            notice=notice,
            conflicts=Conflicts(documents),
            phrasing=phrasing,
        )

    def _whole(self, current: Path | None, documents: Documents) -> tuple[Index | None, Encoder | None, str | None]:
        """The newest index with its encoder and what is to be said of it; no index where only words can be had."""
        if current is None:
            return None, None, _words_only(self._encoder.missing) if self._encoder.missing else NOT_MADE
        try:
            encoder = self._encoder.get()
            made, now = read_manifest(current), Manifest.of(documents, encoder.id)
            if made is None or (made.encoder, made.splitter, made.words) != (now.encoder, now.splitter, now.words):
                return None, None, OTHER_MAKE
            return open_index(current, with_vectors=True), encoder, None if made == now else OUTDATED
        except DependencyFailed as exc:
            logger.warning("search goes by words only: %s", type(exc).__name__)
            return None, None, _words_only(str(exc))


def _words_only(reason: str) -> str:
    return f"Search goes by words only: {reason}"
