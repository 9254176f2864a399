"""`python -m training.reader`: teaches the tagger which words tell what, from the marked texts of training/owners.

A sum of losses: three-way cross-entropy a wordpiece and kind (begin, inside, outside); cross-entropy of a figure's
role, of the kind of work that a piece of work is, of the piece of work that a figure or another mark is about, and of
what a reply is meant as. Only low-rank additions to the published encoder and the heads are learnt.
"""

from __future__ import annotations

import random
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from assistant.encoder.tagger import ASKED
from assistant.encoder.tower import DELTAS, MAPS, weights_folder
from assistant.encoder.windows import FIRST, LAST
from assistant.settings import Settings
from training.export import additions, graph, halved, keep, load
from training.learner import Learner, Rates
from training.lessons import KINDS, MEANT, ROLES, UNKNOWN, Lesson, Reply, School, load_school
from training.meaning import meaning_head
from training.tower import GAIN, WIDTH, Tower, means, published

EPOCHS, BATCH, POOL = 10, 16, 256
RATES = Rates(tower=5e-4, heads=2e-3, decay=0.01, warm_up=60)
FURTHER = Rates(tower=2e-4, heads=8e-4, decay=0.01, warm_up=60)
WIDE = 64
"""The rank of what is added to the published maps."""
KEY, HIDDEN = 128, 256
REPLIES_BATCH = 12
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

    def take(self, stored: Mapping[str, NDArray[np.generic]]) -> None:
        """Begin from what an earlier course learnt."""
        with torch.no_grad():
            for name, each in self.learnt().items():
                each.copy_(torch.tensor(stored[name].astype(np.float32)))


def loss_of(tower: Tower, heads: Heads, batch: Sequence[Lesson]) -> Tensor:
    """The loss of a batch, all its parts."""
    states = heads.drop(tower.states(padded([each.ids for each in batch])))
    scores = heads.spans(states).reshape(*states.shape[:2], len(KINDS), 3)
    targets = _span_targets(batch, states.shape[1])
    told = (targets >= 0).sum().clamp(min=1) / len(KINDS)
    total = (
        functional.cross_entropy(scores.reshape(-1, 3), targets.reshape(-1), ignore_index=UNKNOWN, reduction="sum")
        / told
    )
    places = [[*each.works, *each.around, *each.figures, *each.others] for each in batch]
    rows = means(states, [[(first + 1, stop + 1) for first, stop in each] for each in places])
    parts = [part for each, row in zip(batch, rows, strict=True) for part in _parts(heads, each, row)]
    return total + 0.25 * torch.stack(parts).sum() / len(batch) if parts else total


def _span_targets(batch: Sequence[Lesson], length: int) -> Tensor:
    """(batch, length, kinds): 1 where a span of the kind begins, 2 inside it, 0 outside."""
    targets = torch.zeros((len(batch), length, len(KINDS)), dtype=torch.long)
    for row, each in enumerate(batch):
        targets[row, 0] = targets[row, len(each.ids) + 1 :] = UNKNOWN
        if each.only_topic:
            targets[row] = UNKNOWN
        for kind, first, stop in each.begins:
            targets[row, first + 1 : stop + 1, kind] = 2
        for kind, first, _ in each.begins:
            targets[row, first + 1, kind] = 1
    return targets


def _parts(heads: Heads, lesson: Lesson, rows: Tensor) -> Iterator[Tensor]:
    """What was missed of works, figures and links of one text; rows: its works, around them, figures, others."""
    counts = [len(each) for each in (lesson.works, lesson.around, lesson.figures, lesson.others)]
    works, around, figures, others = torch.split(rows[: sum(counts)], counts)
    if lesson.works:
        kinds = heads.works(torch.cat([works, around], dim=1))
        yield functional.cross_entropy(kinds, torch.tensor(lesson.work_ids), reduction="sum")
    if lesson.figures:
        grown = functional.relu(heads.role_in(figures))
        yield functional.cross_entropy(heads.role(grown), torch.tensor(lesson.roles), reduction="sum")
    if lesson.figures and lesson.works:
        yield _link_loss(heads.figure(figures, works, torch.tensor(lesson.figure_near)), lesson.figure_about)
    if lesson.others and lesson.works:
        yield _link_loss(heads.other(others, works, torch.tensor(lesson.other_near)), lesson.other_about)


def meant_loss(tower: Tower, heads: Heads, batch: Sequence[Reply]) -> Tensor:
    """Cross-entropy of what replies are meant as."""
    states = heads.drop(tower.states(padded([each.ids for each in batch])))
    rows = means(states, [[(1, len(each.ids) + 1)] for each in batch])[:, 0]
    asked = torch.tensor(np.stack([each.asked for each in batch]))
    scores = heads.meant(torch.cat([rows, asked], dim=1))
    return functional.cross_entropy(scores, torch.tensor([each.meant for each in batch]))


