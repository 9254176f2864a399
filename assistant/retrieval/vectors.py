"""Search by meaning: the only door to Chroma. Vectors are always passed; nothing is embedded or fetched by it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.errors import DependencyFailed

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

NAME = "passages"
BATCH = 5000
"""Chroma takes at most 5,461 at once."""
NEAREST = 400
"""So many nearest passages get their own cosine; a search shows at most fifty."""
EXACT = 400
"""Neighbours that are compared in the search of the graph; far above what is shown, so that none is missed."""


class VectorStore:
    """The vectors of one index, numbered as its passages are; safe between threads."""

    def __init__(self, folder: Path) -> None:
        """Opens a folder; raises DependencyFailed where it is not whole."""
        self._folder = folder
        if not (folder / "chroma.sqlite3").is_file():
            raise DependencyFailed(f"the vectors in {folder} are missing: build the index again")
        with _chroma(folder):
            self._client = _client(folder)
            self._passages = self._client.get_collection(NAME, embedding_function=None)
            self.count = self._passages.count()

    @staticmethod
    def write(folder: Path, rows: NDArray[np.float32]) -> None:
        """Put unit rows into a new folder and let go of it."""
        from chromadb.api.collection_configuration import CreateHNSWConfiguration

        with _chroma(folder):
            client = _client(folder)
            try:
                graph = CreateHNSWConfiguration(space="cosine", ef_search=EXACT, ef_construction=200)
                passages = client.create_collection(NAME, embedding_function=None, configuration={"hnsw": graph})
                for start in range(0, len(rows), BATCH):
                    part = rows[start : start + BATCH]
                    passages.add(ids=[str(start + n) for n in range(len(part))], embeddings=part)
            finally:
                client.close()  # type: ignore[attr-defined]  # its interface leaves close out

    def cosines(self, row: NDArray[np.float32], allowed: Sequence[int] | None = None) -> NDArray[np.float32]:
        """For each passage its cosine with a unit row; one not among the nearest 400 counts as far as the farthest.

        `allowed` names the passages to look at, None all of them.
        """
        among = None if allowed is None else [str(n) for n in allowed]
        wanted = min(NEAREST, self.count if among is None else len(among))
        cosines = np.full(self.count, -1.0, dtype=np.float32)
        if not wanted:
            return cosines
        with _chroma(self._folder):
            found = self._passages.query(
                query_embeddings=row.tolist(), ids=among, n_results=wanted, include=["distances"]
            )
        numbers = np.array(found["ids"][0], dtype=np.int64)
        near = 1.0 - np.array((found["distances"] or [[]])[0], dtype=np.float32)
        cosines[:] = near.min(initial=1.0)
        cosines[numbers] = near
        return cosines

    def rows(self) -> NDArray[np.float32]:
        """Every vector, in order."""
        with _chroma(self._folder):
            found = self._passages.get(include=["embeddings"])
        order = np.argsort(np.array(found["ids"], dtype=np.int64))
        return np.asarray(found["embeddings"], dtype=np.float32)[order]


def _client(folder: Path) -> ClientAPI:
    import chromadb
    from chromadb.config import Settings

    # No .env of the folder we happen to stand in, no telemetry.
    return chromadb.PersistentClient(path=str(folder), settings=Settings(_env_file=None, anonymized_telemetry=False))


@contextmanager
def _chroma(folder: Path) -> Iterator[None]:
    """Turn what Chroma and the disk say into one line."""
    from chromadb.errors import ChromaError

    try:
        yield
    except (ChromaError, OSError, ValueError, RuntimeError) as exc:
        raise DependencyFailed(f"the vectors in {folder} cannot be used ({exc}): build the index again") from exc
