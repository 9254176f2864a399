"""Who would come to a firm and who would go: one more therapist, two more lads; my girl in the office leaves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.language.matching import Match
from assistant.language.measures import measures
from assistant.language.sentences import Piece
from assistant.reading.scene import Scene

TRADE = re.compile(r"\w{3,}(?:er|or|ant|ist|ian|man|woman)s?")
"""English names people by what they do with these endings."""
ANOTHER = frozenset({"another", "extra", "additional", "more", "second", "third", "new"})
ARTICLES = frozenset({"a", "an", "someone", "somebody", "another"})
STOPS = frozenset({"and", "but", "to", "so", "if", "because", "than", "is", "are", "was", "were"})
"""Words beyond which nobody is the object of a verb any more."""
PARTICLES = frozenset({"on", "in", "up", "back"})
PRONOUNS = frozenset({"he", "she"})
STARTS = frozenset({"right", "suppose", "imagine", "put", "run", "how", "also", "okay", "ok", "yes", "take", "scrap"})
"""Words that stand at the head of a sentence with a capital and name nobody."""
NEAR, SUBJECT = 5, 7
"""Words behind a verb and before it within which those stand whom it takes, or who do it."""
LET_GO = re.compile(r"\blet\s+(?P<whom>\w.{0,40}?)\s+go\b", re.IGNORECASE)
HELD = ("_have", "_had", "_need", "_with")
"""Verbs after which a number of people is all there are, and none come on top."""
COUNTS = {"a": 1.0, "an": 1.0, "couple": 2.0, "another": 1.0}


def coming(scene: Scene) -> float | None:
    """How many people more there would be, less where it is below 0; None where nobody comes or goes."""
    crowd = _Crowd(scene)
    come, gone = crowd.come(), crowd.gone()
    return None if come is None and gone is None else (come or 0.0) - (gone or 0.0)


def alone(scene: Scene) -> bool:
    """True where the owner would be the only one."""
    return scene.has("solo", Piece(scene.text, 0, len(scene.text)))


class _Crowd:
    """Finds people among the words of a piece."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._words = scene.stems.lowers
        self._others = set(self._covered(scene.cues.get("not_staff", ())))
        self._things = set(self._covered((*scene.named_tools, *scene.named_work)))
        somebody = (*scene.cues.get("somebody", ()), *scene.cues.get("family_words", ()))
        self._somebody = set(self._covered((*somebody, *scene.cues.get("staff_words", ()))))

    def come(self) -> float | None:
        """People hired, taken on, or told to be more than there are."""
        for verb in self._scene.cues.get("hires", ()):
            first = self._after(verb)
            return None if self._others & set(range(first, first + NEAR)) else self._count(first)
        for at, word in enumerate(self._words):
            if word in ANOTHER and self._person(at + 1) is not None:
                return self._number(at - 1) or (1.0 if word != "more" else None)
        for verb in self._scene.cues.get("takes_on", ()):
            first = self._after(verb)
            if self._person(first) is None:
                continue
            if self._words[first] in ARTICLES or first in self._somebody:
                return 1.0
            if self._number(first) and verb.phrase not in HELD:
                return self._number(first)
        return next((self._doers(verb) for verb in self._scene.cues.get("joins", ()) if self._doers(verb)), None)

    def gone(self) -> float | None:
        """People who leave or are sent away; a customer who does is none of the firm's."""
        for verb in self._scene.cues.get("leaves", ()):
            if count := self._doers(verb):
                return count
        if sent := LET_GO.search(self._scene.text):
            first = next(n for n, start in enumerate(self._scene.stems.starts) if start >= sent.start("whom"))
            return self._count(first) if self._person(first) is not None else None
        for verb in self._scene.cues.get("sends_away", ()):
            first = self._after(verb)
            if self._person(first) is not None:
                return self._count(first)
        return None

    def _doers(self, verb: Match) -> float | None:
        """How many people of the firm do what a verb tells; None where it is somebody else or something."""
        last = self._before(verb)
        who = range(max(last - SUBJECT, 0), last)
        staff = any(self._is_person(n) or self._words[n] in PRONOUNS for n in who)
        if not staff or self._others & set(who):
            return None
        return next((count for n in who if (count := self._number(n)) and count > 1), 1.0)

    def _covered(self, matches: tuple[Match, ...]) -> Iterator[int]:
        for match in matches:
            yield from (n for n, start in enumerate(self._scene.stems.starts) if match.start <= start < match.end)

    def _after(self, verb: Match) -> int:
        first = next((n for n, start in enumerate(self._scene.stems.starts) if start >= verb.end), len(self._words))
        return first + (first < len(self._words) and self._words[first] in PARTICLES)

    def _before(self, verb: Match) -> int:
        return next(n for n, start in enumerate(self._scene.stems.starts) if start >= verb.start)

    def _person(self, first: int) -> int | None:
        """The first person from a word on, with nothing between that would end the object of a verb."""
        for n in range(first, min(first + NEAR, len(self._words))):
            if self._words[n] in STOPS or n in self._others:
                return None
            if self._is_person(n):
                return n
        return None

    def _is_person(self, n: int) -> bool:
        lists = measures()
        word, start = self._words[n], self._scene.stems.starts[n]
        if n in self._others:
            return False
        if n in self._somebody or (word in lists.persons and word != "us"):
            return True
        if (
            n in self._things
            or word in ANOTHER
            or word in STARTS | lists.less | lists.more
            or word in lists.function_words
        ):
            return False
        is_name = self._scene.text[start : start + len(word)].istitle() and "'" not in word and len(word) > 1
        return is_name or TRADE.fullmatch(word) is not None

    def _number(self, n: int) -> float | None:
        if not 0 <= n < len(self._words):
            return None
        word = self._words[n]
        if word.isdigit():
            return float(word)
        return COUNTS.get(word) or measures().numerals.get(word)

    def _count(self, first: int) -> float:
        """The number of people whom a verb takes; one where none is told."""
        near = range(first, min(first + NEAR, len(self._words)))
        return next((count for n in near if (count := self._number(n))), 1.0)
