"""What a model is told in a turn, within a budget of tokens: the reply first, then facts, then the talk so far."""

from __future__ import annotations

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
    """The passages behind the citations of the reply, each with its number, as far as there is room for whole ones."""
    told: list[str] = []
    for number, each in enumerate(draft.passages, start=1):
        passage = f"[{number}] {each}"
        room -= tokens(passage) + 1
        if room < 0:
            told.append(f"({len(draft.passages) - len(told)} more are not shown; add nothing from these.)")
            break
        told.append(passage)
    return "\n".join(told) or "(none)"


def _facts(draft: Draft, room: int) -> str:
    told: list[str] = []
    for each in draft.known:
        room -= tokens(each) + 1
        if room < 0:
            told.append(f"({len(draft.known) - len(told)} more are known; this reply does not need them.)")
            break
        told.append(each)
    return "\n".join(told) or "(nothing yet)"


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
