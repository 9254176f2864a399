"""A proposal made ready for reading: its sentences, what each of them says, and its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from math import exp, log

from assistant.domain.proposal import Span
from assistant.encoder import Heard, Sentence
from assistant.vendors.figures import Figure, Masked, lengths, masked
from assistant.vendors.parties import Party, parties, with_roles
from assistant.vendors.segments import Segment, befores, split
from assistant.vendors.vocabulary import ClauseVocabulary

_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty|thirty|forty|sixty|ninety|"
    r"hundred|fortnight|half|dozen|annual|yearly|monthly|quarter)",
    re.IGNORECASE,
)
FLOOR, SURE = 0.01, 0.5
"""Probabilities from which a type of clause is a candidate, and from which a sentence is one."""
LONG, READ_CLOSELY = 250, 200
"""Sentences of a paper that is long, and how many of these, the likest to clauses, are read closely."""
LEAST = 1e-6
_LONGEST = 2_500
"""Characters of what is read as a sentence; longer ones are tables of contents or walls of definitions."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be a clause of a type; `confidence` is 0-1."""

    type: str
    segment: Segment
    confidence: float


@dataclass(frozen=True)
class Paper:
    """One proposal; `text` has the same offsets as the file, with what was not meant for the owner blanked out.

    `doubted` has the starts of sentences that stand beside such a passage.
    """

    text: str
    today: date
    vocabulary: ClauseVocabulary
    ready: tuple[Segment, ...] | None = None
    doubted: frozenset[int] = frozenset()
    _masks: dict[int, Masked] = field(default_factory=dict, compare=False, repr=False)
    _figures: dict[int, tuple[Figure, ...]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def named(self) -> tuple[Party, ...]:
        """The parties by name, so that patterns can read "Helio owns" as "provider owns"."""
        return parties(self.text)

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """Sentences, headings and rows in order."""
        return split(self.text) if self.ready is None else self.ready

    @cached_property
    def heard(self) -> Mapping[int, Heard]:
        """What each sentence says, by its start; of a long paper, what the sentences likest to clauses say."""
        before = befores(each.text for each in self.segments)
        pairs = list(zip(self.segments, before, strict=True))
        if len(pairs) > LONG:
            likely = self.sieved
            ranked = sorted(pairs, key=lambda pair: -max(likely[pair[0].start].values()))
            pairs = ranked[:READ_CLOSELY]
        pairs = [(each, one) for each, one in pairs if len(each.text) <= _LONGEST]
        sentences = [Sentence(each.words, each.heading, one, tuple(self._places(each))) for each, one in pairs]
        made = self.vocabulary.reader.read(sentences)
        return {each.start: heard for (each, _), heard in zip(pairs, made, strict=True)}

    @cached_property
    def sieved(self) -> Mapping[int, Mapping[str, float]]:
        """The sieve's confidence by type for each segment, by its start."""
        shares = self.vocabulary.reader.sieve([each.words for each in self.segments])
        return {each.start: one for each, one in zip(self.segments, shares, strict=True)}

    @cached_property
    def likely(self) -> Mapping[int, Mapping[str, float]]:
        """Confidence by type for each segment, by its start."""
        return {each.start: self._blended(each.start) for each in self.segments}

    def _blended(self, start: int) -> Mapping[str, float]:
        """Of a sentence that was read closely, the mean of the two readers' log-odds; else what the sieve says."""
        sieved, heard = self.sieved[start], self.heard.get(start)
        if heard is None:
            return sieved
        return {name: blend(share, sieved[name]) for name, share in heard.types.items()}

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """Every sentence with every type it may be, in order of the text."""
        return tuple(self._candidates())

    def _candidates(self) -> Iterator[Candidate]:
        narrow = {each.id: each.narrow for each in self.vocabulary.types if each.narrow}
        for segment in self.segments:
            for name, confidence in self.likely.get(segment.start, {}).items():
                if confidence > FLOOR:
                    yield Candidate(name, _narrowed(segment, narrow.get(name)), confidence)

    def is_a(self, segment: Segment, *types: str, sure: float = SURE) -> bool:
        """True where the segment is one of the types with at least that confidence."""
        confidences = self.likely.get(segment.start, {})
        return any(confidences.get(each, 0.0) >= sure for each in types)

    def of(self, *types: str, sure: float = SURE) -> tuple[Segment, ...]:
        """The segments that are one of the types, in order of the text."""
        return tuple(each for each in self.segments if self.is_a(each, *types, sure=sure))

    def figures(self, segment: Segment) -> tuple[Figure, ...]:
        """Every figure of a segment and every length said without a number, in order, as the roles of `heard` are."""
        if segment.start not in self._figures:
            found = (*self.masked(segment).figures, *lengths(segment.text))
            self._figures[segment.start] = tuple(sorted(found, key=lambda each: each.start))
        return self._figures[segment.start]

    def _places(self, segment: Segment) -> Iterator[tuple[int, int]]:
        """Where the figures stand in the segment's words on one line."""
        for each in self.figures(segment):
            before = " ".join(segment.text[: each.start].split())
            inside = " ".join(segment.text[each.start : each.end].split())
            start = segment.words.find(inside, max(0, len(before) - 1))
            yield (start, start + len(inside)) if start >= 0 else (0, 1)

    def masked(self, segment: Segment) -> Masked:
        """The segment in lower case with its figures as tokens; read once and kept."""
        if segment.start not in self._masks:
            text = masked(segment.text, self.today, has_figures=bool(_FIGURE.search(segment.text)))
            self._masks[segment.start] = replace(text, text=with_roles(text.text, self.named))
        return self._masks[segment.start]


def _narrowed(segment: Segment, narrow: re.Pattern[str] | None) -> Segment:
    """The piece of a sentence that states the clause, where the type has one: the date of an effective date."""
    found = narrow.search(segment.text) if narrow else None
    if found is None:
        return segment
    start, end = found.span()
    words = " ".join(found.group().split())
    return replace(segment, start=segment.start + start, end=segment.start + end, text=found.group(), words=words)


def blend(one: float, other: float) -> float:
    """The probability whose logarithm of odds is the mean of two probabilities'."""
    odds = [log(max(each, LEAST) / max(1 - each, LEAST)) for each in (one, other)]
    return 1 / (1 + exp(-sum(odds) / 2))


def span_of(segment: Segment) -> Span:
    """The segment as a quote with its offsets."""
    return Span(quote=segment.text, start=segment.start, end=segment.end)
