"""What an owner will not have, in words of wanting that are denied, and which goal such words take back."""

from __future__ import annotations

import re

from assistant.language.matching import stemmed
from assistant.language.measures import measures

NOT_WANTING = (
    r"\b(?:(?:do|did|does|would)(?:n['’]?t|\s+not)|never|no longer|not)\s+(?:\w+\s+)?(?:want|wish|like|care)\w*\b"
    r"|\b(?:no wish to|not looking to|rather not)\b|\bno (?=more\b|bigger\b|larger\b)"
)
NEVER_SAID = r"\b(?:never|did(?:n['’]?t| not)|not)\s+(?:said|say|mean|meant)\b"
ENDS = r"[,.;:!?()\n]|\s[-–—]\s|\b(?:any ?more|at all|please|and|but|because|so|since)\b"
NOTHING = r"\s*(?:nothing\b(?!\s+(?:more|better|else|other|but|except)\b)|none of (?:it|that|this|them)\b)"
"""After words of wanting: I want nothing there; not "nothing more than sleep"."""
LEADING = frozenset({"to", "for", "get", "be", "have", "become"})
"""Words at the head of what is refused that say nothing of what it is."""


def refused(words: str) -> str | None:
    """What the words refuse: "more kids" of "I said I do not want more kids"; "" where it stands before them, "bigger
    we don't want to be"; None where they refuse nothing."""
    found = re.search(NOT_WANTING, words, re.IGNORECASE)
    if found is None:
        return None
    what = re.split(ENDS, words[found.end() :], maxsplit=1, flags=re.IGNORECASE)[0].split()
    little = LEADING | (measures().fillers - {"more"})
    while what and what[0].lower() in little:
        what = what[1:]
    return " ".join(what)


def is_unsaid(before: str) -> bool:
    """True where the words before a wish deny that it was said: I never said (I want more customers)."""
    return re.search(NEVER_SAID, before, re.IGNORECASE) is not None


def wants_nothing(after: str) -> bool:
    """True for what follows words of wanting where it is nothing: (I want) nothing there."""
    return re.match(NOTHING, after, re.IGNORECASE) is not None


def takes_back(refusal: str, goal: str) -> bool:
    """True where words refuse what a goal asks for: "I do not want more kids" and "want more kids on the list"."""
    what = refused(refusal)
    if not what or refused(goal) is not None:
        return False
    wanted, asked = stemmed(what).stems, stemmed(goal).stems
    return any(asked[at : at + len(wanted)] == wanted for at in range(len(asked)))
