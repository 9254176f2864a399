"""The files that a collection has taken in: each of them one JSON file with the document made of it."""

from __future__ import annotations

import logging
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from assistant.domain.facts import Noun
from assistant.domain.knowledge import Document
from assistant.errors import DependencyFailed

logger = logging.getLogger(__name__)
DOCUMENTS = "documents"


class Kept(Noun):
    """A file that was taken in: where it lay, the digests of its bytes and of its text, and the document made of it."""

    path: str
    name: str
    bytes_digest: str
    text_digest: str
    document: Document


class KeptFiles:
    """What the folder of one collection holds, by the place that each file was taken from."""

    def __init__(self, collection: Path) -> None:
        self._folder = collection / DOCUMENTS

    def exist(self) -> bool:
        """True where something was ever taken in."""
        return self._folder.is_dir()

    def all(self) -> dict[str, Kept]:
        """Every file by its place; one that cannot be read any more is left out."""
        found = {}
        for path in sorted(self._folder.glob("*.json")):
            try:
                each = Kept.model_validate_json(path.read_bytes())
            except (OSError, ValidationError) as exc:
                logger.warning("a document of a collection cannot be read and is left out: %s", type(exc).__name__)
                continue
            found[each.path] = each
        return found

    def keep(self, made: Kept) -> None:
        """Write a file down, in the place of what was taken from there before; raises DependencyFailed."""
        kept = self._kept_at(made.path)
        aside = kept.with_name(f".{kept.stem}")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            aside.write_text(made.model_dump_json(), encoding="utf-8")
            aside.replace(kept)
        except OSError as exc:
            why = exc.strerror or exc
            raise DependencyFailed(
                f"could not keep {made.name!r} in {self._folder} ({why}): make room or set PLUMBLINE_HOME"
            ) from exc

    def forget(self, place: str) -> None:
        """Take away what was taken in from a place, where anything was."""
        self._kept_at(place).unlink(missing_ok=True)

    def _kept_at(self, place: str) -> Path:
        return self._folder / f"{sha256(place.encode()).hexdigest()[:32]}.json"
