"""The kind of work that words of work mean alone: a linear head on the question tower's rows of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from assistant.encoder.tagger import LONGEST_WORDS
from assistant.encoder.tower import FAST_GRAPH, load_tower, weights_folder
from assistant.encoder.tuned import rows_of
from assistant.encoder.windows import FIRST, LAST
from training.lessons import School

EPOCHS, BATCH, RATE, DECAY = 30, 256, 5e-3, 0.1


def meaning_head(school: School) -> dict[str, Tensor]:
    """Weight and bias of the head, learnt from the words of every piece of marked work."""
    told = [(text, mark) for text, marks in school.texts for mark in marks if mark.kind == "work"]
    rows = torch.tensor(_rows(school, [text[mark.start : mark.end] for text, mark in told]))
    kinds = {name: number for number, name in enumerate(school.works)}
    right = torch.tensor([kinds.get(str(mark.work), len(kinds) - 1) for _, mark in told])
    head = nn.Linear(rows.shape[1], len(school.works))
    optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=DECAY)
    for _ in range(EPOCHS):
        order = torch.randperm(len(rows))
        for start in range(0, len(rows), BATCH):
            chosen = order[start : start + BATCH]
            loss = functional.cross_entropy(head(rows[chosen]), right[chosen])
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
            optimiser.step()
    return {"meaning/weight": head.weight, "meaning/bias": head.bias}


def _rows(school: School, texts: Sequence[str]) -> NDArray[np.float32]:
    """One row for each text, each different one made once."""
    tower = load_tower(weights_folder("questions"), FAST_GRAPH).session
    different = {each: number for number, each in enumerate(dict.fromkeys(texts))}
    pieces = school.tokenizer.encode_batch(list(different), add_special_tokens=False)
    rows = rows_of(tower, [[FIRST, *each.ids[:LONGEST_WORDS], LAST] for each in pieces])
    return rows[[different[each] for each in texts]]
