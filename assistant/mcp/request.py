"""What every tool is: arguments, words that tell an assistant when to use it, and the work itself."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from pydantic import BaseModel, ValidationError

from assistant.domain.facts import Noun
from assistant.errors import BadInput, misfit
from assistant.files.limits import check_size

if TYPE_CHECKING:
    from assistant.conversation.plumbline import Plumbline


@dataclass(frozen=True)
class Told:
    """What a tool gives back: the whole as a noun, and a few lines for people."""

    whole: BaseModel
    short: str


class Request(Noun, ABC):
    """The arguments of one tool; `use` is read by an assistant that has never seen Plumbline."""

    name: ClassVar[str]
    title: ClassVar[str]
    use: ClassVar[str]
    gives: ClassVar[type[BaseModel]]

    @abstractmethod
    def carried_out(self, plumbline: Plumbline) -> Told:
        """What the front door has to say; raises AssistantError."""

    @classmethod
    def read(cls, arguments: Mapping[str, object], max_mb: int) -> Self:
        """The request in these arguments; raises BadInput naming the argument, or UnreadableFile for too much text."""
        sent = cls._as_text(arguments)
        check_size(f"what {cls.name} was given", len(sent.encode("utf-8", errors="replace")), max_mb)
        try:
            return cls.model_validate_json(sent)
        except ValidationError as exc:
            takes = ", ".join(cls.model_fields)
            raise BadInput(f"{cls.name}: {misfit(exc, 'the arguments')}; it takes {takes}") from exc

    @classmethod
    def _as_text(cls, arguments: Mapping[str, object]) -> str:
        try:
            return json.dumps(arguments, ensure_ascii=False)
        except RecursionError as exc:
            raise BadInput(f"{cls.name}: too many levels inside one another; give it as understand gave it") from exc
