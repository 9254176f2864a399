"""The day of signing in an owner's words: "we signed on 3 May 2026"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.language import dates
from assistant.language.dates import DateMention, add_months
from assistant.language.measures import measures
from assistant.reading.only import beyond, first_of, words_of
from assistant.reading.vocabulary import ReadingVocabulary

SIGNED = "signed"
_YEAR = re.compile(r"\d{4}|\d[./-]\d\d$")
_SMALL_MONTH = re.compile(r"\b(?:march|may|mar)\b")
"""Months in small letters, which are verbs elsewhere; beside a day of signing they are months."""


def day_signed(text: str, vocabulary: ReadingVocabulary, today: date) -> date | None:
    """The one day on which the owner says that the paper at hand was signed; None where the words tell anything else,
    ask, or speak of another paper. A day without a year is the last one before today."""
    if SIGNED not in words_of(text) or "?" in text:
        return None
    written = _SMALL_MONTH.sub(lambda found: found.group().capitalize(), text)
    told = [each for each in dates.find(written, today) if not each.whole_month]
    found = told or dates.recent(written, today)
    if len(found) != 1:
        return None
    named = measures().weekdays if told else frozenset[str]()
    words = words_of(f"{written[: found[0].start]} {written[found[0].end :]}")
    return _past(found[0], today) if _only_sign([each for each in words if each not in named], vocabulary) else None


def _only_sign(words: Sequence[str], vocabulary: ReadingVocabulary) -> bool:
    """True where the words around a day say that the paper was signed, and nothing besides; "was it signed" asks."""
    subjects = (*vocabulary.signers, *vocabulary.signed_papers)
    if beyond(words, (SIGNED, *subjects, *vocabulary.beside_signed, *vocabulary.around_signed)):
        return False
    verb, subject = first_of(words, vocabulary.beside_signed), first_of(words, subjects)
    return verb is None or (subject is not None and subject < verb)


def _past(found: DateMention, today: date) -> date:
    named = _YEAR.search(found.quote)
    return found.day if named or found.day <= today else add_months(found.day, -12)
