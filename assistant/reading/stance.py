"""Whether something is told as a fact of this firm, today: not denied, supposed, planned, past, or another firm's."""

from __future__ import annotations

import re
from typing import Literal

from assistant.language.quantities import Mention
from assistant.language.sentences import Piece
from assistant.reading.scene import HEDGE, Scene

Stance = Literal["fact", "denied", "supposed", "planned", "past", "other firm", "vendor"]
SPEAKER = r"\b(?:i|we|my|our)\b"
OWN_WORD = (
    r"\s*(?:(?:and|but|yet|while|whereas|though|although)\s+)?"
    r"(?:in (?:fact|truth|reality)\b|(?:i|we)\b(?!['’])|i['’]d say)"
    r"|\s*(?:but|yet|while|whereas|though|although)\s+(?:my|our|it|really)\b"
)
"""Head of a clause in which the speaker speaks again."""
NOBODY = ("nothing", "nobody")
"""Denials that may bear a verb: nothing's going to change."""
DENIAL_REACH = 5
HEDGED = rf"\b(?:i|we)\s*{HEDGE}\s+(?:it['’]?s\s+|it is\s+|that['’]?s\s+)?"
"""Before a figure that the speaker estimates."""


def stance_of(scene: Scene, start: int, end: int) -> Stance:
    """How the words between two offsets are told, judged by their clause and sentence."""
    sentence, clause = scene.sentence(start), scene.clause(start)
    if _is_of_vendor(scene, sentence, clause, end):
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


def is_estimated(scene: Scene, mention: Mention) -> bool:
    """True for a figure right after "I'd say", other words of approximation aside."""
    said = list(re.finditer(HEDGED, scene.text[: mention.end], re.IGNORECASE))
    return bool(said) and said[-1].end() >= mention.start


def _is_of_vendor(scene: Scene, sentence: Piece, clause: Piece, end: int) -> bool:
    """True where the words up to an offset are a seller's: said so in their clause, or before in a sentence that does
    not come back to the speaker: "the rep reckons three hours, but I say it is five"."""
    if scene.cue("vendor_says", clause.start, min(clause.end, end)) is not None:
        return True
    before = scene.cue("vendor_says", sentence.start, clause.start)
    back = [each for each in scene.clauses if before and before.end <= each.start <= clause.start]
    return before is not None and not any(
        re.match(OWN_WORD, each.text, re.IGNORECASE) and not scene.has("saving", each) for each in back
    )


def is_denied(scene: Scene, start: int) -> bool:
    """True where a negation stands before, with nothing between but light verbs and one other word: we don't use X."""
    return denial(scene, start) is not None


def denial(scene: Scene, start: int) -> tuple[str, ...] | None:
    """The words from the negation that is_denied finds up to an offset, without apostrophes: dont, use; else None."""
    words = [word.replace("'", "") for word in scene.words_before(start, DENIAL_REACH)]
    strangers = 0
    for n, word in enumerate(words):
        if word in scene.lexicon.negators or word.removesuffix("s") in NOBODY:
            return tuple(reversed(words[: n + 1]))
        strangers += word not in scene.lexicon.light_words
        if strangers > 1:
            return None
    return None


def _is_other_firm(scene: Scene, sentence: Piece, start: int) -> bool:
    """True where the sentence is about another firm and does not come back to the speaker before the place."""
    other = scene.cue("other_firm", sentence.start, sentence.end)
    if other is None or other.start > start:
        return False
    return re.search(SPEAKER, scene.text[other.end : start], re.IGNORECASE) is None
