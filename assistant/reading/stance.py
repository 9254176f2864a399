"""Whether something is told as a fact of this firm, today: not denied, supposed, planned, past, or another firm's."""

from __future__ import annotations

import re
from typing import Literal

from assistant.language.sentences import Piece
from assistant.reading.scene import Scene

Stance = Literal["fact", "denied", "supposed", "planned", "past", "other firm", "vendor"]
SPEAKER = r"\b(?:i|we|my|our)\b"
DENIAL_REACH = 5


def stance_of(scene: Scene, start: int, end: int) -> Stance:
    """How the words between two offsets are told, judged by their clause and sentence."""
    sentence, clause = scene.sentence(start), scene.clause(start)
    if scene.cue("vendor_says", sentence.start, min(sentence.end, end)) is not None:
        return "vendor"
    if _is_other_firm(scene, sentence, start):
        return "other firm"
    if scene.is_supposed(start):
        return "supposed"
    if scene.cue("past", clause.start, clause.end) is not None and not re.search(r"\bnow\b", clause.text):
        return "past"
    if scene.cue("plan", clause.start, max(start, clause.start)) is not None:
        return "planned"
    return "denied" if is_denied(scene, start) else "fact"


def is_denied(scene: Scene, start: int) -> bool:
    """True where a negation stands before, with nothing between but light verbs and one other word: we don't use X."""
    strangers = 0
    for word in scene.words_before(start, DENIAL_REACH):
        if word.replace("'", "") in scene.lexicon.negators:
            return True
        strangers += word not in scene.lexicon.light_words
        if strangers > 1:
            return False
    return False


def _is_other_firm(scene: Scene, sentence: Piece, start: int) -> bool:
    """True where the sentence is about another firm and does not come back to the speaker before the place."""
    other = scene.cue("other_firm", sentence.start, sentence.end)
    if other is None or other.start > start:
        return False
    return re.search(SPEAKER, scene.text[other.end : start], re.IGNORECASE) is None
