"""`python -m training.clauses`: teaches what sentences of contracts and offers say.

The sieve first (`training/sieve.py`), then one tower with three heads: binary cross-entropy of each type of clause,
from the papers of training/papers and the contracts of CUAD that are not held out; binary cross-entropy of what a
sentence says, and cross-entropy of what each figure is, from the papers. One paper of ten is kept aside, and how well
it is read is printed. Ten minutes on two cores that know bfloat16, an hour on others.
"""

from __future__ import annotations

import random
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from assistant.encoder.clauses import Pieces, Sentence, wordpieces
from assistant.encoder.spans import Rows
from assistant.encoder.tower import weights_folder
from assistant.settings import Settings
from assistant.vendors.ladders import load_thresholds
from assistant.vendors.segments import Segment, befores, split
from evals.contracts import CONTRACTS, TYPES, Contract, held_out, load_contracts
from evals.scorers.clauses import SAME, alike, words_of
from evals.suites.injections import PUBLIC
from evals.suites.proposals import open_forms
from training.export import additions, graph, halved, keep
from training.learner import Learner, Rates
from training.sieve import teach_sieve
from training.tower import WIDTH, Tower, means, published
from training.vendor_papers import OTHER, Paper, Told, load_papers, machine_notes

EPOCHS, BATCH, POOL = 8, 32, 16
CONTRACT_SHARE = 0.3
"""Of the contracts' sentences, the share that is shown in one epoch; the papers are shown whole."""
RATES = Rates(tower=5e-4, heads=3e-3, decay=0.01, warm_up=60)
DROPPED = 0.1
WIDE = 48
"""The rank of what is added to the published maps."""
RARE = 2.0
LIKE, OTHERS = 14_000, 5_000
"""Sentences of contracts that are no clause: the likest by the sieve, and others."""
ASIDE = 10
"""One paper of so many is kept aside."""


class Names(NamedTuple):
    """What the heads tell apart."""

    types: tuple[str, ...]
    says: tuple[str, ...]
    roles: tuple[str, ...]


class Lesson(NamedTuple):
    """A sentence as wordpieces; 1, 0 or -1 (not known) for each type and each saying; the numbers of its roles."""

    pieces: Pieces
    types: NDArray[np.int8]
    says: NDArray[np.int8]
    roles: tuple[int, ...]


class Course(NamedTuple):
    """What is taught: sentences of papers and of contracts."""

    papers: Sequence[Lesson]
    contracts: Sequence[Lesson]


