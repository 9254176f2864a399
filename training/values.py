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
from assistant.encoder.windows import WINDOW, states_of
from training.average import load
from training.export import halved, keep
from training.plans import ANSWERS, AT_ALL, NO_ANSWER
from training.tower import published

STEPS, RATE, DECAY = 150, 0.02, 5.0
SEED, ASIDE = 20260, 5
FAR_BELOW = -1e4
"""The score of values that a question does not allow."""
Rows = NDArray[np.float32]


def taught(rows: Rows, right: NDArray[np.int64], allowed: NDArray[np.bool_]) -> nn.Linear:
    """A row of weights for each value: rows (n, width), right the numbers of their values, allowed (n, values)."""
    torch.manual_seed(SEED)
    middle, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-3
    head = nn.Linear(rows.shape[1], allowed.shape[1])
    optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=DECAY)
    states, wanted = torch.from_numpy((rows - middle) / spread), torch.from_numpy(right)
    barred = torch.from_numpy(~allowed)
    for _ in range(STEPS):
        loss = functional.cross_entropy(head(states).masked_fill(barred, FAR_BELOW), wanted)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        optimiser.step()
    with torch.no_grad():
        head.weight.div_(torch.from_numpy(spread))
        head.bias.sub_(head.weight @ torch.from_numpy(middle))
    return head


def main() -> None:
    """Put the head in the place of the one in assistant/weights/plans."""
    where = weights_folder("plans")
    tower, tokenizer = load_tower(where), published()[1]
    values = tower.names["values"]
    told = [json.loads(line) for line in ANSWERS.read_text(encoding="utf-8").splitlines() if line.strip()]
    told = [each for each in told if each["value"] != NO_ANSWER and each["asked"] not in AT_ALL]
    ids = [tokenizer.encode(each["reply"], add_special_tokens=False).ids for each in told]
    rows = np.stack([states_of(tower.session, each)[:WINDOW].mean(axis=0) for each in ids]).astype(np.float32)
    right = np.array([values.index(f"{each['asked']}:{each['value']}") for each in told])
    allowed = np.array([[each["asked"] == value.split(":")[0] for value in values] for each in told])
    aside = np.arange(len(told)) % ASIDE == 0
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
