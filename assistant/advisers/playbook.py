"""The adviser without a model: it says the reply as it stands."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from itertools import pairwise
from threading import Event

from assistant.domain.speech import Draft, Pointed, Spoken, ToRead, Usage
from assistant.language.sentences import split


class PlaybookAdviser:
    """Says what stands, sentence by sentence."""

    name = ""

    def point(self, text: ToRead, used: Usage, stop: Event) -> Pointed:
        """Nothing: what the house reads it has read."""
        del text, used, stop
        return Pointed()

    def speak(self, draft: Draft, used: Usage, stop: Event) -> Generator[str, None, Spoken]:
        """The sentences of the draft as they are."""
        del used, stop
        yield from pieces(draft.text)
        return Spoken(text=draft.text)


def pieces(text: str) -> Iterator[str]:
    """A text in its sentences, each with the white space behind it: together they are the text again."""
    found = split(text)
    edges = [0, *(each.start for each in found[1:]), len(text)]
    yield from (text[start:end] for start, end in pairwise(edges) if start < end)