class Heads(nn.Module):
    """Everything behind the tower."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self.types, self.says = nn.Linear(WIDTH, len(names.types)), nn.Linear(WIDTH, len(names.says))
        self.roles = nn.Linear(2 * WIDTH, len(names.roles))
        self.drop = nn.Dropout(DROPPED)
        for head in (self.types, self.says):
            nn.init.normal_(head.weight, std=0.02)
            nn.init.constant_(head.bias, -4.0)

    def learnt(self) -> dict[str, Tensor]:
        """The parameters by the names that the product knows them under."""
        return {
            f"{name}/{part}": each for name, head in self.named_children() for part, each in head.named_parameters()
        }


def names_of(papers: Sequence[Paper]) -> Names:
    """Every type, saying and role that the papers or the contracts have."""
    told = [each for paper in papers for each in paper.told]
    types = {name for each in told for name in each.types} | set(TYPES.values())
    says = {name for each in told for name in each.says}
    return Names(tuple(sorted(types)), tuple(sorted(says)), tuple(sorted({one for each in told for one in each.roles})))


def paper_lessons(papers: Sequence[Paper], names: Names, tokenizer: Tokenizer) -> list[Lesson]:
    """The sentences of papers."""
    return [_of_told(each, names, tokenizer) for paper in papers for each in paper.told]


def _of_told(told: Told, names: Names, tokenizer: Tokenizer) -> Lesson:
    types = np.array([name in told.types for name in names.types], dtype=np.int8)
    says = np.array([name in told.says for name in names.says], dtype=np.int8)
    return Lesson(
        wordpieces(tokenizer, told.sentence), types, says, tuple(names.roles.index(one) for one in told.roles)
    )


def form_lessons(paths: Sequence[Path], names: Names, tokenizer: Tokenizer) -> list[Lesson]:
    """The sentences of standard forms, which are balanced: none of them says what would be a flag. Nothing else of them
    is known."""
    limits = load_thresholds(Settings().knowledge())
    flags = [limits.risk_of(name, {"yes": 1.0}.get(word, word)) in ("flag", "blocker") for name, word in _pairs(names)]
    says = np.where(flags, 0, -1).astype(np.int8)
    types = np.full(len(names.types), -1, dtype=np.int8)
    cut = [split(path.read_text(encoding="utf-8")) for path in paths]
    return [Lesson(wordpieces(tokenizer, each), types, says, ()) for segments in cut for each in sentences_of(segments)]


def _pairs(names: Names) -> list[list[str]]:
    return [each.split(": ") for each in names.says]


def sentences_of(segments: Sequence[Segment]) -> list[Sentence]:
    """Segments of a contract as the tower sees them, without figures."""
    before = befores(each.text for each in segments)
    return [Sentence(each.words[:2_000], each.heading, one) for each, one in zip(segments, before, strict=True)]


def clause_marks(contract: Contract, segments: Sequence[Segment], types: Sequence[str]) -> NDArray[np.int8]:
    """(segments, types): 1 for a marked clause, 0 for none, -1 where it is not known or only touched."""
    marks = np.zeros((len(segments), len(types)), dtype=np.int8)
    marks[:, [name not in TYPES.values() for name in types]] = -1
    for each in contract.clauses:
        column = types.index(each.type)
        said = words_of(contract.text[each.start : each.end])
        for n, segment in enumerate(segments):
            if segment.end <= each.start or segment.start >= each.end:
                continue
            same = alike(words_of(segment.text), said) >= SAME
            marks[n, column] = 1 if same else marks[n, column] or -1
    return marks


def contract_sentences(contracts: Sequence[Contract], types: Sequence[str]) -> tuple[list[Sentence], NDArray[np.int8]]:
    """Every sentence of the contracts, and its marks (sentences, types)."""
    cut = [split(each.text) for each in contracts]
    marks = [clause_marks(each, segments, types) for each, segments in zip(contracts, cut, strict=True)]
    return [one for segments in cut for one in sentences_of(segments)], np.concatenate(marks)


def contract_lessons(
    sentences: Sequence[Sentence], marks: NDArray[np.int8], likely: Rows, says: int, tokenizer: Tokenizer
) -> list[Lesson]:
    """Every marked clause, the sentences that the sieve takes for one, and some others; what they say is not known."""
    clauses = (marks == 1).any(axis=1)
    rest = np.flatnonzero(~clauses)
    rest = rest[np.argsort(-likely[rest])]
    others = np.random.default_rng(0).permutation(rest[LIKE:])[:OTHERS]
    chosen = np.sort(np.concatenate([np.flatnonzero(clauses), rest[:LIKE], others]))
    unknown = np.full(says, -1, dtype=np.int8)
    return [Lesson(wordpieces(tokenizer, sentences[n]), marks[n], unknown, ()) for n in chosen.tolist()]


def loss_of(tower: Tower, heads: Heads, batch: Sequence[Lesson]) -> Tensor:
    """The sum over sentences of what was missed, a sentence."""
    rows, figures = _rows(tower, heads, batch)
    loss = _missed(heads.types(rows), [each.types for each in batch])
    loss = loss + _missed(heads.says(rows), [each.says for each in batch])
    if len(figures):
        wanted = torch.tensor([role for each in batch for role in each.roles])
        loss = loss + functional.cross_entropy(heads.roles(figures), wanted, reduction="sum") / len(batch)
    return loss


def _rows(tower: Tower, heads: Heads, batch: Sequence[Lesson]) -> tuple[Tensor, Tensor]:
    """The mean state of each sentence (batch, 384); of each figure beside that of its sentence (figures, 768)."""
    longest = max(len(each.pieces.ids) for each in batch)
    ids = torch.tensor([[*each.pieces.ids, *[0] * (longest - len(each.pieces.ids))] for each in batch])
    places = [[(each.pieces.first, each.pieces.stop), *each.pieces.figures] for each in batch]
    found = heads.drop(means(tower.states(ids), places))
    there = [(n, at) for n, each in enumerate(batch) for at in range(1, 1 + len(each.pieces.figures))]
    rows = found[:, 0]
    if not there:
        return rows, rows[:0]
    sentence, figure = (torch.tensor(each) for each in zip(*there, strict=True))
    return rows, torch.cat([found[sentence, figure], rows[sentence]], dim=1)


def _missed(scores: Tensor, wanted: Sequence[NDArray[np.int8]]) -> Tensor:
    marks = torch.tensor(np.stack(wanted), dtype=torch.float32)
    losses = functional.binary_cross_entropy_with_logits(
        scores, marks.clamp(min=0), pos_weight=torch.tensor(RARE), reduction="none"
    )
    return (losses * (marks >= 0)).sum() / len(wanted)


def train(course: Course, tower: Tower, heads: Heads, seed: int, epochs: int) -> Iterator[int]:
    """Teach tower and heads in place; gives the number of each epoch when it is over."""
    rng = random.Random(seed)
    papers, contracts = course
    steps = epochs * (len(papers) + int(CONTRACT_SHARE * len(contracts))) // BATCH + epochs
    learner = Learner(tower, heads, RATES, steps)
    for epoch in range(epochs):
        heads.train()
        shown = [*papers, *rng.sample(list(contracts), int(CONTRACT_SHARE * len(contracts)))]
        batches, total = list(_batches(shown, rng)), 0.0
        for number, batch in enumerate(batches, start=1):
            loss = loss_of(tower, heads, batch)
            total += learner.learn(loss)
            if not number % 100:
                print(f"  {number} of {len(batches)}: {total / number:.3f}", flush=True)
        print(f"epoch {epoch + 1}: loss {total / len(batches):.3f}", flush=True)
        heads.eval()
        yield epoch + 1


def _batches(lessons: Sequence[Lesson], rng: random.Random) -> list[list[Lesson]]:
    """Batches of sentences of like length, in random order."""
    mixed = rng.sample(list(lessons), len(lessons))
    batches = []
    for start in range(0, len(mixed), BATCH * POOL):
        pool = sorted(mixed[start : start + BATCH * POOL], key=lambda each: len(each.pieces.ids))
        batches += [pool[n : n + BATCH] for n in range(0, len(pool), BATCH)]
    rng.shuffle(batches)
    return batches


def report(lessons: Sequence[Lesson], names: Names, tower: Tower, heads: Heads) -> None:
    """Print F1 of types and sayings, each by name, and the share of figures whose role is right."""
    tower.eval()
    scores: dict[str, list[NDArray[np.bool_]]] = {"types": [], "says": []}
    right = figures = 0
    with torch.no_grad():
        for each in lessons:
            rows, found = _rows(tower, heads, [each])
            scores["types"].append((heads.types(rows)[0] > 0).numpy())
            scores["says"].append((heads.says(rows)[0] > 0).numpy())
            given = heads.roles(found).argmax(1).tolist() if len(found) else []
            for mine, role in zip(given, each.roles, strict=True):
                counts = OTHER not in (names.roles[role], names.roles[mine]) or mine != role
                figures, right = figures + counts, right + (counts and mine == role)
    for what, known in (("types", names.types), ("says", names.says)):
        given, wanted = np.stack(scores[what]), np.stack([getattr(each, what) == 1 for each in lessons])
        _print_f1(what, known, given, wanted)
    print(f"roles: {right / max(1, figures):.3f} of {figures} that are something or were taken for something")


def _print_f1(what: str, names: Sequence[str], given: NDArray[np.bool_], wanted: NDArray[np.bool_]) -> None:
    both = (given & wanted).sum(axis=0)
    print(f"{what}: F1 {2 * both.sum() / (given.sum() + wanted.sum()):.3f} on {len(given)} sentences")
    single = 2 * both / np.maximum(given.sum(axis=0) + wanted.sum(axis=0), 1)
    for n in np.argsort(single):
        print(
            f"  {names[n]}: {single[n]:.2f}, {both[n]} right of {given[:, n].sum()} given, {wanted[:, n].sum()} wanted"
        )


def main() -> None:
    """Train and write the files of assistant/weights/clauses."""
    asked = ArgumentParser(prog="python -m training.clauses", description=__doc__.splitlines()[0])
    asked.add_argument("--seed", type=int, default=0)
    asked.add_argument("--epochs", type=int, default=EPOCHS)
    asked.add_argument("--into", type=Path, default=weights_folder("clauses"))
    chosen = asked.parse_args()
    torch.manual_seed(chosen.seed)
    weights, tokenizer = published()
    papers = load_papers()
    names = names_of(papers)
    aside = [each for n, each in enumerate(papers) if n % ASIDE == 0]
    taught = [each for n, each in enumerate(papers) if n % ASIDE]
    root = Settings.from_environment().eval_root()
    contracts = load_contracts(root / CONTRACTS)
    held = held_out(contracts)
    sentences, marks = contract_sentences([each for each in contracts if each.name not in held], names.types)
    taught.append(machine_notes(root / PUBLIC))
    lessons = paper_lessons(taught, names, tokenizer)
    forms = form_lessons(open_forms(root), names, tokenizer)
    texts = [each.text for each in sentences] + [each.sentence.text for paper in taught for each in paper.told]
    sieve = teach_sieve(texts, np.concatenate([marks, np.stack([each.types for each in lessons])]))
    likely = sieve.scores([each.text for each in sentences]).max(axis=1)
    clauses = contract_lessons(sentences, marks, likely, len(names.says), tokenizer)
    lessons += forms
    print(f"{len(lessons)} sentences of papers, {len(clauses)} of contracts", flush=True)
    tower, heads = Tower(weights, pooled=False, rank=WIDE), Heads(names)
    taught_names = {name: np.array(each) for name, each in names._asdict().items()} | sieve.arrays()
    bare = graph(Tower(weights, pooled=False), "states", eight_bit=True)
    for _ in train(Course(lessons, clauses), tower, heads, chosen.seed, chosen.epochs):
        keep(chosen.into, bare, {**additions(tower), **halved(heads.learnt()), **taught_names})
    report(paper_lessons(aside, names, tokenizer), names, tower, heads)


if __name__ == "__main__":
    main()
