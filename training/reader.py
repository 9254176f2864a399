"""`python -m training.reader`: teaches the tagger which words tell what, from the marked texts of training/owners.

A sum of losses: three-way cross-entropy a wordpiece and kind (begin, inside, outside); cross-entropy of a figure's
role, of the kind of work that a piece of work is, of the piece of work that a figure or another mark is about, and of
what a reply is meant as. Only low-rank additions to the published encoder and the heads are learnt.
"""

from __future__ import annotations

import random
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from assistant.encoder.tagger import ASKED
from assistant.encoder.tower import DELTAS, MAPS, weights_folder
from assistant.encoder.windows import FIRST, LAST
from assistant.settings import Settings
from training.export import additions, graph, halved, keep
from training.lessons import KINDS, MEANT, ROLES, UNKNOWN, Lesson, Reply, School, load_school
from training.meaning import meaning_head
from training.tower import GAIN, WIDTH, Tower, published

EPOCHS, BATCH, POOL = 8, 8, 128
FURTHER_PACE = 0.5
RATE, HEAD_RATE, DECAY, WARM_UP = 6e-4, 2e-3, 0.01, 40
KEY, HIDDEN = 128, 256
REPLIES_BATCH = 6
DROPPED = 0.1


class Links(nn.Module):
    """What a mark is about: keys, the worth of nearness, and the score of being about nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.key = nn.Parameter(torch.randn(KEY, WIDTH) / WIDTH**0.5)
        self.work_key = nn.Parameter(torch.randn(KEY, WIDTH) / WIDTH**0.5)
        self.near = nn.Parameter(torch.zeros(16))
        self.nothing = nn.Parameter(torch.zeros(WIDTH))
        self.nothing_bias = nn.Parameter(torch.zeros(1))

    def forward(self, rows: Tensor, works: Tensor, near: Tensor) -> Tensor:
        """Scores (rows, 1 + works): the first column is being about nothing."""
        scores = (rows @ self.key.T) @ (works @ self.work_key.T).T / KEY**0.5 + self.near[near]
        return torch.cat([(rows @ self.nothing + self.nothing_bias)[:, None], scores], dim=1)


class Heads(nn.Module):
    """Everything behind the tower."""

    def __init__(self, works: int) -> None:
        super().__init__()
        self.spans = nn.Linear(WIDTH, 3 * len(KINDS))
        self.role_in, self.role = nn.Linear(WIDTH, HIDDEN), nn.Linear(HIDDEN, len(ROLES))
        self.works = nn.Linear(2 * WIDTH, works)
        self.figure, self.other = Links(), Links()
        self.meant = nn.Linear(WIDTH + len(ASKED), len(MEANT))
        self.drop = nn.Dropout(DROPPED)

    def learnt(self) -> dict[str, Tensor]:
        """The parameters by the names that the tagger knows them under."""
        found = {
            "spans/weight": self.spans.weight, "spans/bias": self.spans.bias,
            "role/in": self.role_in.weight, "role/in_bias": self.role_in.bias,
            "role/weight": self.role.weight, "role/bias": self.role.bias,
            "works/weight": self.works.weight, "works/bias": self.works.bias,
            "meant/weight": self.meant.weight, "meant/bias": self.meant.bias,
        }  # fmt: skip
        for name, links in (("figure", self.figure), ("other", self.other)):
            found |= {f"{name}/{part}": each for part, each in links.named_parameters()}
        return found


def loss_of(tower: Tower, heads: Heads, batch: Sequence[Lesson]) -> Tensor:
    """The loss of a batch, all its parts."""
    longest = max(len(each.ids) for each in batch) + 2
    ids = torch.tensor([[FIRST, *each.ids, LAST, *[0] * (longest - len(each.ids) - 2)] for each in batch])
    states = heads.drop(tower.forward(ids, (ids > 0).long()))
    targets = torch.zeros((len(batch), longest, len(KINDS)), dtype=torch.long)
    for row, each in enumerate(batch):
        targets[row, 0] = targets[row, len(each.ids) + 1 :] = UNKNOWN
        if each.only_topic:
            targets[row] = UNKNOWN
        for kind, first, stop in each.begins:
            targets[row, first + 1 : stop + 1, kind] = 2
        for kind, first, _ in each.begins:
            targets[row, first + 1, kind] = 1
    scores = heads.spans(states).reshape(len(batch), longest, len(KINDS), 3)
    told = (targets >= 0).sum().clamp(min=1) / len(KINDS)
    total = (
        functional.cross_entropy(scores.reshape(-1, 3), targets.reshape(-1), ignore_index=UNKNOWN, reduction="sum")
        / told
    )
    parts: list[Tensor] = []
    for row, each in enumerate(batch):
        works = _pooled(states[row], each.works)
        if each.works:
            kinds = heads.works(torch.cat([works, _pooled(states[row], each.around)], dim=1))
            parts.append(functional.cross_entropy(kinds, torch.tensor(each.work_ids), reduction="sum"))
        if each.figures:
            rows = _pooled(states[row], each.figures)
            grown = functional.relu(heads.role_in(rows))
            parts.append(functional.cross_entropy(heads.role(grown), torch.tensor(each.roles), reduction="sum"))
            if each.works:
                links = heads.figure(rows, works, torch.tensor(each.figure_near))
                parts.append(_link_loss(links, each.figure_about))
        if each.others and each.works:
            rows = _pooled(states[row], each.others)
            links = heads.other(rows, works, torch.tensor(each.other_near))
            parts.append(_link_loss(links, each.other_about))
    return total + 0.25 * torch.stack(parts).sum() / len(batch) if parts else total


def meant_loss(tower: Tower, heads: Heads, batch: Sequence[Reply]) -> Tensor:
    """Cross-entropy of what replies are meant as."""
    longest = max(len(each.ids) for each in batch) + 2
    ids = torch.tensor([[FIRST, *each.ids, LAST, *[0] * (longest - len(each.ids) - 2)] for each in batch])
    states = heads.drop(tower.forward(ids, (ids > 0).long()))
    rows = torch.stack([states[n, 1 : len(each.ids) + 1].mean(0) for n, each in enumerate(batch)])
    asked = torch.tensor(np.stack([each.asked for each in batch]))
    scores = heads.meant(torch.cat([rows, asked], dim=1))
    return functional.cross_entropy(scores, torch.tensor([each.meant for each in batch]))


def _pooled(states: Tensor, pieces: Sequence[tuple[int, int]]) -> Tensor:
    if not pieces:
        return states.new_zeros((0, WIDTH))
    return torch.stack([states[first + 1 : stop + 1].mean(0) for first, stop in pieces])


def _link_loss(scores: Tensor, right: Sequence[Sequence[int]]) -> Tensor:
    """The negative logarithm of the share of all that is right; rows that nobody marked teach nothing."""
    shares = scores.log_softmax(1)
    rows = [torch.logsumexp(shares[n, list(each)], 0) for n, each in enumerate(right) if each]
    return -torch.stack(rows).sum() if rows else scores.new_zeros(())


def train(school: School, tower: Tower, heads: Heads, seed: int, epochs: int = EPOCHS, pace: float = 1.0) -> None:
    """Teach tower and heads in place; `pace` is the share of the usual steps' size."""
    rng = random.Random(seed)
    learners = [each for each in tower.parameters() if each.requires_grad]
    groups = [
        {"params": learners, "lr": pace * RATE},
        {"params": heads.parameters(), "lr": pace * HEAD_RATE},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=DECAY)
    steps = max(1, epochs * (1 + (len(school.texts) + school.phrases_shown) // BATCH))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, step / WARM_UP) * max(0.02, 1 - step / steps)
    )
    for epoch in range(epochs):
        total = count = 0.0
        heads.train()
        for batch in _batches(school.lessons(rng), rng):
            loss = loss_of(tower, heads, batch)
            loss = loss + meant_loss(tower, heads, rng.sample(list(school.replies), REPLIES_BATCH))
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
            nn.utils.clip_grad_norm_([*learners, *heads.parameters()], 1.0)
            optimiser.step()
            schedule.step()
            total, count = total + loss.item(), count + 1
        print(f"epoch {epoch + 1}: loss {total / count:.3f}", flush=True)
    heads.eval()


def _batches(lessons: list[Lesson], rng: random.Random) -> list[list[Lesson]]:
    """Lessons in random order, those of like length together."""
    rng.shuffle(lessons)
    pools = [sorted(lessons[n : n + POOL], key=lambda each: len(each.ids)) for n in range(0, len(lessons), POOL)]
    batches = [pool[n : n + BATCH] for pool in pools for n in range(0, len(pool), BATCH)]
    rng.shuffle(batches)
    return batches


def begin_from(folder: Path, tower: Tower, heads: Heads | None = None) -> None:
    """Start from what a tower of the package learnt: the question tower, of how owners speak; or this one, to go on."""
    with np.load(folder / DELTAS, allow_pickle=False) as stored, torch.no_grad():
        for number, layer in enumerate(tower.encoders()):
            for map_name in MAPS:
                adapted, full = layer.adapted(map_name), f"encoder.layer.{number}.{map_name}.weight"
                adapted.up.copy_(torch.tensor(stored[f"{full}/up"].astype(np.float32)) / GAIN)
                adapted.down.copy_(torch.tensor(stored[f"{full}/down"].astype(np.float32)))
        for part, values in heads.learnt().items() if heads else ():
            values.copy_(torch.tensor(stored[part].astype(np.float32)))


def main() -> None:
    """Train and write the files of assistant/weights/reader."""
    asked = ArgumentParser(prog="python -m training.reader", description=__doc__.splitlines()[0])
    asked.add_argument("--further", type=int, metavar="N", help="go on from what is there, N epochs; 0: kinds alone")
    further = asked.parse_args().further
    settings = Settings.from_environment()
    torch.manual_seed(settings.seed)
    weights, tokenizer = published()
    school = load_school(settings, tokenizer)
    print(f"{len(school.texts)} texts, {len(school.phrases)} phrases")
    tower, heads = Tower(weights, pooled=False), Heads(len(school.works))
    if further is not None:
        begin_from(weights_folder("reader"), tower, heads)
        train(school, tower, heads, settings.seed + 1, further, FURTHER_PACE)
    else:
        begin_from(weights_folder("questions"), tower)
        train(school, tower, heads, settings.seed)
    write(weights_folder("reader"), tower, {**heads.learnt(), **meaning_head(school)}, school.works)


def write(where: Path, tower: Tower, heads: Mapping[str, Tensor], works: Sequence[str]) -> None:
    """Keep graph, additions, heads and the names of what they tell apart."""
    told = {"kinds": KINDS, "roles": ROLES, "works": works, "meant": MEANT}
    names = {name: np.array(each) for name, each in told.items()}
    learnt = {**additions(tower), **halved(heads), **names}
    keep(where, graph(tower, "states", eight_bit=True), learnt)


if __name__ == "__main__":
    main()
