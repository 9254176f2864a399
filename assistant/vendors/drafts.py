"""A price on its way into the list: the line, and what is needed to compare it with the others."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.domain.proposal import Per, PriceLine
from assistant.vendors.money import Amount

PER_YEAR: dict[Per, float] = {"month": 12, "quarter": 4, "year": 1, "week": 52}
"""How often a year a recurring price falls due."""


@dataclass(frozen=True)
class Draft:
    """A price with what is needed to compare it with the others."""

    amount: Amount
    line: PriceLine
    total: bool = False
    plan: bool = False
    chosen: bool = False
    first: Draft | None = None

    @property
    def recurring(self) -> bool:
        """True for prices that come back."""
        return self.line.per in PER_YEAR

    @property
    def value(self) -> float:
        """What it comes to: a year for what recurs, once for the rest."""
        return self.line.amount * self.line.quantity * PER_YEAR.get(self.line.per, 1)
