"""How wide words run, and where they break: an estimate that holds for the system fonts of every script."""

from __future__ import annotations

from unicodedata import east_asian_width

import regex

from assistant.language.printable import printable

CLUSTERS = regex.compile(r"\X")
NARROW = frozenset("iljtfrI.,:;'|!()[]-’ ")
BROAD = frozenset("mwMW%@")
ELLIPSIS = "…"


def width(words: str, size: float) -> float:
    """How far words of one line run at a size of letters, in the same unit."""
    return size * sum(_em(each) for each in CLUSTERS.findall(words))


def _em(cluster: str) -> float:
    """The width of one letter as a reader sees it, with all its marks, in heights of letters."""
    first = cluster[0]
    if east_asian_width(first) in "WF":
        return 1.05 if len(cluster) == 1 else 1.3
    if first in NARROW:
        return 0.33
    return 0.85 if first in BROAD else 0.68 if first.isupper() else 0.58


def lines(words: str, room: float, size: float, most: int = 2) -> tuple[str, ...]:
    """The words on at most so many lines, broken between words where that can be, an ellipsis where they are cut."""
    found: list[str] = []
    left = " ".join(printable(words).split())
    while left and len(found) < most:
        last = len(found) == most - 1
        if width(left, size) <= room:
            found.append(left)
            break
        line = _fitting(left, room - (width(ELLIPSIS, size) if last else 0.0), size, whole=not last)
        found.append(f"{line.rstrip()}{ELLIPSIS}" if last else line.rstrip())
        left = left[len(line) :].lstrip()
    return tuple(found)


def _fitting(words: str, room: float, size: float, *, whole: bool) -> str:
    """As much of the words as fits, at least one letter; up to the last space where `whole` and there is one."""
    taken, used = "", 0.0
    for cluster in CLUSTERS.findall(words):
        used += size * _em(cluster)
        if used > room and taken:
            break
        taken += cluster
    ends_a_word = words[len(taken) : len(taken) + 1] in ("", " ")
    space = taken.rfind(" ")
    return taken[: space + 1] if whole and space > 0 and not ends_a_word else taken
