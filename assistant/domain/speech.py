"""What is to be said in a turn, what holds it, and how it was said in the end."""

from __future__ import annotations

from assistant.domain.facts import Noun


class Draft(Noun):
    """A reply that stands, before a chat model puts it into other words.

    `paragraphs` are the reply's own, in order; the last one is `question` where something is asked. `known` are true
    statements besides: what the owner told, what was worked out. `cited` is the quote behind each number in square
    brackets, `passages` the whole passage that each quote stands in. `words` is what the owner said last, `before` the
    exchanges before it, the oldest first, each as (owner, adviser).
    """

    words: str
    paragraphs: tuple[str, ...]
    question: str = ""
    known: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    before: tuple[tuple[str, str], ...] = ()
    spent: float = 0.0
    """Seconds that a model has taken of this turn already."""

    @property
    def text(self) -> str:
        """The reply as it stands."""
        return "\n\n".join(self.paragraphs)


class Usage(Noun):
    """What a model was used for: calls, tokens in and out, and what became of its sentences.

    `shown` went to the owner as the model wrote them, `rewritten` at the second try, `replaced` gave way to a sentence
    of the reply that stands. Of an owner's words it `pointed` at so many things, of which so many were `noticed`: put
    to the owner as a question. `unread`: its answers that were no list of them.
    """

    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    shown: int = 0
    rewritten: int = 0
    replaced: int = 0
    pointed: int = 0
    noticed: int = 0
    unread: int = 0

    def __add__(self, other: Usage) -> Usage:
        """Both together."""
        return Usage(**{name: getattr(self, name) + getattr(other, name) for name in type(self).model_fields})


class Spoken(Noun):
    """A reply as it was said; `trouble` is one line for the owner where the model failed in some way, else ""."""

    text: str
    usage: Usage = Usage()
    trouble: str = ""


class ToRead(Noun):
    """What a model is given to read: the owner's words and the question that was open, "" where none was."""

    words: str
    question: str = ""
    works: tuple[tuple[str, str], ...] = ()
    """Id and name of each kind of work that there is."""


class Pointer(Noun):
    """What a model says that words tell: a fact of a kind of work, or of the "firm", and the words that tell it.

    Nothing of it is true because a model says so: neither that the words were said, nor what they tell.
    """

    work: str
    fact: str
    quote: str


class Pointed(Noun):
    """What came of a model's reading; `trouble` is one line for the owner where it failed, `seconds` what it took."""

    pointers: tuple[Pointer, ...] = ()
    usage: Usage = Usage()
    trouble: str = ""
    seconds: float = 0.0