def padded(ids: Sequence[Sequence[int]]) -> Tensor:
    """Wordpieces between the two that begin and end a text, all as long as the longest."""
    longest = max(len(each) for each in ids) + 2
    return torch.tensor([[FIRST, *each, LAST, *[0] * (longest - len(each) - 2)] for each in ids])


def _link_loss(scores: Tensor, right: Sequence[Sequence[int]]) -> Tensor:
    """The negative logarithm of the share of all that is right; rows that nobody marked teach nothing."""
    shares = scores.log_softmax(1)
    rows = [torch.logsumexp(shares[n, list(each)], 0) for n, each in enumerate(right) if each]
    return -torch.stack(rows).sum() if rows else scores.new_zeros(())


def train(school: School, tower: Tower, heads: Heads, seed: int, epochs: int, rates: Rates = RATES) -> Iterator[int]:
    """Teach tower and heads in place; gives the number of each epoch when it is over."""
    rng = random.Random(seed)
    steps = max(1, epochs * (1 + (len(school.texts) + school.phrases_shown) // BATCH))
    learner = Learner(tower, heads, rates, steps)
    for epoch in range(epochs):
        total = count = 0.0
        heads.train()
        for batch in _batches(school.lessons(rng), rng):
            loss = loss_of(tower, heads, batch)
            loss = loss + meant_loss(tower, heads, rng.sample(list(school.replies), REPLIES_BATCH))
            total, count = total + learner.learn(loss), count + 1
        print(f"epoch {epoch + 1}: loss {total / count:.3f}", flush=True)
        heads.eval()
        yield epoch + 1


def _batches(lessons: list[Lesson], rng: random.Random) -> list[list[Lesson]]:
    """Lessons in random order, those of like length together."""
    rng.shuffle(lessons)
    pools = [sorted(lessons[n : n + POOL], key=lambda each: len(each.ids)) for n in range(0, len(lessons), POOL)]
    batches = [pool[n : n + BATCH] for pool in pools for n in range(0, len(pool), BATCH)]
    rng.shuffle(batches)
    return batches


def rank_of(folder: Path, least: int) -> int:
    """The rank that holds all that a tower of the package learnt, and `least` at least."""
    return max(least, *(len(each) for name, each in load(folder / DELTAS).items() if name.endswith("/down")))


def begin_from(folder: Path, tower: Tower) -> None:
    """Start from what another tower of the package learnt; where this one has a higher rank the rest starts at zero."""
    with np.load(folder / DELTAS, allow_pickle=False) as stored, torch.no_grad():
        for number, layer in enumerate(tower.encoders()):
            for map_name in MAPS:
                adapted, full = layer.adapted(map_name), f"encoder.layer.{number}.{map_name}.weight"
                up, down = (torch.tensor(stored[f"{full}/{part}"].astype(np.float32)) for part in ("up", "down"))
                adapted.up[:, : up.shape[1]] = up / GAIN
                adapted.down[: len(down)] = down


def main() -> None:
    """Train and write the files of assistant/weights/reader."""
    asked = ArgumentParser(prog="python -m training.reader", description=__doc__.splitlines()[0])
    asked.add_argument("--epochs", type=int, default=EPOCHS)
    asked.add_argument("--into", type=Path, default=weights_folder("reader"))
    asked.add_argument("--seed", type=int, help="the order of texts; one course differs from another by it")
    asked.add_argument("--further", action="store_true", help="begin from what the tagger knows, at lower rates")
    chosen = asked.parse_args()
    settings = Settings.from_environment()
    seed = settings.seed if chosen.seed is None else chosen.seed
    torch.manual_seed(seed)
    weights, tokenizer = published()
    school = load_school(settings, tokenizer)
    print(f"{len(school.texts)} texts, {len(school.phrases)} phrases")
    before = weights_folder("reader" if chosen.further else "questions")
    tower, heads = Tower(weights, pooled=False, rank=rank_of(before, WIDE)), Heads(len(school.works))
    begin_from(before, tower)
    if chosen.further:
        heads.take(load(before / DELTAS))
    meaning = meaning_head(school)
    for _ in train(school, tower, heads, seed, chosen.epochs, FURTHER if chosen.further else RATES):
        write(chosen.into, tower, {**heads.learnt(), **meaning}, school.works)


def write(where: Path, tower: Tower, heads: Mapping[str, Tensor], works: Sequence[str]) -> None:
    """Keep graph, additions, heads and the names of what they tell apart."""
    told = {"kinds": KINDS, "roles": ROLES, "works": works, "meant": MEANT}
    names = {name: np.array(each) for name, each in told.items()}
    learnt = {**additions(tower), **halved(heads), **names}
    bare = Tower(tower.weights_file, pooled=False)
    keep(where, graph(bare, "states", eight_bit=True), learnt)


if __name__ == "__main__":
    main()
