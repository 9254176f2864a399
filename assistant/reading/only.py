"""Words that say one thing and nothing else: every one of them stands on a list of what may be said beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"\w[\w']*")


def words_of(text: str) -> tuple[str, ...]:
    """The lower-case words and figures of a text, apostrophes inside them kept straight."""
    return tuple(_WORD.findall(text.lower().replace("’", "'")))


def first_of(words: Sequence[str], phrases: Iterable[str]) -> int | None:
    """The index of the first word at which one of some phrases begins, or None."""
    listed = _split(phrases)
    return next((at for at in range(len(words)) if _length(words, at, listed)), None)


def beyond(words: Sequence[str], phrases: Iterable[str]) -> tuple[str, ...]:
    """The words that belong to none of some phrases, the longest phrase taken first at each place."""
    listed, left, at = _split(phrases), list[str](), 0
    while at < len(words):
        length = _length(words, at, listed)
        left += [] if length else [words[at]]
        at += length or 1
    return tuple(left)


def without(words: Sequence[str], phrase: str) -> tuple[str, ...] | None:
    """The words without those of a phrase, which may stand apart in this order: take (that) back; None where one is
    missing."""
    left, wanted = list[str](), phrase.split()
    for word in words:
        if wanted and word == wanted[0]:
            del wanted[0]
        else:
            left.append(word)
    return None if wanted else tuple(left)


def _split(phrases: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(each.split()) for each in phrases)


def _length(words: Sequence[str], at: int, listed: frozenset[tuple[str, ...]]) -> int:
    """The words of the longest phrase that begins at an index; 0 where none does."""
    longest = max(map(len, listed), default=0)
    return next((n for n in range(longest, 0, -1) if tuple(words[at : at + n]) in listed), 0)
