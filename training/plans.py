"""`python -m training.plans`: teaches which words of a plan tell what, and what an answer to a short question comes to.

Two losses on one tower that begins as the reader's: binary cross-entropy of each sign at each wordpiece, from the
marked texts of training/plans; cross-entropy of an answer's value among those its question allows, from
training/answers.jsonl. One text and one answer of ten are kept aside, and how well they are read is printed.
"""

from __future__ import annotations

import json
import random
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from assistant.encoder.spans import pieces_of
from assistant.encoder.tower import weights_folder
from assistant.encoder.windows import WINDOW
from assistant.settings import Settings
from training.export import additions, graph, halved, keep
from training.learner import Learner, Rates
from training.markup import Marked, load_marked
from training.reader import WIDE, begin_from, padded
from training.tower import WIDTH, Tower, means, published

PLANS, ANSWERS = Path(__file__).parent / "plans", Path(__file__).parent / "answers.jsonl"
EPOCHS, BATCH, ANSWERS_BATCH = 7, 8, 16
RATES = Rates(tower=5e-4, heads=2e-3, decay=0.02, warm_up=40)
DROPPED = 0.2
SIGNS_WORTH = 20.0
"""How much the mean loss of all signs counts: most of them are absent from most texts."""
RARE = 4.0
"""How much more a sign that is there counts than one that is not."""
ASIDE = 10
"""One of so many is kept aside."""
TAKEN = 0.5
NO_ANSWER, AT_ALL = "none", ("goals", "strengths", "freed_hours_use", "processes", "tools")
"""The value of replies that say nothing of what was asked, and questions of which only that is taught: both are for
`training.at_all`."""

Place = tuple[int, int]


class Lesson(NamedTuple):
    """A text as wordpieces, with the signs of each: (number of the sign, first, stop)."""

    ids: list[int]
    signs: list[tuple[int, int, int]]


class Answer(NamedTuple):
    """An answer as wordpieces, the numbers of the values that its question allows, and which of these is right."""

    ids: list[int]
    allowed: list[int]
    right: int


class Course(NamedTuple):
    """What is taught: lessons, answers, and the names of signs and values."""

    lessons: Sequence[Lesson]
    answers: Sequence[Answer]
    signs: Sequence[str]
    values: Sequence[str]


class Heads(nn.Module):
    """Everything behind the tower."""

    def __init__(self, signs: int, values: int) -> None:
        super().__init__()
        self.signs, self.values = nn.Linear(WIDTH, signs), nn.Linear(WIDTH, values)
        self.drop = nn.Dropout(DROPPED)

    def learnt(self) -> dict[str, Tensor]:
        """The parameters by the names that the product knows them under."""
        return {
            f"{name}/{part}": each for name, head in self.named_children() for part, each in head.named_parameters()
        }


