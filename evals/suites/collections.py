"""Public test collections taken in as an owner's own documents, and searched with their own questions."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from evals.casebook import attempt
from evals.measure import Measure
from evals.score import Mark, Score
from evals.scorers.ndcg import ndcg
from evals.suite import Suite, Workplace

NAMES = {"cranfield": 0.401, "cisi": 0.424}
"""Each with the better nDCG@10 of words alone and meaning alone, over whole documents."""
MOST = 50
BETTER_BY = 1.05


def run(place: Workplace) -> Iterator[Mark]:
    """nDCG@10 of every question of both collections."""
    for name in NAMES:
        folder = place.shared(f"retrieval/{name}")
        with TemporaryDirectory() as papers:
            _write(folder / "corpus.jsonl", Path(papers))
            place.plumbline.ingest([Path(papers)], name)
        relevant = _relevant(folder / "qrels" / "test.tsv")
        asked = [row for row in _rows(folder / "queries.jsonl") if row["_id"] in relevant]
        for row in place.some(tuple(asked)):
            found = attempt(place.plumbline.search, row["text"], MOST, name)
            documents = dict.fromkeys(each.document_id for each in found.result.passages) if found.result else {}
            score = Score(ndcg(list(documents), relevant[row["_id"]]), found.error)
            yield Mark(f"ndcg_{name}", f"{name}-{row['_id']}", None, score)


def _write(corpus: Path, folder: Path) -> None:
    """A text file for each document, as a person would have it: the title, then the text."""
    for row in _rows(corpus):
        (folder / f"{row['_id']}.txt").write_text(f"{row['title']}\n\n{row['text']}\n", encoding="utf-8")


def _relevant(judgements: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for line in judgements.read_text(encoding="utf-8").splitlines()[1:]:
        question, document, grade = line.split("\t")
        if float(grade) > 0:
            found[question].add(document)
    return found


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


COLLECTIONS = Suite(
    name="collections",
    about="public test collections, ingested and searched (nDCG@10 over documents)",
    run=run,
    needs="retrieval",
    measures=tuple(
        Measure(f"ndcg_{name}", f"nDCG@10 on {name}; words or meaning alone reach {alone}", bar=alone * BETTER_BY)
        for name, alone in NAMES.items()
    ),
)
