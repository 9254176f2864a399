"""The tagger: which words tell of work, tools, pains and goals, what each figure is, and which work it is about.

One pass of a tower gives a state for each wordpiece; small linear heads do the rest: spans (begin, inside,
outside), the role of a figure, and a link between a figure and a piece of work by scaled dot product. All of it was
learnt by `python -m training.reader` from the marked texts of `training/owners`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

import numpy as np

from assistant.encoder.bundled import load_tokenizer
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
from assistant.encoder.windows import FIRST, LAST, WINDOW, states_of

LONGEST_WORDS = 64
"""Wordpieces of words of work that count for what they mean alone."""
MEANING_WORTH = 1.0
"""How much the meaning alone counts beside the states in the text: 1, as for two witnesses that err apart."""
CLEAR = 0.9
"""Share by the states in the text from which the meaning alone is not asked: it would cost a second pass."""
TINY = 1e-9
BOLDER = {"work": 1.0}
"""Taken from the score of being no part of a span: work that is missed takes its figures with it, so more is found at
some cost in precision."""
NOTHING_OFFERED: Mapping[Place, float] = {}
FAR = 3200
"""Letters between a figure and the work that it is about, at most."""


@dataclass(frozen=True, slots=True)
class Tag:
    """Words of one kind: text[start:end], with the probability that they are of it.

    `works` are the most likely kinds of work, for a tag of work.
    """

    kind: str
    start: int
    end: int
    score: float
    works: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """What a figure may be, each with its probability."""

    shares: Mapping[str, float]

    def among(self, names: Sequence[str]) -> str:
        """The likeliest of some roles."""
        return max(names, key=lambda name: self.shares.get(name, 0.0))

    @property
    def name(self) -> str:
        """The likeliest role."""
        return self.among(tuple(self.shares))


@dataclass(frozen=True, slots=True)
class Tagged:
    """A text's tags in order and one role for each figure that was handed in; with what further questions need: where
    the wordpieces of the text are, and their states."""

    tags: tuple[Tag, ...]
    roles: tuple[Role, ...]
    text: str = field(default="", repr=False)
    offsets: Sequence[Place] = field(default=(), compare=False, repr=False)
    states: Rows | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Alone:
    """What words tell of work by what they mean alone: the log-odds that they tell of any, and the likeliest kind."""

    log_odds: float
    work: str
    share: float


ASKED = ("goals", "strengths", "processes", "hours", "minutes", "items", "error", "doer", "staff", "freed_use", "spare",
         "budget", "stable", "written", "tools", "tried")  # fmt: skip
"""What an open question may be about, as far as it helps to tell an answer from a remark."""


class Tagger:
    """Owners' words to tags; safe between threads."""

    def __init__(self, folder: Path | None = None) -> None:
        """Loads what was learnt; raises EncoderMissing where a file is missing or not ours."""
        self._tokenizer = load_tokenizer()
        tower = load_tower(folder or weights_folder("reader"))
        self._session, self._heads, self._names = tower.session, tower.learnt, tower.names
        self._meaning = load_tower(weights_folder("questions"), FAST_GRAPH).session

    def meant(self, tagged: Tagged, asked: str | None) -> Mapping[str, float]:
        """What a tagged reply is meant as, with probabilities: answer, tell, vague, unknown, skip, back, why, ...

        `asked` is what the open question is about, one of ASKED or None.
        """
        if tagged.states is None:
            return {"chat": 1.0}
        row = np.concatenate([tagged.states[:WINDOW].mean(axis=0), asked_row(asked)])
        shares = softmax(row @ self._heads["meant/weight"].T + self._heads["meant/bias"])
        return dict(zip(self._names["meant"], shares.tolist(), strict=True))

    def answers(self, tagged: Tagged, asked: str) -> float:
        """The probability that a tagged reply says anything of the fact that was asked; 1 where nobody taught that."""
        names = self._names["at_all"]
        if tagged.states is None or asked not in names:
            return 1.0
        row, at = tagged.states[:WINDOW].mean(axis=0), names.index(asked)
        return float(1 / (1 + np.exp(-(row @ self._heads["at_all/weight"][at] + self._heads["at_all/bias"][at]))))

    def tag(self, text: str, figures: Sequence[Place], offered: Mapping[Place, float] = NOTHING_OFFERED) -> Tagged:
        """The tags of a text, and the role of each of its figures, which are pieces text[start:end].

        `offered` are places whose words are the catalogue's for work, each with the least share of being work from
        which it is tagged as that.
        """
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        if not encoding.ids:
            return Tagged((), tuple(Role({"nofigure": 1.0}) for _ in figures))
        offsets = encoding.offsets
        states = states_of(self._session, encoding.ids)
        spans = sorted(self._spans(text, offsets, states, offered), key=lambda each: (each.start, each.end))
        works = [n for n, each in enumerate(spans) if each.kind == "work"]
        kinds = self._kinds(text, offsets, states, [(spans[n].start, spans[n].end) for n in works])
        for n, shares in zip(works, kinds, strict=True):
            spans[n] = replace(spans[n], works=self._best(shares))
        roles = self._roles(pool(states, [pieces_of(offsets, *each) for each in figures]))
        return Tagged(tuple(spans), tuple(roles), text, offsets, states)

    def about(
        self, tagged: Tagged, what: Literal["figure", "other"], places: Sequence[Place], works: Sequence[Place]
    ) -> list[int | None]:
        """For each figure, or other mark, of a text the piece of work that it is most likely about, by its place in
        `works`; None where it is about none."""
        if tagged.states is None or not places or not works:
            return [None] * len(places)
        heads = self._heads
        rows = pool(tagged.states, [pieces_of(tagged.offsets, *each) for each in places])
        keys = pool(tagged.states, [pieces_of(tagged.offsets, *each) for each in works])
        nothing = rows @ heads[f"{what}/nothing"] + heads[f"{what}/nothing_bias"]
        scores = (rows @ heads[f"{what}/key"].T) @ (keys @ heads[f"{what}/work_key"].T).T
        scores = scores / np.sqrt(heads[f"{what}/key"].shape[0])
        scores += heads[f"{what}/near"][nearness(tagged.text, places, works)]
        best = scores.argmax(axis=1)
        return [
            int(n) if scores[row, n] > nothing[row] and abs(places[row][0] - works[n][0]) < FAR else None
            for row, n in enumerate(best)
        ]

    def _kinds(self, text: str, offsets: Sequence[Place], states: Rows, works: Sequence[Place]) -> Rows:
        """The share of each kind of work for words of work: by their states in the text and those of their sentence,
        and, where these leave it open, by what the words mean alone, by the question tower: the two err apart."""
        if not works:
            return np.zeros((0, len(self._names["works"])), dtype=np.float32)
        around = [sentence_of(text, *each) for each in works]
        inside_text = np.hstack(
            [pool(states, [pieces_of(offsets, *each) for each in some]) for some in (works, around)]
        )
        logs = log_softmax(self._scores("works", inside_text))
        unsure = np.flatnonzero(np.exp(logs.max(axis=1)) < CLEAR).tolist()
        if unsure:
            alone = self.meanings([text[slice(*works[n])] for n in unsure])
            logs[unsure] += MEANING_WORTH * log_softmax(self._scores("meaning", alone))
        return softmax(logs)

    def meanings(self, texts: Sequence[str]) -> Rows:
        """One unit row for each text, by the question tower in eight bits; the same text is looked at once."""
        different = {each: number for number, each in enumerate(dict.fromkeys(texts))}
        pieces = [self._tokenizer.encode(each.strip(), add_special_tokens=False).ids for each in different]
        rows = rows_of(self._meaning, [[FIRST, *each[:LONGEST_WORDS], LAST] for each in pieces])
        return rows[[different[each] for each in texts]]

    def alone(self, texts: Sequence[str]) -> list[Alone]:
        """What each text tells of work by what it means alone."""
        rows = self.meanings(texts) if texts else np.zeros((0, self._heads["telling/weight"].shape[1]), np.float32)
        kinds = softmax(self._scores("meaning", rows))
        best, tells = kinds.argmax(axis=1), self._scores("telling", rows)[:, 0]
        return [Alone(float(tells[n]), self._names["works"][k], float(kinds[n, k])) for n, k in enumerate(best)]

    def share_alone(self, text: str, work: str) -> float:
        """The share (0-1) that a kind of work has in what a text means alone; 1 for a kind that nobody taught."""
        if work not in self._names["works"]:
            return 1.0
        shares = softmax(self._scores("meaning", self.meanings([text])))
        return float(shares[0, self._names["works"].index(work)])

    def _scores(self, head: str, rows: Rows) -> Rows:
        return np.asarray(rows @ self._heads[f"{head}/weight"].T + self._heads[f"{head}/bias"], dtype=np.float32)

    def _spans(
        self, text: str, offsets: Sequence[Place], states: Rows, offered: Mapping[Place, float]
    ) -> Iterator[Tag]:
        """The pieces of each kind: wordpieces that are likely of it, without a new beginning between them; and the
        places offered as work that lie in none of work and are not unlikely."""
        scores = self._scores("spans", states).reshape(len(states), -1, 3)
        plain = softmax(scores)
        scores[:, :, 0] -= [BOLDER.get(each, 0.0) for each in self._names["kinds"]]
        shares = softmax(scores)
        glued = np.array([n > 0 and offsets[n][0] == offsets[n - 1][1] for n in range(len(offsets))])
        path = best_path(np.log(shares + TINY), glued)
        for kind, name in enumerate(self._names["kinds"]):
            for first, stop in runs(path[:, kind]):
                start, end = whole_words(text, offsets[first][0], offsets[stop - 1][1])
                yield Tag(name, start, end, float(1 - shares[first:stop, kind, 0].mean()))
        work = self._names["kinds"].index("work")
        for (start, end), least in offered.items():
            first, stop = pieces_of(offsets, start, end)
            share = float(1 - plain[first:stop, work, 0].mean())
            if share >= least and not path[first:stop, work].any():
                yield Tag("work", start, end, share)

    def _roles(self, rows: Rows) -> Iterator[Role]:
        heads, names = self._heads, self._names
        if not len(rows):
            return
        grown = np.maximum(rows @ heads["role/in"].T + heads["role/in_bias"], 0.0)
        for row in softmax(grown @ heads["role/weight"].T + heads["role/bias"]):
            yield Role(dict(zip(names["roles"], row.tolist(), strict=True)))

    def _best(self, shares: Rows, most: int = 5) -> tuple[tuple[str, float], ...]:
        names = self._names["works"]
        return tuple((names[n], float(shares[n])) for n in np.argsort(-shares)[:most])


def asked_row(asked: str | None) -> Rows:
    """A one at the place of what is asked about; zeros where no question is open."""
    return np.array([float(each == asked) for each in ASKED], dtype=np.float32)
