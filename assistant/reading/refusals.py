"""What an owner will not have, in words of wanting that are denied, and which goal such words take back."""

from __future__ import annotations

import re

from assistant.language.matching import stemmed
from assistant.language.measures import measures

DENIED = r"(?:(?:do|did|does|would|wo)n['’]?t|(?:do|did|does|would|will)\s+not|never|no longer|not)"
WANTS = r"(?:want(?:ed)?|wish(?:ed)?|like|care|need)"
NOT_WANTING = (
    rf"\b{DENIED}\s+(?:(?!to\b)\w+\s+)?{WANTS}\b|\b{DENIED}\s+(?:wanting|looking|interested|keen)\s+(?:to|in|on|for)\b"
    r"|\b(?:wo(?:n['’]?t)|will\s+not|rather\s+not|not\s+going\s+to)\s+take\s+on\b|\b(?:no wish to|rather not)\b"
    r"|\bhate\s+(?:the\s+(?:idea|thought)\s+of\s+)?(?:(?:getting|being|growing)\b|to\s+(?:get|be|grow)\b)"
    r"|(?:^|[,.;:!?–—-]\s*|\b(?:and|so|but|please|want|be|get)\s+)no (?=more\b(?!\s+than\b))"
    r"|\bno (?=(?:bigger|larger)\s*(?:$|[,.;:!?]|(?:than|please|thanks?|for)\b))"
)
NEVER_SAID = (
    r"\b(?:never|did(?:n['’]?t| not)|not)\s+(?:said|say|mean|meant|mention(?:ed)?|ask(?:ed)? for|sp(?:eak|oke) of)\b"
)
ENDS = (
    r"[,.;:!?()\n]|\s[-–—]\s|\bany ?more(?=\s*(?:$|[,.;:!?()\n]|[-–—]\s|(?:because|so|since|really)\b))"
    r"|\b(?:at all|please|and|but|because|so|since)\b"
)
NOTHING = r"\s*(?:nothing\b(?!\s+(?:more|better|else|other|but|except)\b)|none of (?:it|that|this|them)\b)"
"""After words of wanting: I want nothing there; not "nothing more than sleep"."""
LEADING = frozenset({"to", "for", "get", "be", "have", "become"})
"""Words at the head of what is refused that say nothing of what it is."""
AFTER_IT = frozenset({"in", "on", "at", "for", "by", "with", "from", "to", "and", "or", "but", "so", "because", "this",
                      "that", "next", "every", "each", "now", "again", "too", "here", "please", "within"})  # fmt: skip
"""Words after the object of a wish, which they leave as it is."""
LESSENING = frozenset({"less", "fewer", "no", "without"})


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
    wanted, asked = stemmed(what), stemmed(goal)
    size = len(wanted.stems)
    for at in range(len(asked.stems) - size + 1):
        after = asked.lowers[at + size : at + size + 1]
        whole = not after or after[0] in AFTER_IT
        less = at > 0 and asked.lowers[at - 1] in LESSENING
        if asked.stems[at : at + size] == wanted.stems and whole and not less:
            return True
    return False
