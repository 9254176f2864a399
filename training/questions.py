"""`python -m training.questions`: teaches the question tower which passage answers which of knowledge/asked/.

Only low-rank additions to the encoder of questions and one map of passage rows are learnt, by a softmax over all
passages for each question (Karpukhin et al. 2020, with every passage as a negative). It takes about ten minutes.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from assistant.encoder import BundledEncoder
from assistant.encoder.tower import FAST_GRAPH, weights_folder
from assistant.retrieval.documents import load_documents
from assistant.retrieval.passages import split
from assistant.settings import Settings
from training.export import additions, graph, halved, keep
from training.tower import WIDTH, Tower, published

logger = logging.getLogger(__name__)
EPOCHS, BATCH, POOL = 3, 64, 1024
RATE, PASSAGE_RATE, DECAY, WARM_UP = 1e-3, 1e-3, 0.01, 30
TEMPERATURE = 0.05
KEPT = 0.7
"""How much of what was learnt is kept, between the published model and the taught one (Wortsman et al. 2022).

At 1, hit@5 on the seen questions was 0.874 and nDCG@10 0.427 and 0.441 on Cranfield and CISI; at 0.7, 0.874, 0.435
and 0.448."""
MOST_WORDPIECES = 96
HELD_OUT = 40
"""One question of so many is kept aside, to see how well the rest teach."""


class Lesson(NamedTuple):
    """Wordpieces of questions, the number of the passage that answers each, and the rows of all passages."""

    questions: list[list[int]]
    answers: np.ndarray[tuple[int], np.dtype[np.int64]]
    passages: Tensor


class PassageMap(nn.Module):
    """Rows of passages moved a little towards the questions that they answer."""

    def __init__(self) -> None:
        super().__init__()
        self.map = nn.Linear(WIDTH, WIDTH)
        nn.init.zeros_(self.map.weight)
        nn.init.zeros_(self.map.bias)

    def forward(self, rows: Tensor) -> Tensor:
        """Unit rows for unit rows."""
        return functional.normalize(rows + self.map(rows), dim=-1)


def lesson(settings: Settings, tokenizer: Tokenizer) -> Lesson:
    """Every question of knowledge/asked/ with the passage that it stands for."""
    pieces = split(load_documents(settings.knowledge()))
    rows = torch.tensor(BundledEncoder().encode([each.embedded for each in pieces]))
    pairs = [(question, n) for n, each in enumerate(pieces) for question in each.asked]
    asked = [encoding.ids[:MOST_WORDPIECES] for encoding in tokenizer.encode_batch([each for each, _ in pairs])]
    return Lesson(asked, np.array([n for _, n in pairs]), rows)


def train(taught: Lesson, tower: Tower, passage_map: PassageMap, seed: int) -> None:
    """Teach both in place."""
    rng = np.random.default_rng(seed)
    kept = np.arange(len(taught.questions)) % HELD_OUT == 0
    learners = [each for each in tower.parameters() if each.requires_grad]
    groups = [{"params": learners, "lr": RATE}, {"params": passage_map.parameters(), "lr": PASSAGE_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=DECAY)
    steps = EPOCHS * (1 + int((~kept).sum()) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, step / WARM_UP) * max(0.0, 1 - step / steps)
    )
    for epoch in range(EPOCHS):
        total = 0.0
        batches = _batches(taught, np.flatnonzero(~kept), rng)
        for batch in batches:
            scores = _rows(tower, [taught.questions[n] for n in batch]) @ passage_map(taught.passages).T
            loss = functional.cross_entropy(scores / TEMPERATURE, torch.tensor(taught.answers[batch]))
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total / len(batches):.3f}, {_held_out(taught, kept, tower, passage_map)}")


def _held_out(
    taught: Lesson, kept: np.ndarray[tuple[int], np.dtype[np.bool_]], tower: Tower, passages: PassageMap
) -> str:
    numbers = np.flatnonzero(kept)
    with torch.no_grad():
        scores = _rows(tower, [taught.questions[n] for n in numbers]) @ passages(taught.passages).T
    best = scores.topk(5).indices.numpy()
    hits = (best == taught.answers[numbers][:, None]).any(axis=1)
    return f"hit@5 {hits.mean():.3f} of {len(numbers)} kept aside"


def _batches(
    taught: Lesson, numbers: np.ndarray[tuple[int], np.dtype[np.int64]], rng: np.random.Generator
) -> list[list[int]]:
    """Numbers in random order, questions of like length together."""
    shuffled = rng.permutation(numbers)
    pools = np.array_split(shuffled, max(1, len(shuffled) // POOL))
    ordered = [sorted(pool.tolist(), key=lambda n: len(taught.questions[n])) for pool in pools]
    batches = [pool[start : start + BATCH] for pool in ordered for start in range(0, len(pool), BATCH)]
    return [batches[n] for n in rng.permutation(len(batches))]


def _rows(tower: Tower, pieces: list[list[int]]) -> Tensor:
    longest = max(len(each) for each in pieces)
    ids = torch.tensor([each + [0] * (longest - len(each)) for each in pieces])
    mask = torch.tensor([[1] * len(each) + [0] * (longest - len(each)) for each in pieces])
    return tower.forward(ids, mask)


def main() -> None:
    """Train and write the files of assistant/weights/questions."""
    settings = Settings.from_environment()
    torch.manual_seed(settings.seed)
    weights, tokenizer = published()
    taught = lesson(settings, tokenizer)
    tower, passage_map = Tower(weights), PassageMap()
    print(f"{len(taught.questions)} questions, {len(taught.passages)} passages")
    train(taught, tower, passage_map, settings.seed)
    write(weights_folder("questions"), tower, passage_map)


def write(where: Path, tower: Tower, passage_map: PassageMap) -> None:
    """Keep graph and deltas."""
    moved = {"passages/weight": KEPT * passage_map.map.weight, "passages/bias": KEPT * passage_map.map.bias}
    learnt = {**additions(tower, KEPT), **halved(moved)}
    keep(where, graph(tower, "rows"), learnt)
    (where / FAST_GRAPH).write_bytes(graph(tower, "rows", eight_bit=True))


if __name__ == "__main__":
    main()
