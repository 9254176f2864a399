"""Patterns and word lists of one table of knowledge/vocabulary, compiled once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from assistant.catalogue import read_yaml
from assistant.errors import BadInput

_DEPTH = 3
"""How deep entries may stand for one another."""


@dataclass(frozen=True)
class Words:
    """Named patterns and named lists; asking for a name that the table does not have is BadInput."""

    path: Path
    patterns: dict[str, re.Pattern[str]]
    lists: dict[str, frozenset[str]]

    def pattern(self, name: str) -> re.Pattern[str]:
        """The pattern of that name; raises BadInput where the table lacks it."""
        if name not in self.patterns:
            raise BadInput(f"{self.path}: there is no pattern {name!r}; put it back")
        return self.patterns[name]

    def of(self, name: str) -> frozenset[str]:
        """The list of that name; raises BadInput where the table lacks it."""
        if name not in self.lists:
            raise BadInput(f"{self.path}: there is no list {name!r}; put it back")
        return self.lists[name]

    def hit(self, name: str, text: str) -> bool:
        """True where the pattern of that name is found in the text."""
        return bool(self.pattern(name).search(text))

    def group(self, prefix: str) -> dict[str, re.Pattern[str]]:
        """The patterns whose names begin with `prefix` and a dot, by the rest of their names."""
        start = f"{prefix}."
        return {name.removeprefix(start): each for name, each in self.patterns.items() if name.startswith(start)}


def load_words(path: Path) -> Words:
    """A table of patterns (text), lists, and groups of patterns (tables); {name} stands for another entry's text.

    Raises BadInput naming file and entry where one is of another kind or no valid pattern.
    """
    content = read_yaml(path)
    if not isinstance(content, dict):
        raise BadInput(f"{path}: expected names with patterns or lists; write them so")
    texts: dict[str, str] = {}
    lists: dict[str, frozenset[str]] = {}
    for name, value in content.items():
        if isinstance(value, str):
            texts[str(name)] = value
        elif isinstance(value, list) and all(isinstance(each, str) for each in value):
            lists[str(name)] = frozenset(value)
        elif isinstance(value, dict) and all(isinstance(each, str) for each in value.values()):
            texts |= {f"{name}.{key}": text for key, text in value.items()}
        else:
            raise BadInput(f"{path}: entry {name!r} is neither a pattern, a list of words nor a group; mend it")
    return Words(path, {name: _compiled(path, name, text, texts) for name, text in texts.items()}, lists)


def _compiled(path: Path, name: str, text: str, texts: dict[str, str]) -> re.Pattern[str]:
    for _ in range(_DEPTH):
        for other, meaning in texts.items():
            text = text.replace("{" + other + "}", meaning)
    try:
        return re.compile(text)
    except re.error as exc:
        raise BadInput(f"{path}: pattern {name!r}: {exc}; mend that pattern") from exc
