"""What hangs on a question, in words: the ways between which its answer decides."""

from __future__ import annotations

from assistant.advice.decide import Choice
from assistant.domain.catalogue import Decision
from assistant.interview.worth import Hinge, Standing
from assistant.language.phrases import lower, say_list

WAYS: dict[Decision, str] = {
    "leave it": "leaving it as it is",
    "later": "waiting with it",
    "stop doing it": "stopping it",
    "simplify first": "making it simpler first",
    "use what you have": "a feature you pay for already",
    "hand it over": "handing it to somebody",
}
MOST_WAYS = 3


def hangs_on(stands: Standing, hinge: Hinge, about: str = "") -> str:
    """One sentence that names today's way and those that the answer may lead to; empty where no way would change.

    `about` names the work where the question does not.
    """
    ways = list(dict.fromkeys(map(_in_words, (stands.choice, *hinge.others))))
    if len(ways) < 2:
        return ""
    head = f"For {about} it" if about else "It"
    return f"{head} decides between {say_list(ways[:MOST_WAYS])}."


def _in_words(choice: Choice) -> str:
    return WAYS.get(choice.decision) or lower(choice.option.means.name)
