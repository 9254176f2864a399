"""What short answers stand for: the part `replies` of knowledge/vocabulary/cues.yml."""

from __future__ import annotations

from typing import Literal

from assistant.domain.facts import Noun, Value

Form = Literal[
    "hours", "count", "minutes", "months", "share", "wage", "yearly money", "monthly money", "money", "level",
    "yes or no", "words",
]  # fmt: skip


class Reply(Noun):
    """Words and the value they stand for."""

    words: tuple[str, ...]
    value: Value


class Replies(Noun):
    """The lists of that part."""

    forms: dict[Form, tuple[str, ...]]
    yes_values: dict[str, float]
    no_values: dict[str, float]
    taught: dict[str, dict[str, Value]]
    shares: tuple[Reply, ...]
    values: dict[str, tuple[Reply, ...]]

    def form(self, name: str) -> Form:
        """The kind of answer that a fact takes; words where the list does not say."""
        return next((form for form, names in self.forms.items() if name in names), "words")
