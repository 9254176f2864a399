"""The public test collections (Cranfield, CISI) as documents, questions and judgements, and nDCG over whole documents.

`python -m tests.retrieval.collections FOLDER` measures the hybrid search; FOLDER keeps the indexes between runs.
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np

from assistant.domain.knowledge import Document, Source
from assistant.encoder import load_encoder
from assistant.retrieval.encoding import Step
from assistant.retrieval.index import Index, open_index
from assistant.retrieval.search import Meaning, look
from assistant.retrieval.shelves import Shelves
from assistant.settings import Settings

NAMES = ("cranfield", "cisi")
FLOORS = {"cranfield": (0.369, 0.434), "cisi": (0.349, 0.425)}
"""nDCG@10 that others reached: by words, fused."""


class Collection(NamedTuple):
    """Documents, questions by id, and the relevant documents of each question."""

    documents: tuple[Document, ...]
    questions: dict[str, str]
    relevant: dict[str, set[str]]


def load(root: Path, name: str) -> Collection:
    """The collection of that name under the folder of public data."""
    folder = root / "retrieval" / name
    documents = tuple(
        Document(
            id=row["_id"],
            kind="own",
            title=row["title"] or "Untitled",
            summary="",
            source=Source(title=row["title"]),
            strength="practitioner",
            body=row["text"],
        )
        for row in _rows(folder / "corpus.jsonl")
    )
    relevant: dict[str, set[str]] = defaultdict(set)
    for line in (folder / "qrels" / "test.tsv").read_text().splitlines()[1:]:
        question, document, grade = line.split("\t")
        if float(grade) > 0:
            relevant[question].add(document)
    questions = {row["_id"]: row["text"] for row in _rows(folder / "queries.jsonl") if row["_id"] in relevant}
    return Collection(documents, questions, dict(relevant))


def mean_ndcg(index: Index, collection: Collection, meaning: Meaning | None) -> float:
    """Mean nDCG@10; a document counts as its best passage does."""
    scores = []
    for number, question in collection.questions.items():
        seen = look(index, question, meaning)
        best: dict[str, float] = {}
        for piece, evidence in zip(index.pieces, seen.evidence, strict=True):
            document = piece.passage.document_id
            best[document] = max(best.get(document, -math.inf), float(evidence))
        ranked = sorted(best, key=lambda each: -best[each])[:10]
        scores.append(_ndcg(ranked, collection.relevant[number]))
    return sum(scores) / len(scores)


def _ndcg(ranked: list[str], relevant: set[str]) -> float:
    gains = sum(1 / math.log2(place + 2) for place, document in enumerate(ranked) if document in relevant)
    ideal = sum(1 / math.log2(place + 2) for place in range(min(len(relevant), len(ranked))))
    return gains / ideal


def _rows(path: Path) -> Iterator[Mapping[str, str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _tell(step: Step) -> None:
    sys.stderr.write(f"\r{step.says}")


def main(folder: Path) -> None:
    """Write nDCG@10 by words and fused, with n and the floors."""
    settings = Settings()
    encoder = load_encoder(settings)
    for name in NAMES:
        collection = load(settings.eval_root(), name)
        shelf = Shelves(folder / name)
        made = shelf.build(collection.documents, encoder, _tell)
        index = open_index(made, with_vectors=True)
        words = mean_ndcg(index, collection, None)
        fused = mean_ndcg(index, collection, Meaning(encoder, np.zeros((0, 384), dtype=np.float32)))
        low, high = FLOORS[name]
        n = len(collection.questions)
        sys.stdout.write(f"{name} n={n}: words {words:.3f} (floor {low}), fused {fused:.3f} (floor {high})\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
