"""The chat model that words replies: which it is, how to try another one, and how to use it."""

from __future__ import annotations

from assistant.advisers.choose import tried
from assistant.conversation.shelf import Shelf
from assistant.settings import Settings


class Models:
    """The choice of a chat model for one process."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    @property
    def name(self) -> str:
        """The model that is configured or was chosen, "" where none is; whether it can be had shows on its use."""
        return self._shelf.model_settings.model

    @property
    def address(self) -> str:
        """The address of its server, "" where that is its provider's own."""
        return self._shelf.model_settings.model_url or ""

    def attempt(self, name: str, address: str = "") -> str:
        """A line on what came of one short call of a model.

        Raises BadInput where it cannot be had, DependencyFailed where it gives nothing.
        """
        return tried(self._settings(name, address))

    def use(self, name: str, address: str = "") -> None:
        """Have a model word replies until this process ends, none where the name is empty; raises BadInput."""
        self._shelf.use_model(self._settings(name, address))

    def _settings(self, name: str, address: str) -> Settings:
        chosen = {"model": name.strip(), "model_url": address.strip() or None}
        return self._shelf.settings.model_copy(update=chosen)
