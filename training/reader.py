"""`python -m training.reader`: teaches the tagger which words tell what, from the marked texts of training/owners.

A sum of four losses: three-way cross-entropy a wordpiece and kind (begin, inside, outside), cross-entropy of a figure's
role, of the kind of work that a piece of work is, and of the piece of work that a figure or another mark is about.
Only low-rank additions to the published encoder and the heads are learnt.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from assistant.catalogue import load_catalogue
from assistant.encoder import PublishedEncoder
from assistant.encoder.pinned import pinned_folder
from assistant.encoder.tagger import ASKED, FIRST, LAST, WINDOW, asked_row, nearness, pieces_of, sentence_of
from assistant.encoder.tower import DELTAS, MAPS, weights_folder
from assistant.language import quantities
from assistant.retrieval.documents import load_documents
from assistant.settings import Settings
from training.export import additions, graph, halved, keep
from training.markup import Mark, Marked, load_marked
from training.tower import GAIN, WIDTH, Tower

TOPIC = "topic"
"""A mark over a whole sentence of which only the kind of work is known."""
REPLIES = Path(__file__).parent / "replies.jsonl"
MEANT = ("answer", "tell", "vague", "unknown", "skip", "back", "why", "question", "correct", "chat", "done",
         "distress")  # fmt: skip
OWNERS = Path(__file__).parent / "owners"
SIGNS = ("judgement", "rules", "changing", "steady", "written", "unwritten", "paper", "digital", "facing", "hidden",
         "final")  # fmt: skip
KINDS = ("work", "tool", "notool", "pain", "goal", "strength", "trade", "place", "limit", "tried", "doer", *SIGNS)
ROLES = ("items", "each", "hours", "wrong", "odd", "doers", "staff", "share_staff", "wage", "bill", "toolcost",
         "budget", "sales", "lost", "spare", "horizon", "wait", "past", "clock", "size", "peak", "unreal",
         "nofigure")  # fmt: skip
EPOCHS, BATCH, POOL = 6, 8, 128
RATE, HEAD_RATE, DECAY, WARM_UP = 6e-4, 2e-3, 0.01, 40
KEY, HIDDEN = 128, 256
START_COST: dict[str, float] = {}
REPLIES_BATCH = 6
PHRASES_PART = 6
"""One phrase of so many is shown in each epoch."""
DROPPED = 0.1
LOWERED, RENUMBERED = 0.15, 0.3
"""Shares of the texts that are shown in lower case, or with other digits, in each epoch."""


class Lesson(NamedTuple):
    """One text as the heads learn it; places are runs of wordpieces, targets numbers, -1 for nothing."""

    ids: list[int]
    only_topic: bool
    begins: list[tuple[int, int, int]]
    figures: list[tuple[int, int]]
    roles: list[int]
    works: list[tuple[int, int]]
    around: list[tuple[int, int]]
    work_ids: list[int]
    figure_about: list[list[int]]
    others: list[tuple[int, int]]
    other_about: list[list[int]]
    figure_near: np.ndarray[tuple[int, int], np.dtype[np.int64]]
    other_near: np.ndarray[tuple[int, int], np.dtype[np.int64]]


class Reply(NamedTuple):
    """A reply as its head learns it: wordpieces, what was asked, and what it is meant as."""

    ids: list[int]
    asked: np.ndarray[tuple[int], np.dtype[np.float32]]
    meant: int


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


def figures_of(text: str) -> list[tuple[int, int]]:
    """The places of everything that may be a figure: quantities, and habits told without a number."""
    found = [(each.start, each.end) for each in quantities.find(text)]
    habits = [(each.start, each.end) for each in quantities.rhythms(text)]
    return sorted([*found, *(each for each in habits if not any(_overlap(each, other) for other in found))])


def lesson(marked: Marked, tokenizer: Tokenizer, works: Sequence[str]) -> Lesson:
    """A marked text as the heads learn it; what lies behind the window is left out."""
    text = marked.text
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets = encoding.offsets[:WINDOW]
    end = offsets[-1][1]
    marks = [each for each in marked.marks if each.end <= end]
    topics = [each for each in marks if each.kind == TOPIC]
    told = topics or [each for each in marks if each.kind == "work"]
    figures = [] if topics else [each for each in figures_of(text) if each[1] <= end]
    figure_marks = [each for each in marks if each.kind in ROLES]
    figures += [(m.start, m.end) for m in figure_marks if not any(_overlap((m.start, m.end), f) for f in figures)]
    about = [_mark_of(each, figure_marks) for each in figures]
    others = [each for each in marks if each.kind in ("doer", "sign", "pain")]
    work_places = [(each.start, each.end) for each in told]
    other_places = [(each.start, each.end) for each in others]
    return Lesson(
        ids=encoding.ids[:WINDOW],
        only_topic=bool(topics),
        begins=[
            (KINDS.index(_kind(each)), *pieces_of(offsets, each.start, each.end))
            for each in marks
            if _kind(each) in KINDS
        ],
        figures=[pieces_of(offsets, *each) for each in figures],
        roles=[ROLES.index(each.kind if each else "nofigure") for each in about],
        works=[pieces_of(offsets, *each) for each in work_places],
        around=[pieces_of(offsets, *sentence_of(text, *each)) for each in work_places],
        work_ids=[works.index(each.work) if each.work in works else len(works) - 1 for each in told],
        figure_about=[_targets(each, told) for each in about],
        others=[pieces_of(offsets, *each) for each in other_places],
        other_about=[_targets(each, told) if each.kind != "pain" else [-2] for each in others],
        figure_near=nearness(text, figures, work_places),
        other_near=nearness(text, other_places, work_places),
    )


def _kind(mark: Mark) -> str:
    return mark.names[1] if mark.kind == "sign" else mark.kind


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _mark_of(place: tuple[int, int], marks: Sequence[Mark]) -> Mark | None:
    """The mark that shares most letters with a place, or None."""
    shared = [(min(place[1], each.end) - max(place[0], each.start), each) for each in marks]
    best = max(shared, key=lambda each: each[0], default=(0, None))
    return best[1] if best[0] > 0 else None


def _targets(mark: Mark | None, told: Sequence[Mark]) -> list[int]:
    """The columns that are right for a mark: 0 for nothing, else one more than the number of a piece of work."""
    if mark is None or mark.work is None:
        return [0]
    return [n + 1 for n, each in enumerate(told) if each.work == mark.work] or [0]


def varied(marked: Marked, rng: random.Random) -> Marked:
    """The text as somebody else might type it: in lower case, or with other digits; its length stays."""
    text = marked.text
    if rng.random() < LOWERED:
        lowered = text.lower()
        text = lowered if len(lowered) == len(text) else text
    if rng.random() < RENUMBERED:
        text = re.sub(r"(?<!\d)[1-9](?=\d)", lambda _: str(rng.randint(1, 9)), text)
    return Marked(text, marked.marks)


def loss_of(tower: Tower, heads: Heads, batch: Sequence[Lesson]) -> Tensor:
    """The loss of a batch, all four parts."""
    longest = max(len(each.ids) for each in batch) + 2
    ids = torch.tensor([[FIRST, *each.ids, LAST, *[0] * (longest - len(each.ids) - 2)] for each in batch])
    states = heads.drop(tower.forward(ids, (ids > 0).long()))
    targets = torch.zeros((len(batch), longest, len(KINDS)), dtype=torch.long)
    for row, each in enumerate(batch):
        targets[row, 0] = targets[row, len(each.ids) + 1 :] = -100
        if each.only_topic:
            targets[row] = -100
        for kind, first, stop in each.begins:
            targets[row, first + 1 : stop + 1, kind] = 2
        for kind, first, _ in each.begins:
            targets[row, first + 1, kind] = 1
    scores = heads.spans(states).reshape(len(batch), longest, len(KINDS), 3)
    told = (targets >= 0).sum().clamp(min=1) / len(KINDS)
    total = (
        functional.cross_entropy(scores.reshape(-1, 3), targets.reshape(-1), ignore_index=-100, reduction="sum") / told
    )
    parts: list[Tensor] = []
    for row, each in enumerate(batch):
        works = _pooled(states[row], each.works)
        if each.works:
            kinds = heads.works(torch.cat([works, _pooled(states[row], each.around)], dim=1))
            parts.append(functional.cross_entropy(kinds, torch.tensor(each.work_ids), reduction="sum"))
        if each.figures:
            rows = _pooled(states[row], each.figures)
            roles = heads.role(functional.relu(heads.role_in(rows)))
            parts.append(functional.cross_entropy(roles, torch.tensor(each.roles), reduction="sum"))
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
    rows = [torch.logsumexp(shares[n, list(each)], 0) for n, each in enumerate(right) if each != [-2]]
    return -torch.stack(rows).sum() if rows else scores.new_zeros(())


class School(NamedTuple):
    """What teaches: marked texts, phrases that are a piece of work each, and the names of all kinds of work."""

    texts: Sequence[Marked]
    phrases: Sequence[Marked]
    works: Sequence[str]
    replies: Sequence[Reply]
    tokenizer: Tokenizer

    def lessons(self, rng: random.Random) -> list[Lesson]:
        """Every text once, and a part of the phrases."""
        shown = [*self.texts, *rng.sample(list(self.phrases), len(self.phrases) // PHRASES_PART)]
        return [lesson(varied(each, rng), self.tokenizer, self.works) for each in shown]


def train(school: School, tower: Tower, heads: Heads, seed: int, epochs: int = EPOCHS) -> None:
    """Teach tower and heads in place."""
    rng = random.Random(seed)
    learners = [each for each in tower.parameters() if each.requires_grad]
    groups = [{"params": learners, "lr": RATE}, {"params": heads.parameters(), "lr": HEAD_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=DECAY)
    steps = epochs * (1 + (len(school.texts) + len(school.phrases) // PHRASES_PART) // BATCH)
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


def begin_from_questions(tower: Tower) -> None:
    """Start from what the question tower learnt of how owners speak."""
    with np.load(weights_folder("questions") / DELTAS, allow_pickle=False) as stored, torch.no_grad():
        for number, layer in enumerate(tower.encoders()):
            for name in MAPS:
                adapted, full = layer.adapted(name), f"encoder.layer.{number}.{name}.weight"
                adapted.up.copy_(torch.tensor(stored[f"{full}/up"].astype(np.float32)) / GAIN)
                adapted.down.copy_(torch.tensor(stored[f"{full}/down"].astype(np.float32)))


def phrases_of(settings: Settings) -> tuple[list[Marked], list[str]]:
    """Words and sentences about each kind of work, and the names of all kinds.

    The catalogue's words are a piece of work each; of its sentences, and of what the document on it is asked, only the
    topic is known.
    """
    kinds = load_catalogue(settings.knowledge()).processes
    found = [
        Marked(words, (Mark(("work", each.id), 0, len(words)),)) for each in kinds for words in (each.name, *each.words)
    ]
    sentences = [(each.id, words) for each in kinds for words in each.sounds_like]
    ids = {each.id.replace("_", "-"): each.id for each in kinds}
    told = [each for each in load_documents(settings.knowledge()) if each.id in ids]
    sentences += [(ids[each.id], words) for each in told for asked in each.asked.values() for words in asked]
    found += [Marked(words, (Mark((TOPIC, name), 0, len(words)),)) for name, words in sentences]
    return found, [*(each.id for each in kinds), "other"]


def replies_of(tokenizer: Tokenizer) -> list[Reply]:
    """The labelled replies of training/replies.jsonl."""
    rows = [json.loads(line) for line in REPLIES.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Reply(
            tokenizer.encode(each["reply"], add_special_tokens=False).ids[:WINDOW],
            asked_row(each["asked"]),
            MEANT.index(each["kind"]),
        )
        for each in rows
    ]


def main() -> None:
    """Train and write the files of assistant/weights/reader."""
    settings = Settings.from_environment()
    torch.manual_seed(settings.seed)
    folder = pinned_folder(PublishedEncoder.package)
    if folder is None:
        raise SystemExit("the published encoder is not installed")
    tokenizer = Tokenizer.from_file(str(folder / "model" / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    school = School(load_marked(OWNERS), *phrases_of(settings), replies_of(tokenizer), tokenizer)
    print(f"{len(school.texts)} texts, {len(school.phrases)} phrases")
    tower, heads = Tower(folder / "model" / "model.safetensors", pooled=False), Heads(len(school.works))
    begin_from_questions(tower)
    train(school, tower, heads, settings.seed)
    write(weights_folder("reader"), tower, heads, school.works)


def write(where: Path, tower: Tower, heads: Heads, works: Sequence[str]) -> None:
    """Keep graph, additions, heads and the names of what they tell apart."""
    names = {"kinds": np.array(KINDS), "roles": np.array(ROLES), "works": np.array(works), "meant": np.array(MEANT)}
    costs = {"spans/start": torch.tensor([START_COST.get(each, 0.0) for each in KINDS])}
    keep(
        where,
        graph(tower, "states", eight_bit=True),
        {**additions(tower), **halved({**heads.learnt(), **costs}), **names},
    )


if __name__ == "__main__":
    main()
