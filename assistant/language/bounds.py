"""Whether the words of a figure make it a bound: at least, up to, no more than, or more."""

from __future__ import annotations

import re
from typing import Literal

Bound = Literal["lower", "upper"]
NOT = r"(?<!\bno )(?<!\bnot )"
LOWER = re.compile(
    rf"{NOT}\b(?:more than|over)\b|\b(?:at least|or more|plus|upwards of|minimum|not? (?:less|fewer) than)\b|\+",
    re.IGNORECASE,
)
UPPER = re.compile(
    rf"{NOT}\b(?:less|fewer) than\b|\b(?:under|at most|below|up to|not? (?:more than|over))\b",
    re.IGNORECASE,
)


def bound(quote: str) -> Bound | None:
    """Which end of a range a figure's own words make it; None where they make it none."""
    if LOWER.search(quote):
        return "lower"
    return "upper" if UPPER.search(quote) else None
