"""The files that an owner means by a list of paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

OF_SYSTEMS = frozenset({"desktop.ini", "thumbs.db"})


class Listed(NamedTuple):
    """A file and the name by which it is known: its own, or its path inside the folder that was given."""

    path: Path
    name: str


def files_under(paths: Iterable[Path]) -> Iterator[Listed]:
    """Each file, and each file in each folder, in order; hidden ones, links and the system's own are left out.

    A path that does not exist is given as a file: reading it says so.
    """
    for path in paths:
        if not path.is_dir():
            yield Listed(path, path.name)
            continue
        for each in sorted(path.rglob("*")):
            inside = each.relative_to(path)
            hidden = any(part.startswith((".", "~$")) for part in inside.parts)
            if each.is_file() and not each.is_symlink() and not hidden and each.name.lower() not in OF_SYSTEMS:
                yield Listed(each, inside.as_posix())
