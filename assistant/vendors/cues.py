"""Which of many entries a sentence hints at: an entry is meant where a word begins with one of its cues."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = re.compile(r"[a-z][a-z'-]*|%")


class CueIndex:
    """Entries by the beginnings of words; of a cue of several words the first counts."""

    def __init__(self, cues: Sequence[Sequence[str]]) -> None:
        self._by_start: dict[str, set[int]] = {}
        for entry, each in enumerate(cues):
            for cue in each:
                self._by_start.setdefault(cue.split()[0], set()).add(entry)
        self._longest = max((len(start) for start in self._by_start), default=0)
        self._by_word: dict[str, frozenset[int]] = {}

    def entries(self, text: str) -> set[int]:
        """The numbers of all entries that a text in lower case hints at."""
        found: set[int] = set()
        for word in set(_WORD.findall(text)):
            if word not in self._by_word:
                self._by_word[word] = self._of(word)
            found |= self._by_word[word]
        return found

    def _of(self, word: str) -> frozenset[int]:
        found: set[int] = set()
        for part in {word, *word.split("-")}:
            for end in range(1, min(len(part), self._longest) + 1):
                found |= self._by_start.get(part[:end], set())
        return frozenset(found)
