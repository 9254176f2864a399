"""The noun that a number counts: 17 invoices, 13 blog posts, one engagement session, 12 of our regular customers."""

from __future__ import annotations

from assistant.language.amount import Amount
from assistant.language.measures import Measures
from assistant.language.tokens import Tokens

MOST_WORDS = 4
DETERMINERS = ("my", "our", "the", "of", "these", "those", "his", "her", "their", "such")


def counted_noun(tokens: Tokens, found: Amount, words: Measures) -> tuple[str, int]:
    """The noun after a bare number as it was said, and the index after it; "" where none follows.

    After a number above one it ends at the first plural noun; after one it ends before the next function word. In a
    compound it is the word after the hyphen (45-person firm); "six of us" counts people.
    """
    at = found.stop
    if tokens.follows(at, ("of", "us")):
        return "people", at + 2
    if tokens.lower(at) == "-" and tokens.glued(at) and tokens.is_word(at + 1):
        compound = at + 1
        if tokens.lower(compound) not in words.function_words and tokens.lower(compound + 1) != "-":
            return _as_said(tokens, compound, compound + 1), compound + 1
    if tokens.lower(at) == "-":
        at += 1
    while tokens.lower(at) in DETERMINERS and found.high != 1:
        at += 1
    if tokens.lower(at) in words.numerals and not _is_hyphened(tokens, at):
        return "", found.stop  # two of my five drivers
    parts: list[str] = []
    first = at
    while (
        len(parts) < MOST_WORDS
        and tokens.is_word(at)
        and (
            _may_belong(tokens.lower(at), words) or _is_hyphened(tokens, at) or (parts and tokens.lower(at - 1) == "-")
        )
    ):
        parts.append(tokens.lower(at))
        at += 1
        if found.high != 1 and is_plural(parts[-1], words):
            return _as_said(tokens, first, at), at
        if tokens.lower(at) == "-" and tokens.glued(at):
            at += 1
    if found.high != 1 or not parts:
        return "", found.stop
    return _single(tokens, first, len(parts), words)


def _single(tokens: Tokens, first: int, most: int, words: Measures) -> tuple[str, int]:
    """The noun after one: its first word, and the second where that looks like a noun too."""
    stop = first + 1
    verb = tokens.lower(stop).endswith(("ed", "ing", "ly", "s"))
    if most > 1 and tokens.is_word(stop) and not verb and tokens.lower(stop) not in words.verbs:
        stop += 1
    return _as_said(tokens, first, stop), stop


def is_plural(lower: str, words: Measures) -> bool:
    """True for a noun in the plural by its form."""
    if lower in words.plurals:
        return True
    regular = len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is", "'s"))
    return regular and lower not in words.not_plural


def singular(noun: str) -> str:
    """One of what a plural names: invoices, invoice; entries, entry; boxes, box."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "xes", "sses")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def _is_hyphened(tokens: Tokens, at: int) -> bool:
    """True for the first part of no-shows, drop-offs, sign-ups."""
    return tokens.lower(at + 1) == "-" and tokens.glued(at + 1) and tokens.glued(at + 2) and tokens.is_word(at + 2)


def _may_belong(lower: str, words: Measures) -> bool:
    return lower not in words.function_words and lower not in words.weekdays and not lower.endswith("ly")


def _as_said(tokens: Tokens, first: int, stop: int) -> str:
    return tokens.text[tokens.all[first].start : tokens.all[stop - 1].end].lower()
