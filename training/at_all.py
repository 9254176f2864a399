"""`python -m training.at_all`: teaches whether words answer a question at all, on the states of the reader's tower.

A logistic regression for each question that has replies of the value "none" in training/answers.jsonl, on the mean of a
reply's states; the tower stays as it is. To be run again whenever the reader was taught. One reply of five is kept
aside first, and what is told of those is printed; what ships is learnt from all.
"""

from __future__ import annotations

import json

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from assistant.encoder.tower import DELTAS, GRAPH, load_tower, weights_folder
from assistant.reading.whole import least
from training import heads
from training.export import halved, keep, load
from training.heads import Rows
from training.plans import ANSWERS, NO_ANSWER


def taught(rows: Rows, answers: Rows, asked: NDArray[np.int64], questions: int) -> nn.Linear:
    """A row of weights for each question: rows (n, width), answers 0 or 1, asked the numbers of their questions."""
    wanted, which = torch.from_numpy(answers), torch.from_numpy(asked)
    share = torch.stack([wanted[which == n].mean() for n in range(questions)])
    weight = torch.where(wanted > 0, 0.5 / share[which], 0.5 / (1 - share[which]))

    def loss_of(scores: torch.Tensor) -> torch.Tensor:
        of_asked = scores.gather(1, which[:, None])[:, 0]
        return functional.binary_cross_entropy_with_logits(of_asked, wanted, weight=weight)

    return heads.taught(rows, questions, loss_of)


def main() -> None:
    """Add the head to the files of assistant/weights/reader."""
    told = [json.loads(line) for line in ANSWERS.read_text(encoding="utf-8").splitlines() if line.strip()]
    names = sorted({each["asked"] for each in told if each["value"] == NO_ANSWER})
    told = [each for each in told if each["asked"] in names]
    where = weights_folder("reader")
    rows = heads.means(load_tower(where), (each["reply"] for each in told))
    answers = np.array([each["value"] != NO_ANSWER for each in told], dtype=np.float32)
    asked = np.array([names.index(each["asked"]) for each in told])
    aside = np.arange(len(told)) % heads.ASIDE == 0
    tried = taught(rows[~aside], answers[~aside], asked[~aside], len(names))
    with torch.no_grad():
        shares = tried(torch.from_numpy(rows)).sigmoid().numpy()[np.arange(len(told)), asked]
    for n, name in enumerate(names):
        here = aside & (asked == n)
        found, missed = (
            (here & (answers == 0) & (shares < least(name))).sum(),
            (here & (answers > 0) & (shares < least(name))).sum(),
        )
        print(f"{name}: {found} of {(here & (answers == 0)).sum()} that say nothing; {missed} answers taken for such")
    head = taught(rows, answers, asked, len(names))
    learnt = {f"at_all/{part}": each for part, each in head.named_parameters()}
    keep(where, (where / GRAPH).read_bytes(), {**load(where / DELTAS), **halved(learnt), "at_all": np.array(names)})


if __name__ == "__main__":
    main()
