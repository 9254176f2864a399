"""What the page can ask of the chat model; only on the owner's own computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.errors import BadInput
from assistant.web.panels.model import model_choice
from assistant.web.view import Fragment, Notice

if TYPE_CHECKING:
    from assistant.conversation.models import Models


class ModelDesk:
    """Answers the page; `own_machine` is True where only the owner's computer can reach it."""

    def __init__(self, models: Models, own_machine: bool) -> None:
        self._models = models
        self._own_machine = own_machine

    def model(self) -> Fragment:
        """The drawer's part on the chat model; nothing for visitors."""
        if not self._own_machine:
            return Fragment(html="")
        return Fragment(html=model_choice(self._models.name, self._models.address))

    def try_model(self, name: str, address: str) -> Notice:
        """What came of one short call of a chat model."""
        self._only_here()
        if not name.strip():
            raise BadInput("no model is named: write provider:name, for example ollama:llama3.2")
        return Notice(text=self._models.attempt(name, address))

    def use_model(self, name: str, address: str) -> Fragment:
        """The drawer's part on the chat model, after it was changed; none is used where the name is empty."""
        self._only_here()
        self._models.use(name, address)
        return self.model()

    def _only_here(self) -> None:
        if not self._own_machine:
            raise BadInput("the chat model is chosen on the computer that serves the page")
