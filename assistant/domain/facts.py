"""A fact: a value, how it was said, the words that carry it and what it rests on."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Basis = Literal["owner", "computed", "benchmark", "vendor", "assumed"]
Period = Literal["", "minute", "hour", "day", "week", "month", "quarter", "year", "once"]
Value = bool | float | tuple[float, float] | str | tuple[str, ...]

FIRM = "firm"
"""The scope of facts about the whole firm; every other scope is a process id."""


class Noun(BaseModel):
    """A frozen value; unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Said(Noun):
    """A figure in the owner's own unit and period: 40 calls a day."""

    value: float | tuple[float, float]
    unit: str = ""
    per: str = ""


class Fact(Noun):
    """One thing known: `value` is normalised to `unit`, a range stays a pair, `quote` is verbatim."""

    value: Value
    unit: str = ""
    said: Said | None = None
    quote: str | None = None
    basis: Basis = "owner"

    @property
    def is_number(self) -> bool:
        """True for a figure or a range of figures; yes/no and words are not."""
        return self.is_range or (isinstance(self.value, (int, float)) and not isinstance(self.value, bool))

    @property
    def is_range(self) -> bool:
        """True where the value is a low and a high end."""
        return isinstance(self.value, tuple) and len(self.value) == 2 and not isinstance(self.value[0], str)

    @property
    def low(self) -> float:
        """The low end of a figure; TypeError for words and yes/no."""
        return self._ends()[0]

    @property
    def high(self) -> float:
        """The high end of a figure; TypeError for words and yes/no."""
        return self._ends()[1]

    @property
    def mid(self) -> float:
        """The middle of a figure; TypeError for words and yes/no."""
        low, high = self._ends()
        return (low + high) / 2

    def _ends(self) -> tuple[float, float]:
        value = self.value
        if isinstance(value, tuple) and len(value) == 2:
            low, high = value
            if not isinstance(low, str) and not isinstance(high, str):
                return float(low), float(high)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return float(value), float(value)
        raise TypeError(f"fact {value!r} is not a figure")


def is_no(fact: Fact | None) -> bool:
    """True where somebody said no."""
    return fact is not None and fact.value is False


def is_below(fact: Fact | None, limit: float) -> bool:
    """True for a figure that is told and wholly below a limit."""
    return fact is not None and fact.is_number and fact.high < limit


def is_above(fact: Fact | None, limit: float) -> bool:
    """True for a figure that is told and wholly above a limit."""
    return fact is not None and fact.is_number and fact.low > limit


class FactPath(Noun):
    """The address of a fact: `scope` is "firm" or a process id, `name` a field of that noun."""

    scope: str
    name: str

    def __str__(self) -> str:
        return f"{self.scope}.{self.name}"


class Range(Noun):
    """P10, P50 and P90 of a result; `None` ends mean "never within the horizon"."""

    low: float | None
    mid: float | None
    high: float | None
    unit: str
    basis: Basis = "computed"
