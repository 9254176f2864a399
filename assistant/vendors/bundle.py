"""The files of one proposal as one text, and that text made ready for reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.domain.proposal import FileText, Trust
from assistant.vendors.forms import without_unticked
from assistant.vendors.paper import Paper
from assistant.vendors.segments import Segment, split
from assistant.vendors.trust import beside_notes, blanked, notes_to_machines, strange_letters, unseen_passages
from assistant.vendors.vocabulary import ClauseVocabulary

_BETWEEN_FILES = "\n\n"


@dataclass(frozen=True)
class Bundle:
    """The files as one text: where each begins, and what in it was not meant for the owner."""

    text: str
    starts: tuple[int, ...]
    segments: tuple[Segment, ...]
    orders: tuple[Trust, ...]
    other_notes: tuple[Trust, ...]

    @property
    def notes(self) -> tuple[Trust, ...]:
        """Everything that was not meant for the owner."""
        return self.orders + self.other_notes


def bundled(files: tuple[FileText, ...], clauses: ClauseVocabulary) -> Bundle:
    """The files joined, each with its offset, and every passage in them that was not meant for the owner."""
    text, starts = "", []
    for file in files:
        text += _BETWEEN_FILES if text else ""
        starts.append(len(text))
        text += file.text
    segments = split(text)
    unseen = tuple(note for file in files for note in unseen_passages(file, clauses.reader))
    orders = notes_to_machines(text, segments, clauses.reader)
    return Bundle(text, tuple(starts), segments, orders, strange_letters(text) + unseen)


def paper_of(bundle: Bundle, today: date, clauses: ClauseVocabulary) -> Paper:
    """The bundle without what speaks to machines, and without what its own form leaves unticked."""
    text = without_unticked(blanked(bundle.text, bundle.orders))
    ready = bundle.segments if text == bundle.text else None
    return Paper(text, today, clauses, ready, beside_notes(bundle.orders, bundle.segments))
