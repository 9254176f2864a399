"""The encoder that has learnt how owners ask: passages by the bundled model, questions by a tower of their own.

Rows of passages are moved by one linear map. Tower and map were learnt by `python -m training.questions`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.encoder.bundled import WIDTH, BundledEncoder, padded
from assistant.encoder.tower import load_tower, weights_folder

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

AT_ONCE = 4


class TunedEncoder:
    """Passages and questions to rows of one space; safe between threads."""

    def __init__(self, folder: Path | None = None) -> None:
        """Loads the bundled model and what was learnt; raises EncoderMissing where a file is missing or not ours."""
        self._base = BundledEncoder()
        tower = load_tower(folder or weights_folder("questions"))
        self.id = f"{self._base.id}+questions/{tower.digest}"
        self._move = tower.learnt["passages/weight"], tower.learnt["passages/bias"]
        self._tower = tower.session

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit row of 384 numbers for each passage; a text is cut at 256 wordpieces."""
        rows = self._base.encode(texts)
        weight, bias = self._move
        return _unit(rows + rows @ weight.T + bias)

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit row of 384 numbers for each question; a text is cut at 256 wordpieces."""
        return rows_of(self._tower, self._base.wordpieces(texts))


def rows_of(tower: InferenceSession, pieces: Sequence[Sequence[int]]) -> NDArray[np.float32]:
    """One unit row of 384 numbers for each run of wordpieces; those of like length go through together."""
    rows = np.zeros((len(pieces), WIDTH), dtype=np.float32)
    order = sorted(range(len(pieces)), key=lambda n: len(pieces[n]))
    for start in range(0, len(order), AT_ONCE):
        members = order[start : start + AT_ONCE]
        ids, mask = padded([pieces[n] for n in members])
        rows[members] = tower.run(None, {"ids": ids, "mask": mask})[0]
    return rows


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12), dtype=np.float32)
