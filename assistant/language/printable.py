"""Text that every file format can hold."""

from __future__ import annotations

import re

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 forbids or discourages (section 2.2), and halves of surrogate pairs, which no encoding can write."""


def printable(words: str) -> str:
    """The words without control characters; letters, signs and emoji of every script stay."""
    return UNPRINTABLE.sub("", words)
