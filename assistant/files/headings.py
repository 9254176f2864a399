"""Which lines of a text are headings."""

from __future__ import annotations

import re

MOST_WORDS = 12
NO_HEADING_END = (".", ",", ";", ":", "!", "…")
STARTS = re.compile(r"[A-Z0-9\"“‘'(]")


def of_markdown(text: str) -> tuple[str, ...]:
    """The lines that markdown shows as headings, in order, stripped; lines inside code are none."""
    from markdown_it import MarkdownIt

    lines = text.splitlines()
    found = (token.map[0] for token in MarkdownIt().parse(text) if token.type == "heading_open" and token.map)
    return tuple(lines[number].strip() for number in found)


def of_plain_text(text: str) -> tuple[str, ...]:
    """The lines that stand alone as headings do: short, between blank lines, not a sentence, with text after them."""
    lines = ["", *(line.strip() for line in text.rstrip().splitlines())]
    alone = (line for before, line, after in zip(lines, lines[1:], lines[2:], strict=False) if not before and not after)
    return tuple(line for line in alone if line and _is_title(line))


def _is_title(line: str) -> bool:
    few = len(line.split()) <= MOST_WORDS
    return few and STARTS.match(line) is not None and not line.endswith(NO_HEADING_END)
