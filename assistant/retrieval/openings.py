"""What is said before each sentence of an answer: what it rests on, how old that is, and that others disagree."""

from __future__ import annotations

from datetime import date

from assistant.domain.knowledge import Passage
from assistant.language.phrases import say_day
from assistant.retrieval.phrasing import Label, Phrasing


class Openings:
    """The openings of one answer, asked for in the order of its sentences: what holds on is not said twice."""

    def __init__(self, phrasing: Phrasing, today: date) -> None:
        self._phrasing = phrasing
        self._today = today
        self._weak: Passage | None = None
        """The passage whose weak ground was told last, while sentences go on resting on it."""
        self._aged: Passage | None = None
        self._against = False

    def before(self, sentence: str, passage: Passage, *, disagrees: bool) -> str:
        """What to put before a sentence of this passage; empty where nothing need be said."""
        ground = self._ground(sentence, passage, named=disagrees)
        parts = [each for each in (ground, self._age(passage)) if each]
        said = ", ".join(parts)
        opening = f"{said[0].upper()}{said[1:]}: " if said else ""
        if not disagrees:
            return opening
        announced, self._against = self._against, True
        return (self._phrasing.disagrees_again if announced else self._phrasing.disagrees) + opening

    def _ground(self, sentence: str, passage: Passage, *, named: bool) -> str:
        """What the sentence rests on, where that is weak, or stronger than what was just told."""
        label = self._phrasing.labels.get(passage.strength)
        if label is None:
            told, self._weak = self._weak, None
            return self._phrasing.firmer.get(passage.strength, "") if told and not named else ""
        goes_on = self._weak is not None and _alike(passage, self._weak, label)
        if label.spares(sentence):
            self._weak = self._weak if goes_on else None
            return ""
        self._weak = passage
        if label.said_in(sentence):
            return ""
        return label.again if goes_on else label.first

    def _age(self, passage: Passage) -> str:
        if passage.as_of is None or not passage.may_have_changed(self._today):
            self._aged = None
            return ""
        told, self._aged = self._aged, passage
        if told is not None and (told.document_id, told.as_of) == (passage.document_id, passage.as_of):
            return ""
        return self._phrasing.aged.format(day=say_day(passage.as_of))


def _alike(one: Passage, other: Passage, label: Label) -> bool:
    """True where both rest on the same ground."""
    if one.strength != other.strength:
        return False
    return label.ours or (one.document_id, one.source) == (other.document_id, other.source)
