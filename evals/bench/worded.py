"""What wording a reply costs beside the model's own time: a model that answers at once, and each sentence checked."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator

from assistant import open_plumbline
from assistant.conversation.plumbline import Plumbline
from evals.bench.turn import SCRIPT
from evals.measure import Measure
from evals.models.asked import Asked
from evals.models.perfect import FROM_GOLD, perfect
from evals.score import Mark, Score, passed
from evals.suite import Suite, Workplace

TALKS = 2
OVERHEAD_MS = 150
REPLY = re.compile(r"</owner>\n\n<reply>\n(.*)\n</reply>", re.DOTALL)
SENTENCE = re.compile(r"</reply>\n\n<sentence>\n(.*)\n</sentence>", re.DOTALL)
WORDS = re.compile(r"<words>\n(.*)\n</words>", re.DOTALL)
POINTED = ("items_per_week", "hours_per_week", "documented")
"""What is pointed at in each turn's first words, which tell none of it: each has to be read."""
ADDED = ", then"


def said_again(asked: Asked) -> str | None:
    """The reply that was asked for, each sentence a little otherwise, so that each has to be judged.

    A sentence that is asked for once more is given as it stood.
    """
    if words := WORDS.search(asked.last):
        quote = " ".join(words.group(1).split()[:3])
        return json.dumps({"told": [{"work": "invoicing", "fact": each, "quote": quote} for each in POINTED]})
    if sentence := SENTENCE.search(asked.last):
        return sentence.group(1).replace(ADDED, "")
    found = REPLY.search(asked.last)
    return re.sub(r"([.?])(\s|$)", rf"{ADDED}\1\2", found.group(1)) if found else None


def run(place: Workplace) -> Iterator[Mark]:
    """Milliseconds that a worded turn takes beyond the same turn as it stands; a first talk is held before."""
    with perfect(said_again) as served:
        chosen = {
            "model": f"openai:{served.model}", "model_url": served.base_url, "model_rest": 0.0,
            "home": place.settings.home / "worded",
        }  # fmt: skip
        with open_plumbline(place.settings.model_copy(update=chosen)) as worded:
            for n in range(-1, TALKS if place.limit is None else 1):
                for turn, words in enumerate(SCRIPT):
                    alone = _took(place.plumbline, f"bench-plain-{n}", words)
                    with_model = _took(worded, f"bench-worded-{n}", words)
                    if n >= 0:
                        over = with_model - alone
                        yield Mark("overhead", f"{n}-{turn}", None, Score(over, f"turn {turn}: {over:.0f} ms"))
        for each in served.exchanges:
            known = passed(each.behaviour == FROM_GOLD, f"unanswered: {each.asked.last[:200]!r}")
            yield Mark("answered", f"request-{each.number}", None, known)


def _took(plumbline: Plumbline, session: str, words: str) -> float:
    begin = time.perf_counter()
    plumbline.session(session).say(words)
    return (time.perf_counter() - begin) * 1000


WORDED = Suite(
    name="worded",
    about="a turn worded by a model that answers at once, against the same turn as it stands",
    run=run,
    measures=(
        Measure("overhead", "milliseconds a turn that checking takes", OVERHEAD_MS, "lower", "p95", "ms"),
        Measure("answered", "requests that the model had an answer to: else its part is not what is measured", bar=1.0),
    ),
    bench=True,
)
"""Our own cost of a chat model."""
