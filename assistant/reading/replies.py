"""What short answers stand for: the word lists of knowledge/vocabulary/replies.yml."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from assistant.catalogue import read_yaml
from assistant.domain.facts import Noun, Value
from assistant.errors import BadInput
from assistant.settings import Settings

Form = Literal[
    "hours", "count", "minutes", "months", "share", "wage", "yearly money", "monthly money", "money", "level",
    "yes or no", "words",
]  # fmt: skip


class Reply(Noun):
    """Words and the value they stand for."""

    words: tuple[str, ...]
    value: Value


class Replies(Noun):
    """The lists of replies.yml."""

    forms: dict[Form, tuple[str, ...]]
    yes_values: dict[str, float]
    no_values: dict[str, float]
    shares: tuple[Reply, ...]
    values: dict[str, tuple[Reply, ...]]

    def form(self, name: str) -> Form:
        """The kind of answer that a fact takes; words where the list does not say."""
        return next((form for form, names in self.forms.items() if name in names), "words")


@cache
def replies(knowledge: Path | None = None) -> Replies:
    """The lists of a knowledge folder (ours by default), read once; raises BadInput where the file does not fit."""
    path = (knowledge or Settings.from_environment().knowledge()) / "vocabulary" / "replies.yml"
    try:
        return Replies.model_validate(read_yaml(path))
    except ValidationError as exc:
        first = exc.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BadInput(f"{path}: key {place!r}: {first['msg']}; value {first['input']!r}") from exc
