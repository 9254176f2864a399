"""Which adviser speaks: the playbook, or the chat model that was configured."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from assistant.advisers.adviser import Adviser
from assistant.advisers.playbook import PlaybookAdviser
from assistant.errors import BadInput
from assistant.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

RETRIES = 1
NO_KEY = "none"
"""What a server of one's own is told for a key where none is set."""


def choose(settings: Settings) -> Adviser:
    """The adviser of these settings; nothing is called, and nothing of a model loaded, where none is configured.

    Raises BadInput where the model's provider is unknown or its package is not installed.
    """
    if not settings.model:
        return PlaybookAdviser()
    from assistant.advisers.chat_model import ChatModelAdviser

    return ChatModelAdviser(open_model(settings), settings)


def open_model(settings: Settings) -> BaseChatModel:
    """The model that is configured; keys are read from the provider's own variables, by its package.

    Raises BadInput where the provider is unknown, its package is missing or it asks for something that is not set.
    """
    from langchain.chat_models import init_chat_model

    try:
        made: BaseChatModel = init_chat_model(settings.model, **_options(settings))
    except ImportError as exc:
        raise BadInput(
            f"PLUMBLINE_MODEL is {settings.model!r}, and the package for it is not installed: {exc}"
        ) from exc
    except Exception as exc:  # each provider's package raises errors of its own
        first = str(exc).strip().splitlines()[0][:200] if str(exc).strip() else type(exc).__name__
        raise BadInput(
            f"PLUMBLINE_MODEL is {settings.model!r}, which cannot be used: {first} "
            f"Write provider:name, for example ollama:llama3.2 or openai:gpt-4o-mini"
        ) from exc
    return made


def _options(settings: Settings) -> dict[str, Any]:
    """What the provider's class takes, under the names that it has for it."""
    provider = settings.model.partition(":")[0]
    options: dict[str, Any] = {"temperature": 0.3}
    if settings.model_url:
        options["base_url"] = settings.model_url
    if provider == "ollama":
        return options | {"client_kwargs": {"timeout": settings.model_seconds}}
    options |= {"timeout": settings.model_seconds, "max_retries": RETRIES}
    if provider == "openai":
        options["stream_usage"] = True
        if settings.model_url:
            options |= {"api_key": key_or_none("OPENAI_API_KEY"), "use_responses_api": False}
    return options


def key_or_none(variable: str) -> str:
    """The key of the environment, or a word in its place: servers of one's own ask for none, their package does."""
    return os.environ.get(variable) or NO_KEY
