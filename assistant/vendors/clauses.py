"""Sentences of a proposal by the type of clause they are, each with a confidence."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.vendors.cues import CueIndex
from assistant.vendors.parties import Party, with_roles
from assistant.vendors.segments import Segment
from assistant.vendors.vocabulary import ClauseType, ClauseVocabulary, load_clauses

__all__ = ["FLOOR", "SURE", "Candidate", "ClauseVocabulary", "Detector", "best", "confidence_of", "load_clauses"]

FLOOR = 0.01
SURE = 0.5
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_LONGEST = 3_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be a clause of a type; `confidence` is 0-1."""

    type: str
    segment: Segment
    confidence: float


class Detector:
    """Scores sentences by the patterns of a vocabulary; any model that keeps `candidates` can take its place."""

    def __init__(self, vocabulary: ClauseVocabulary, named: tuple[Party, ...] = ()) -> None:
        self._named = named
        self._types = vocabulary.types
        self._cues = CueIndex([each.cues for each in vocabulary.types])

    def candidates(self, segments: Iterable[Segment], floor: float = FLOOR) -> tuple[Candidate, ...]:
        """Every sentence with every type whose confidence is above `floor`, in order of the text."""
        found: list[Candidate] = []
        for segment in segments:
            words = with_roles(segment.words.lower().translate(_STRAIGHT)[:_LONGEST], self._named)
            for number in sorted(self._cues.entries(words)):
                confidence = confidence_of(self._types[number], words, segment.heading)
                if confidence > floor:
                    found.append(Candidate(self._types[number].id, _narrowed(self._types[number], segment), confidence))
        return tuple(found)


def _narrowed(clause: ClauseType, segment: Segment) -> Segment:
    """The piece of a sentence that states the clause, where the type has one: the date of an effective date."""
    found = clause.narrow.search(segment.text) if clause.narrow else None
    if found is None:
        return segment
    start, end = found.span()
    return replace(
        segment,
        start=segment.start + start,
        end=segment.start + end,
        text=found.group(),
        words=" ".join(found.group().split()),
    )


def confidence_of(clause: ClauseType, words: str, heading: str) -> float:
    """How likely a sentence (lower case, one line) under a heading is a clause of the type, 0-1."""
    score = clause.base + sum(each.weight for each in clause.signals if each.pattern.search(words))
    if heading and clause.heading.pattern.search(heading):
        score += clause.heading.weight
    return 1 / (1 + math.exp(-score))


def best(candidates: Iterable[Candidate], sure: float = SURE) -> dict[str, tuple[Candidate, ...]]:
    """The candidates at or above `sure` by type, most confident first."""
    found: dict[str, list[Candidate]] = defaultdict(list)
    for each in candidates:
        if each.confidence >= sure:
            found[each.type].append(each)
    return {name: tuple(sorted(each, key=lambda one: -one.confidence)) for name, each in found.items()}
