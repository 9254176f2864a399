"""What would change an answer: the values at which it becomes another one, and what an owner supposes."""

from __future__ import annotations

from assistant.domain.catalogue import Decision
from assistant.domain.facts import Fact, FactPath, Noun


class FlipCondition(Noun):
    """The value of a fact at which the decision becomes another one; `needed` is the nearest to `now` that does it.

    A yes/no is a bool. `means` is the way that it leads to, or the one given up where it `drops` one; a price is the
    price of that way.
    `becomes` is the decision on this work alone, before it has its turn among the rest.
    """

    path: FactPath
    fact: str
    now: bool | float | None
    needed: bool | float
    unit: str
    becomes: Decision
    text: str
    means: str = ""
    drops: bool = False


class Supposition(Noun):
    """One fact as it might be, and the work that is asked about; for a price `means` is what is had for it."""

    process_id: str
    path: FactPath
    value: bool | float
    means: str = ""


class Supposed(Noun):
    """What the answer on one piece of work would be, beside what it is; `text` says both in a sentence or two."""

    before: Decision
    after: Decision
    changes: bool
    text: str


class Change(Noun):
    """A fact as it would be; its quote is what the owner said of it."""

    path: FactPath
    fact: Fact


class Standing(Noun):
    """What would be done about one piece of work: hours freed a week and first-year cost are the likely ones."""

    decision: Decision
    means: str
    title: str
    hours_freed_per_week: float
    cost_first_year: float


class Row(Noun):
    """One piece of work as it stands and as it would; `before` is None for work that is only supposed."""

    process_id: str
    name: str
    before: Standing | None
    after: Standing

    @property
    def turns(self) -> bool:
        """True where something else would be done about it."""
        return self.before is None or (self.before.decision, self.before.means) != (
            self.after.decision,
            self.after.means,
        )


class WhatIf(Noun):
    """What an owner supposes, and what would come of it: a branch of the talk that is kept or dropped.

    `without` is a way that nothing may be done by, "" for none; `added` are kinds of work that would come on top.
    `words` are the owner's. Where it changes nothing, nobody is asked to keep it: it was heard and could not be tried.
    """

    words: str
    changes: tuple[Change, ...] = ()
    without: str = ""
    added: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()

    @property
    def changes_something(self) -> bool:
        """True where there is something to keep or to drop."""
        return bool(self.changes or self.without or self.added)
