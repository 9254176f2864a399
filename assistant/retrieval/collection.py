"""An owner's own documents: one folder with what they say and its index, private to whoever knows its name."""

from __future__ import annotations

import logging
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Self

from pydantic import ValidationError

from assistant.domain.facts import Noun
from assistant.domain.knowledge import Document, Ingested, Refused
from assistant.errors import AssistantError, BadInput, DependencyFailed, EncoderMissing, UnknownName
from assistant.files.folder import Listed, files_under
from assistant.files.limits import check_size, refused
from assistant.files.reader import read_bytes
from assistant.retrieval.elsewhere import ElsewhereTexts
from assistant.retrieval.encoding import Progress, Step
from assistant.retrieval.library import EncoderOnce, Holding, Library
from assistant.retrieval.own import document_of, name_of
from assistant.retrieval.phrasing import load_phrasing
from assistant.retrieval.shelves import Documents
from assistant.settings import Settings

logger = logging.getLogger(__name__)
NAME = re.compile(r"[\w][\w .-]{0,63}")
COLLECTIONS, TALKS, DOCUMENTS, INDEXES, LOCK = "collections", "talks", "documents", "index", ".lock"
PATIENCE_SECONDS = 900


class Kept(Noun):
    """A file that was taken in: where it lay, the digests of its bytes and of its text, and the document made of it."""

    path: str
    name: str
    bytes_digest: str
    text_digest: str
    document: Document


class Collection:
    """One collection under the home; safe between threads and processes."""

    def __init__(self, settings: Settings, name: str, folder: Path, encoder: EncoderOnce) -> None:
        self.name = name
        self.folder = folder
        self._settings = settings
        knowledge = settings.knowledge()
        holding = Holding(
            documents=self.documents,
            indexes=folder / INDEXES,
            phrasing=lambda: load_phrasing(knowledge),
            elsewhere=ElsewhereTexts,  # what is not ours may well be theirs
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
        return (self.folder / DOCUMENTS).is_dir()

    def documents(self) -> Documents:
        """What was taken in, by id; raises UnknownName where there is no such collection."""
        if not self.exists():
            raise UnknownName(
                f"there is no collection {self.name!r}; make it with: plumbline ingest FILE --collection {self.name!r}"
            )
        return tuple(sorted((each.document for each in self._kept().values()), key=lambda each: each.id))

    def names(self) -> tuple[str, ...]:
        """The files that were taken in, by name."""
        return tuple(sorted(each.name for each in self._kept().values()))

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
            outcome = self._taken_in(places, progress)
            return self._indexed(outcome, progress)

    def remove(self, names: Iterable[str], progress: Progress) -> Ingested:
        """Take documents out by file name or id, and all that the indexes hold of them.

        Raises UnknownName for one that is not there.
        """
        with self._locked():
            kept = self._kept()
            gone = []
            for name in names:
                found = [key for key, each in kept.items() if name in (each.name, each.document.id, each.path)]
                if not found:
                    raise UnknownName(f"no document {name!r} in {self.name!r}; it holds: {', '.join(self.names())}")
                gone += found
            for key in gone:
                self._forget(key)
            removed = tuple(kept[key].name for key in gone)
            outcome = self._indexed(Ingested(collection=self.name, removed=removed), progress)
            if self.exists():
                self.library.forget_older()
            return outcome

    def delete(self) -> None:
        """Take the whole collection away."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _taken_in(self, places: dict[Listed, str], progress: Progress) -> Ingested:
        kept = self._kept()
        texts = {each.text_digest: each.path for each in kept.values()}
        added, changed, unchanged, copies = list[str](), list[str](), list[str](), list[str]()
        no: list[Refused] = []
        ids = {each.document.id for each in kept.values()}
        for number, (each, where) in enumerate(places.items()):
            progress(Step(number, len(places), f"{number} of {len(places)} files are read"))
            try:
                data = self._bytes(each.path)
                digest = sha256(data).hexdigest()
                before = kept.get(_key(where))
                if before is not None and before.bytes_digest == digest:
                    unchanged.append(before.name)
                    continue
                made = self._made(each, where, data, digest, before, ids)
            except AssistantError as exc:
                no.append(Refused(file=each.name, reason=str(exc)))
                continue
            if before is not None:
                texts.pop(before.text_digest, None)
            if texts.get(made.text_digest, where) != where:
                copies.append(each.name)
                self._forget(_key(where))
                continue
            (changed if before else added).append(made.name)
            self._keep(made)
            kept[_key(where)] = made
            texts[made.text_digest] = where
            ids.add(made.document.id)
        return Ingested(
            collection=self.name,
            added=tuple(added),
            changed=tuple(changed),
            unchanged=tuple(unchanged),
            copies=tuple(copies),
            refused=tuple(no),
        )

    def _made(self, listed: Listed, where: str, data: bytes, digest: str, before: Kept | None, taken: set[str]) -> Kept:
        file = read_bytes(listed.name, data, self._settings.max_file_mb)
        return Kept(
            path=where,
            name=before.name if before else listed.name,
            bytes_digest=digest,
            text_digest=sha256(" ".join(file.text.split()).encode()).hexdigest(),
            document=document_of(file, before.document.id if before else name_of(listed.name, taken)),
        )

    def _indexed(self, outcome: Ingested, progress: Progress) -> Ingested:
        if not self.exists():
            return outcome
        notice = None
        if self._kept():
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

    def _bytes(self, path: Path) -> bytes:
        try:
            check_size(path.name, path.stat().st_size, self._settings.max_file_mb)
            return path.read_bytes()
        except FileNotFoundError as exc:
            raise refused(str(path), "there is no such file", "Check the name and the folder.") from exc
        except OSError as exc:
            raise refused(str(path), (exc.strerror or "the disk refused").lower(), "Give a file you may open.") from exc

    def _kept(self) -> dict[str, Kept]:
        found = {}
        for path in sorted((self.folder / DOCUMENTS).glob("*.json")):
            try:
                found[path.stem] = Kept.model_validate_json(path.read_bytes())
            except (OSError, ValidationError) as exc:
                logger.warning("a document of a collection cannot be read and is left out: %s", type(exc).__name__)
        return found

    def _forget(self, key: str) -> None:
        (self.folder / DOCUMENTS / f"{key}.json").unlink(missing_ok=True)

    def _keep(self, made: Kept) -> None:
        key = _key(made.path)
        folder = self.folder / DOCUMENTS
        try:
            folder.mkdir(parents=True, exist_ok=True)
            aside = folder / f".{key}"
            aside.write_text(made.model_dump_json(), encoding="utf-8")
            aside.replace(folder / f"{key}.json")
        except OSError as exc:
            raise DependencyFailed(
                f"could not keep {made.name!r} in {folder} ({exc.strerror or exc}): make room or set PLUMBLINE_HOME"
            ) from exc

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


def _key(path: str) -> str:
    """Under which the file of that place is kept."""
    return sha256(path.encode()).hexdigest()[:32]


def collections(settings: Settings) -> tuple[str, ...]:
    """The names of the collections that are there."""
    folder = settings.home / COLLECTIONS
    there = folder.iterdir() if folder.is_dir() else ()
    return tuple(sorted(each.name for each in there if (each / DOCUMENTS).is_dir()))
