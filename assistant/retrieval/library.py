"""The knowledge base behind one door: made at once, loaded on first use, safe between threads."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from pathlib import Path

from assistant.catalogue import load_catalogue
from assistant.domain.knowledge import Answer, Document, LibraryState, Passage
from assistant.encoder import Encoder, load_encoder
from assistant.errors import DependencyFailed, EncoderMissing
from assistant.retrieval.answer import compose
from assistant.retrieval.conflicts import Conflicts
from assistant.retrieval.documents import anchors, load_documents, sections, slug
from assistant.retrieval.index import Index, Manifest, open_index, read_manifest
from assistant.retrieval.passages import MAX_CHARACTERS, say_source
from assistant.retrieval.phrasing import Phrasing, load_phrasing
from assistant.retrieval.quotes import Reader
from assistant.retrieval.search import Found, Meaning, Wanted, found, look, scored
from assistant.retrieval.shelves import Progress, Shelves
from assistant.settings import Settings

logger = logging.getLogger(__name__)
NOT_MADE = "Search goes by words only until the index is made."
OUTDATED = "Search goes by words only: the documents or the encoder have changed since the index was made."


@dataclass(frozen=True)
class View:
    """What searches read while CURRENT stays as it is; of `meaning` and `notice` one is None."""

    current: Path | None
    documents: tuple[Document, ...]
    index: Index
    meaning: Meaning | None
    notice: str | None
    conflicts: Conflicts
    phrasing: Phrasing


class Library:
    """Documents of one knowledge folder, searched by meaning and words, by words alone where there is no index."""

    def __init__(self, settings: Settings, knowledge: Path) -> None:
        self._settings = settings
        self._knowledge = knowledge
        self._shelves = Shelves(settings.home / "index")
        self._lock = threading.RLock()
        self._seen: View | None = None
        self._encoder: Encoder | None = None
        self._no_encoder: str | None = None
        self._names: dict[str, str] | None = None

    def ready(self) -> bool:
        """True where search goes by meaning too."""
        return self._view().meaning is not None

    def notice(self) -> str | None:
        """One line on why search goes by words only, or None where it does not."""
        return self._view().notice

    def build(self, progress: Progress | None = None) -> None:
        """Make the index where it is not there or not of these documents.

        Raises EncoderMissing without an encoder, DependencyFailed where the index cannot be written.
        """
        try:
            self._shelves.build(load_documents(self._knowledge), self._load_encoder(), progress or logger.info)
        finally:
            with self._lock:
                self._seen = None

    def search(self, question: str, k: int = 5, wanted: Wanted | None = None) -> Found:
        """The k best passages, the best first."""
        view = self._view()
        return found(view.index, look(view.index, question, view.meaning, wanted), k, view.notice)

    def ask(self, question: str, k: int = 5) -> Answer:
        """The answer in sentences of the documents with their places, or an abstention."""
        view = self._view()
        reader = Reader(view.index, look(view.index, question, view.meaning), view.meaning, view.phrasing)
        return compose(reader, view.conflicts, k, view.notice)

    def about(self, process_id: str, k: int = 3) -> tuple[Passage, ...]:
        """Passages of documents on a kind of work, the section about it first; none where no document lists it."""
        view = self._view()
        name = self._name(process_id)
        seen = look(view.index, name, None, Wanted(process=process_id))
        same = [slug(piece.passage.heading) == slug(name) for piece in view.index.pieces]
        order = sorted(seen.best(len(same)), key=lambda n: not same[n])
        return tuple(scored(view.index, seen, n) for n in order[:k])

    def passage(self, document_id: str, heading: str) -> Passage | None:
        """The section that a citation or a source names, by heading or slug; None where there is none."""
        for document in self._view().documents:
            for section in sections(document.body) if document.id == document_id else ():
                if slug(section.heading) == slug(heading):
                    return Passage(
                        document_id=document.id,
                        heading=section.heading,
                        text=section.text[:MAX_CHARACTERS],
                        source=say_source(document.source),
                        title=document.title,
                        kind=document.kind,
                        strength=document.strength,
                    )
        return None

    def anchors(self) -> frozenset[str]:
        """Every `document-id#heading-slug` that a source may name."""
        return anchors(self._view().documents)

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
        documents = load_documents(self._knowledge)
        phrasing = load_phrasing(self._knowledge)
        index, encoder, notice = self._whole(current, documents)
        return View(
            current=current,
            documents=documents,
            index=index or self._shelves.words_only(documents),
            meaning=Meaning(encoder, encoder.encode(phrasing.other_fields)) if encoder else None,
            notice=notice,
            conflicts=Conflicts(documents),
            phrasing=phrasing,
        )

    def _whole(
        self, current: Path | None, documents: tuple[Document, ...]
    ) -> tuple[Index | None, Encoder | None, str | None]:
        """The index of these documents with its encoder, or why there is none."""
        if current is None:
            return None, None, _words_only(self._no_encoder) if self._no_encoder else NOT_MADE
        try:
            encoder = self._load_encoder()
            if read_manifest(current) != Manifest.of(documents, encoder.id):
                return None, None, OUTDATED
            return open_index(current, with_vectors=True), encoder, None
        except DependencyFailed as exc:
            logger.warning("search goes by words only: %s", type(exc).__name__)
            return None, None, _words_only(str(exc))

    def _load_encoder(self) -> Encoder:
        """The encoder, loaded once; where there is none, that is found out once too."""
        with self._lock:
            if self._no_encoder is not None:
                raise EncoderMissing(self._no_encoder)
            if self._encoder is None:
                try:
                    self._encoder = load_encoder(self._settings)
                except EncoderMissing as exc:
                    self._no_encoder = str(exc)
                    raise
            return self._encoder

    def _name(self, process_id: str) -> str:
        with self._lock:
            if self._names is None:
                self._names = {each.id: each.name for each in load_catalogue(self._knowledge).processes}
            return self._names.get(process_id, process_id.replace("_", " "))


def _words_only(reason: str) -> str:
    return f"Search goes by words only: {reason}"
