"""What one turn's words come to, before there is advice on it."""

from __future__ import annotations

from assistant.domain.facts import Noun
from assistant.domain.knowledge import Citation
from assistant.domain.profile import Profile
from assistant.domain.talk import Asked


class Heard(Noun):
    """What a turn's words changed, and the lines that answer them."""

    profile: Profile
    asked: tuple[Asked, ...]
    words: str = ""
    lines: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    ask_again: bool = False
    stopped: bool = False
    is_proposal: bool = False
