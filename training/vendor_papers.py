"""Vendors' papers that teach, as training/papers/*.jsonl has them: sentences with what they are, say and count.

`training/papers/README.md` says what each label means. Lines with "sentences" are whole papers, others single
sentences.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from assistant.encoder.clauses import Sentence
from assistant.vendors.figures import lengths, masked
from assistant.vendors.segments import befores, split
from evals.suites.injections import attacks, is_held_out

PAPERS = Path(__file__).parent / "papers"
OTHER = "other"
"""The role of a figure that no term is read from."""
HEADING_MARK = "# "
SHORT = 20
"""Characters below which a piece of an attack says nothing."""
TODAY = date(2026, 1, 1)
"""Dates without a year are read from here; what a date is does not hang on it."""


Row = dict[str, Any]
"""A line as it stands in a file: words "t", "types", "says" and "figures"."""


class Told(NamedTuple):
    """A sentence with the types of clause it is, what it says as "name: value", and the role of each of its figures."""

    sentence: Sentence
    types: tuple[str, ...]
    says: tuple[str, ...]
    roles: tuple[str, ...]


class Paper(NamedTuple):
    """One paper, or single sentences that have nothing to do with each other."""

    name: str
    told: tuple[Told, ...]


def load_papers() -> list[Paper]:
    """All papers, and each file of single sentences in parts of forty."""
    found: list[Paper] = []
    for path in sorted(PAPERS.glob("*.jsonl")):
        single: list[Told] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if "sentences" in row:
                found.append(Paper(row["id"], tuple(_sentences(row["sentences"]))))
            else:
                single.append(_told(row, row["heading"], ""))
        found += [Paper(f"{path.stem}-{n}", tuple(single[n : n + 40])) for n in range(0, len(single), 40)]
    return found


def machine_notes(folder: Path) -> Paper:
    """The open half of the public attacks (public data: injection): each whole, and sentence by sentence."""
    texts = [each for each in attacks(folder) if not is_held_out(each)]
    single = [piece.words for each in texts for piece in split(each) if len(piece.words) > SHORT]
    return Paper(
        "attacks", tuple(Told(Sentence(each), ("machine_note",), (), ()) for each in dict.fromkeys((*texts, *single)))
    )


def _sentences(rows: list[Row]) -> Iterator[Told]:
    heading = ""
    for row, before in zip(rows, befores(row["t"].removeprefix(HEADING_MARK) for row in rows), strict=True):
        told = _told(row, heading, before)
        yield told
        if row["t"].startswith(HEADING_MARK):
            heading = told.sentence.text.lower()


def _told(row: Row, heading: str, before: str) -> Told:
    text = " ".join(row["t"].removeprefix(HEADING_MARK).split())
    marked = {(text.find(words), text.find(words) + len(words)): role for role, words in row["figures"]}
    places = {(each.start, each.end) for each in (*masked(text, TODAY).figures, *lengths(text))}
    missed = [one for one in marked if one[0] >= 0 and not any(_meet(one, other) for other in places)]
    figures = tuple(sorted([*places, *missed]))
    roles = tuple(next((role for one, role in marked.items() if _meet(one, each)), OTHER) for each in figures)
    return Told(Sentence(text, heading, before, figures), tuple(row["types"]), tuple(row["says"]), roles)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
