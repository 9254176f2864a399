"""The sieve of contracts taught: one logistic regression a type over tf-idf of words, pairs and threes of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from assistant.encoder.sieve import Sieve, terms_of

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

TERMS, LEAST = 80_000, 3
"""Terms that are kept, and sentences that a term must stand in."""
STRENGTH = 10.0


def teach_sieve(sentences: Sequence[str], marks: NDArray[np.int8]) -> Sieve:
    """The sieve learnt from sentences and their marks: (sentences, types), 1 yes, 0 no, -1 not known."""
    counted = Counter(term for each in sentences for term in set(terms_of(each)))
    terms = [term for term, count in counted.items() if count >= LEAST]
    terms = _telling(terms, sentences, marks)
    rarity = np.array([1 + np.log((1 + len(sentences)) / (1 + counted[term])) for term in terms], dtype=np.float32)
    width = marks.shape[1]
    empty = Sieve(terms, np.zeros((len(terms), width), np.float32), rarity, np.zeros(width, np.float32))
    rows = empty.rows(sentences)
    with ThreadPoolExecutor(max_workers=2) as pool:  # liblinear lets go of the interpreter while it works
        taught = list(pool.map(lambda n: _column(rows, marks[:, n]), range(width)))
    weights = np.stack([each for each, _ in taught], axis=1)
    return Sieve(terms, weights, rarity, np.array([each for _, each in taught], dtype=np.float32))


def _telling(terms: Sequence[str], sentences: Sequence[str], marks: NDArray[np.int8]) -> list[str]:
    """The terms that stand in marked clauses most, of those that stand in enough sentences."""
    wanted = set(terms)
    inside: Counter[str] = Counter()
    for each, row in zip(sentences, marks, strict=True):
        if (row == 1).any():
            inside.update(set(terms_of(each)) & wanted)
    return [term for term, _ in inside.most_common(TERMS)]


def _column(rows: csr_matrix, marks: NDArray[np.int8]) -> tuple[NDArray[np.float32], float]:
    known = marks >= 0
    if not (marks == 1).any():
        return np.zeros(rows.shape[1], np.float32), -8.0
    model = LogisticRegression(C=STRENGTH, solver="liblinear").fit(rows[known], marks[known])
    return model.coef_[0].astype(np.float32), float(model.intercept_[0])
