"""Owners' texts with marks in them, as training/owners/*.txt has them: `[work:invoicing|Invoices] are my Sundays.`

One text a line; marks may be nested; a line break inside a text is written \\n. `training/owners/README.md` says what
each mark means.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

OPENING = re.compile(r"\[([a-z_]+(?::[a-z_]+)*)(?:@((?:2 )?[a-z]+))?\|")
NO_PERIOD = "none"


class Mark(NamedTuple):
    """A marked piece text[start:end]; `names` are the kind and what follows it, such as ("work", "invoicing").

    `per` is the period that a figure is told for where other words tell it ("" where none does); None where not marked.
    """

    names: tuple[str, ...]
    start: int
    end: int
    per: str | None = None

    @property
    def kind(self) -> str:
        """What the piece is."""
        return self.names[0]

    @property
    def work(self) -> str | None:
        """The kind of work that it is about; None where it was not said."""
        return self.names[-1] if len(self.names) > 1 else None


class Marked(NamedTuple):
    """A text and its marks, in order of their starts."""

    text: str
    marks: tuple[Mark, ...]


def parse(line: str) -> Marked:
    """The text of a line without its marks, and the marks; raises ValueError naming the place of a bad bracket."""
    letters: list[str] = []
    opened: list[tuple[re.Match[str], int]] = []
    marks: list[Mark] = []
    at = 0
    while at < len(line):
        opening = OPENING.match(line, at)
        if opening:
            opened.append((opening, len(letters)))
            at = opening.end()
        elif line[at] == "]" and opened:
            mark, start = opened.pop()
            per = "" if mark.group(2) == NO_PERIOD else mark.group(2)
            marks.append(Mark(tuple(mark.group(1).split(":")), start, len(letters), per))
            at += 1
        elif line[at] in "[]|":
            raise ValueError(f"a bracket that marks nothing near {line[max(at - 20, 0) : at + 20]!r}")
        elif line.startswith("\\n", at):
            letters.append("\n")
            at += 2
        else:
            letters.append(line[at])
            at += 1
    if opened:
        raise ValueError(f"a mark is never closed: {opened[-1][0].group(1)!r}")
    return Marked("".join(letters), tuple(sorted(marks, key=lambda each: (each.start, -each.end))))


def load_marked(folder: Path) -> list[Marked]:
    """Every text of a folder; raises ValueError naming file and line."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            try:
                found += [parse(line)] if line.strip() else []
            except ValueError as exc:
                raise ValueError(f"{path.name}, line {number}: {exc}") from exc
    return found
