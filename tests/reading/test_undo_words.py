"""Words that ask to take back the last turn and say nothing else."""

from __future__ import annotations

import pytest

from assistant.reading.control import takes_back
from assistant.reading.vocabulary import ReadingVocabulary

TAKE_BACK = (
    "undo",
    "Undo.",
    "take that back",
    "Sorry, take that back please",
    "I take it back",
    "undo my last answer",
    "undo the last message",
    "undo the last thing I said",
    "oh undo",
    "I'd like to undo that",
    "never mind, undo it",
    "that was wrong, undo",
    "forget what I just said",
    "take the last bit back",
    "unsay that",
    "can you undo that?",
    "Undo my last message",
    "undo that last one please",
    "I’d like to take that back",
    "no, that's not right, undo",
    "it was a typo, undo",
    "undo what I just wrote",
    "hang on, undo that",
)
TAKE_NOTHING = (
    "can I undo an automation later?",
    "we had to undo the whole rollout",
    "We undo 30 wrong bookings a week.",
    "Customers take it back to the shop.",
    "Is there an undo button?",
    "What is undo?",
    "can I undo it?",
    "don't undo that",
    "How do I undo that?",
    "we take goods back",
    "undo everything",
    "undo the last two",
    "I take one back",
    "The vendor says we can undo it",
    "they take it back",
    "Could we undo that later",
    "forget it",
    "take the van back to the shop",
    "I have to undo the wrong bookings",
    "undo the rota",
)


@pytest.mark.parametrize("words", TAKE_BACK)
def test_it_is_asked_for_however_it_is_put(vocabulary: ReadingVocabulary, words: str) -> None:
    assert takes_back(words, vocabulary)


@pytest.mark.parametrize("words", TAKE_NOTHING)
def test_words_that_speak_of_something_else_take_nothing_back(vocabulary: ReadingVocabulary, words: str) -> None:
    assert not takes_back(words, vocabulary)
