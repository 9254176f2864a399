"""Whether a sentence that a model wrote may be shown: only if all it says is known to be true.

What can be decided exactly is decided first: figures, citations, quotes, names, questions, markup. What is left,
whether the sentence says anything beyond the statements, is learnt (`encoder/support`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.advisers.figures import unfounded
from assistant.domain.speech import Draft
from assistant.encoder import Support
from assistant.language.sentences import split

LEAST, LEAST_COVERED = 0.9, 0.5
"""Likelihood of support from which a sentence may be shown, and from which a sentence of the reply counts as said."""
LONGEST = 60
"""Words of one sentence."""
CITED = re.compile(r"\s*\[(\d{1,3})\]")
QUOTED = re.compile(r"[“\"]([^“”\"]{2,})[”\"]")
NAMED = re.compile(r"[\w'’&-]+")
NAME = re.compile(r"(?<=[^\s.!?:“\"(]\s)(?!I\b)[A-Z][\w'’&-]+")
OWNER_OF = re.compile(r"(?:[’'](?:s|m|d|ll|ve|re)|s)?$")
"""What may stand behind a name that is known."""
MARKUP = re.compile(r"https?:|www\.|\S@\S+\.|[<>`#|\\{}~^]|\]\(|!\[|^\s*(?:[-*•]|\d+[.)])\s", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+")
OTHER_SCRIPT = re.compile(r"[^\u0000-\u024f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20cf]")
"""Letters of other scripts than Latin, and pictures."""
BOLD = "**"


@dataclass(frozen=True)
class Grounds:
    """What a model's sentences are held against in one reply."""

    draft: Draft

    @cached_property
    def statements(self) -> tuple[str, ...]:
        """Everything that is known to be true, a sentence each."""
        texts = (*self.draft.paragraphs, *self.draft.known)
        found = (piece.text for text in texts for part in text.split("\n") for piece in split(part.replace(BOLD, "")))
        return tuple(dict.fromkeys(found))

    def cited(self, number: int) -> tuple[str, ...]:
        """What a citation of that number stands for: its quote, the passage that it stands in, and what the reply says
        with it."""
        if not 1 <= number <= len(self.draft.cited):
            return ()
        mark = f"[{number}]"
        said = (CITED.sub("", each) for each in self.statements if mark in each)
        passage = (piece.text for each in self.draft.passages[number - 1 : number] for piece in split(each))
        return tuple(dict.fromkeys((self.draft.cited[number - 1], *passage, *said)))

    @cached_property
    def words(self) -> str:
        """All of it with what the owner said, in small letters: what may be quoted, and named."""
        said = (self.draft.words, *(each for both in self.draft.before for each in both))
        return " ".join((*self.statements, *self.draft.cited, *self.draft.passages, *said)).casefold()

    @cached_property
    def names(self) -> frozenset[str]:
        """Every word of them, by which a name is known."""
        return frozenset(OWNER_OF.sub("", each) for each in NAMED.findall(self.words))


class Guard:
    """Holds sentences against what is known; safe between threads."""

    def __init__(self, support: Support) -> None:
        self._support = support

    def load(self) -> None:
        """Load what is learnt, ahead of the first sentence."""
        self._support.load()

    def fault(self, sentence: str, grounds: Grounds) -> str:
        """What keeps a sentence from being shown, in a clause that its writer can act on; "" where nothing does."""
        if plain_form(sentence) in map(plain_form, grounds.statements):
            return ""
        exact = next(_exact(sentence, grounds), "")
        return exact or self._beyond(sentence, grounds)

    def covered(self, stated: str, said: Sequence[str]) -> bool:
        """True where a sentence of the reply has been said by others: all its figures, and its sense."""
        if plain_form(stated) in map(plain_form, said):
            return True
        plain = [_bare(each) for each in said]
        if not plain or any(unfounded(_bare(stated), plain)):
            return False
        if "?" in stated and not any("?" in each for each in plain):
            return False
        if _words(stated) <= _words(" ".join(plain)):
            return True
        return self._support.share(_bare(stated), plain) >= LEAST_COVERED

    def _beyond(self, sentence: str, grounds: Grounds) -> str:
        numbers = [int(each) for each in CITED.findall(sentence)]
        for statements in [grounds.cited(each) for each in numbers] or [grounds.statements]:
            if self._support.share(_bare(sentence), statements) < LEAST:
                return "it says something that does not stand there"
        return ""


def _exact(sentence: str, grounds: Grounds) -> Iterator[str]:
    plain = _bare(sentence)
    yield from _form(plain)
    if any(each not in grounds.words for each in OTHER_SCRIPT.findall(plain)):
        yield "it holds letters that are not English"
    if "?" in plain and not grounds.draft.question:
        yield "it asks something, and nothing is asked"
    for number in CITED.findall(sentence):
        if not grounds.cited(int(number)):
            yield f"[{number}] stands for nothing"
    for quote in QUOTED.findall(plain):
        if quote.strip(" .,;:…").casefold() not in grounds.words:
            yield f"nobody said “{quote}”"
    for name in NAME.findall(plain):
        if OWNER_OF.sub("", name.casefold()) not in grounds.names:
            yield f"{name} is not known"
    for figure in unfounded(plain, _founding(sentence, grounds)):
        yield f"“{figure}” stands nowhere"


def _form(plain: str) -> Iterator[str]:
    if not WORD.search(plain):
        yield "it has no words"
    if len(plain.split()) > LONGEST:
        yield f"it is longer than {LONGEST} words"
    if MARKUP.search(plain):
        yield "it holds markup, a list or a link"
    if "!" in plain:
        yield "it has an exclamation mark"


def _founding(sentence: str, grounds: Grounds) -> tuple[str, ...]:
    """The statements that a sentence's figures may come from: those that it cites, else all."""
    numbers = [int(each) for each in CITED.findall(sentence)]
    return tuple(each for number in numbers for each in grounds.cited(number)) if numbers else grounds.statements


def _words(text: str) -> set[str]:
    return {each.casefold() for each in WORD.findall(text)}


def plain_form(sentence: str) -> str:
    """A sentence where spaces, capitals, bold and the stop at its end do not count."""
    return " ".join(sentence.replace(BOLD, "").casefold().split()).rstrip(" .")


def _bare(sentence: str) -> str:
    """A sentence without bold marks and citation numbers."""
    return CITED.sub("", sentence.replace(BOLD, "")).strip()
