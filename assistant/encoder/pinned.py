"""Files of wheels by people we do not know: found without running their code, used only with the digest we know."""

from __future__ import annotations

from hashlib import file_digest, sha256
from importlib.util import find_spec
from pathlib import Path

from assistant.errors import EncoderMissing


def pinned_folder(package: str) -> Path | None:
    """The folder of an installed top-level package, or None; finding it imports nothing of it."""
    spec = find_spec(package)
    places = spec.submodule_search_locations if spec else None
    return Path(next(iter(places))) if places else None


def read_pinned(path: Path, digest: str) -> bytes:
    """The bytes of a file whose sha256 is `digest`; what is checked is what is used. Raises EncoderMissing."""
    try:
        content = path.read_bytes()
    except OSError as exc:
        raise EncoderMissing(_cannot_read(path, exc)) from exc
    if sha256(content).hexdigest() != digest:
        raise EncoderMissing(_changed(path))
    return content


def digest_of(path: Path, expected: str | None = None) -> str:
    """The sha256 of a file; raises EncoderMissing where it is missing or is not the expected one."""
    try:
        with path.open("rb") as stream:
            found = file_digest(stream, "sha256").hexdigest()
    except OSError as exc:
        raise EncoderMissing(_cannot_read(path, exc)) from exc
    if expected is not None and found != expected:
        raise EncoderMissing(_changed(path))
    return found


def _cannot_read(path: Path, exc: OSError) -> str:
    return f"the sentence encoder's file {path} cannot be read ({exc.strerror or exc}): install the encoder again"


def _changed(path: Path) -> str:
    return f"the sentence encoder's file {path} is not the one we know (sha256 differs): install the pinned version"
