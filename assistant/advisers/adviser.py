"""The seam: whoever puts a reply into words, and reads an owner's words a second time."""

from __future__ import annotations

from collections.abc import Generator
from threading import Event
from typing import Protocol

from assistant.domain.speech import Draft, Pointed, Spoken, ToRead, Usage


class Adviser(Protocol):
    """Says a reply that stands already; what it says may sound better, never be less right."""

    @property
    def name(self) -> str:
        """What it is called for people; "" where it is no model."""

    def point(self, text: ToRead, used: Usage, stop: Event) -> Pointed:
        """What the words of a text may tell, each with its quote; to be checked by whoever asks.

        `used` and `stop` as in `speak`. Raises nothing that a model could cause.
        """

    def speak(self, draft: Draft, used: Usage, stop: Event) -> Generator[str, None, Spoken]:
        """The reply, paragraph by paragraph in whole, checked sentences, and at the end how it was said.

        `used` is what this talk has used so far. Once `stop` is set, what is left is said as it stands. Raises nothing
        that a model could cause.
        """
