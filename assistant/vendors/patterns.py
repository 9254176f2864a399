"""Words that a sentence names and no count of examples teaches: whose law counts, which paper prevails."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.catalogue import read_noun
from assistant.errors import BadInput
from assistant.vendors.figures import Masked


class _Pattern(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    sure: float
    p: str
    types: tuple[str, ...] = ()
    needs: str = ""
    before_not: str = ""


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    readings: tuple[_Pattern, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A way in which something is named: the group v of `find`, in sentences of these types (of any where none)."""

    name: str
    sure: float
    find: re.Pattern[str]
    types: tuple[str, ...]
    needs: re.Pattern[str]
    before_not: re.Pattern[str] | None


def load_readings(knowledge: Path) -> tuple[Reading, ...]:
    """All readings of a knowledge folder, the surest first; raises BadInput naming the file where one is wrong."""
    path = knowledge / "vocabulary" / "readings.yml"
    try:
        made = [_compiled(each) for each in read_noun(path, _File).readings]
    except re.error as exc:
        raise BadInput(f"{path}: pattern {exc.pattern!r}: {exc}; mend that pattern") from exc
    return tuple(sorted(made, key=lambda each: -each.sure))


def value_of(reading: Reading, text: Masked) -> str | None:
    """What a sentence (lower case, figures masked) names, or None."""
    if not reading.needs.search(text.text):
        return None
    for match in reading.find.finditer(text.text):
        before = text.text[: match.start("v")]
        if reading.before_not is None or not reading.before_not.search(before):
            return match.group("v").strip()
    return None


def _compiled(each: _Pattern) -> Reading:
    before_not = re.compile(each.before_not) if each.before_not else None
    return Reading(each.name, each.sure, re.compile(each.p), each.types, re.compile(each.needs), before_not)
