"""A reader of sentences that knows just what a test tells it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from assistant.encoder import ClauseReader, Heard, Sentence
from assistant.settings import Settings
from assistant.vendors.paper import Paper
from assistant.vendors.vocabulary import load_clauses

TODAY = date(2026, 5, 1)


class Told(NamedTuple):
    """What a sentence is, says, and what its figures are, by their words."""

    types: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    figures: Mapping[str, str] = {}


class ToldReader(ClauseReader):
    """Gives back what was told of a sentence, and nothing of others."""

    def __init__(self, told: Mapping[str, Told]) -> None:
        super().__init__()
        self._told = told

    def read(self, sentences: Sequence[Sentence]) -> tuple[Heard, ...]:
        return tuple(self._of(each) for each in sentences)

    def sieve(self, sentences: Sequence[str]) -> list[dict[str, float]]:
        return [dict.fromkeys(self._told.get(each, Told()).types, 1.0) for each in sentences]

    def _of(self, sentence: Sentence) -> Heard:
        told = self._told.get(sentence.text, Told())
        roles = tuple(
            {
                next(
                    (role for words, role in told.figures.items() if _meet(sentence.text, words, start, end)), "other"
                ): 1.0
            }
            for start, end in sentence.figures
        )
        return Heard(dict.fromkeys(told.types, 1.0), dict.fromkeys(told.says, 1.0), roles)


def _meet(text: str, words: str, start: int, end: int) -> bool:
    at = text.index(words)
    return at < end and start < at + len(words)


def paper_of(told: Mapping[str, Told]) -> Paper:
    """A paper of just these sentences, one a line."""
    vocabulary = dataclasses.replace(load_clauses(Settings().knowledge()), reader=ToldReader(told))
    return Paper("\n".join(told), TODAY, vocabulary)
