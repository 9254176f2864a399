"""`python -m training.telling`: teaches whether a sentence tells of work, by what it means alone.

A logistic regression on the question tower's row of each sentence of training/owners: it tells of work where words of
work or of pain are marked in it. Both towers stay as they are; a minute. To be run again whenever the reader was
taught. One text of five is kept aside first, and what is told of those is printed; what ships is learnt from all.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import torch
from torch.nn import functional

from assistant.encoder.tagger import Tagger
from assistant.encoder.tower import DELTAS, GRAPH, weights_folder
from assistant.language.sentences import split
from training import heads
from training.export import halved, keep, load
from training.heads import Rows
from training.lessons import OWNERS
from training.markup import load_marked

OF_WORK = ("work", "pain")


class Taught(NamedTuple):
    """A sentence, the number of its text, and whether it tells of work."""

    words: str
    text: int
    tells: bool


def sentences() -> Iterator[Taught]:
    """Every sentence of the marked texts."""
    for number, (text, marks) in enumerate(load_marked(OWNERS)):
        for piece in split(text):
            own = any(each.kind in OF_WORK and each.start < piece.end and piece.start < each.end for each in marks)
            yield Taught(piece.text, number, own)


def taught(rows: Rows, tells: Rows) -> torch.nn.Linear:
    """The head: rows (n, width), tells 0 or 1."""
    wanted = torch.from_numpy(tells)

    def loss_of(scores: torch.Tensor) -> torch.Tensor:
        return functional.binary_cross_entropy_with_logits(scores[:, 0], wanted)

    return heads.taught(rows, 1, loss_of)


def main() -> None:
    """Add the head to the files of assistant/weights/reader."""
    told = tuple(sentences())
    rows = Tagger().meanings([each.words for each in told])
    tells = np.array([each.tells for each in told], dtype=np.float32)
    aside = np.array([each.text % heads.ASIDE == 0 for each in told])
    tried = taught(rows[~aside], tells[~aside])
    with torch.no_grad():
        likely = tried(torch.from_numpy(rows[aside])).numpy()[:, 0] > 0
    right = tells[aside] > 0
    print(f"{len(told)} sentences; kept aside {aside.sum()}, of work {right.sum()}: found {(likely & right).sum()}, "
          f"taken for work {(likely & ~right).sum()} of {(~right).sum()} others")  # fmt: skip
    where = weights_folder("reader")
    learnt = {f"telling/{part}": each for part, each in taught(rows, tells).named_parameters()}
    keep(where, (where / GRAPH).read_bytes(), {**load(where / DELTAS), **halved(learnt)})


if __name__ == "__main__":
    main()
