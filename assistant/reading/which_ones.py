"""Which of some numbered things an owner says yes to: all of them, none, only the second, all but the first."""

from __future__ import annotations

from assistant.reading.only import beyond, words_of
from assistant.reading.vocabulary import ReadingVocabulary

NUMBERS = {"1": 1, "2": 2, "3": 3, "4": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}
REFUSING = frozenset({"not", "but", "except", "without"})
TAKING = frozenset({"all", "both", "only", "just", "take", "keep"})


def which_ones(text: str, count: int, vocabulary: ReadingVocabulary) -> frozenset[int] | None:
    """The numbers, from 1 to `count`, that words take; empty for a no; None where they say anything else besides, or
    leave it open."""
    words = words_of(text)
    said = [each for each in words if each not in NUMBERS]
    if beyond(said, (*vocabulary.yes_words, *vocabulary.no_words, *vocabulary.beside_numbers)):
        return None
    refusing = REFUSING | _of(said, vocabulary.no_words)
    taking = (TAKING | _of(said, vocabulary.yes_words)) - refusing
    taken, refused, takes = set[int](), set[int](), True
    for word in words:
        takes = (takes or word in taking) and word not in refusing
        if word in NUMBERS:
            (taken if takes else refused).add(NUMBERS[word])
    every = frozenset(range(1, count + 1))
    if (taken | refused) - every:
        return None
    if taken:
        return frozenset(taken - refused)
    agrees = not taking.isdisjoint(said)
    if refused:
        return every - refused if agrees else None
    if not refusing.isdisjoint(said):
        return frozenset()
    return every if agrees else None


def _of(said: tuple[str, ...] | list[str], phrases: tuple[str, ...]) -> frozenset[str]:
    """The words that belong to one of some phrases."""
    left = beyond(said, phrases)
    return frozenset(each for each in said if each not in left)
