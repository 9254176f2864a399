"""`python -m training.support`: teaches which sentences say nothing beyond statements that are true.

Binary cross-entropy on a tower of its own, from the groups of training/support: what is supported and what is not by
the same statements. Each statement is supported by itself; what is supported in one group is not in another. One group
of ten is kept aside, and how well its sentences are told apart is printed.
"""

from __future__ import annotations

import json
import random
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from assistant.encoder.support import nearest, pair_of
from assistant.encoder.tower import weights_folder
from assistant.encoder.windows import WIDTH
from assistant.settings import Settings
from training.export import additions, graph, halved, keep
from training.learner import Learner, Rates
from training.tower import Tower, means, published

GROUPS = Path(__file__).parent / "support"
EPOCHS, BATCH, RANK = 4, 16, 32
RATES = Rates(tower=4e-4, heads=2e-3, decay=0.02, warm_up=60)
DROPPED = 0.3
ASIDE = 10
"""One group of so many is kept aside."""
STRANGERS = 2
"""Sentences of another group that are put beside each group's statements."""


class Group(NamedTuple):
    """Statements of one situation, and sentences that they support or do not."""

    grounds: list[str]
    supported: list[str]
    unsupported: list[str]


class Lesson(NamedTuple):
    """A sentence and statements as wordpieces, where the sentence ends, and whether it is supported."""

    ids: tuple[int, ...]
    stop: int
    right: bool


class Head(nn.Module):
    """What the first state, the mean and the largest of the sentence's states come to."""

    def __init__(self) -> None:
        super().__init__()
        self.support = nn.Linear(3 * WIDTH, 1)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, states: Tensor, batch: Sequence[Lesson]) -> Tensor:
        """Logarithms of odds (batch,) that each sentence is supported."""
        mean = means(states, [[(1, each.stop)] for each in batch])[:, 0]
        highest = torch.stack([row[1 : each.stop].max(0).values for row, each in zip(states, batch, strict=True)])
        scores: Tensor = self.support(self.drop(torch.cat([states[:, 0], mean, highest], 1)))
        return scores[:, 0]


def load_groups(folder: Path = GROUPS) -> list[Group]:
    """Every group of the folder, in the order of its files."""
    lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    told = [json.loads(line) for line in lines if line.strip()]
    return [Group(each["grounds"], each["supported"], each["unsupported"]) for each in told]


def lessons(groups: Sequence[Group], tokenizer: Tokenizer, rng: random.Random) -> Iterator[Lesson]:
    """What each group teaches; its own statements stand in the order that the product would give them."""
    for group in groups:
        others = [each for each in groups if each is not group]
        strangers = [rng.choice(rng.choice(others).supported) for _ in range(STRANGERS)]
        told = [
            *((each, True) for each in (*group.supported, rng.choice(group.grounds))),
            *((each, False) for each in (*group.unsupported, *strangers)),
        ]
        for sentence, right in told:
            pair = pair_of(tokenizer, sentence, nearest(sentence, group.grounds))
            yield Lesson(pair.ids, pair.stop, right)


def train(groups: Sequence[Group], tokenizer: Tokenizer, tower: Tower, head: Head, epochs: int) -> None:
    """Teach tower and head in place."""
    rng = random.Random(0)
    steps = epochs * (len(list(lessons(groups, tokenizer, rng))) // BATCH + 1)
    learner = Learner(tower, head, RATES, steps)
    for epoch in range(epochs):
        head.train()
        told = sorted(lessons(groups, tokenizer, rng), key=lambda each: len(each.ids) + rng.random() * 20)
        batches = [told[n : n + BATCH] for n in range(0, len(told), BATCH)]
        rng.shuffle(batches)
        total = 0.0
        for batch in batches:
            right = torch.tensor([float(each.right) for each in batch])
            loss = functional.binary_cross_entropy_with_logits(head(tower.states(_padded(batch)), batch), right)
            total += learner.learn(loss)
        print(f"epoch {epoch + 1}: loss {total / len(batches):.3f}", flush=True)
    head.eval()


def _padded(batch: Sequence[Lesson]) -> Tensor:
    longest = max(len(each.ids) for each in batch)
    return torch.tensor([[*each.ids, *[0] * (longest - len(each.ids))] for each in batch])


def judge(aside: Sequence[Group], tokenizer: Tokenizer, tower: Tower, head: Head) -> None:
    """Print, for several thresholds, how many of the sentences kept aside are let through."""
    told = list(lessons(aside, tokenizer, random.Random(1)))
    with torch.no_grad():
        shares = torch.cat([head(tower.states(_padded([each])), [each]).sigmoid() for each in told])
    right = torch.tensor([each.right for each in told])
    for least in (0.3, 0.5, 0.7, 0.8, 0.9, 0.95):
        through = shares >= least
        print(
            f"from {least}: {through[right].float().mean():.3f} of {int(right.sum())} supported, "
            f"{through[~right].float().mean():.3f} of {int((~right).sum())} others"
        )


def main() -> None:
    """Train and write the files of assistant/weights/support."""
    asked = ArgumentParser(prog="python -m training.support", description=__doc__.splitlines()[0])
    asked.add_argument("--epochs", type=int, default=EPOCHS)
    asked.add_argument("--into", type=Path, default=weights_folder("support"))
    chosen = asked.parse_args()
    torch.manual_seed(Settings.from_environment().seed)
    weights, tokenizer = published()
    groups = load_groups()
    taught = [each for n, each in enumerate(groups) if n % ASIDE]
    tower, head = Tower(weights, pooled=False, rank=RANK), Head()
    train(taught, tokenizer, tower, head, chosen.epochs)
    judge(groups[::ASIDE], tokenizer, tower, head)
    learnt = {**additions(tower), **halved({"support/weight": head.support.weight, "support/bias": head.support.bias})}
    keep(chosen.into, graph(Tower(weights, pooled=False), "states", eight_bit=True), learnt)


if __name__ == "__main__":
    main()
