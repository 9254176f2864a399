"""What hangs on a question, in words: the ways between which its answer decides."""

from __future__ import annotations

from assistant.advice.decide import Choice
from assistant.domain.catalogue import Decision
from assistant.interview.worth import Hinge, Standing
from assistant.language.phrases import lower, say_list

WAYS: dict[Decision, str] = {
    "leave it": "leave it as it is",
    "later": "wait with it",
    "stop doing it": "stop doing it",
    "simplify first": "make it simpler first",
    "use what you have": "use what you pay for already",
    "hand it over": "hand it to somebody",
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
    return f"{head} decides whether we {say_list(ways[:MOST_WAYS], 'or')}."


def _in_words(choice: Choice) -> str:
    return WAYS.get(choice.decision) or f"look at {lower(choice.option.means.name)}"
