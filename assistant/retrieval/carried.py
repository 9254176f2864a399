"""Vectors of our own documents that came with the package, so that a first index takes a moment instead of minutes."""

from __future__ import annotations

import logging
from importlib import resources
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from assistant.retrieval.encoding import Vectors

logger = logging.getLogger(__name__)


def carried_file() -> Path:
    """Where the vectors lie inside the package; made by `python -m training.passages`."""
    return Path(str(resources.files("assistant"))) / "weights" / "passages" / "vectors.npz"


def carried(encoder_id: str, file: Path | None = None) -> Vectors:
    """The vectors that were made by this encoder; none where the file is of another encoder or cannot be read.

    A passage whose text has changed since has another digest, so it is not found here and is encoded anew.
    """
    path = file or carried_file()
    try:
        with np.load(path, allow_pickle=False) as kept:
            if str(kept["encoder"]) != encoder_id:
                return {}
            rows = kept["rows"].astype(np.float32)
            return dict(zip(kept["digests"].tolist(), rows / np.linalg.norm(rows, axis=1, keepdims=True), strict=True))
    except (OSError, KeyError, ValueError, BadZipFile) as exc:
        logger.info("no carried vectors: %s", type(exc).__name__)
        return {}


def write(file: Path, encoder_id: str, vectors: Vectors) -> None:
    """Keep vectors at half precision; digests in order, so that the same documents give the same file."""
    digests = sorted(vectors)
    rows = np.array([vectors[each] for each in digests], dtype=np.float16)
    file.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(file, encoder=np.array(encoder_id), digests=np.array(digests), rows=rows)
