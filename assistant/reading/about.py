"""Which sentences speak on about the work of the one before, and which people do it."""

from __future__ import annotations

import re

from assistant.language.measures import measures
from assistant.language.quantities import Mention
from assistant.language.sentences import Piece
from assistant.reading.scene import Scene

WORDS_BEFORE_DOING = 4
PLACES = ("in", "at", "on", "from")
"""What may stand between people and what they do: two girls in the office answer the phones."""
POINTS_BACK = r"\b(?:on|with|for|do|does|did|doing|of|about|after) (?:it|them|that|those)\b"


def continues(scene: Scene, sentence: Piece) -> bool:
    """True for a sentence that speaks on about the one before: it, that, each, takes ..., my brother does it."""
    return scene.opens("speaks_on", sentence) or re.search(POINTS_BACK, sentence.text, re.IGNORECASE) is not None


def do_it(scene: Scene, mention: Mention) -> bool:
    """True where people counted are those who do the work: two of the girls in the office answer the phones."""
    clause = scene.clause(mention.start)
    doing = scene.cue("doing_it", mention.end, clause.end)
    if doing is None or mention.per or mention.unit.split(" ")[-1] not in measures().persons:
        return False
    between = scene.text[mention.end : doing.start].lower().split()
    return not between or (between[0] in PLACES and len(between) <= WORDS_BEFORE_DOING)
