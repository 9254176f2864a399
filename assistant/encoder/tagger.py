"""The tagger: which words tell of work, tools, pains and goals, what each figure is, and which work it is about.

One pass of a tower gives a state for each wordpiece; small linear heads do the rest: spans (begin, inside,
outside), the role of a figure, and a link between a figure and a piece of work by scaled dot product. All of it was
learnt by `python -m training.reader` from the marked texts of `training/owners`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from assistant.encoder.bundled import BundledEncoder, inside, padded
from assistant.encoder.pinned import read_pinned
from assistant.encoder.spans import (
    Place,
    Rows,
    best_path,
    log_softmax,
    nearness,
    pieces_of,
    pool,
    runs,
    sentence_of,
    softmax,
    whole_words,
)
from assistant.encoder.tower import FAST_GRAPH, load_tower, weights_folder
from assistant.encoder.tuned import rows_of

WINDOW, MARGIN, AT_ONCE = 254, 32, 8
"""Wordpieces that the tower sees at once; how many at either edge are left to the neighbouring window."""
FIRST, LAST = 101, 102
LONGEST_SENTENCE = 64
"""Wordpieces of words or a sentence that count for what they mean alone."""
MEANING_WORTH = 1.5
"""How much the meaning alone counts beside the states in the text; chosen on texts kept aside."""
TINY = 1e-9
BOLDER = {"work": 1.0}
"""Taken from the score of being no part of a span: work that is missed takes its figures with it, so more is found at
some cost in precision."""
FAR = 3200
"""Letters between a figure and the work that it is about, at most."""


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
    """A text's tags in order, one role for each figure that was handed in, and the mean state of its wordpieces."""

    tags: tuple[Tag, ...]
    roles: tuple[Role, ...]
    mean: Rows | None = field(default=None, compare=False, repr=False)


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
        self._session, self._heads, self._names = tower.session, tower.learnt, tower.names
        self._meaning = load_tower(weights_folder("questions"), FAST_GRAPH).session

    def meant(self, tagged: Tagged, asked: str | None) -> Mapping[str, float]:
        """What a tagged reply is meant as, with probabilities: answer, tell, vague, unknown, skip, back, why, ...

        `asked` is what the open question is about, one of ASKED or None.
        """
        if tagged.mean is None:
            return {"chat": 1.0}
        row = np.concatenate([tagged.mean, asked_row(asked)])
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
        kinds = self._kinds(text, offsets, states, [places[n] for n in works])
        best = {n: self._best(shares) for n, shares in zip(works, kinds, strict=True)}
        about = self._links("other", text, pooled, places, pooled[works], [places[n] for n in works])
        tags = (
            replace(each, works=best[n]) if n in best else replace(each, about=None if to is None else works[to])
            for n, (each, to) in enumerate(zip(spans, about, strict=True))
        )
        told = self._links("figure", text, shown, figures, pooled[works], [places[n] for n in works])
        roles = self._roles(shown, [None if to is None else works[to] for to in told])
        return Tagged(tuple(tags), tuple(roles), states[:WINDOW].mean(axis=0))

    def _kinds(self, text: str, offsets: Sequence[Place], states: Rows, works: Sequence[Place]) -> Rows:
        """The share of each kind of work for words of work: by their states in the text, and by what they and their
        sentence mean alone, as the question tower has it; the two err apart."""
        if not works:
            return np.zeros((0, len(self._names["works"])), dtype=np.float32)
        around = [sentence_of(text, *each) for each in works]
        inside_text = np.hstack(
            [pool(states, [pieces_of(offsets, *each) for each in some]) for some in (works, around)]
        )
        alone = self.meanings([text[slice(*each)] for each in (*works, *around)])
        by_meaning = np.hstack([alone[: len(works)], alone[len(works) :]])
        logs = log_softmax(self._scores("works", inside_text))
        return softmax(logs + MEANING_WORTH * log_softmax(self._scores("meaning", by_meaning)))

    def meanings(self, texts: Sequence[str]) -> Rows:
        """One unit row for each text, by the question tower in eight bits; the same text is looked at once."""
        different = {each: number for number, each in enumerate(dict.fromkeys(texts))}
        pieces = [self._tokenizer.encode(each.strip(), add_special_tokens=False).ids for each in different]
        rows = rows_of(self._meaning, [[FIRST, *each[:LONGEST_SENTENCE], LAST] for each in pieces])
        return rows[[different[each] for each in texts]]

    def _scores(self, head: str, rows: Rows) -> Rows:
        return np.asarray(rows @ self._heads[f"{head}/weight"].T + self._heads[f"{head}/bias"], dtype=np.float32)

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
        scores = self._scores("spans", states).reshape(len(states), -1, 3)
        scores[:, :, 0] -= [BOLDER.get(each, 0.0) for each in self._names["kinds"]]
        shares = softmax(scores)
        glued = np.array([n > 0 and offsets[n][0] == offsets[n - 1][1] for n in range(len(offsets))])
        path = best_path(np.log(shares + TINY), glued)
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
            int(n) if scores[row, n] > nothing[row] and abs(places[row][0] - work_places[n][0]) < FAR else None
            for row, n in enumerate(best)
        ]

    def _roles(self, rows: Rows, about: Sequence[int | None]) -> Iterator[Role]:
        heads, names = self._heads, self._names
        if not len(rows):
            return
        grown = np.maximum(rows @ heads["role/in"].T + heads["role/in_bias"], 0.0)
        shares = softmax(grown @ heads["role/weight"].T + heads["role/bias"])
        for row, one in zip(shares, about, strict=True):
            yield Role(dict(zip(names["roles"], row.tolist(), strict=True)), one)

    def _best(self, shares: Rows, most: int = 5) -> tuple[tuple[str, float], ...]:
        names = self._names["works"]
        return tuple((names[n], float(shares[n])) for n in np.argsort(-shares)[:most])


def asked_row(asked: str | None) -> Rows:
    """A one at the place of what is asked about; zeros where no question is open."""
    return np.array([float(each == asked) for each in ASKED], dtype=np.float32)
