"""Every error that Plumbline raises on purpose.

AssistantError                  one clear line for the owner: what, which value, where, what to do
├── BadInput                    the words, file, profile or option given cannot be used     (exit code 2)
│   ├── UnreadableFile          a file is encrypted, broken, too large or of an unknown kind
│   └── UnknownName             no such session, rule, process, means or format
└── DependencyFailed            something we stand on failed                                 (exit code 3)
    ├── StoreFailed             the disk is full, the database is locked or damaged
    │   └── TurnTaken           another writer kept this turn first; the session rereads and tries again
    ├── ModelFailed             the chat model is slow, down, out of quota or unusable; the reply stands without it
    └── EncoderMissing          no sentence encoder could be loaded; search falls back to words and says so
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import ValidationError


class AssistantError(Exception):
    """An error whose text can be shown to an owner as it stands."""

    exit_code = 2


class BadInput(AssistantError):
    """What was given cannot be used; the message names the value, its place and the remedy."""


class UnreadableFile(BadInput):
    """A file could not be turned into text; the message names the file and the reason."""


class UnknownName(BadInput):
    """A name was asked for that does not exist; the message lists near or known names."""


class DependencyFailed(AssistantError):
    """A disk, database, model or library that we stand on failed."""

    exit_code = 3


class StoreFailed(DependencyFailed):
    """A turn could not be kept, so it was not acknowledged."""


class TurnTaken(StoreFailed):
    """Another writer kept a turn of this number first."""


class EncoderMissing(DependencyFailed):
    """No sentence encoder is installed or its files are not the ones we know."""


class ModelFailed(DependencyFailed):
    """The chat model gave nothing that can be used; the message says in one line what happened."""


@dataclass(frozen=True)
class Misfit:
    """A thing in some data that is not as its noun wants it; as text "place: message".

    `place` is the keys that lead there (`keys`), joined by dots; `kind` is pydantic's name of what is wrong.
    """

    place: str
    message: str
    value: object
    kind: str
    keys: tuple[int | str, ...] = ()

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


def misfit(exc: ValidationError, whole: str = "the whole") -> Misfit:
    """What a validation stumbled over first; `whole` names the place where it is the data altogether."""
    return misfits(exc, whole)[0]


def misfits(exc: ValidationError, whole: str = "the whole") -> tuple[Misfit, ...]:
    """All that a validation stumbled over."""
    return tuple(
        Misfit(
            place=".".join(str(part) for part in each["loc"]) or whole,
            message=each["msg"],
            value=each["input"],
            kind=each["type"],
            keys=each["loc"],
        )
        for each in exc.errors(include_url=False)
    )
