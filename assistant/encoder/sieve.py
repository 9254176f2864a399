"""The sieve: which sentences of a long contract may be which clause, by their words and pairs and threes of words.

One linear map over tf-idf (Salton and Buckley 1988); two million characters a second.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from assistant.encoder.spans import Rows

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[$£€%]")
LONGEST = 500
"""Tokens of a sentence that are looked at."""


class Sieve:
    """Sentences to scores: the logarithm of the odds that they are a clause, one column a type."""

    def __init__(self, terms: Sequence[str], weights: Rows, rarity: Rows, bias: Rows) -> None:
        """`weights` (terms, types), `rarity` (terms,) the inverse document frequencies, `bias` (types,)."""
        self._column = {term: n for n, term in enumerate(terms)}
        self._weights, self._rarity, self._bias = weights, rarity, bias

    @classmethod
    def of(cls, arrays: Mapping[str, NDArray[np.float32]], terms: Sequence[str]) -> Sieve:
        """The sieve of a folder of weights."""
        return cls(terms, *(arrays[f"sieve/{name}"].astype(np.float32) for name in ("weights", "rarity", "bias")))

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """What `of` needs, at half precision, and the terms under "terms"."""
        kept = {"weights": self._weights, "rarity": self._rarity, "bias": self._bias}
        halves = {f"sieve/{name}": each.astype(np.float16) for name, each in kept.items()}
        return {**halves, "terms": np.array(list(self._column))}

    def scores(self, sentences: Sequence[str]) -> Rows:
        """(sentences, types)."""
        return np.asarray(self.rows(sentences) @ self._weights + self._bias, dtype=np.float32)

    def rows(self, sentences: Sequence[str]) -> csr_matrix:
        """(sentences, terms): tf-idf with the logarithm of counts, each row of length one."""
        columns, values, ends = [], [], [0]
        for each in sentences:
            counts = Counter(terms_of(each))
            known = [(self._column[term], count) for term, count in counts.items() if term in self._column]
            columns += [column for column, _ in known]
            row = (1 + np.log([count for _, count in known])) * self._rarity[[column for column, _ in known]]
            values.append(row / max(float(np.linalg.norm(row)), 1e-9))
            ends.append(len(columns))
        shape = (len(sentences), len(self._column))
        return csr_matrix((np.concatenate([*values, []]).astype(np.float32), columns, ends), shape=shape)


def terms_of(sentence: str) -> Iterator[str]:
    """Words, pairs and threes of words in lower case; every number is 0."""
    words = ["0" if token.isdigit() else token for token in _TOKEN.findall(sentence.lower())[:LONGEST]]
    yield from words
    for size in (2, 3):
        yield from (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))
