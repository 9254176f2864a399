"""Which adviser speaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.advisers.choose import choose
from assistant.errors import BadInput
from assistant.settings import Settings


def _settings(model: str, url: str | None = None) -> Settings:
    return Settings(home=Path("unused"), model=model, model_url=url)


def test_without_a_model_the_playbook_speaks() -> None:
    assert choose(_settings("")).name == ""


@pytest.mark.parametrize("model", ["nobody:knows", "no provider at all"])
def test_an_unknown_provider_is_refused_in_one_line(model: str) -> None:
    with pytest.raises(BadInput, match=r"PLUMBLINE_MODEL is .* Write provider:name") as caught:
        choose(_settings(model))
    assert "\n" not in str(caught.value)


def test_a_server_of_ones_own_needs_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    assert choose(_settings("openai:local", "http://127.0.0.1:9/v1")).name == "openai:local"


def test_a_key_is_nowhere_in_what_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")
    assert "sk-very-secret" not in repr(vars(choose(_settings("openai:gpt-4o-mini"))))
