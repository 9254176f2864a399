"""An owner's own documents: one folder with what they say and its index, private to whoever knows its name."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Self

from assistant.domain.knowledge import Ingested
from assistant.errors import BadInput, DependencyFailed, EncoderMissing, UnknownName
from assistant.files.folder import files_under
from assistant.retrieval.elsewhere import ElsewhereTexts
from assistant.retrieval.encoding import Progress
from assistant.retrieval.intake import Intake
from assistant.retrieval.kept import KeptFiles
from assistant.retrieval.library import EncoderOnce, Holding, Library
from assistant.retrieval.phrasing import load_phrasing
from assistant.retrieval.shelves import Documents
from assistant.settings import Settings

NAME = re.compile(r"[\w][\w .-]{0,63}")
COLLECTIONS, TALKS, INDEXES, LOCK = "collections", "talks", "index", ".lock"
PATIENCE_SECONDS = 900


class Collection:
    """One collection under the home; safe between threads and processes."""

    def __init__(self, settings: Settings, name: str, folder: Path, encoder: EncoderOnce) -> None:
        self.name = name
        self.folder = folder
        self._files = KeptFiles(folder)
        self._max_file_mb = settings.max_file_mb
        knowledge = settings.knowledge()
        holding = Holding(
            documents=self.documents,
            indexes=folder / INDEXES,
            phrasing=lambda: load_phrasing(knowledge),
            elsewhere=ElsewhereTexts,  # what is not ours may well be theirs
            today=settings.today,
        )
        self.library = Library(holding, encoder)

    @classmethod
    def named(cls, settings: Settings, name: str, encoder: EncoderOnce) -> Self:
        """The collection of that name, for those who know it; raises BadInput where it could not be a folder's."""
        if not NAME.fullmatch(name) or name.endswith((".", " ")):
            raise BadInput(
                f"a collection cannot be called {name[:70]!r}: use letters, digits, blanks, dots and hyphens"
            )
        return cls(settings, name, settings.home / COLLECTIONS / name, encoder)

    @classmethod
    def of_talk(cls, settings: Settings, session_id: str, encoder: EncoderOnce) -> Self:
        """The documents that were added to one conversation; its id, its only key, cannot be read from the folder."""
        digest = sha256(session_id.encode()).hexdigest()[:32]
        return cls(settings, "this conversation", settings.home / TALKS / digest, encoder)

    def exists(self) -> bool:
        """True where something was ever taken in."""
        return self._files.exist()

    def documents(self) -> Documents:
        """What was taken in, by id; raises UnknownName where there is no such collection."""
        if not self.exists():
            raise UnknownName(
                f"there is no collection {self.name!r}; make it with: plumbline ingest FILE --collection {self.name!r}"
            )
        return tuple(sorted((each.document for each in self._files.all().values()), key=lambda each: each.id))

    def names(self) -> tuple[str, ...]:
        """The files that were taken in, by name."""
        return tuple(sorted(each.name for each in self._files.all().values()))

    def ingest(
        self, paths: Iterable[Path], progress: Progress, *, rebuild: bool = False, uploaded: bool = False
    ) -> Ingested:
        """Take files and folders in and make the index; what has not changed is neither read nor encoded again.

        A file is known by its place, an uploaded one by its name: given again it takes the place of what was there.

        A file that cannot be read is refused by itself. Raises DependencyFailed where the disk or a lock fails; what
        was taken in until then stays, and the index that was there goes on being used.
        """
        with self._locked():
            if rebuild:
                shutil.rmtree(self.folder / INDEXES, ignore_errors=True)
            listed = tuple(files_under(paths))
            places = {each: each.name if uploaded else str(each.path.resolve()) for each in listed}
            outcome = Intake(self._files, self._max_file_mb).take(places, self.name, progress)
            return self._indexed(outcome, progress)

    def remove(self, names: Iterable[str], progress: Progress) -> Ingested:
        """Take documents out by file name or id, and all that the indexes hold of them.

        Raises UnknownName for one that is not there.
        """
        with self._locked():
            kept = self._files.all()
            gone = []
            for name in names:
                found = [each for each in kept.values() if name in (each.name, each.document.id, each.path)]
                if not found:
                    raise UnknownName(f"no document {name!r} in {self.name!r}; it holds: {', '.join(self.names())}")
                gone += found
            for each in gone:
                self._files.forget(each.path)
            removed = tuple(each.name for each in gone)
            outcome = self._indexed(Ingested(collection=self.name, removed=removed), progress)
            if self.exists():
                self.library.forget_older()
            return outcome

    def delete(self) -> None:
        """Take the whole collection away."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _indexed(self, outcome: Ingested, progress: Progress) -> Ingested:
        if not self.exists():
            return outcome
        notice = None
        if self._files.all():
            try:
                self.library.build(progress)
            except EncoderMissing as exc:
                notice = f"Search goes by words only: {exc}"
            state = self.library.state()
            return outcome.model_copy(
                update={"documents": state.documents, "passages": state.passages, "notice": notice or state.notice}
            )
        shutil.rmtree(self.folder, ignore_errors=True)
        return outcome

    @contextmanager
    def _locked(self) -> Iterator[None]:
        from filelock import FileLock, Timeout

        self.folder.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.folder.parent / f".{sha256(self.folder.name.encode()).hexdigest()[:16]}{LOCK}")
        try:
            with lock.acquire(timeout=PATIENCE_SECONDS):
                yield
        except Timeout as exc:
            raise DependencyFailed(
                f"another process works on the collection {self.name!r}: end it and try again"
            ) from exc


def collections(settings: Settings) -> tuple[str, ...]:
    """The names of the collections that are there."""
    folder = settings.home / COLLECTIONS
    there = folder.iterdir() if folder.is_dir() else ()
    return tuple(sorted(each.name for each in there if KeptFiles(each).exist()))
