"""The tagger: which words tell of work, tools, pains and goals, what each figure is, and which work it is about.

One pass of a tower gives a state for each wordpiece; small linear heads do the rest: spans (begin, inside,
outside), the role of a figure, and a link between a figure and a piece of work by scaled dot product. All of it was
learnt by `python -m training.reader` from the marked texts of `training/owners`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.encoder.bundled import BundledEncoder, inside, padded
from assistant.encoder.pinned import read_pinned
from assistant.encoder.tower import load_tower, weights_folder

WINDOW, MARGIN, AT_ONCE = 254, 32, 8
"""Wordpieces that the tower sees at once; how many at either edge are left to the neighbouring window."""
FIRST, LAST = 101, 102
FORBIDDEN, TINY = -1e9, 1e-9
REACH = 3
"""Sentences beyond which distance is all one."""
FAR = 400
"""Wordpieces between a figure and the work that it is about, at most."""
SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)|\n+")

Rows = NDArray[np.float32]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tag:
    """Words of one kind: text[start:end], with the probability that they are of it.

    `works` are the most likely kinds of work, for a tag of work; `about` is the tag of work that another tag or a
    figure is about, by its place in the list of tags.
    """

    kind: str
    start: int
    end: int
    score: float
    works: tuple[tuple[str, float], ...] = ()
    about: int | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """What a figure may be, each with its probability, and the tag of work that it is about (None: no work)."""

    shares: Mapping[str, float]
    about: int | None

    def among(self, names: Sequence[str]) -> str:
        """The likeliest of some roles."""
        return max(names, key=lambda name: self.shares.get(name, 0.0))

    @property
    def name(self) -> str:
        """The likeliest role."""
        return self.among(tuple(self.shares))


@dataclass(frozen=True, slots=True)
class Tagged:
    """A text's tags in order, and one role for each figure that was handed in."""

    tags: tuple[Tag, ...]
    roles: tuple[Role, ...]


ASKED = ("goals", "strengths", "processes", "hours", "minutes", "items", "error", "doer", "staff", "freed_use", "spare",
         "budget", "stable", "written", "tools", "tried")  # fmt: skip
"""What an open question may be about, as far as it helps to tell an answer from a remark."""