def load_course(tokenizer: Tokenizer) -> Course:
    """Everything of the repository that teaches."""
    marked = load_marked(PLANS)
    told = [json.loads(line) for line in ANSWERS.read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = [each for each in told if each["value"] != NO_ANSWER and each["asked"] not in AT_ALL]
    signs = sorted({mark.kind for each in marked for mark in each.marks})
    values = sorted({f"{each['asked']}:{each['value']}" for each in rows})
    lessons = [_lesson(each, tokenizer, signs) for each in marked]
    return Course(lessons, [_answer(each, tokenizer, values) for each in rows], signs, values)


def _lesson(marked: Marked, tokenizer: Tokenizer, signs: Sequence[str]) -> Lesson:
    encoding = tokenizer.encode(marked.text, add_special_tokens=False)
    offsets = encoding.offsets[:WINDOW]
    told = [
        (signs.index(each.kind), *pieces_of(offsets, each.start, each.end))
        for each in marked.marks
        if each.end <= offsets[-1][1]
    ]
    return Lesson(encoding.ids[:WINDOW], told)


def _answer(row: Mapping[str, str], tokenizer: Tokenizer, values: Sequence[str]) -> Answer:
    allowed = [n for n, each in enumerate(values) if each.split(":")[0] == row["asked"]]
    right = allowed.index(values.index(f"{row['asked']}:{row['value']}"))
    return Answer(tokenizer.encode(row["reply"], add_special_tokens=False).ids[:WINDOW], allowed, right)


def signs_loss(tower: Tower, heads: Heads, batch: Sequence[Lesson]) -> Tensor:
    """Binary cross-entropy of every sign at every wordpiece."""
    scores = heads.signs(heads.drop(tower.states(padded([each.ids for each in batch]))))
    targets = torch.zeros_like(scores)
    shown = torch.zeros(scores.shape[:2], dtype=torch.bool)
    for row, each in enumerate(batch):
        shown[row, 1 : len(each.ids) + 1] = True
        for sign, first, stop in each.signs:
            targets[row, first + 1 : stop + 1, sign] = 1.0
    weight = torch.full((scores.shape[2],), RARE)
    loss: Tensor = functional.binary_cross_entropy_with_logits(scores[shown], targets[shown], pos_weight=weight)
    return loss * SIGNS_WORTH


def answers_loss(tower: Tower, heads: Heads, batch: Sequence[Answer]) -> Tensor:
    """Cross-entropy of each answer's value among those that its question allows."""
    scores = _answer_scores(tower, heads, batch)
    parts = [
        functional.cross_entropy(scores[n, each.allowed], torch.tensor(each.right)) for n, each in enumerate(batch)
    ]
    return torch.stack(parts).mean()


def _answer_scores(tower: Tower, heads: Heads, batch: Sequence[Answer]) -> Tensor:
    states = heads.drop(tower.states(padded([each.ids for each in batch])))
    scores: Tensor = heads.values(means(states, [[(1, len(each.ids) + 1)] for each in batch])[:, 0])
    return scores


def train(course: Course, tower: Tower, heads: Heads, seed: int, epochs: int) -> None:
    """Teach tower and heads in place."""
    rng = random.Random(seed)
    steps = epochs * (len(course.lessons) // BATCH + 1)
    learner = Learner(tower, heads, RATES, steps)
    for epoch in range(epochs):
        heads.train()
        lessons, total = sorted(course.lessons, key=lambda each: len(each.ids) + rng.random() * 20), 0.0
        batches = [lessons[n : n + BATCH] for n in range(0, len(lessons), BATCH)]
        rng.shuffle(batches)
        for batch in batches:
            loss = signs_loss(tower, heads, batch)
            loss = loss + 0.5 * answers_loss(tower, heads, rng.sample(list(course.answers), ANSWERS_BATCH))
            total += learner.learn(loss)
        print(f"epoch {epoch + 1}: loss {total / len(batches):.3f}", flush=True)
    heads.eval()


def report(course: Course, tower: Tower, heads: Heads) -> None:
    """Print how well texts and answers are read: F1 of the signs of a text, each once, and answers that are right."""
    tower.eval()
    right, given, wanted = (np.zeros(len(course.signs)) for _ in range(3))
    with torch.no_grad():
        for each in course.lessons:
            shares = heads.signs(tower.states(padded([each.ids])))[0, 1:-1].sigmoid().numpy()
            found = {int(n) for n in np.flatnonzero(shares.max(axis=0) > TAKEN)}
            told = {sign for sign, _, _ in each.signs}
            for n in found:
                given[n] += 1
                right[n] += n in told
            for n in told:
                wanted[n] += 1
        scores = [_answer_scores(tower, heads, [each])[0, each.allowed].argmax().item() for each in course.answers]
    good = sum(score == each.right for score, each in zip(scores, course.answers, strict=True))
    print(f"signs F1 {2 * right.sum() / (given.sum() + wanted.sum()):.3f} on {len(course.lessons)} texts")
    print(f"answers {good / len(course.answers):.3f} on {len(course.answers)}")
    for n in np.argsort(2 * right / np.maximum(given + wanted, 1)):
        print(f"  {course.signs[n]}: {right[n]:.0f} right of {given[n]:.0f} given, {wanted[n]:.0f} wanted")


def main() -> None:
    """Train and write the files of assistant/weights/plans."""
    asked = ArgumentParser(prog="python -m training.plans", description=__doc__.splitlines()[0])
    asked.add_argument("--epochs", type=int, default=EPOCHS)
    asked.add_argument("--into", type=Path, default=weights_folder("plans"))
    chosen = asked.parse_args()
    settings = Settings.from_environment()
    torch.manual_seed(settings.seed)
    weights, tokenizer = published()
    course = load_course(tokenizer)
    aside = [course._replace(lessons=course.lessons[n::ASIDE], answers=course.answers[n::ASIDE]) for n in range(ASIDE)]
    taught = course._replace(
        lessons=[each for some in aside[1:] for each in some.lessons],
        answers=[each for some in aside[1:] for each in some.answers],
    )
    print(f"{len(taught.lessons)} texts, {len(taught.answers)} answers, {len(course.signs)} signs")
    tower, heads = Tower(weights, pooled=False, rank=WIDE), Heads(len(course.signs), len(course.values))
    begin_from(weights_folder("reader"), tower)
    train(taught, tower, heads, settings.seed, chosen.epochs)
    report(aside[0], tower, heads)
    names = {"signs": np.array(course.signs), "values": np.array(course.values)}
    learnt = {**additions(tower), **halved(heads.learnt()), **names}
    keep(chosen.into, graph(Tower(weights, pooled=False), "states"), learnt)


if __name__ == "__main__":
    main()
