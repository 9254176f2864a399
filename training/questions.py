"""`python -m training.questions`: teaches the question tower which passage, and which sentence of it, answers which of
knowledge/asked/ and two_subjects.jsonl.

Only low-rank additions to the encoder of questions and one map of the rows of passages and sentences are learnt, by a
softmax over all of them for each question (Karpukhin et al. 2020, with every other one as a negative). It takes about
ten minutes.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from assistant.encoder import BundledEncoder
from assistant.encoder.tower import FAST_GRAPH, weights_folder
from assistant.language import sentences
from assistant.retrieval.documents import ASKED, anchor, load_asked, load_documents
from assistant.retrieval.passages import Piece, split
from assistant.settings import Settings
from training.export import additions, graph, halved, keep
from training.tower import WIDTH, Tower, published

logger = logging.getLogger(__name__)
TWO_SUBJECTS = Path(__file__).parent / "two_subjects.jsonl"
"""Questions that join two subjects, each with the two sections that answer it together."""
EPOCHS, BATCH, POOL = 3, 64, 1024
RATE, PASSAGE_RATE, DECAY, WARM_UP = 1e-3, 1e-3, 0.01, 30
TEMPERATURE = 0.05
KEPT = 0.7
"""How much of what was learnt is kept, between the published model and the taught one (Wortsman et al. 2022).

With six questions a section, at 1 hit@5 on the seen questions was 0.874 and nDCG@10 0.427 and 0.441 on Cranfield and
CISI; at 0.7, 0.874, 0.435 and 0.448."""
SENTENCES = 0.5
"""How much the finding of the sentence counts beside the finding of the passage."""
OTHERS = 0.5
"""How much a second answer counts beside the first."""
MOST_WORDPIECES = 96
HELD_OUT = 40
"""One question of so many is kept aside, to see how well the rest teach."""


class Lesson(NamedTuple):
    """Wordpieces of questions, and the rows of all passages and of all sentences.

    `passages` and `sentences` name for each question those that answer it, the best first; a sentence may be unknown.
    """

    questions: list[list[int]]
    passages: list[list[int]]
    sentences: list[list[int]]
    passage_rows: Tensor
    sentence_rows: Tensor


class Told(NamedTuple):
    """A question, and the numbers of the passages and sentences that answer it."""

    asked: str
    passages: list[int]
    sentences: list[int]


class Shelf(NamedTuple):
    """All passages; by section the numbers of its passages; every sentence with its passage, by section in order."""

    pieces: tuple[Piece, ...]
    passages: dict[str, list[int]]
    texts: list[str]
    home: list[int]
    sentences: dict[str, list[int]]


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


def shelf(settings: Settings) -> Shelf:
    """The passages and sentences that can be asked for."""
    found = Shelf(split(load_documents(settings.knowledge())), {}, [], [], {})
    for number, piece in enumerate(found.pieces):
        section = anchor(piece.passage.document_id, piece.passage.heading)
        found.passages.setdefault(section, []).append(number)
        for sentence in sentences.split(piece.passage.text):
            found.sentences.setdefault(section, []).append(len(found.texts))
            found.texts.append(f"{piece.passage.heading}. {sentence.text}")
            found.home.append(number)
    return found


def told(settings: Settings, held: Shelf) -> list[Told]:
    """Every question with what answers it; of a long section, the passage that holds the answering sentence."""
    found: list[Told] = []
    for _, of in load_asked(settings.knowledge() / ASKED):
        for asked, places in zip(of.asked, of.by, strict=True):
            by = [held.sentences[of.section][place - 1] for place in places]
            passages = [held.home[by[0]]] if by else held.passages[of.section]
            found.append(Told(asked, passages, by))
    for line in TWO_SUBJECTS.read_text(encoding="utf-8").splitlines():
        two = json.loads(line)
        both = [number for section in two["sections"] for number in held.passages[section]]
        found.append(Told(two["asked"], both, []))
    return found


def kept_aside(settings: Settings) -> tuple[str, ...]:
    """The questions that no course is taught."""
    return tuple(each.asked for each in told(settings, shelf(settings))[::HELD_OUT])


def lesson(settings: Settings, tokenizer: Tokenizer) -> Lesson:
    """All that is taught."""
    held = shelf(settings)
    taught = told(settings, held)
    encoder = BundledEncoder()
    return Lesson(
        questions=[each.ids[:MOST_WORDPIECES] for each in tokenizer.encode_batch([each.asked for each in taught])],
        passages=[each.passages for each in taught],
        sentences=[each.sentences for each in taught],
        passage_rows=torch.tensor(encoder.encode([each.embedded for each in held.pieces])),
        sentence_rows=torch.tensor(encoder.encode(held.texts)),
    )


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
            rows = _rows(tower, [taught.questions[n] for n in batch])
            loss = _loss(rows @ passage_map(taught.passage_rows).T, [taught.passages[n] for n in batch])
            by = [(n, taught.sentences[number]) for n, number in enumerate(batch) if taught.sentences[number]]
            if by:
                asked = rows[[n for n, _ in by]] @ passage_map(taught.sentence_rows).T
                loss = loss + SENTENCES * _loss(asked, [wanted for _, wanted in by])
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total / len(batches):.3f}, {_held_out(taught, kept, tower, passage_map)}")


def _loss(scores: Tensor, wanted: Sequence[Sequence[int]]) -> Tensor:
    """The cross-entropy of each row of cosines against what is wanted; the first counts as much as two others."""
    shares = torch.zeros_like(scores)
    for row, numbers in enumerate(wanted):
        for place, number in enumerate(numbers):
            shares[row, number] += 1.0 if place == 0 else OTHERS
    return functional.cross_entropy(scores / TEMPERATURE, shares / shares.sum(1, keepdim=True))


def _held_out(
    taught: Lesson, kept: np.ndarray[tuple[int], np.dtype[np.bool_]], tower: Tower, passages: PassageMap
) -> str:
    numbers = np.flatnonzero(kept)
    with torch.no_grad():
        rows = _rows(tower, [taught.questions[n] for n in numbers])
        best = (rows @ passages(taught.passage_rows).T).topk(5).indices.tolist()
        quoted = (rows @ passages(taught.sentence_rows).T).topk(5).indices.tolist()
    hits = [bool(set(found) & set(taught.passages[n])) for n, found in zip(numbers, best, strict=True)]
    said = [bool(set(found) & set(taught.sentences[n])) for n, found in zip(numbers, quoted, strict=True)]
    return f"hit@5 {np.mean(hits):.3f}, of sentences {np.mean(said):.3f}, of {len(numbers)} kept aside"


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
    print(f"{len(taught.questions)} questions, {len(taught.passage_rows)} passages")
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
