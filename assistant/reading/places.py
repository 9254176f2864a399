"""Where the firm is: the country of the places that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from assistant.catalogue import Catalogue
from assistant.errors import BadInput
from assistant.language.matching import find, is_literal
from assistant.reading.reader import Places
from assistant.reading.scene import Scene
from assistant.reading.stance import stance_of

FILE = Path("vocabulary") / "places.tsv"
NAME = r"[A-Z][\w'’.-]+(?:\s(?:[a-z]{2}\s)?[A-Z][\w'’.-]+){0,2}"
BASED = re.compile(rf"\b(?:in|near|outside|around|from|of|at)\s+(?:the\s+)?({NAME})")
STATE = re.compile(
    r"[\w)]\s*,?\s+(A[KLRZ]|C[AOT]|DE|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|"
    r"V[AT]|W[AIVY])\b(?![’'])"
)
"""Two letters of a state of the United States, after a name."""
WORLD_MONEY = ("USD", "EUR")
"""Money that is told of in many countries, or used by many."""


class Told(NamedTuple):
    """A country by its code, and the words that tell it."""

    code: str
    quote: str


@lru_cache(maxsize=4)
def load_places(knowledge: Path) -> Places:
    """The towns of the world by name, each with its countries; raises BadInput with the line that is wrong."""
    path = knowledge / FILE
    found: dict[str, tuple[str, ...]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        name, tab, codes = line.partition("\t")
        if not tab or not codes:
            raise BadInput(f"{path}, line {number}: a town and its countries, with a tab between, not {line!r}")
        found[name] = tuple(codes.split(" "))
    return found


def country_of(scene: Scene, places: Places) -> Told | None:
    """The country that a text places the firm in: by a place that is tagged, named, or by its money; else None."""
    spent = next((each for each in scene.mentions if each.kind == "money" and _only(scene.catalogue, each.unit)), None)
    likely = _only(scene.catalogue, spent.unit) if spent else None
    told = next(_tagged(scene, places, likely), None) or _listed(scene) or _named(scene, places, likely)
    told = told or _state(scene)
    if told is None and spent and likely:
        told = Told(likely, spent.quote)
    return told if told and scene.catalogue.country(told.code) else None


def _only(catalogue: Catalogue, currency: str) -> str | None:
    """The one country of the catalogue that has a currency; None where several have it, or all the world."""
    codes = [each.code for each in catalogue.countries if each.currency == currency and currency not in WORLD_MONEY]
    return codes[0] if len(codes) == 1 else None


def _tagged(scene: Scene, places: Places, likely: str | None) -> Iterator[Told]:
    for tag in scene.tags("place"):
        words = scene.text[tag.start : tag.end]
        for match in find(scene.stems, scene.lexicon.countries):
            if tag.start <= match.start < tag.end and words[0].isupper():
                yield Told(match.key, words)
        if code := _lookup(words, places, likely):
            yield Told(code, words)


def _lookup(words: str, places: Places, likely: str | None) -> str | None:
    """The country of a name, or of the last part of "Tulsa, Oklahoma" that has one."""
    for part in reversed([words, *re.split(r"\s*,\s*|\s+\(", words)]):
        codes = places.get(part.strip(" .)")) or places.get(re.sub(r"\s+[A-Z]{2}$", "", part.strip(" .)")))
        if codes:
            return likely if likely in codes else codes[0]
    return None


def _listed(scene: Scene) -> Told | None:
    """The first country or region of the list; places are written with a capital, "nice" and "reading" are not."""
    for match in find(scene.stems, scene.lexicon.countries):
        named = scene.text[match.start : match.end]
        told = stance_of(scene, match.start, match.end) in ("fact", "past", "planned")
        if named[0].isupper() and is_literal(match, scene.text) and told:
            return Told(match.key, named)
    return None


def _named(scene: Scene, places: Places, likely: str | None) -> Told | None:
    """The first town after a word of place."""
    for found in BASED.finditer(scene.text):
        name = found.group(1).rstrip(".'’-")
        while name:
            if code := _lookup(name, places, likely):
                return Told(code, name) if stance_of(scene, found.start(1), found.end(1)) == "fact" else None
            name = name.rpartition(" ")[0]
    return None


def _state(scene: Scene) -> Told | None:
    found = STATE.search(scene.text)
    return Told("US", found.group(1)) if found else None
