"""A long text through a tower, in windows that overlap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from assistant.encoder.bundled import padded
from assistant.encoder.spans import Rows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

WINDOW, MARGIN, AT_ONCE = 254, 32, 8
"""Wordpieces that a tower sees at once; how many at either edge are left to the neighbouring window; windows a run."""
FIRST, LAST = 101, 102
WIDTH = 384


def states_of(session: InferenceSession, ids: Sequence[int]) -> Rows:
    """One state of 384 numbers for each wordpiece."""
    step = WINDOW - 2 * MARGIN
    starts = range(0, max(len(ids) - 2 * MARGIN, 1), step)
    states = np.zeros((len(ids), WIDTH), dtype=np.float32)
    for first in range(0, len(starts), AT_ONCE):
        members = starts[first : first + AT_ONCE]
        rows, mask = padded([[FIRST, *ids[start : start + WINDOW], LAST] for start in members])
        made = session.run(None, {"ids": rows, "mask": mask})[0]
        for row, start in zip(made, members, strict=True):
            skipped = MARGIN if start else 0
            stop = min(start + WINDOW, len(ids))
            states[start + skipped : stop] = row[1 + skipped : 1 + stop - start]
    return states
