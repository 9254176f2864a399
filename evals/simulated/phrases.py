"""The wordings of wordings.yml, and how one is chosen and filled."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml
from numpy.random import Generator

TABLE = Path(__file__).with_name("wordings.yml")
REGIONS = ("GB", "US", "NN")


@cache
def wordings() -> Mapping[str, tuple[str, ...]]:
    """Every list of the table by its path, such as "answers/stable/yes"; a single word is a list of one."""
    table: dict[str, tuple[str, ...]] = {}
    _flatten("", yaml.safe_load(TABLE.read_text(encoding="utf-8")), table)
    return MappingProxyType(table)


def _flatten(path: str, node: object, table: dict[str, tuple[str, ...]]) -> None:
    if isinstance(node, dict):
        for key, below in node.items():
            _flatten(f"{path}/{key}" if path else str(key), below, table)
    else:
        table[path] = tuple(str(one) for one in node) if isinstance(node, list) else (str(node),)


@cache
def branches(path: str) -> tuple[str, ...]:
    """The names one level below a path, in the order of the table."""
    depth = path.count("/") + 1
    return tuple(dict.fromkeys(key.split("/")[depth] for key in wordings() if key.startswith(path + "/")))


def region(country: str) -> str:
    """Whose English it is: "GB", "US" or "NN" (not the first language)."""
    known = wordings().get(f"countries/{country}/region")
    return known[0] if known else "GB" if country in ("NZ", "ZA", "IN", "SG", "MT") else "NN"


def pick(rng: Generator, path: str, whose: str) -> str:
    """One wording of that path, of those that this region uses."""
    fitting = [one for one in wordings()[path] if one[:2] not in REGIONS or one[2:3] != ":" or one[:2] == whose]
    chosen = fitting[rng.integers(len(fitting))]
    return chosen[3:].lstrip() if chosen[2:3] == ":" and chosen[:2] in REGIONS else chosen


def upper(text: str) -> str:
    """The text with a capital at the beginning."""
    return text[:1].upper() + text[1:]


def fill(template: str, values: Mapping[str, str]) -> str:
    """The template with its braces filled; {N} is {n} with a capital, and so for every name."""
    for name, value in values.items():
        template = template.replace("{" + name + "}", value).replace("{" + upper(name) + "}", upper(value))
    return upper(template.replace("..", ".").replace("?.", "?")) if "..." not in template else upper(template)


def join(words: tuple[str, ...]) -> str:
    """Several as they are said: "a, b and c"."""
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]
