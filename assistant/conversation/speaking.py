"""What an adviser is given to say: the reply that stands, and everything that is known besides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from threading import Event

from assistant.advisers.adviser import Adviser
from assistant.conversation import wording
from assistant.conversation.shelf import Shelf
from assistant.domain.knowledge import Citation, Passage
from assistant.domain.profile import Profile
from assistant.domain.speech import Draft, Pointed, Spoken, ToRead, Usage
from assistant.domain.talk import Exchange, SessionState
from assistant.errors import StoreFailed
from assistant.store.log import TurnLog

Find = Callable[[str, str, str], Passage | None]
"""The id of a document, a heading, a quote -> the passage that holds it."""
LATEST = 6
"""Exchanges of the talk that may be told again."""


def draft_of(
    state: SessionState, words: str, before: Sequence[Exchange], shelf: Shelf, find: Find, spent: float = 0.0
) -> Draft:
    """The draft of a turn that is kept: `state` is the one after it, `before` what was said up to it, `find` gives
    the passage of a citation, `spent` is the seconds that a model took of the turn already."""
    paragraphs = tuple(each for each in state.reply_text.split("\n\n") if each.strip())
    return Draft(
        words=words,
        paragraphs=paragraphs,
        question=state.question.text if state.question else "",
        known=tuple(dict.fromkeys(each for each in _known(state, shelf) if each not in paragraphs)),
        cited=tuple(each.quote for each in state.citations),
        passages=tuple(_passage(each, find) for each in state.citations),
        spent=spent,
        before=tuple((each.words, each.reply) for each in before[-LATEST:] if each.kind == "say"),
    )


def read_along(adviser: Adviser, text: ToRead | None, used: Usage, stop: Event) -> Pointed:
    """What a chat model sees in an owner's words; nothing without a model or where there is nothing to be read."""
    return adviser.point(text, used, stop) if text is not None else Pointed()


def with_reading(told: Spoken, pointed: Pointed, noticed: int) -> Spoken:
    """How a reply was said, with what the model's reading of the words before it took and came to."""
    usage = told.usage + pointed.usage + Usage(noticed=noticed)
    return told.model_copy(update={"usage": usage, "trouble": pointed.trouble or told.trouble})


def _passage(citation: Citation, find: Find) -> str:
    """The passage that a citation is from; the quote alone where it is not there any more."""
    found = find(citation.document_id, citation.heading, citation.quote)
    return found.text if found else citation.quote


def keep_wording(log: TurnLog, session_id: str, n: int, told: Spoken) -> Iterator[str]:
    """Keep how a model worded the reply of a turn; what went wrong, in lines for the owner.

    The turn itself is kept by then: a wording that cannot be kept is said to be so and loses nothing.
    """
    if not (told.usage.calls or told.trouble):
        return
    try:
        log.word(session_id, n, told)
    except StoreFailed as exc:
        yield f"What the chat model said will stand in my own words when this talk is opened again: {exc}"
    if told.trouble:
        yield told.trouble


def _known(state: SessionState, shelf: Shelf) -> Iterator[str]:
    """What the owner told and what was worked out of it, in sentences."""
    if told := wording.understood(Profile(), state.profile, shelf.catalogue):
        yield told
    if made := state.recommendation:
        yield from (wording.decision_line(each, made.currency) for each in made.initiatives)
