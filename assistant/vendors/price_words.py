"""The words that tell what an amount of money is, from knowledge/vocabulary/price_words.yml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.catalogue import read_yaml
from assistant.errors import BadInput


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    not_a_price: str
    threshold: str
    total: str
    restated: str
    optional: str
    overage: str
    minimum: str
    once: str
    recurring: str
    plans: str
    chosen: str
    first: str
    later: str
    year_label: str
    discount: str
    seat_things: tuple[str, ...]
    place_things: tuple[str, ...]
    month: str
    quarter: str
    year: str
    week: str
    hour: str
    counted: str
    generic: tuple[str, ...]


@dataclass(frozen=True)
class PriceWords:
    """Compiled patterns by name, and the closed lists of things that are priced by the piece."""

    patterns: dict[str, re.Pattern[str]]
    seats: frozenset[str]
    places: frozenset[str]
    generic: frozenset[str]

    def hit(self, name: str, text: str) -> bool:
        """True where the pattern of that name is found in the text."""
        return bool(self.patterns[name].search(text))


def load_price_words(knowledge: Path) -> PriceWords:
    """The price words of a knowledge folder; raises BadInput naming file and key where one is wrong."""
    path = knowledge / "vocabulary" / "price_words.yml"
    try:
        table = _File.model_validate(read_yaml(path))
        lists = {"seat_things", "place_things", "generic"}
        return PriceWords(
            patterns={name: re.compile(value) for name, value in table if name not in lists},
            seats=frozenset(table.seat_things),
            places=frozenset(table.place_things),
            generic=frozenset(table.generic),
        )
    except ValidationError as exc:
        first = exc.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BadInput(f"{path}: key {place!r}: {first['msg']}; mend that entry") from exc
    except re.error as exc:
        raise BadInput(f"{path}: pattern {exc.pattern!r}: {exc}; mend that pattern") from exc