class Tagger:
    """Owners' words to tags; safe between threads."""

    def __init__(self, folder: Path | None = None) -> None:
        """Loads what was learnt; raises EncoderMissing where a file is missing or not ours."""
        from tokenizers import Tokenizer

        package, digest = BundledEncoder.tokenizer_package, BundledEncoder.tokenizer_sha256
        self._tokenizer = Tokenizer.from_buffer(read_pinned(inside(package, "model/tokenizer.json"), digest))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        tower = load_tower(folder or weights_folder("reader"))
        self.id = f"reader/{tower.digest}"
        self._session, self._heads, self._names = tower.session, tower.learnt, tower.names

    def meant(self, text: str, asked: str | None) -> Mapping[str, float]:
        """What a reply is meant as, with probabilities: answer, tell, vague, unknown, skip, back, why, question, ...

        `asked` is what the open question is about, one of ASKED or None.
        """
        ids = self._tokenizer.encode(text, add_special_tokens=False).ids[:WINDOW]
        if not ids:
            return {"chat": 1.0}
        row = np.concatenate([self._states(ids).mean(axis=0), asked_row(asked)])
        shares = softmax(row @ self._heads["meant/weight"].T + self._heads["meant/bias"])
        return dict(zip(self._names["meant"], shares.tolist(), strict=True))

    def tag(self, text: str, figures: Sequence[Place]) -> Tagged:
        """The tags of a text, and the role of each of its figures, which are pieces text[start:end]."""
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        if not encoding.ids:
            return Tagged((), tuple(Role({"nofigure": 1.0}, None) for _ in figures))
        offsets = encoding.offsets
        states = self._states(encoding.ids)
        spans = sorted(self._spans(text, offsets, states), key=lambda each: (each.start, each.end))
        works = [n for n, each in enumerate(spans) if each.kind == "work"]
        pooled = pool(states, [pieces_of(offsets, each.start, each.end) for each in spans])
        shown = pool(states, [pieces_of(offsets, *each) for each in figures])
        places = [(each.start, each.end) for each in spans]
        around = pool(states, [pieces_of(offsets, *sentence_of(text, *places[n])) for n in works])
        kinds = softmax(np.hstack([pooled[works], around]) @ self._heads["works/weight"].T + self._heads["works/bias"])
        best = {n: self._best(shares) for n, shares in zip(works, kinds, strict=True)}
        about = self._links("other", text, pooled, places, pooled[works], [places[n] for n in works])
        tags = (
            replace(each, works=best[n]) if n in best else replace(each, about=None if to is None else works[to])
            for n, (each, to) in enumerate(zip(spans, about, strict=True))
        )
        told = self._links("figure", text, shown, figures, pooled[works], [places[n] for n in works])
        return Tagged(tuple(tags), tuple(self._roles(shown, [None if to is None else works[to] for to in told])))

    def _states(self, ids: Sequence[int]) -> Rows:
        """One state for each wordpiece; long texts go through in windows that overlap."""
        step = WINDOW - 2 * MARGIN
        starts = range(0, max(len(ids) - 2 * MARGIN, 1), step)
        states = np.zeros((len(ids), self._heads["spans/weight"].shape[1]), dtype=np.float32)
        for first in range(0, len(starts), AT_ONCE):
            members = starts[first : first + AT_ONCE]
            rows, mask = padded([[FIRST, *ids[start : start + WINDOW], LAST] for start in members])
            made = self._session.run(None, {"ids": rows, "mask": mask})[0]
            for row, start in zip(made, members, strict=True):
                skipped = MARGIN if start else 0
                stop = min(start + WINDOW, len(ids))
                states[start + skipped : stop] = row[1 + skipped : 1 + stop - start]
        return states

    def _spans(self, text: str, offsets: Sequence[Place], states: Rows) -> Iterator[Tag]:
        """The pieces of each kind: wordpieces that are likely of it, without a new beginning between them."""
        scores = states @ self._heads["spans/weight"].T + self._heads["spans/bias"]
        shares = softmax(scores.reshape(len(states), -1, 3))
        glued = np.array([n > 0 and offsets[n][0] == offsets[n - 1][1] for n in range(len(offsets))])
        path = best_path(np.log(shares + TINY), glued, self._heads["spans/start"])
        for kind, name in enumerate(self._names["kinds"]):
            for first, stop in runs(path[:, kind]):
                start, end = whole_words(text, offsets[first][0], offsets[stop - 1][1])
                yield Tag(name, start, end, float(1 - shares[first:stop, kind, 0].mean()))

    def _links(
        self, head: str, text: str, rows: Rows, places: Sequence[Place], works: Rows, work_places: Sequence[Place]
    ) -> list[int | None]:
        """For each row the piece of work that it is most likely about, or None."""
        heads = self._heads
        if not len(rows):
            return []
        nothing = rows @ heads[f"{head}/nothing"] + heads[f"{head}/nothing_bias"]
        if not len(works):
            return [None] * len(rows)
        keys = (rows @ heads[f"{head}/key"].T) @ (works @ heads[f"{head}/work_key"].T).T
        scores = keys / np.sqrt(heads[f"{head}/key"].shape[0])
        scores += heads[f"{head}/near"][nearness(text, places, work_places)]
        best = scores.argmax(axis=1)
        return [
            int(n) if scores[row, n] > nothing[row] and abs(places[row][0] - work_places[n][0]) < 8 * FAR else None
            for row, n in enumerate(best)
        ]

    def _roles(self, rows: Rows, about: Sequence[int | None]) -> Iterator[Role]:
        heads = self._heads
        if not len(rows):
            return
        grown = np.maximum(rows @ heads["role/in"].T + heads["role/in_bias"], 0.0)
        shares = softmax(grown @ heads["role/weight"].T + heads["role/bias"])
        for row, one in zip(shares, about, strict=True):
            yield Role(dict(zip(self._names["roles"], row.tolist(), strict=True)), one)

    def _best(self, shares: Rows, most: int = 5) -> tuple[tuple[str, float], ...]:
        names = self._names["works"]
        return tuple((names[n], float(shares[n])) for n in np.argsort(-shares)[:most])


def asked_row(asked: str | None) -> Rows:
    """A one at the place of what is asked about; zeros where no question is open."""
    return np.array([float(each == asked) for each in ASKED], dtype=np.float32)


