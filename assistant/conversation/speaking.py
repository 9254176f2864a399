"""What an adviser is given to say: the reply that stands, and everything that is known besides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.conversation import wording
from assistant.conversation.shelf import Shelf
from assistant.domain.profile import Profile
from assistant.domain.speech import Draft
from assistant.domain.talk import Exchange, SessionState

LATEST = 6
"""Exchanges of the talk that may be told again."""


def draft_of(state: SessionState, words: str, before: Sequence[Exchange], shelf: Shelf) -> Draft:
    """The draft of a turn that is kept: `state` is the one after it, `before` what was said up to it."""
    paragraphs = tuple(each for each in state.reply_text.split("\n\n") if each.strip())
    return Draft(
        words=words,
        paragraphs=paragraphs,
        question=state.question.text if state.question else "",
        known=tuple(dict.fromkeys(each for each in _known(state, shelf) if each not in paragraphs)),
        cited=tuple(each.quote for each in state.citations),
        before=tuple((each.words, each.reply) for each in before[-LATEST:] if each.kind == "say"),
    )


def _known(state: SessionState, shelf: Shelf) -> Iterator[str]:
    """What the owner told and what was worked out of it, in sentences."""
    if told := wording.understood(Profile(), state.profile, shelf.catalogue):
        yield told
    if made := state.recommendation:
        yield from (wording.decision_line(each, made.currency) for each in made.initiatives)
