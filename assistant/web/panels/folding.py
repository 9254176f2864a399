"""Long words by their first lines, the whole of them to be opened in place: the reply to them stays in sight."""

from __future__ import annotations

from assistant.web.panels.figures import plural
from assistant.web.panels.markup import Piece, opening, tag

MOST_LINES, MOST_LETTERS = 8, 700
"""Lines and characters up to which words stand as they are."""
LINES_SHOWN, LETTERS_SHOWN = 5, 320
"""Lines and characters at most of what stands for longer words."""


def folded(words: str, key: str) -> tuple[Piece, ...]:
    """The words; of long ones the beginning and, closed, all of them. The page hides the beginning while they are open.

    `key` is what the page remembers by whether they are open.
    """
    lines = len(words.splitlines())
    if lines <= MOST_LINES and len(words) <= MOST_LETTERS:
        return (words,)
    size = plural(lines, "line") if lines > MOST_LINES else f"{len(words):,} characters"
    beginning = tag("div", f"{_beginning(words)} …", class_="beginning")
    return beginning, opening(key, f"All of it, {size}", tag("div", words), class_="whole")


def _beginning(words: str) -> str:
    """The first lines, cut between two words where they are long; a word without end is cut within."""
    first = "\n".join(words.strip().splitlines()[:LINES_SHOWN]).rstrip()
    if len(first) <= LETTERS_SHOWN:
        return first
    cut = first[:LETTERS_SHOWN]
    return cut[: max(cut.rfind(" "), cut.rfind("\n"))].rstrip() if set(cut) & {" ", "\n"} else cut
