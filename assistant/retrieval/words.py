"""Search by words: BM25 over stems, on a scale that means the same for every question."""

from __future__ import annotations

import math
import re
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from assistant.errors import DependencyFailed

K1, B = 1.5, 0.75
WORDS = f"bm25s lucene k1={K1} b={B}, english stems, 1"
"""Names how words are indexed; a change here means a new index."""
BY_CHANCE = 250
"""A word of the subject stands in one of so many texts at least; in fewer it may stand by chance."""
WORD = re.compile(r"\w\w+")
LETTER_PREFIX = re.compile(r"\b([a-z])-(?=[a-z])")


class Stems:
    """Content words of a text as stems; safe between threads."""

    def __init__(self) -> None:
        import snowballstemmer
        from bm25s.stopwords import STOPWORDS_EN_PLUS

        self._stop = frozenset(STOPWORDS_EN_PLUS)
        self._stemmer = snowballstemmer.stemmer("english")
        self._known: dict[str, str] = {}
        self._lock = threading.Lock()  # the stemmer keeps the word that it works on

    def of(self, text: str) -> list[str]:
        """Stems in order of the text, without stop words; e-mail and email are one word."""
        joined = LETTER_PREFIX.sub(r"\1", text.lower())
        return [self._stem(word) for word in WORD.findall(joined) if word not in self._stop]

    def _stem(self, word: str) -> str:
        found = self._known.get(word)
        if found is None:
            with self._lock:
                found = self._known[word] = str(self._stemmer.stemWord(word))
        return found


class WordIndex:
    """BM25 (Robertson; Lucene's form, k1 1.5, b 0.75) over a fixed list of texts; safe between threads."""

    def __init__(self, texts: Sequence[str]) -> None:
        from bm25s import BM25

        self._stems = Stems()
        self._index = BM25(method="lucene", k1=K1, b=B)
        self._index.index([self._stems.of(text) or [""] for text in texts], show_progress=False)
        self.count = len(texts)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """The index kept in a folder; raises DependencyFailed where it cannot be read."""
        from bm25s import BM25

        made = cls.__new__(cls)
        made._stems = Stems()
        try:
            made._index = BM25.load(folder, show_progress=False)
        except (OSError, ValueError, KeyError) as exc:
            raise DependencyFailed(f"the word index in {folder} cannot be read ({exc}): delete that folder") from exc
        made.count = int(made._index.scores["num_docs"])
        return made

    def save(self, folder: Path) -> None:
        """Keep the index in a folder."""
        self._index.save(folder, show_progress=False)

    def stems(self, text: str) -> list[str]:
        """The content words of a text as stems, in order; a word said twice stands twice, and counts twice."""
        return self._stems.of(text)

    def weight(self, stem: str) -> float:
        """The inverse document frequency of a stem; that of a word never seen is the greatest."""
        seen = self._seen(stem)
        return math.log(1 + (self.count - seen + 0.5) / (seen + 0.5))

    def knows(self, stem: str) -> bool:
        """True where a stem is a word of the subject of these texts."""
        return self._seen(stem) >= max(1, self.count // BY_CHANCE)

    def shares(self, stems: Sequence[str]) -> NDArray[np.float32]:
        """For each text, its BM25 as a share of the most that these stems could score, 0-1.

        Dividing by a bound that depends on the question alone keeps scores of different questions comparable
        (Bruch, Gai and Ingber 2023, theoretical min-max).
        """
        most = sum(self.weight(each) for each in stems)
        ids = self._index.get_tokens_ids(list(stems))
        if not ids or not most:
            return np.zeros(self.count, dtype=np.float32)
        return np.asarray(self._index.get_scores_from_ids(ids) / most, dtype=np.float32)

    def _seen(self, stem: str) -> int:
        number = self._index.vocab_dict.get(stem)
        bounds = self._index.scores["indptr"]
        return 0 if number is None else int(bounds[number + 1] - bounds[number])