def best_path(logs: Rows, glued: NDArray[np.bool_], cost: Rows) -> NDArray[np.int64]:
    """For each wordpiece and kind outside (0), begin (1) or inside (2): the likeliest row of them (Viterbi 1967).

    `logs` (pieces, kinds, 3) are logarithms of shares; `cost` is what beginning a span of a kind costs. Nothing is
    inside without a beginning, and nothing begins in the middle of a word.
    """
    length, kinds, _ = logs.shape
    best = np.full((kinds, 3), FORBIDDEN, dtype=np.float32)
    best[:, 0], best[:, 1] = logs[0, :, 0], logs[0, :, 1] - cost
    back = np.zeros((length, kinds, 3), dtype=np.int64)
    rows = np.arange(kinds)
    for at in range(1, length):
        inside = np.where(best[:, 1] >= best[:, 2], 1, 2)
        ended = np.where(best[:, 0] >= best[rows, inside], 0, inside)
        back[at, :, 0] = back[at, :, 1] = ended
        back[at, :, 2] = inside
        begun = best[rows, ended] + logs[at, :, 1] - cost
        best = np.stack(
            [
                best[rows, ended] + logs[at, :, 0],
                np.full(kinds, FORBIDDEN, dtype=np.float32) if glued[at] else begun,
                best[rows, inside] + logs[at, :, 2],
            ],
            axis=1,
        )
    path = np.zeros((length, kinds), dtype=np.int64)
    path[-1] = best.argmax(axis=1)
    for at in range(length - 1, 0, -1):
        path[at - 1] = back[at, rows, path[at]]
    return path


def runs(path: NDArray[np.int64]) -> Iterator[Place]:
    """The spans of one kind: from each beginning to before the next outside or beginning."""
    begins = np.flatnonzero(path == 1)
    ends = np.flatnonzero(path != 2)
    for first in begins:
        later = ends[ends > first]
        yield int(first), int(later[0]) if len(later) else len(path)


def softmax(scores: Rows) -> Rows:
    """Shares over the last axis."""
    grown = np.exp(scores - scores.max(axis=-1, keepdims=True)) if scores.size else scores
    return np.asarray(grown / grown.sum(axis=-1, keepdims=True), dtype=np.float32)


def pieces_of(offsets: Sequence[Place], start: int, end: int) -> Place:
    """The first wordpiece of text[start:end] and the one after its last; at least one."""
    first = bisect_right(offsets, start, key=lambda each: each[1])
    first = min(first, len(offsets) - 1)
    return first, max(first + 1, bisect_left(offsets, end, key=lambda each: each[0]))


def pool(states: Rows, pieces: Sequence[Place]) -> Rows:
    """The mean state of each run of wordpieces."""
    if not pieces:
        return np.zeros((0, states.shape[1]), dtype=np.float32)
    return np.stack([states[first:stop].mean(axis=0) for first, stop in pieces])


def whole_words(text: str, start: int, end: int) -> Place:
    """A span widened to whole words, without the spaces and stops around it."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    while end > start + 1 and text[end - 1] in " \n\t.,;:!?-–—":
        end -= 1
    while start < end - 1 and text[start] in " \n\t.,;:!?-–—":
        start += 1
    return start, end


def sentence_of(text: str, start: int, end: int) -> Place:
    """The sentence around a span, to the stops on either side."""
    before = [found.end() for found in SENTENCE_END.finditer(text, 0, start)]
    after = SENTENCE_END.search(text, end)
    return before[-1] if before else 0, after.start() if after else len(text)


def nearness(text: str, places: Sequence[Place], works: Sequence[Place]) -> NDArray[np.int64]:
    """How each place lies to each piece of work, as a number below 16.

    Seven distances in sentences, the same sentence split by what comes first, each twice: whether no other piece of
    work stands between or not.
    """
    ends = [found.start() for found in SENTENCE_END.finditer(text)]
    numbers = [bisect_right(ends, start) for start, _ in works]
    found = np.zeros((len(places), len(works)), dtype=np.int64)
    starts = [start for start, _ in works]
    for row, (start, _) in enumerate(places):
        here = bisect_right(ends, start)
        before = bisect_right(starts, start) - 1
        for column, number in enumerate(numbers):
            apart = max(-REACH, min(REACH, here - number))
            bucket = apart + REACH + (apart > 0 or (apart == 0 and starts[column] <= start))
            found[row, column] = 2 * bucket + (column in (before, before + 1))
    return found
