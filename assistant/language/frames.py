"""Periods that open a sentence and hold for the quantities in it: On Saturdays ..., In November ..., Every week ..."""

from __future__ import annotations

from dataclasses import replace

from assistant.language.measures import Measures
from assistant.language.periods import PeriodReader, PeriodWords
from assistant.language.scopes import Scoped, Scopes
from assistant.language.tokens import Tokens

LEADS = ("and", "but", "so", "well", "now", "then", "oh", "-", "also", "yes", "no", "ok")
OWN_DETERMINERS = ("this", "last", "every", "each", "on", "in", "most", "during", "over")
MONTH_HOLDS = 5
"""Sentences for which "In November" holds on: a month is told of at length, a week or a day in a sentence or two."""


class Frames:
    """Walks through a text and remembers the period that its sentences stand under."""

    def __init__(self, tokens: Tokens, words: Measures, periods: PeriodReader, scopes: Scopes) -> None:
        self._tokens = tokens
        self._words = words
        self._lower = tokens.lower
        self._periods = periods
        self._scopes = scopes

    def apply(self, found: list[Scoped]) -> list[Scoped]:
        """The amounts, those without a period taking the one that they stand under."""
        frames = self._frames()
        sentence_of = self._sentences()
        framed: list[Scoped] = []
        at = 0
        for each in found:
            while at + 1 < len(frames) and frames[at + 1].start < each.amount.start:
                at += 1
            frame = frames[at] if frames and frames[at].start < each.amount.start else None
            if frame is not None and not each.per and self._stands_under(each, frame, sentence_of):
                each = replace(each, per=frame.per)
            framed.append(each)
        return framed

    def _frames(self) -> list[PeriodWords]:
        """All frames in order; a paragraph's end is an empty frame."""
        frames: list[PeriodWords] = []
        opened = True
        at = 0
        while at < len(self._tokens):
            words = self._frame_at(at, opened)
            if words is not None:
                frames.append(words)
                at = words.stop
                opened = False
                continue
            if self._lower(at) == "\n" and self._lower(at + 1) == "\n":
                frames.append(PeriodWords("", at, at + 1))
            if self._tokens.ends_sentence(at):
                opened = True
            elif not self._tokens.is_sign(at):
                opened = opened and self._lower(at) in LEADS
            at += 1
        return frames

    def _frame_at(self, at: int, opened: bool) -> PeriodWords | None:
        """Any period at the head of a sentence; inside one, only with its own determiner and not after a figure."""
        words = self._periods.read(at)
        if words is None or self._lower(at) in ("a", "an", "/"):
            return None
        inside = self._lower(at) in OWN_DETERMINERS and not self._tokens.is_figure(at - 1)
        return words if opened or inside else None

    def _sentences(self) -> list[int]:
        numbers, number = [], 0
        for at in range(len(self._tokens)):
            numbers.append(number)
            number += self._tokens.ends_sentence(at)
        return numbers

    def _stands_under(self, each: Scoped, frame: PeriodWords, sentence_of: list[int]) -> bool:
        amount = each.amount
        apart = sentence_of[amount.start] - sentence_of[frame.start]
        holds = (MONTH_HOLDS if frame.per == "month" else 1) if frame.instance else 0
        if not frame.per or apart > holds or amount.kind not in ("count", "duration", "money", "number"):
            return False
        if amount.kind == "number" and (apart or frame.instance):
            return False
        if amount.kind == "count" and amount.unit.split(" ")[-1] in self._words.persons:
            return False
        return self._scopes.can_take(amount, frame.per)
