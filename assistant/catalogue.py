"""The tables of knowledge/vocabulary as frozen nouns: work, means, trades, tools, countries, sizes."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar, get_args

import yaml
from pydantic import BaseModel, ValidationError

from assistant.domain.bands import BandName, Bands
from assistant.domain.catalogue import Country, Industry, Means, ProcessKind, ToolKind
from assistant.domain.facts import Noun
from assistant.errors import BadInput, UnknownName, misfit

Row = TypeVar("Row", bound=Noun)
Table = TypeVar("Table", bound=BaseModel)


class Catalogue(Noun):
    """All tables together."""

    processes: tuple[ProcessKind, ...]
    means: tuple[Means, ...]
    industries: tuple[Industry, ...]
    tools: tuple[ToolKind, ...]
    countries: tuple[Country, ...]
    bands: Bands

    def process(self, process_id: str) -> ProcessKind:
        """The kind of work of that id; raises UnknownName."""
        return _one(self.processes, process_id, "process")

    def way(self, means_id: str) -> Means:
        """The means of that id; raises UnknownName."""
        return _one(self.means, means_id, "means")

    def country(self, code: str | None) -> Country | None:
        """The country of that code, or None."""
        return next((each for each in self.countries if each.code == code), None)


def load_catalogue(knowledge: Path) -> Catalogue:
    """The catalogue of a knowledge folder.

    Raises BadInput naming file, entry and key where a table does not fit its noun.
    """
    folder = knowledge / "vocabulary"
    return Catalogue(
        processes=_table(folder / "processes.yml", "processes", ProcessKind),
        means=_table(folder / "means.yml", "means", Means),
        industries=_table(folder / "industries.yml", "industries", Industry),
        tools=_table(folder / "tools.yml", "tools", ToolKind),
        countries=_table(folder / "countries.yml", "countries", Country),
        bands=load_bands(knowledge),
    )


def load_bands(knowledge: Path) -> Bands:
    """What the size of a firm changes; raises BadInput naming the band where a row is misshapen, or the rows are not
    the four bands from one person on without gap or overlap."""
    path = knowledge / "vocabulary" / "bands.yml"
    found = read_noun(path, Bands)
    names = tuple(each.id for each in found.bands)
    if names != get_args(BandName):
        wanted = ", ".join(get_args(BandName))
        raise BadInput(f"{path}: bands are {', '.join(names) or 'none'}; give {wanted}, each once and in this order")
    expected = 1
    for band in found.bands:
        first, last = band.people
        if first != expected or last < first:
            fault = (
                "overlaps the one before" if first < expected else "leaves a gap" if first > expected else "is empty"
            )
            raise BadInput(f"{path}: band {band.id!r}, people {first}-{last}, {fault}; begin it at {expected}")
        expected = last + 1
    return found


def read_yaml(path: Path) -> object:
    """The content of a YAML file; raises BadInput with file and line."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_loader())  # a safe loader, in C where built
    except FileNotFoundError as exc:
        raise BadInput(f"{path} is missing: it is part of the knowledge folder, put it back") from exc
    except yaml.YAMLError as exc:
        mark = getattr(exc, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        raise BadInput(f"{where}: not valid YAML ({getattr(exc, 'problem', exc)}); mend that line") from exc


def read_noun(path: Path, noun: type[Table]) -> Table:
    """The content of a YAML file as one noun; raises BadInput with file, key, value and what is wrong with it."""
    content = read_yaml(path)
    try:
        return noun.model_validate(content)
    except ValidationError as exc:
        found = misfit(exc)
        raise BadInput(f"{path}: key {found.place!r}: {found.message}; value {found.value!r}; mend that entry") from exc


def _loader() -> type[yaml.SafeLoader]:
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _table(path: Path, key: str, row: type[Row]) -> tuple[Row, ...]:
    content = read_yaml(path)
    entries = content.get(key) if isinstance(content, dict) else None
    if not isinstance(entries, list):
        raise BadInput(f"{path}: expected a list under {key!r}; add it")
    return tuple(_entry(path, entry, row) for entry in entries)


def _entry(path: Path, entry: object, row: type[Row]) -> Row:
    try:
        return row.model_validate(entry)
    except ValidationError as exc:
        found = misfit(exc)
        name = next((entry[key] for key in ("id", "code", "name") if isinstance(entry, dict) and key in entry), entry)
        raise BadInput(f"{path}: entry {name!r}, key {found.place!r}: {found.message}; value {found.value!r}") from exc


def _one(rows: tuple[Row, ...], wanted: str, kind: str) -> Row:
    for row in rows:
        if getattr(row, "id", None) == wanted:
            return row
    known = ", ".join(sorted(str(getattr(row, "id", "")) for row in rows))
    raise UnknownName(f"no {kind} {wanted!r}; known are: {known}")
