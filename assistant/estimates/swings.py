"""How far each input alone moves what a way comes to: one at its low and its high end, all others at their likely."""

from __future__ import annotations

from typing import Literal, NamedTuple

from assistant.estimates.at_middle import ONE_DRAW, at_middle, likely
from assistant.estimates.job import Input, JobInputs
from assistant.estimates.named import given
from assistant.estimates.outcome import Outcome, outcome

LEAST = 1e-9
HAPPENS = "happens"
"""The name of the yes/no."""
Measure = Literal["npv", "hours"]


class Swing(NamedTuple):
    """An input by its name in the spreadsheet, and what the way comes to at its low and at its high end.

    `input` is None where it is a yes/no: whether hours really leave a payroll or a bill.
    """

    name: str
    input: Input | None
    low: float
    high: float

    @property
    def width(self) -> float:
        """By how much the two differ."""
        return abs(self.high - self.low)


class Swings(NamedTuple):
    """What is measured, what it comes to at the likely figures, and each input that moves it, the furthest first."""

    measure: Measure
    base: float
    found: tuple[Swing, ...]


def swings(job: JobInputs) -> Swings:
    """The swings of net present value where cash comes in, else of hours freed a week.

    The figures are those of the spreadsheet: putting an end into its cell gives the same.
    """
    base = likely(job)
    measure: Measure = "npv" if base.gains.any() else "hours"
    uncertain = {each.name for each in job.uncertain()}
    found = [
        Swing(row, one, _at(job, one.name, 0, measure), _at(job, one.name, 2, measure))
        for row, one in given(job).items()
        if one.name in uncertain
    ]
    if base.gains.happens is not None:
        without = likely(job.model_copy(update={"mechanism": None}))
        found.append(Swing(HAPPENS, None, _value(without, measure), _value(base, measure)))
    moving = sorted((each for each in found if each.width > LEAST), key=lambda each: (-each.width, each.name))
    return Swings(measure, _value(base, measure), tuple(moving))


def _at(job: JobInputs, name: str, end: int, measure: Measure) -> float:
    return _value(outcome(at_middle(job, name, end), ONE_DRAW), measure)


def _value(found: Outcome, measure: Measure) -> float:
    return float(found.npv[0] if measure == "npv" else found.freed.net[0])
