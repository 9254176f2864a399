"""What would change an answer: the values at which it becomes another one, and what an owner supposes."""

from __future__ import annotations

from assistant.domain.catalogue import Decision
from assistant.domain.facts import FactPath, Noun


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
