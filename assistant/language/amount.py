"""What the grammar hands from step to step: a number, and a quantity, each between two token indexes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

AmountKind = Literal["number", "money", "duration", "percent", "count", "rate"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it stands; low and high differ for vague words only.

    `fraction` marks a bare part of a whole (half, 2/3), `spelled` a number in words.
    """

    low: float
    high: float
    start: int
    stop: int
    approximate: bool = False
    fraction: bool = False
    spelled: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity without its period; `number_stop` is the index after its figures, before its unit.

    `is_of_clock` marks a stretch told by its first and last hour.
    """

    kind: AmountKind
    low: float
    high: float
    unit: str
    start: int
    stop: int
    approximate: bool = False
    number_stop: int = 0
    is_of_clock: bool = False
