"""How the prices of a proposal rise over its years."""

from __future__ import annotations

from assistant.domain.facts import Noun

OPEN_RISE_HIGH = 12.0
"""Percent a year that an open or unstated price rise is assumed to reach at its high end (sellers report 5-12 %)."""


class Escalation(Noun):
    """How prices rise: `percent` a year where stated, from which months, and whether it is only an upper limit.

    `every` is the months between rises, `first` the month from which the first one counts, `term` the months of the
    first term; `open` means a rise without a stated figure.
    """

    percent: float | None = None
    at_most: bool = False
    open: bool = False
    open_high: float = OPEN_RISE_HIGH
    first: int = 13
    every: int = 12
    term: int = 12
    per_year_of_term: bool = False

    def factor(self, month: int, percent: float) -> float:
        """What a price of the first month has become by `month`."""
        if month < self.first:
            return 1.0
        steps = 1 + (month - self.first) // self.every
        if self.per_year_of_term:
            first = 1 + percent / 100 * self.term / 12
            return float(first * (1 + percent / 100 * self.every / 12) ** (steps - 1))
        return float((1 + percent / 100) ** steps)
