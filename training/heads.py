"""Linear heads learnt on the states of a tower that stays as it is: seconds, where the tower takes half an hour."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from assistant.encoder.tower import Tower
from assistant.encoder.windows import WINDOW, states_of
from training.tower import published

STEPS, RATE, DECAY = 150, 0.02, 5.0
SEED, ASIDE = 20260, 5
"""One reply of so many is kept aside when it is told how well a head does."""
Rows = NDArray[np.float32]


def means(tower: Tower, replies: Iterable[str]) -> Rows:
    """The mean of each reply's states: (replies, width)."""
    tokenizer = published()[1]
    ids = [tokenizer.encode(each, add_special_tokens=False).ids for each in replies]
    return np.stack([states_of(tower.session, each)[:WINDOW].mean(axis=0) for each in ids]).astype(np.float32)


def taught(rows: Rows, outputs: int, loss_of: Callable[[Tensor], Tensor]) -> nn.Linear:
    """A head of so many outputs that makes a loss of its scores (rows, outputs) small; it takes rows as they are."""
    torch.manual_seed(SEED)
    middle, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-3
    head = nn.Linear(rows.shape[1], outputs)
    optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=DECAY)
    states = torch.from_numpy((rows - middle) / spread)
    for _ in range(STEPS):
        loss = loss_of(head(states))
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        optimiser.step()
    with torch.no_grad():
        head.weight.div_(torch.from_numpy(spread))
        head.bias.sub_(head.weight @ torch.from_numpy(middle))
    return head
