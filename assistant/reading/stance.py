"""Whether something is told as a fact of this firm, today: not denied, supposed, planned, past, or another firm's."""

from __future__ import annotations

import re
from typing import Literal

from assistant.language.sentences import Piece
from assistant.reading.scene import Scene

Stance = Literal["fact", "denied", "supposed", "planned", "past", "other firm", "vendor"]
# "I would say 40" and "I'd guess 40" are hedges; the estimate is the speaker's own.
HEDGE = r"\b(?:would|'d|could|might|may) (?:say|guess|think|estimate|imagine|reckon|be happy|like to|love to)\b"
MODAL = r"\b(?:would|could|might|should)\b|\b(?:it|that|they|this)'d\b"
SUPPOSING = r"\b(?:if|suppose|imagine|unless)\b"
IRREAL = r"\b(?:had|were|could|would|did|went|got)\b|'d\b"
SPEAKER = r"\b(?:i|we|my|our)\b"
DENIAL_REACH = 5


def stance_of(scene: Scene, start: int, end: int) -> Stance:
    """How the words between two offsets are told, judged by their clause and sentence."""
    sentence, clause = scene.sentence(start), scene.clause(start)
    if scene.cue("vendor_says", sentence.start, min(sentence.end, end)) is not None:
        return "vendor"
    if _is_other_firm(scene, sentence, start):
        return "other firm"
    if _is_supposed(scene, sentence, clause):
        return "supposed"
    if scene.cue("past", clause.start, clause.end) is not None and not re.search(r"\bnow\b", clause.text):
        return "past"
    if scene.cue("plan", clause.start, max(start, clause.start)) is not None:
        return "planned"
    return "denied" if is_denied(scene, start) else "fact"


def is_denied(scene: Scene, start: int) -> bool:
    """True where a negation stands before, with nothing between but light verbs and one other word: we don't use X."""
    words = scene.vocabulary
    strangers = 0
    for word in scene.words_before(start, DENIAL_REACH):
        if word.replace("'", "") in (negator.replace("'", "") for negator in words.negators):
            return True
        strangers += word not in words.light_words
        if strangers > 1:
            return False
    return False


def _is_supposed(scene: Scene, sentence: Piece, clause: Piece) -> bool:
    """True in conditionals about what is not so, and beside a modal verb; "if I make a cake" is a habit and a fact."""
    plain = re.sub(HEDGE, " ", sentence.text, flags=re.IGNORECASE)
    if re.search(SUPPOSING, plain, re.IGNORECASE) and re.search(IRREAL, plain, re.IGNORECASE):
        return True
    if scene.has("hypothetical", clause):
        return True
    return re.search(MODAL, re.sub(HEDGE, " ", clause.text, flags=re.IGNORECASE), re.IGNORECASE) is not None


def _is_other_firm(scene: Scene, sentence: Piece, start: int) -> bool:
    """True where the sentence is about another firm and does not come back to the speaker before the place."""
    other = scene.cue("other_firm", sentence.start, sentence.end)
    if other is None or other.start > start:
        return False
    return re.search(SPEAKER, scene.text[other.end : start], re.IGNORECASE) is None
