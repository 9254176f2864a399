"""How fast an index is made, what a change costs, and how long a search takes among ten or a hundred thousand passages.

Texts are real (contracts, terms and task descriptions of the public sets); in the large indexes only the rows of
passages are random, the question is encoded as always.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from assistant.domain.knowledge import Document, Source
from assistant.encoder import TunedEncoder
from assistant.retrieval.elsewhere import elsewhere, load_elsewhere
from assistant.retrieval.encoding import Step
from assistant.retrieval.index import open_index
from assistant.retrieval.passages import split
from assistant.retrieval.search import Meaning, found, look
from assistant.retrieval.shelves import Shelves
from evals.casebook import CASES, load
from evals.measure import Measure
from evals.score import Mark, Score
from evals.suite import Suite, Workplace
from evals.suites.retrieval import RetrievalCase

ENCODED = 600
SIZES = {10_000: 25.0, 100_000: 70.0}
"""Passages, and the milliseconds within which 95 of 100 searches should end."""
QUESTIONS = 100
WORDS_EACH = 90


class RandomRows(TunedEncoder):
    """Questions as always, passages at random: only for indexes too large to encode here."""

    def __init__(self) -> None:
        super().__init__()
        self._random = np.random.default_rng(0)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Random unit rows, no two alike."""
        rows = self._random.normal(size=(len(texts), 384))
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


class Counting(TunedEncoder):
    """Tells how many texts it was given."""

    given = 0

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The rows as always."""
        self.given += len(texts)
        return super().encode(texts)


def run(place: Workplace) -> Iterator[Mark]:
    """Throughput against the encoder's own, texts encoded after one change, and search times."""
    few = place.limit is not None
    yield from _building(place, 60 if few else ENCODED)
    for size, bar in SIZES.items():
        wanted = size // 100 if few else size
        for measure, score in _searching(place, wanted, 10 if few else QUESTIONS, bar):
            yield Mark(f"{measure}_{size // 1000}k", f"{wanted} passages", None, score)


def _building(place: Workplace, wanted: int) -> Iterator[Mark]:
    encoder = Counting()
    documents = tuple(islice(_documents(place), wanted))
    texts = [each.embedded for each in split(documents)]
    with TemporaryDirectory() as folder:
        shelves = Shelves(Path(folder))
        shelves.build(documents[:2], encoder, _quiet)  # loads what is loaded once
        began = time.perf_counter()
        encoder.encode(texts)
        alone = time.perf_counter() - began
        began, worked = time.perf_counter(), time.process_time()
        shelves.build(documents, encoder, _quiet)
        took, worked = time.perf_counter() - began, time.process_time() - worked
        yield Mark("throughput", f"{len(texts)} passages", None, Score(alone / took))
        yield Mark("cores", f"{len(texts)} passages", None, Score(worked / took))
        yield Mark("passages_a_second", f"{len(texts)} passages", None, Score(len(texts) / took))
        encoder.given = 0
        changed = documents[0].model_copy(update={"body": f"{documents[0].body} And one thing more."})
        shelves.build((changed, *documents[1:]), encoder, _quiet)
        yield Mark("encoded_after_a_change", "one document changed", None, Score(float(encoder.given)))


def _searching(place: Workplace, wanted: int, questions: int, bar: float) -> Iterator[tuple[str, Score]]:
    encoder = RandomRows()
    with TemporaryDirectory() as folder:
        made = Shelves(Path(folder)).build(tuple(islice(_documents(place), wanted)), encoder, _quiet)
        index = open_index(made, with_vectors=True)
        meaning = Meaning(encoder, elsewhere(load_elsewhere(place.settings.knowledge()), encoder))
        cases = load(CASES / "retrieval.jsonl", RetrievalCase)[: questions + 5]
        for n, case in enumerate(cases):
            began = time.perf_counter()
            found(index, look(index, case.question, meaning), 5, None)
            took = (time.perf_counter() - began) * 1000
            if n >= 5:  # the first ones load what is loaded once
                yield "search_p95", Score(took, f"{took:.0f} ms" if took > bar else "")


def _documents(place: Workplace) -> Iterator[Document]:
    """Real text in pieces of one passage each, each a document of its own."""
    for number, text in enumerate(_texts(place)):
        source = Source(title="public text")
        yield Document(
            id=f"d{number}", kind="own", title=f"Paper {number}", summary="", source=source, strength="practitioner",
            body=f"## Part\n\n{text}",
        )  # fmt: skip


def _texts(place: Workplace) -> Iterator[str]:
    for row in _rows(place.shared("tosdr/quotes.jsonl")):
        yield row["quote"][:500]
    for row in _rows(place.shared("cuad/contracts.jsonl")):
        words = row["text"].split()
        for start in range(0, len(words) - WORDS_EACH, WORDS_EACH):
            yield " ".join(words[start : start + WORDS_EACH])[:900]
    for row in _rows(place.shared("tasks/onet_tasks.jsonl")):
        yield row["task"]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _quiet(step: Step) -> None:
    """Progress that nobody looks at."""


INDEX = Suite(
    name="index",
    about="the making of an index, and search among many passages",
    run=run,
    needs="cuad",
    bench=True,
    measures=(
        Measure("throughput", "speed of indexing as a share of the encoder's own in the same run", bar=0.85),
        Measure("cores", "processor seconds for each second of indexing", bar=1.6),
        Measure("passages_a_second", "passages indexed in a second", better="neither"),
        Measure("encoded_after_a_change", "passages encoded after one document changed", bar=1.0, better="lower"),
        *(
            Measure(
                f"search_p95_{size // 1000}k",
                f"95 of 100 searches among {size:,} passages take no longer, the question's encoding included",
                bar,
                "lower",
                "p95",
                "ms",
            )
            for size, bar in SIZES.items()
        ),
    ),
)
