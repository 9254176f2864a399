"""Prompts for a chat model: one markdown file a task in `prompts/`, with a head and two parts.

The head names the prompt's version and its variables. A variable that is missing or that nobody uses is an error: a
prompt and the code that fills it cannot drift apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from string import Template

import yaml

from assistant.errors import DependencyFailed

PARTS = re.compile(r"\A---\n(.*?)\n---\n+# System\n(.*?)\n# Owner\n(.*)\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Prompt:
    """A task in words: `system` says what to do, `owner` holds the data; `variables` are those of both."""

    name: str
    version: int
    variables: frozenset[str]
    system: str
    owner: str

    def filled(self, **values: str) -> tuple[str, str]:
        """Both parts with the values in their places.

        Raises DependencyFailed where a variable gets no value or a value belongs to no variable.
        """
        if apart := self.variables ^ values.keys():
            raise DependencyFailed(f"prompt {self.name!r} and its values differ in: {', '.join(sorted(apart))}")
        return Template(self.system).substitute(values), Template(self.owner).substitute(values)


def load_prompt(folder: Path, name: str) -> Prompt:
    """The prompt of that name in a folder of prompts.

    Raises DependencyFailed where it cannot be read, has no head, or its head names other variables than it uses.
    """
    path = folder / f"{name}.md"
    try:
        found = PARTS.match(path.read_text(encoding="utf-8"))
        head = yaml.safe_load(found.group(1)) if found else None
    except (OSError, yaml.YAMLError) as exc:
        raise DependencyFailed(f"the prompt {path} cannot be read ({exc}): install again") from exc
    if found is None or not isinstance(head, dict) or set(head) != {"version", "variables"}:
        raise DependencyFailed(f"{path} needs a head with `version` and `variables`, then # System, then # Owner")
    system, owner = found.group(2).strip(), found.group(3).strip()
    used = {each for part in (system, owner) for each in Template(part).get_identifiers()}
    if apart := used ^ set(head["variables"]):
        raise DependencyFailed(f"{path} uses and names different variables: {', '.join(sorted(apart))}")
    return Prompt(name, int(head["version"]), frozenset(used), system, owner)
