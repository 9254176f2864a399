"""A proposal made ready for reading: its segments, what type of clause each may be, and its figures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from assistant.domain.proposal import Span
from assistant.vendors.clauses import SURE, Candidate, Detector
from assistant.vendors.figures import Masked, masked
from assistant.vendors.parties import Party, parties, with_roles
from assistant.vendors.segments import Segment, split
from assistant.vendors.vocabulary import ClauseVocabulary

_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty|thirty|forty|sixty|ninety|"
    r"hundred|fortnight|half|dozen|annual|yearly|monthly|quarter)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Paper:
    """One proposal; `text` has the same offsets as the file, with what was not meant for the owner blanked out.

    `doubted` has the starts of sentences that stand beside such a passage.
    """

    text: str
    today: date
    vocabulary: ClauseVocabulary
    file_starts: tuple[int, ...] = (0,)
    ready: tuple[Segment, ...] | None = None
    doubted: frozenset[int] = frozenset()
    _masks: dict[int, Masked] = field(default_factory=dict, compare=False, repr=False)
    _plain: dict[int, Masked] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def named(self) -> tuple[Party, ...]:
        """The parties by name, so that patterns can read "Helio owns" as "provider owns"."""
        return parties(self.text)

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """Sentences, headings and rows in order."""
        return split(self.text) if self.ready is None else self.ready

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """Every sentence with every type it may be."""
        return Detector(self.vocabulary, self.named).candidates(self.segments)

    @cached_property
    def likely(self) -> dict[int, dict[str, float]]:
        """Confidence by type for each segment, by the segment's start."""
        found: dict[int, dict[str, float]] = {}
        for each in self.candidates:
            found.setdefault(each.segment.start, {})[each.type] = each.confidence
        return found

    def is_a(self, segment: Segment, *types: str, sure: float = SURE) -> bool:
        """True where the segment is one of the types with at least that confidence."""
        confidences = self.likely.get(segment.start, {})
        return any(confidences.get(each, 0.0) >= sure for each in types)

    def of(self, *types: str, sure: float = SURE) -> tuple[Segment, ...]:
        """The segments that are one of the types, in order of the text."""
        return tuple(each for each in self.segments if self.is_a(each, *types, sure=sure))

    def plain(self, segment: Segment) -> Masked:
        """The segment in lower case on one line, its figures as they stand; for patterns of words alone."""
        if segment.start in self._masks:
            return self._masks[segment.start]
        if segment.start not in self._plain:
            text = masked(segment.text, self.today, has_figures=False)
            self._plain[segment.start] = replace(text, text=with_roles(text.text, self.named))
        return self._plain[segment.start]

    def masked(self, segment: Segment) -> Masked:
        """The segment in lower case with its figures as tokens; read once and kept."""
        if segment.start not in self._masks:
            text = masked(segment.text, self.today, has_figures=bool(_FIGURE.search(segment.text)))
            self._masks[segment.start] = replace(text, text=with_roles(text.text, self.named))
        return self._masks[segment.start]


def span_of(segment: Segment) -> Span:
    """The segment as a quote with its offsets."""
    return Span(quote=segment.text, start=segment.start, end=segment.end)
