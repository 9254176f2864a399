"""People told without a number: me, my wife, the lad, a part-time bookkeeper; those of a stretch of text, and those
listed right before or right after a count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from assistant.language.measures import measures
from assistant.language.sentences import Piece

INCLUDING = (
    r"\b(?:including|counting|incl\.?|with)\s+(?:me|myself|us)\b|\b(?:me|myself) included\b|\bus (?:two|three)\b"
)
"""Words for people who are in a count already."""
SPEAKERS = ("me", "myself")
DETERMINERS = ("my", "our", "the", "a", "an", "one", "his", "her")
BREAKS = (*DETERMINERS, "and", "plus", "with", "of")
NOUN_PHRASE = 3
"""Words after a determiner among which its person is: a new part-time bookkeeper."""
RELATIVES = ("wife", "husband", "brother", "sister", "son", "daughter", "cousin", "dad", "father", "mum", "mother",
             "partner", "niece", "nephew", "uncle", "aunt", "lad", "girlfriend", "boyfriend", "mate")  # fmt: skip
COLLECTIVE = ("team", "crew", "family", "staff", "people")
"""Words for several people at once; "a team" is nobody in particular."""
CLAUSE_END = r"[.;!?\n]"
FAR = 120
"""Characters after a count in which its list is looked for."""
NAME = re.compile(r"\s+[A-Z][^\W\d_]+")
"""What a person is called after their kin or trade: my wife Resi."""
JOINED = r"(?:[,;:+&]|\b(?:and|plus|also|with)\b)"
"""What joins two parts of a list."""
PLACED = r"(?:\s+(?:on|in|at|for|from)\s+(?:the\s+|a\s+|my\s+)?(?:front\s+)?\w+)?"
AND = r"(?:\b(?:and|plus|also)\b|&|\+)"
LINK = rf"(?:\s*,?\s*{AND}\s+(?:also\s+)?|\s*,\s*)"
TO_NEXT = re.compile(rf"{PLACED}(?:\s+(?:full|part)[- ]time)?{LINK}(?:(?:my|our|another)\s+)?(?:\w+\s)?", re.IGNORECASE)
FROM_LAST = re.compile(rf"{PLACED}{LINK}", re.IGNORECASE)
LISTED = re.compile(rf"{PLACED}\s*(?:$|[,:)&+–-]|(?:and|plus|who|that|part|full|as|too|with)\b)", re.IGNORECASE)
"""What may follow a person of a list; a verb may not: "and my sister works in a bank" tells of no staff."""


def people(text: str, start: int, end: int) -> list[Piece]:
    """The people told without a number between two offsets."""
    plain = re.sub(INCLUDING, lambda found: " " * len(found.group()), text[start:end], flags=re.IGNORECASE)
    words = [
        Piece(found.group().lower(), start + found.start(), start + found.end())
        for found in re.finditer(r"[A-Za-z]+(?:-[a-z]+)*", plain)
    ]
    return [
        Piece(text[word.start : (end := _end_of_name(text, stop))], word.start, end)
        for n, word in enumerate(words)
        if (stop := _end_of_person(words, n)) is not None
    ]


def _end_of_person(words: Sequence[Piece], first: int) -> int | None:
    """Where the person told from a word on ends; None where that word begins none."""
    word = words[first]
    if word.text in SPEAKERS or (word.text == "i" and first and words[first - 1].text == "and"):
        return word.end
    if word.text not in DETERMINERS:
        return None
    nouns = takewhile(lambda each: each.text not in BREAKS, words[first + 1 : first + 1 + NOUN_PHRASE])
    return next((each.end for each in nouns if _is_person(each.text)), None)


def _end_of_name(text: str, at: int) -> int:
    """Where the name after a person ends; a weekday there is none."""
    name = NAME.match(text, at)
    return at if name is None or name.group().strip().lower() in measures().weekdays else name.end()


def _is_person(noun: str) -> bool:
    """True for one person's name by kin or by trade: wife, driver, bookkeeper."""
    if noun in COLLECTIVE or noun.endswith("s"):
        return False
    persons = measures().persons
    return noun in RELATIVES or noun in persons or f"{noun}s" in persons


def right_before(text: str, at: int) -> list[Piece]:
    """The people listed up to a count that starts at an offset: me, my cousin, (5 crew)."""
    start = at - len(re.split(CLAUSE_END, text[:at])[-1])
    listed: list[Piece] = []
    for each in reversed(people(text, start, at)):
        if not TO_NEXT.fullmatch(text, each.end, listed[0].start if listed else at):
            break
        listed.insert(0, each)
    return listed


def right_after(text: str, at: int) -> list[Piece]:
    """The people listed from the end of a count on, as far as an "and" joins the last: (just me) and my sister."""
    end = at + len(re.split(CLAUSE_END, text[at : at + FAR])[0])
    found = people(text, at, end)
    joined = 0
    for count, each in enumerate(found, start=1):
        if not FROM_LAST.fullmatch(text, at, each.start) or not LISTED.match(text, each.end, end):
            break
        if re.search(AND, text[at : each.start], re.IGNORECASE):
            joined = count
        at = each.end
    return found[:joined]


def listed(text: str, start: int, end: int) -> int:
    """How many people an "and" joins between two offsets, the speaker among them: me and my wife; else none."""
    joined: list[Piece] = []
    for each in people(text, start, end):
        if joined and not _is_next(text, joined[-1], each):
            break
        joined.append(each)
    spoken = any(each.text.lower() in (*SPEAKERS, "i") for each in joined)
    return len(joined) if spoken and len(joined) > 1 else 0


def _is_next(text: str, last: Piece, person: Piece) -> bool:
    return re.fullmatch(rf"\s*(?:,|,?\s*{AND})\s*", text[last.end : person.start], re.IGNORECASE) is not None
