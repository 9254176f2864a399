"""A tower with linear heads on its states: what every reader of sentences here is made of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from assistant.encoder.bundled import load_tokenizer
from assistant.encoder.spans import Rows
from assistant.encoder.tower import Tower, load_tower

if TYPE_CHECKING:
    from tokenizers import Tokenizer


class LearntHeads:
    """A tower and its heads, loaded when they are first needed; safe between threads."""

    def __init__(self, folder: Path, *, threads: int | None = None) -> None:
        """`threads` share one pass of the tower, all processors where it is None.

        Loads nothing yet; what needs the tower raises EncoderMissing where a file is missing or not ours.
        """
        self._folder, self._threads = folder, threads
        self._loading = Lock()

    @property
    def tower(self) -> Tower:
        """The tower."""
        with self._loading:
            return self._loaded

    @cached_property
    def _loaded(self) -> Tower:
        return load_tower(self._folder, threads=self._threads)

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """Text to wordpieces, as many as it has."""
        return load_tokenizer()

    def names(self, head: str) -> Sequence[str]:
        """What a head tells apart, in the order of its scores."""
        return self.tower.names[head]

    def scores(self, head: str, rows: Rows) -> Rows:
        """(rows, names of the head): logarithms of odds."""
        learnt = self.tower.learnt
        return np.asarray(rows @ learnt[f"{head}/weight"].T + learnt[f"{head}/bias"], dtype=np.float32)

    def shares(self, head: str, rows: Rows) -> Rows:
        """(rows, names of the head): probabilities that each name holds, the others left aside."""
        return np.asarray(1 / (1 + np.exp(-self.scores(head, rows))), dtype=np.float32)
