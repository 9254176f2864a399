"""The front matter of a document: its keys, the line of each, and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import yaml
from pydantic import ValidationError

from assistant.errors import BadInput, Misfit, misfits

FENCE = "---"
Place = tuple[int | str, ...]
LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Problem(NamedTuple):
    """Something wrong on a line of the file, with its remedy."""

    line: int
    says: str


class FrontMatter:
    """The front matter of one file and the body after it, whose first line has the number `body_line`."""

    def __init__(self, path: Path) -> None:
        """Read a file; raises BadInput with file and line where it has no front matter that could be read."""
        self.path = path
        front, self.body, self.body_line = _halves(path)
        try:
            root = yaml.compose(front, Loader=LOADER)
            keys = yaml.load(front, Loader=LOADER)
        except yaml.YAMLError as exc:
            mark = getattr(exc, "problem_mark", None)
            says = f"not valid YAML ({getattr(exc, 'problem', exc)}); mend that line, quote text with a colon"
            raise self.refusal([Problem(mark.line + 2 if mark else 1, says)]) from exc
        if not isinstance(keys, dict):
            raise self.refusal([Problem(1, "the front matter holds no keys; write them as `key: value`")])
        self.keys: dict[str, object] = {str(key): value for key, value in keys.items()}
        self._lines = dict(_lines_of(root, ()))
        self.twice = [
            Problem(node.start_mark.line + 2, f"key {node.value!r} stands twice; keep one of them")
            for node in _repeated(root)
        ]

    def line(self, *place: int | str) -> int:
        """The line of the file on which a key stands, nested ones too; where it is missing, that of what would hold it.

        The first line where that is the front matter itself.
        """
        for length in range(len(place), 0, -1):
            if (found := self._lines.get(place[:length])) is not None:
                return found
        return 1

    def misfits(self, exc: ValidationError) -> list[Problem]:
        """All that a validation of the keys stumbled over."""
        return [Problem(self.line(*each.keys), _remedy(each)) for each in misfits(exc)]

    def refusal(self, problems: list[Problem]) -> BadInput:
        """The error that names file, line, key and remedy of each problem, a line each, in the order of the file."""
        return BadInput("\n".join(f"{self.path}:{each.line}: {each.says}" for each in sorted(set(problems))))


def _halves(path: Path) -> tuple[str, str, int]:
    """Front matter, body, and the line on which the body begins."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as exc:
        raise BadInput(f"{path}: not UTF-8 at byte {exc.start}; save it as UTF-8") from exc
    if not lines or lines[0].rstrip() != FENCE:
        raise BadInput(f"{path}:1: expected a line of three hyphens; begin the front matter with it")
    ends = [n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE]
    if not ends:
        raise BadInput(f"{path}:1: the front matter has no end; close it with a line of three hyphens")
    return "\n".join(lines[1 : ends[0]]), "\n".join(lines[ends[0] + 1 :]), ends[0] + 2


def _lines_of(node: yaml.Node | None, place: Place) -> Iterator[tuple[Place, int]]:
    """The line of the file of every key and every item of a list, by the keys that lead there."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*place, key.value), key.start_mark.line + 2
            yield from _lines_of(value, (*place, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for n, item in enumerate(node.value):
            yield (*place, n), item.start_mark.line + 2
            yield from _lines_of(item, (*place, n))


def _repeated(node: yaml.Node | None) -> Iterator[yaml.Node]:
    """Keys that stand a second time beside one another, of which YAML would silently keep the last."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                yield key
            seen.add(key.value)
            yield from _repeated(value)


def _remedy(found: Misfit) -> str:
    match found.kind:
        case "extra_forbidden":
            return f"unknown key {found.place!r}; remove it or mend its spelling"
        case "missing":
            return f"key {found.place!r} is missing; add it"
        case _:
            value = "a group of keys" if isinstance(found.value, Mapping) else repr(found.value)
            return f"key {found.place!r} has the value {value}: {found.message.lower()}; mend it"
