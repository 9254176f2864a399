"""What the tagger is shown: marked texts, phrases and labelled replies, as wordpieces and right numbers."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from tokenizers import Tokenizer

from assistant.catalogue import load_catalogue
from assistant.encoder.spans import nearness, pieces_of, sentence_of
from assistant.encoder.tagger import asked_row
from assistant.encoder.windows import WINDOW
from assistant.language import quantities
from assistant.language.quantities import Mention
from assistant.retrieval.documents import load_documents
from assistant.settings import Settings
from training.markup import Mark, Marked, load_marked

OWNERS = Path(__file__).parent / "owners"
REPLIES = Path(__file__).parent / "replies.jsonl"
MEANT = ("answer", "tell", "vague", "unknown", "skip", "back", "why", "question", "correct", "chat", "done",
         "distress")  # fmt: skip
SIGNS = ("judgement", "rules", "changing", "steady", "written", "unwritten", "paper", "digital", "facing", "hidden",
         "final")  # fmt: skip
KINDS = ("work", "tool", "notool", "pain", "goal", "strength", "trade", "place", "limit", "tried", "doer", *SIGNS)
ROLES = ("items", "each", "hours", "wrong", "odd", "doers", "staff", "share_staff", "wage", "bill", "toolcost",
         "budget", "sales", "lost", "spare", "horizon", "wait", "past", "clock", "size", "peak", "unreal",
         "nofigure")  # fmt: skip
PERIODS = ("", "day", "week", "2 weeks", "month", "quarter", "year")
"""What the texts mark as the period of a figure; no head learns it yet."""
TOPIC = "topic"
"""A mark over a whole sentence of which only the kind of work is known."""
UNKNOWN = -100
"""The target of what nobody marked: it teaches nothing."""
PHRASES_PART = 6
"""One phrase of so many is shown in each epoch."""
LOWERED, RENUMBERED = 0.15, 0.3
"""Shares of the texts that are shown in lower case, or with other digits, in each epoch."""

Place = tuple[int, int]


class Lesson(NamedTuple):
    """One text as the heads learn it.

    Places are runs of wordpieces, `around` those of the sentences of works. `roles` and `work_ids` are
    numbers of names (or UNKNOWN); `..._about` are the columns that are right for each row, 0 being no work at all, and
    empty where nobody marked it.
    """

    ids: list[int]
    only_topic: bool
    begins: list[tuple[int, int, int]]
    figures: list[Place]
    roles: list[int]
    works: list[Place]
    around: list[Place]
    work_ids: list[int]
    figure_about: list[list[int]]
    others: list[Place]
    other_about: list[list[int]]
    figure_near: np.ndarray[tuple[int, int], np.dtype[np.int64]]
    other_near: np.ndarray[tuple[int, int], np.dtype[np.int64]]


class Reply(NamedTuple):
    """A reply as its head learns it: wordpieces, what was asked, and what it is meant as."""

    ids: list[int]
    asked: np.ndarray[tuple[int], np.dtype[np.float32]]
    meant: int


class School(NamedTuple):
    """What teaches: marked texts, phrases that are a piece of work each, labelled replies, all kinds of work."""

    texts: Sequence[Marked]
    phrases: Sequence[Marked]
    works: Sequence[str]
    replies: Sequence[Reply]
    tokenizer: Tokenizer

    def lessons(self, rng: random.Random) -> list[Lesson]:
        """Every text once, and a part of the phrases."""
        shown = [*self.texts, *rng.sample(list(self.phrases), self.phrases_shown)]
        return [lesson(varied(each, rng), self.tokenizer, self.works) for each in shown]

    @property
    def phrases_shown(self) -> int:
        """Phrases of an epoch."""
        return len(self.phrases) // PHRASES_PART


def load_school(settings: Settings, tokenizer: Tokenizer) -> School:
    """Everything of the repository that teaches."""
    return School(load_marked(OWNERS), *phrases_of(settings), replies_of(tokenizer), tokenizer)


def figures_of(text: str) -> list[Mention]:
    """Everything that may be a figure: quantities, and habits told without a number."""
    return quantities.with_habits(quantities.find(text), quantities.rhythms(text))


def lesson(marked: Marked, tokenizer: Tokenizer, works: Sequence[str]) -> Lesson:
    """A marked text as the heads learn it; what lies behind the window is left out."""
    text = marked.text
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets = encoding.offsets[:WINDOW]
    end = offsets[-1][1]
    marks = [each for each in marked.marks if each.end <= end]
    topics = [each for each in marks if each.kind == TOPIC]
    told = topics or [each for each in marks if each.kind == "work"]
    figure_marks = [each for each in marks if each.kind in ROLES]
    read = [] if topics else [each for each in figures_of(text) if each.end <= end]
    figures = [(each.start, each.end) for each in read]
    unread = [(m.start, m.end) for m in figure_marks if not any(_overlap((m.start, m.end), f) for f in figures)]
    about = [mark_of(each, figure_marks) for each in (*figures, *unread)]
    figures += unread
    others = [each for each in marks if each.kind in ("doer", "sign", "pain")]
    work_places = [(each.start, each.end) for each in told]
    other_places = [(each.start, each.end) for each in others]
    return Lesson(
        ids=encoding.ids[:WINDOW],
        only_topic=bool(topics),
        begins=[
            (KINDS.index(kind_of(each)), *pieces_of(offsets, each.start, each.end))
            for each in marks
            if kind_of(each) in KINDS
        ],
        figures=[pieces_of(offsets, *each) for each in figures],
        roles=[ROLES.index(each.kind if each else "nofigure") for each in about],
        works=[pieces_of(offsets, *each) for each in work_places],
        around=[pieces_of(offsets, *sentence_of(text, *each)) for each in work_places],
        work_ids=[works.index(each.work) if each.work in works else len(works) - 1 for each in told],
        figure_about=[_targets(each, told) for each in about],
        others=[pieces_of(offsets, *each) for each in other_places],
        other_about=[_targets(each, told) if each.kind != "pain" else [] for each in others],
        figure_near=nearness(text, figures, work_places),
        other_near=nearness(text, other_places, work_places),
    )


def kind_of(mark: Mark) -> str:
    """What a mark is; a sign goes by its own name."""
    return mark.names[1] if mark.kind == "sign" else mark.kind


def mark_of(place: Place, marks: Sequence[Mark]) -> Mark | None:
    """The mark that shares most letters with a place, or None."""
    shared = [(min(place[1], each.end) - max(place[0], each.start), each) for each in marks]
    best = max(shared, key=lambda each: each[0], default=(0, None))
    return best[1] if best[0] > 0 else None


def varied(marked: Marked, rng: random.Random) -> Marked:
    """The text as somebody else might type it: in lower case, or with other digits; its length stays."""
    text = marked.text
    if rng.random() < LOWERED:
        lowered = text.lower()
        text = lowered if len(lowered) == len(text) else text
    if rng.random() < RENUMBERED:
        text = re.sub(r"(?<!\d)[1-9](?=\d)", lambda _: str(rng.randint(1, 9)), text)
    return Marked(text, marked.marks)


def phrases_of(settings: Settings) -> tuple[list[Marked], list[str]]:
    """Words and sentences about each kind of work, and the names of all kinds.

    The catalogue's words are a piece of work each; of its sentences, and of what the document on it is asked, only the
    topic is known.
    """
    kinds = load_catalogue(settings.knowledge()).processes
    found = [
        Marked(words, (Mark(("work", each.id), 0, len(words)),)) for each in kinds for words in (each.name, *each.words)
    ]
    sentences = [(each.id, words) for each in kinds for words in each.sounds_like]
    ids = {each.id.replace("_", "-"): each.id for each in kinds}
    told = [each for each in load_documents(settings.knowledge()) if each.id in ids]
    sentences += [(ids[each.id], words) for each in told for asked in each.asked.values() for words in asked]
    found += [Marked(words, (Mark((TOPIC, name), 0, len(words)),)) for name, words in sentences]
    return found, [*(each.id for each in kinds), "other"]


def replies_of(tokenizer: Tokenizer) -> list[Reply]:
    """The labelled replies of training/replies.jsonl."""
    rows = [json.loads(line) for line in REPLIES.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Reply(
            tokenizer.encode(each["reply"], add_special_tokens=False).ids[:WINDOW],
            asked_row(each["asked"]),
            MEANT.index(each["kind"]),
        )
        for each in rows
    ]


def _overlap(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _targets(mark: Mark | None, told: Sequence[Mark]) -> list[int]:
    """The columns that are right for a mark: 0 for nothing, else one more than the number of a piece of work."""
    if mark is None or mark.work is None:
        return [0]
    return [n + 1 for n, each in enumerate(told) if each.work == mark.work] or [0]
