"""What one turn's words come to, before there is advice on it."""

from __future__ import annotations

from datetime import date

from assistant.domain.check_in import CheckIn
from assistant.domain.facts import Noun
from assistant.domain.flips import WhatIf
from assistant.domain.knowledge import Citation
from assistant.domain.profile import Profile
from assistant.domain.talk import Asked, Noticed, Question, Unnamed
from assistant.reading.own_case import OwnCase


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
    signed: date | None = None
    """The day on which the newest proposal was signed."""
    asks: OwnCase | None = None
    """What is asked of the own case, to be answered from the advice."""
    gone: tuple[str, ...] = ()
    """Kinds of work that were taken off the table."""
    unnamed: tuple[Unnamed, ...] = ()
    """Work that was told of in words that name no kind."""
    branch: WhatIf | None = None
    """What was supposed."""
    told: bool = False
    """True where the advice that comes of it was told before: a branch that is kept."""
    check_in: CheckIn | None = None
    """The check-in that was just taken over or left."""
    noticed: tuple[Noticed, ...] = ()
    """What a chat model saw besides, to be asked about before anything else."""
    question: Question | None = None
    """What is asked next, before anything of the agenda."""
