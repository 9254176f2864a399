"""A price on its way into the list: the line, and what is needed to compare it with the others."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.domain.proposal import Per, PriceLine
from assistant.vendors.money import Amount

PER_YEAR: dict[Per, float] = {"month": 12, "quarter": 4, "year": 1, "week": 52}
"""How often a year a recurring price falls due."""
SAME = 0.0005
"""Amounts that differ by less are the same, rounded."""
_WORD = re.compile(r"[a-z]{3,}|[a-z]\d\b")


@dataclass(frozen=True)
class Draft:
    """A price with what is needed to compare it with the others; `said` is False where its period is supposed."""

    amount: Amount
    line: PriceLine
    total: bool = False
    plan: bool = False
    chosen: bool = False
    said: bool = True
    first: Draft | None = None

    @property
    def recurring(self) -> bool:
        """True for prices that come back."""
        return self.line.per in PER_YEAR

    @property
    def value(self) -> float:
        """What it comes to: a year for what recurs, once for the rest."""
        return self.line.amount * self.line.quantity * PER_YEAR.get(self.line.per, 1)

    @property
    def clause(self) -> str:
        """The words that name it: those of its row's first cell, or of its part of the sentence."""
        if self.amount.cells > 1:
            return self.amount.label
        pieces = re.split(r"[;.]|<M\d+>", self.amount.before)
        run_in = [each for each in pieces[-2:] if _WORD.search(each)]  # "Hosting. $640 a month" is named by its heading
        before = run_in[-1] if run_in and len(pieces) > 1 else pieces[-1]
        after = re.split(r"[;.]|<M\d+>|, (?:and|plus)\b", self.amount.after)[0]
        return f"{before} {after}"

    @property
    def name(self) -> frozenset[str]:
        """The words of its clause and the thing it is charged by, without their plural endings."""
        found = _WORD.findall(f"{self.clause} {self.line.quantity_unit}")
        return frozenset(each.rstrip("s") for each in found)

    def with_line(self, **values: object) -> Draft:
        """The same price with other values in its line."""
        return replace(self, line=self.line.model_copy(update=values))

    def is_worth(self, value: float) -> bool:
        """True where it comes to a value, but for rounding."""
        return abs(self.value - value) <= SAME * max(abs(self.value), abs(value))
