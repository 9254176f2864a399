"""The day of signing is heard where the words tell it of the paper at hand, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.reading.signed import day_signed
from assistant.reading.vocabulary import ReadingVocabulary

TODAY = date(2026, 11, 21)
"""A Saturday."""
SIGN: tuple[tuple[str, date], ...] = (
    ("We signed on 3 May 2026", date(2026, 5, 3)),
    ("we signed it on 3 may 2026, by the way", date(2026, 5, 3)),
    ("I've signed this one on the 3rd of May 2026.", date(2026, 5, 3)),
    ("We signed the contract on 3 May 2026.", date(2026, 5, 3)),
    ("It was signed on 2026-05-03", date(2026, 5, 3)),
    ("We signed today", date(2026, 11, 21)),
    ("we signed yesterday", date(2026, 11, 20)),
    ("I signed last Friday", date(2026, 11, 20)),
    ("Signed it on 3 May 2026", date(2026, 5, 3)),
    ("Signed 3 May 2026", date(2026, 5, 3)),
    ("She signed it on 3 May 2026", date(2026, 5, 3)),
    ("Both signed on 3 May 2026", date(2026, 5, 3)),
    ("We have now signed on 3 May 2026", date(2026, 5, 3)),
    ("My wife and I signed it on Sunday, 3 May 2026", date(2026, 5, 3)),
    ("The contract was signed on May 3, 2026.", date(2026, 5, 3)),
    ("It's been signed, 3 May 2026", date(2026, 5, 3)),
    ("Sorry, we signed on 4 May 2026", date(2026, 5, 4)),
    ("No, we signed it on 3/5/2026", date(2026, 5, 3)),
    ("FYI: signed this morning", date(2026, 11, 21)),
    ("We both signed two days ago", date(2026, 11, 19)),
    ("He went ahead and signed the offer the day before yesterday", date(2026, 11, 19)),
    ("Both of us signed the papers on Tuesday", date(2026, 11, 17)),
    ("We’ve now signed it on 3 May 2026", date(2026, 5, 3)),
    ("Date signed: 3 May 2026", date(2026, 5, 3)),
    ("All of us have signed, on the 3rd of May", date(2026, 5, 3)),
    ("The agreement has been signed on 3 May 2026", date(2026, 5, 3)),
    ("Good news, we finally signed yesterday evening!", date(2026, 11, 20)),
    ("Signed with them on 3 May 2026 in person", date(2026, 5, 3)),
    ("Signed on Monday", date(2026, 11, 16)),
    ("I just signed it just now", date(2026, 11, 21)),
)
SIGN_NOTHING = (
    "We have not signed yet, they want it by 3 May 2026",
    "What if we signed on 3 May 2026?",
    "We will have signed it before 3 May 2026",
    "We signed the lease of the shop on 3 May 2019",
    "The offer is valid until 3 May 2026",
    "The lease of the shop was signed on 3 May 2019",
    "The van's finance agreement was signed on 3 May 2026",
    "Dee's contract was signed on 3 May 2026",
    "The rival offer was signed on 3 May 2026",
    "We signed on 3 May 2019 for the shop lease",
    "We signed a contract on 3 May 2026 for our van",
    "I was hoping it was signed on 3 May 2026",
    "Was it signed on 3 May 2026",
    "Had we signed it on 3 May 2026",
    "No one signed it on 3 May 2026",
    "We signed up on 3 May 2026",
    "We signed another contract on 3 May 2026",
    "We signed it off on 3 May 2026",
    "We nearly signed yesterday",
    "The old contract was signed on 3 May 2019",
    "It must be signed by 3 May 2026",
    "We have signed next Friday",
    "We signed about two days ago",
    "We signed in May 2026",
    "We signed a couple of days ago",
    "We signed it every Friday",
    "Please get it signed on 3 May 2026",
    "We signed on 3 May 2026 and started on 1 June 2026",
    "We signed three people on 3 May 2026",
    "They want it signed on Friday",
    "We haven't signed it today",
    "My partner's contract was signed on 3 May 2026",
    "We signed for a parcel on 3 May 2026",
    "I signed on 3 May 2026, and we send 40 invoices a week",
)


@pytest.mark.parametrize(("words", "day"), SIGN)
def test_words_that_tell_it_however_they_put_it(vocabulary: ReadingVocabulary, words: str, day: date) -> None:
    assert day_signed(words, vocabulary, TODAY) == day


@pytest.mark.parametrize("words", SIGN_NOTHING)
def test_words_of_another_paper_or_that_tell_more_sign_nothing(vocabulary: ReadingVocabulary, words: str) -> None:
    assert day_signed(words, vocabulary, TODAY) is None
