"""Files taken into a collection one by one: which are new, changed, as they were, copies of another, or refused."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Literal

from assistant.domain.knowledge import Ingested, Refused
from assistant.errors import AssistantError
from assistant.files.folder import Listed
from assistant.files.limits import check_size, refused
from assistant.files.reader import read_bytes
from assistant.retrieval.encoding import Progress, Step
from assistant.retrieval.kept import Kept, KeptFiles
from assistant.retrieval.own import document_of, name_of

Outcome = Literal["added", "changed", "unchanged", "copy"]


class Intake:
    """Takes files in beside what a collection holds already."""

    def __init__(self, files: KeptFiles, max_file_mb: int) -> None:
        self._files = files
        self._max_file_mb = max_file_mb
        self._kept = files.all()
        self._place_of = {each.text_digest: place for place, each in self._kept.items()}
        self._ids = {each.document.id for each in self._kept.values()}

    def take(self, places: Mapping[Listed, str], collection: str, progress: Progress) -> Ingested:
        """What became of each file, known by its place; what cannot be read is refused by itself.

        Raises DependencyFailed where the disk fails.
        """
        became: dict[Outcome, list[str]] = {"added": [], "changed": [], "unchanged": [], "copy": []}
        no: list[Refused] = []
        for number, (listed, place) in enumerate(places.items()):
            progress(Step(number, len(places), f"{number} of {len(places)} files are read"))
            try:
                made = self._made(listed, place)
            except AssistantError as exc:
                no.append(Refused(file=listed.name, reason=str(exc)))
                continue
            outcome = self._placed(made)
            became[outcome].append(listed.name if outcome == "copy" else made.name)
        return Ingested(
            collection=collection,
            added=tuple(became["added"]),
            changed=tuple(became["changed"]),
            unchanged=tuple(became["unchanged"]),
            copies=tuple(became["copy"]),
            refused=tuple(no),
        )

    def _made(self, listed: Listed, place: str) -> Kept:
        """The file with the document made of it: the one that is there where no byte of it has changed."""
        data = self._bytes(listed.path)
        digest = sha256(data).hexdigest()
        before = self._kept.get(place)
        if before is not None and before.bytes_digest == digest:
            return before
        file = read_bytes(listed.name, data, self._max_file_mb)
        return Kept(
            path=place,
            name=before.name if before else listed.name,
            bytes_digest=digest,
            text_digest=sha256(" ".join(file.text.split()).encode()).hexdigest(),
            document=document_of(file, before.document.id if before else name_of(listed.name, self._ids)),
        )

    def _placed(self, made: Kept) -> Outcome:
        """What a file is to those that are there; it is kept unless it says the same as one from another place."""
        before = self._kept.get(made.path)
        if made is before:
            return "unchanged"
        if before is not None:
            self._place_of.pop(before.text_digest, None)
        if self._place_of.get(made.text_digest, made.path) != made.path:
            self._files.forget(made.path)
            return "copy"
        self._files.keep(made)
        self._kept[made.path] = made
        self._place_of[made.text_digest] = made.path
        self._ids.add(made.document.id)
        return "changed" if before else "added"

    def _bytes(self, path: Path) -> bytes:
        try:
            check_size(path.name, path.stat().st_size, self._max_file_mb)
            return path.read_bytes()
        except FileNotFoundError as exc:
            raise refused(str(path), "there is no such file", "Check the name and the folder.") from exc
        except OSError as exc:
            raise refused(str(path), (exc.strerror or "the disk refused").lower(), "Give a file you may open.") from exc
