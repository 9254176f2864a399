"""Where indexes are kept: one folder each, made aside and named in one step, so that nobody meets half of one."""

from __future__ import annotations

import logging
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.domain.knowledge import Document
from assistant.encoder import Encoder
from assistant.errors import DependencyFailed
from assistant.retrieval.carried import carried
from assistant.retrieval.encoding import Progress, Step, Vectors, Workbench, encoded
from assistant.retrieval.index import (
    VECTOR_FOLDER,
    Index,
    Manifest,
    open_index,
    write_manifest,
    write_words,
)
from assistant.retrieval.passages import Piece, split
from assistant.retrieval.vectors import VectorStore

logger = logging.getLogger(__name__)
CURRENT, LOCK, ASIDE, WORDS_ONLY, BENCH = "CURRENT", ".lock", "building-", "words-", "unfinished"
PATIENCE_SECONDS = 900
LEFTOVER_SECONDS = 3600

Documents = tuple[Document, ...]


class Shelves:
    """The indexes under one folder; safe between threads and processes."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def current(self) -> Path | None:
        """The folder of the index that readers should use, or None while there is none."""
        try:
            name = (self.root / CURRENT).read_text(encoding="ascii").strip()
        except (FileNotFoundError, UnicodeDecodeError):
            return None
        return self.root / name if name.isalnum() and (self.root / name).is_dir() else None

    def words_only(self, documents: Documents) -> Index:
        """The word index of documents, made now where it is not there; takes a moment and waits for nobody."""
        manifest = Manifest.of(documents, None)
        folder = self.root / f"{WORDS_ONLY}{manifest.digest}"
        found = _whole(folder, with_vectors=False)
        if found is None:
            with self._aside() as aside:
                write_words(aside, split(documents))
                write_manifest(aside, manifest)
                self._name(aside, folder)
        return found or open_index(folder, with_vectors=False)

    def build(self, documents: Documents, encoder: Encoder, progress: Progress) -> Path:
        """The folder of the whole index of documents; passages that the last index had are not encoded again.

        One process builds at a time; another waits and finds the work done. Raises DependencyFailed.
        """
        manifest = Manifest.of(documents, encoder.id)
        folder = self.root / manifest.digest
        with self._locked(progress):
            last = _whole(self.current(), with_vectors=True)
            if _whole(folder, with_vectors=True) is None:
                with self._aside() as aside:
                    pieces = split(documents)
                    bench = Workbench(self.root / BENCH, encoder.id)
                    rows = encoded(pieces, encoder, _known(encoder.id, last), bench, progress)
                    VectorStore.write(aside / VECTOR_FOLDER, rows)
                    self._words_into(aside, documents, pieces)
                    write_manifest(aside, manifest)
                    self._name(aside, folder)
            self._point(folder)
            words_too = f"{WORDS_ONLY}{Manifest.of(documents, None).digest}"
            self._tidy({folder.name, words_too, last.manifest.digest if last else folder.name})
        return folder

    def _words_into(self, aside: Path, documents: Documents, pieces: tuple[Piece, ...]) -> None:
        """The word index of documents in a folder; taken over where it was made for search by words alone."""
        made = self.root / f"{WORDS_ONLY}{Manifest.of(documents, None).digest}"
        if _whole(made, with_vectors=False) is None:
            write_words(aside, pieces)
        else:
            shutil.copytree(made, aside, dirs_exist_ok=True)

    def forget_older(self) -> None:
        """Remove every index but the current one, so that nothing is left of a document that was taken out."""
        if current := self.current():
            self._tidy({current.name})

    def _name(self, aside: Path, folder: Path) -> None:
        """Give what was made aside its name, in place of what cannot be used; what another has made meanwhile stays."""
        if folder.is_dir():
            if _whole(folder, with_vectors=(aside / VECTOR_FOLDER).is_dir()) is not None:
                return
            broken = self.root / f"{ASIDE}{secrets.token_hex(8)}"
            folder.rename(broken)
            shutil.rmtree(broken, ignore_errors=True)
        try:
            aside.rename(folder)
        except OSError:
            if _whole(folder, with_vectors=(aside / VECTOR_FOLDER).is_dir()) is None:
                raise

    def _point(self, folder: Path) -> None:
        aside = self.root / f"{ASIDE}{secrets.token_hex(8)}"
        with aside.open("w", encoding="ascii") as stream:
            stream.write(folder.name)
            stream.flush()
            os.fsync(stream.fileno())
        aside.replace(self.root / CURRENT)

    def _tidy(self, keep: set[str]) -> None:
        """Remove older indexes, and what a build that was cut off left behind; a reader may still hold the last one."""
        for each in self.root.iterdir():
            if each.name.startswith(ASIDE):
                if time.time() - each.stat().st_mtime > LEFTOVER_SECONDS:
                    shutil.rmtree(each, ignore_errors=True)
            elif each.is_dir() and each.name not in keep:
                shutil.rmtree(each, ignore_errors=True)

    @contextmanager
    def _aside(self) -> Iterator[Path]:
        """A fresh folder to make something in; gone afterwards unless it was given its name."""
        aside = self.root / f"{ASIDE}{secrets.token_hex(8)}"
        try:
            aside.mkdir(parents=True)
            yield aside
        except OSError as exc:
            raise DependencyFailed(
                f"could not write the index in {self.root} ({exc.strerror or exc}): make room or set PLUMBLINE_HOME"
            ) from exc
        finally:
            shutil.rmtree(aside, ignore_errors=True)

    @contextmanager
    def _locked(self, progress: Progress) -> Iterator[None]:
        from filelock import FileLock, Timeout

        self.root.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.root / LOCK)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            progress(Step(0, 0, "Another Plumbline is making the index; waiting for it"))
            try:
                lock.acquire(timeout=PATIENCE_SECONDS)
            except Timeout as exc:
                raise DependencyFailed(
                    f"another process holds {self.root / LOCK} for {PATIENCE_SECONDS} s: end it and try again"
                ) from exc
        try:
            yield
        finally:
            lock.release()


def _whole(folder: Path | None, *, with_vectors: bool) -> Index | None:
    """The index in a folder, or None where there is none that can be used."""
    if folder is None or not folder.is_dir():
        return None
    try:
        return open_index(folder, with_vectors=with_vectors)
    except DependencyFailed as exc:
        logger.warning("an index is not whole and is made again: %s", exc)
        return None


def _known(encoder_id: str, last: Index | None) -> Vectors:
    """The vectors that need no encoding: those of the package and of the last index, where its encoder was the same."""
    known = carried(encoder_id)
    if last is not None and last.vectors is not None and last.manifest.encoder == encoder_id:
        known.update(zip((piece.digest for piece in last.pieces), last.vectors.rows(), strict=True))
    return known
