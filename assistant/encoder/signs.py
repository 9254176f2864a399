"""Which words of a plan tell what, and what an answer to a short question comes to.

One pass of a tower of its own gives a state for each wordpiece; two linear heads do the rest. It was learnt by
`python -m training.plans` from the marked texts of `training/plans` and the replies of `training/answers.jsonl`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.encoder.learnt import LearntHeads
from assistant.encoder.spans import Place, Rows, softmax, whole_words
from assistant.encoder.tower import weights_folder
from assistant.encoder.windows import states_of

LEAST = 0.4
"""Probability from which a wordpiece counts to a sign."""
GAP = 2
"""Wordpieces of no sign that may stand inside one."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Words of a plan that tell one thing: text[start:end], with the probability that they do."""

    name: str
    start: int
    end: int
    share: float


class Signs(LearntHeads):
    """A plan's words to signs, and answers to values; safe between threads."""

    def __init__(self, folder: Path | None = None) -> None:
        """Loads nothing before it is needed; then raises EncoderMissing where a file is missing or not ours."""
        super().__init__(folder or weights_folder("plans"))

    def read(self, text: str) -> tuple[Sign, ...]:
        """The signs of a text, in order of their places."""
        encoding = self.tokenizer.encode(text, add_special_tokens=False)
        if not encoding.ids:
            return ()
        shares = self.shares("signs", self._states(encoding.ids))
        found = (
            each
            for n, name in enumerate(self.names("signs"))
            for each in _stretches(text, encoding.offsets, name, np.asarray(shares[:, n]))
        )
        return tuple(sorted(found, key=lambda each: (each.start, each.end)))

    def value(self, asked: str, reply: str) -> Mapping[str, float]:
        """What a reply to the question for a fact may come to, each with its probability; empty where nobody taught
        the fact."""
        names = self.names("values")
        columns = [n for n, name in enumerate(names) if name.split(":")[0] == asked]
        ids = self.tokenizer.encode(reply, add_special_tokens=False).ids
        if not columns or not ids:
            return {}
        row = self._states(ids).mean(axis=0, keepdims=True)
        shares = softmax(self.scores("values", row)[:, columns])[0]
        return dict(zip((names[n].split(":")[1] for n in columns), shares.tolist(), strict=True))

    def _states(self, ids: Sequence[int]) -> Rows:
        return states_of(self.tower.session, ids)


def _stretches(text: str, offsets: list[Place], name: str, shares: Rows) -> Iterator[Sign]:
    """Runs of wordpieces that are likely of a sign, small gaps closed."""
    path = (shares >= LEAST).astype(np.int64)
    for at in np.flatnonzero(path)[:-1]:
        following = np.flatnonzero(path[at + 1 : at + 2 + GAP])
        if len(following):
            path[at : at + 1 + following[0]] = 1
    edges = np.flatnonzero(np.diff(np.concatenate([[0], path, [0]])))
    for first, stop in edges.reshape(-1, 2):
        start, end = whole_words(text, offsets[first][0], offsets[stop - 1][1])
        yield Sign(name, start, end, float(shares[first:stop].max()))
