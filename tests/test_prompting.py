"""Prompts and the code that fills them cannot drift apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import DependencyFailed
from assistant.prompting import load_prompt
from assistant.settings import Settings

PROMPTS = Settings().prompts()
NAMES = sorted(path.stem for path in PROMPTS.glob("*.md") if path.stem != "README")


@pytest.mark.parametrize("name", NAMES)
def test_every_prompt_can_be_filled(name: str) -> None:
    prompt = load_prompt(PROMPTS, name)
    system, owner = prompt.filled(**{each: f"<{each} goes here>" for each in prompt.variables})
    for each in prompt.variables:
        assert f"<{each} goes here>" in system + owner


def test_a_value_too_many_or_too_few_is_an_error() -> None:
    prompt = load_prompt(PROMPTS, "reply")
    with pytest.raises(DependencyFailed, match="nobody"):
        prompt.filled(**dict.fromkeys(prompt.variables, ""), nobody="")
    with pytest.raises(DependencyFailed, match="reply"):
        prompt.filled(**dict.fromkeys(prompt.variables - {"reply"}, ""))


@pytest.mark.parametrize(
    "text",
    [
        "no head",
        "---\nversion: 1\nvariables: [a]\n---\n# System\nNothing.\n# Owner\nNothing.\n",
        "---\nversion: 1\nvariables: []\n---\n# System\nNothing.\n# Owner\n$a\n",
        "---\nversion: 1\n---\n# System\nNothing.\n# Owner\nNothing.\n",
    ],
)
def test_a_prompt_whose_head_does_not_fit_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "made.md").write_text(text, encoding="utf-8")
    with pytest.raises(DependencyFailed, match=r"made\.md"):
        load_prompt(tmp_path, "made")


def test_words_of_an_owner_are_never_taken_for_a_variable(tmp_path: Path) -> None:
    (tmp_path / "made.md").write_text("---\nversion: 1\nvariables: [a]\n---\n# System\nSay.\n# Owner\n$a\n")
    assert load_prompt(tmp_path, "made").filled(a="I pay $b and ${a}")[1] == "I pay $b and ${a}"
