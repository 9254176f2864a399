"""What a suite is and where it runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from assistant.settings import Settings
from evals.measure import Measure
from evals.score import Mark

if TYPE_CHECKING:
    from assistant.conversation.plumbline import Plumbline

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Workplace:
    """The open front door, its settings (a fresh home) and how many cases are run of each suite; None is all."""

    plumbline: Plumbline
    settings: Settings
    limit: int | None = None

    def some(self, cases: tuple[Thing, ...]) -> tuple[Thing, ...]:
        """The cases to run: all, or that many spread evenly over them."""
        if self.limit is None or self.limit >= len(cases):
            return cases
        return tuple(cases[n * len(cases) // self.limit] for n in range(self.limit))

    def shared(self, place: str) -> Path:
        """A place in the folder of public data sets."""
        return self.settings.eval_root() / place


@dataclass(frozen=True)
class Table:
    """Cases one by one, as words: a head for each column, and a line for each case.

    Where `chart` is given, all columns are figures, and they are drawn over the first one; it says what they are.
    """

    heads: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    chart: str = ""


@dataclass(frozen=True)
class Suite:
    """Cases, a runner through the front door, and the measures that its marks add up to.

    `needs` is the public data set without which the suite is skipped, `absent` says why anything else that it needs is
    not here ("" where all is); a `bench` is printed and never judged by the
    baseline, because it depends on the machine; `left_out` tells which cases are not run, and why; `one_by_one` shows
    each case in a line of its own, where a mean over them says too little.
    """

    name: str
    about: str
    measures: tuple[Measure, ...]
    run: Callable[[Workplace], Iterator[Mark]]
    needs: str = ""
    absent: Callable[[], str] | None = None
    bench: bool = False
    left_out: Callable[[Workplace], tuple[str, ...]] | None = None
    one_by_one: Callable[[Workplace], Table] | None = None
