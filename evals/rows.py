"""From marks to the rows of the table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict

from evals.measure import Better, Measure, Tally, tally
from evals.score import Mark
from evals.suite import Suite


class Part(BaseModel):
    """The value of one half of the cases."""

    model_config = ConfigDict(frozen=True)

    cases: int
    value: float


class Row(BaseModel):
    """One measure of one suite. `seen` and `unseen` are None where all cases are of one kind, or made by others."""

    model_config = ConfigDict(frozen=True)

    suite: str
    measure: str
    means: str
    unit: str
    better: Better
    cases: int
    items: float
    value: float
    low: float
    high: float
    seen: Part | None
    unseen: Part | None
    bar: float | None
    met: bool | None
    bench: bool

    @property
    def key(self) -> str:
        """The name of the measure in the baseline."""
        return f"{self.suite}.{self.measure}"


class Miss(BaseModel):
    """A case that lost points, and why. Cases that are kept aside are never told."""

    model_config = ConfigDict(frozen=True)

    suite: str
    measure: str
    case: str
    value: float
    reason: str


def rows(suite: Suite, marks: Sequence[Mark]) -> tuple[Row, ...]:
    """A row for each measure that anything was scored for."""
    found = [_row(suite, one, [each for each in marks if each.measure == one.name]) for one in suite.measures]
    return tuple(each for each in found if each)


def misses(suite: Suite, marks: Iterable[Mark]) -> tuple[Miss, ...]:
    """What was lost on cases that may be looked at."""
    return tuple(
        Miss(suite=suite.name, measure=each.measure, case=each.case, value=each.score.value, reason=each.score.reason)
        for each in marks
        if each.seen is not False and each.score.reason and each.score.weight
    )


def _row(suite: Suite, measure: Measure, marks: list[Mark]) -> Row | None:
    whole = _tally(measure, marks)
    if whole is None:
        return None
    kinds = {each.seen for each in marks if each.score.weight}
    apart = kinds == {True, False}
    return Row(
        suite=suite.name,
        measure=measure.name,
        means=measure.means,
        unit=measure.unit,
        better=measure.better,
        cases=whole.cases,
        items=whole.items,
        value=whole.value,
        low=whole.low,
        high=whole.high,
        seen=_part(measure, [each for each in marks if each.seen]) if apart else None,
        unseen=_part(measure, [each for each in marks if each.seen is False]) if apart else None,
        bar=measure.bar,
        met=measure.met(whole.value),
        bench=suite.bench,
    )


def _part(measure: Measure, marks: list[Mark]) -> Part | None:
    found = _tally(measure, marks)
    return Part(cases=found.cases, value=found.value) if found else None


def _tally(measure: Measure, marks: Sequence[Mark]) -> Tally | None:
    return tally([each.score for each in marks], measure.statistic, is_share=not measure.unit)
