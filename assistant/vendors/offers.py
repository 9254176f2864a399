"""Whether words that somebody pastes are a vendor's paper, by how many kinds of clause stand in them."""

from __future__ import annotations

from assistant.encoder import ClauseReader
from assistant.vendors.segments import split

LEAST_WORDS, MOST_LETTERS = 60, 20_000
"""Words below which nothing is taken for a paper, and letters of a long one that are looked at."""
LEAST_TYPES, LIKELY = 5, 0.5
"""Kinds of clause that the sieve finds in every paper: of 38 vendors' papers 38 had so many, of 2,202 texts of that
length by owners none."""


def is_offer(text: str, reader: ClauseReader) -> bool:
    """True for a pasted offer, order form or contract."""
    if len(text.split()) < LEAST_WORDS:
        return False
    sieved = reader.sieve([each.words for each in split(text[:MOST_LETTERS])])
    return len({name for shares in sieved for name, share in shares.items() if share >= LIKELY}) >= LEAST_TYPES
