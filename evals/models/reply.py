"""A reply as steps on a line that can be slow or break, and what a scorer keeps of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict

from evals.models.asked import Asked


@dataclass(frozen=True)
class Say:
    """A piece of the message; in a stream it is an event of its own."""

    text: str


@dataclass(frozen=True)
class Wait:
    """Silence on an open line."""

    seconds: float


@dataclass(frozen=True)
class Die:
    """The connection is reset."""


Step = Say | Wait | Die


@dataclass(frozen=True)
class Reply:
    """What is answered: steps under one HTTP status; no step at all is a body of no bytes."""

    steps: Iterable[Step] = ()
    status: int = 200
    behaviour: str = ""


@dataclass(frozen=True)
class Occasion:
    """A request in its place: the turn, which of the turn's requests it is (from 0), and those before it."""

    asked: Asked
    turn: int
    nth: int
    earlier: tuple[Asked, ...]


Script = Callable[[Occasion], Reply]
"""What a scripted server answers with."""

Ending = Literal["open", "whole", "reset", "client left", "server closed"]


class Exchange(BaseModel):
    """One request and what came of it. `said` keeps the first 20,000 characters of `characters`.

    `ending` is open as long as the reply is under way.
    """

    model_config = ConfigDict(frozen=True)

    number: int
    turn: int
    behaviour: str
    asked: Asked
    status: int
    said: str = ""
    characters: int = 0
    ending: Ending = "open"
