"""`python -m training.values`: teaches anew what an answer comes to, on the states of the tower of plans as it is.

A multinomial regression for each question of training/answers.jsonl, on the mean of a reply's states. It takes a minute
where `training.plans` takes half an hour, and is run when answers were added. One reply of five is kept aside first,
and how many of those are read rightly is printed; what ships is learnt from all.
"""

from __future__ import annotations

import json

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from assistant.encoder.tower import DELTAS, GRAPH, load_tower, weights_folder
from training import heads
from training.export import halved, keep, load
from training.heads import Rows
from training.plans import ANSWERS, AT_ALL, NO_ANSWER

FAR_BELOW = -1e4
"""The score of values that a question does not allow."""


def taught(rows: Rows, right: NDArray[np.int64], allowed: NDArray[np.bool_]) -> nn.Linear:
    """A row of weights for each value: rows (n, width), right the numbers of their values, allowed (n, values)."""
    wanted, barred = torch.from_numpy(right), torch.from_numpy(~allowed)

    def loss_of(scores: torch.Tensor) -> torch.Tensor:
        return functional.cross_entropy(scores.masked_fill(barred, FAR_BELOW), wanted)

    return heads.taught(rows, allowed.shape[1], loss_of)


def main() -> None:
    """Put the head in the place of the one in assistant/weights/plans."""
    where = weights_folder("plans")
    tower = load_tower(where)
    values = tower.names["values"]
    told = [json.loads(line) for line in ANSWERS.read_text(encoding="utf-8").splitlines() if line.strip()]
    told = [each for each in told if each["value"] != NO_ANSWER and each["asked"] not in AT_ALL]
    rows = heads.means(tower, (each["reply"] for each in told))
    right = np.array([values.index(f"{each['asked']}:{each['value']}") for each in told])
    allowed = np.array([[each["asked"] == value.split(":")[0] for value in values] for each in told])
    aside = np.arange(len(told)) % heads.ASIDE == 0
    tried = taught(rows[~aside], right[~aside], allowed[~aside])
    with torch.no_grad():
        scores = np.where(allowed, tried(torch.from_numpy(rows)).numpy(), FAR_BELOW)
    hits, asked = scores.argmax(axis=1) == right, np.array([each["asked"] for each in told])
    for name in sorted(set(asked)):
        here = aside & (asked == name)
        print(f"{name}: {hits[here].sum()} of {here.sum()} kept aside")
    print(f"all: {hits[aside].mean():.3f} of {aside.sum()}")
    head = taught(rows, right, allowed)
    learnt = {f"values/{part}": each for part, each in head.named_parameters()}
    keep(where, (where / GRAPH).read_bytes(), {**load(where / DELTAS), **halved(learnt)})


if __name__ == "__main__":
    main()
