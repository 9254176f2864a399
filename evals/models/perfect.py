"""A chat model that makes no mistake: its replies come from gold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
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


def from_table(gold: Mapping[str, str]) -> Callable[[Asked], str | None]:
    """Looks a request's words up in gold: texts and the JSON that they come to.

    The message that came last counts first; of several texts in one message it is the one that stands last in it, and
    of two that end together the longer.
    """

    def reply_of(asked: Asked) -> str | None:
        for message in reversed(asked.messages):
            here = [text for text in gold if text in message.content]
            if here:
                return gold[max(here, key=lambda text: (message.content.rfind(text) + len(text), len(text)))]
        return None

    return reply_of
