"""One reply told by a model: its sentences checked as they end, what fails replaced, what it left out added."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from assistant.advisers.endings import Ended
from assistant.advisers.guard import Grounds, Guard, plain_form
from assistant.domain.speech import Draft
from assistant.language.sentences import split

REWRITES = 2
"""Sentences of one reply that the model may write again; what fails after these is left out."""
FIXED = re.compile(r"^\s*(?:\||[-*•]\s|\d+[.)]\s)", re.MULTILINE)
"""How lines of tables and lists begin."""
Again = Callable[[str, str], str]
"""A sentence and what is wrong with it -> the sentence as the model writes it again, "" where it cannot."""


def is_prose(paragraph: str) -> bool:
    """True for a paragraph that may be put into other words: tables and lists stay as they are."""
    return FIXED.search(paragraph) is None


class Retelling:
    """The paragraphs of one reply, in their order. Afterwards the counts tell what became of the model's sentences."""

    def __init__(self, draft: Draft, guard: Guard, again: Again) -> None:
        self._draft = draft
        self._guard = guard
        self._grounds = Grounds(draft)
        self._again = again
        self._at = 0
        self._said: list[str] = []
        self._told: set[str] = set()
        self._asked = False
        self._tries = 0
        self.shown = self.rewritten = self.replaced = 0

    def tell(self, written: Iterable[Ended]) -> Iterator[str]:
        """The reply in whole sentences, each with the white space behind it; `written` is what the model writes.

        `rest` says what is left, also where `written` breaks off by whatever error.
        """
        prose = [n for n, each in enumerate(self._draft.paragraphs) if is_prose(each)]
        for ended in written:
            place = prose[min(ended.paragraph, len(prose) - 1)] if prose else len(self._draft.paragraphs)
            while self._at < place:
                yield from self._closed()
            if fit := self._fit(ended.text):
                self._said.append(fit)
                yield f"{fit} "

    def rest(self) -> Iterator[str]:
        """What the model has not said, as it stands."""
        while self._at < len(self._draft.paragraphs):
            yield from self._closed()

    def _closed(self) -> Iterator[str]:
        """The end of a paragraph: those of its sentences that the model did not say."""
        paragraph = self._draft.paragraphs[self._at]
        if not self._said:
            yield paragraph
            self.replaced += len(split(paragraph)) if is_prose(paragraph) else 0
        else:
            for piece in split(paragraph):
                if not self._guard.covered(piece.text, self._said):
                    self.replaced += 1
                    yield f"{piece.text} "
        self._at, self._said = self._at + 1, []
        if self._at < len(self._draft.paragraphs):
            yield "\n\n"

    def _fit(self, sentence: str) -> str:
        """The sentence as it may be shown, written again once where it may not; "" where that fails too."""
        if not (fault := self._fault(sentence)):
            self.shown += 1
            return self._passed(sentence)
        if self._tries >= REWRITES:
            return ""
        self._tries += 1
        better = " ".join(self._again(sentence, fault).split())
        if not better or self._fault(better):
            return ""
        self.rewritten += 1
        return self._passed(better)

    def _fault(self, sentence: str) -> str:
        if plain_form(sentence) in self._told:
            return "it says that a second time"
        if "?" in sentence and (self._asked or not self._is_last()):
            return "it asks a second question, or too early"
        return self._guard.fault(sentence, self._grounds)

    def _is_last(self) -> bool:
        return self._at == len(self._draft.paragraphs) - 1

    def _passed(self, sentence: str) -> str:
        self._asked = self._asked or "?" in sentence
        self._told.add(plain_form(sentence))
        return sentence
