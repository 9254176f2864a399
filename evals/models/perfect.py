"""A chat model that makes no mistake: its replies come from gold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from evals.models.asked import Asked
from evals.models.loopback import Served, serving
from evals.models.reply import Occasion, Reply, Say

FROM_GOLD, NO_GOLD = "from gold", "no gold"


@contextmanager
def perfect(reply_of: Callable[[Asked], str | None], otherwise: str = "") -> Iterator[Served]:
    """A running model that answers what `reply_of` makes of a request; `otherwise` where that is None.

    The record names these two "from gold" and "no gold".
    """

    def script(occasion: Occasion) -> Reply:
        text = reply_of(occasion.asked)
        if text is None:
            return Reply((Say(otherwise),), behaviour=NO_GOLD)
        return Reply((Say(text),), behaviour=FROM_GOLD)

    with serving(script) as served:
        yield served
