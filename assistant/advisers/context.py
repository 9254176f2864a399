"""What a model is told in a turn, within a budget of tokens: the reply first, then facts, then the talk so far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from assistant.domain.speech import Draft
from assistant.language.model_tokens import shortened, tokens

PASSAGES, FACTS = 0.5, 0.6
"""Share of what the reply leaves that passages may take, and of what these leave, facts."""
WORDS = 300
"""Tokens of the owner's last words that are told."""


class Context(NamedTuple):
    """The parts of a prompt, as text."""

    known: str
    passages: str
    before: str
    words: str


def fitted(draft: Draft, reply: str, room: int) -> Context | None:
    """What is told beside the reply, so that both stay within `room` tokens; what is left out is said to be.

    None where the reply alone takes more.
    """
    words = shortened(draft.words, WORDS)
    left = room - tokens(reply) - tokens(words)
    if left < 0:
        return None
    passages = _passages(draft, int(left * PASSAGES))
    left -= tokens(passages)
    known = _facts(draft, int(left * FACTS))
    return Context(known, passages, _talk(draft, left - tokens(known)), words)


def _passages(draft: Draft, room: int) -> str:
    """The passages behind the citations of the reply, each with its number."""
    numbered = [f"[{number}] {each}" for number, each in enumerate(draft.passages, start=1)]
    return _whole_ones(numbered, room, "({left} more are not shown; add nothing from these.)") or "(none)"


def _facts(draft: Draft, room: int) -> str:
    return _whole_ones(draft.known, room, "({left} more are known; this reply does not need them.)") or "(nothing yet)"


def _whole_ones(texts: Sequence[str], room: int, left_out: str) -> str:
    """The first of some texts, each whole, that there is room for; of the others it is said how many there are."""
    told: list[str] = []
    for each in texts:
        room -= tokens(each) + 1
        if room < 0:
            told.append(left_out.format(left=len(texts) - len(told)))
            break
        told.append(each)
    return "\n".join(told)


def _talk(draft: Draft, room: int) -> str:
    """The newest exchanges that there is room for; of older ones it is said how many there were."""
    told: list[str] = []
    for owner, adviser in reversed(draft.before):
        both = f"Owner: {shortened(owner, WORDS)}\nAdviser: {shortened(adviser, WORDS)}"
        room -= tokens(both) + 1
        if room < 0:
            break
        told.insert(0, both)
    if left := len(draft.before) - len(told):
        told.insert(0, f"({left} earlier exchanges; what was told in them stands under what is known.)")
    return "\n".join(told) or "(this is the first)"
