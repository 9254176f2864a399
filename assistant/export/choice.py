"""What of a plan leaves: its sections by name, and whether firm, people and the owner's own words stay at home."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from assistant.domain.facts import Noun
from assistant.errors import UnknownName

Section = Literal[
    "page", "charts", "steps", "people", "decisions", "tries", "risks", "rules", "figures", "questions", "offers",
    "sources", "talk",
]  # fmt: skip
SECTIONS: tuple[Section, ...] = get_args(Section)
USUAL = frozenset(SECTIONS) - {"talk"}
"""What leaves unless something else is asked for: what was said comes along only where it is named."""


class Choice(Noun):
    """Which sections leave, and whether what is private is left out."""

    sections: frozenset[Section] = frozenset(USUAL)
    private: bool = False

    @property
    def is_usual(self) -> bool:
        """True where no section was chosen."""
        return self.sections == USUAL


WHOLE = Choice()


def choice(only: Iterable[str] = (), without: Iterable[str] = (), private: bool = False) -> Choice:
    """The choice of sections by their names; raises UnknownName listing those that exist."""
    wanted = _sections(only) or USUAL
    return Choice(sections=frozenset(wanted - _sections(without)), private=private)


def _sections(names: Iterable[str]) -> frozenset[Section]:
    found: set[Section] = set()
    for name in names:
        one = next((each for each in SECTIONS if each == name.strip().lower()), None)
        if one is None:
            raise UnknownName(f"no section {name!r} of a plan; known are: {', '.join(SECTIONS)}")
        found.add(one)
    return frozenset(found)
