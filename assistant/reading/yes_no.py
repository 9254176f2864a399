"""A yes or a no in the words of an answer."""

from __future__ import annotations

import re

from assistant.language.sentences import Piece
from assistant.reading.scene import Scene

A_YES = r"\b(?:yes|yeah|yep|yup|aye|of course|certainly|absolutely|definitely)\b"
NO_AFTER_ALL = (
    r"\b(?:of course|certainly|absolutely|definitely|obviously|surely|probably)"
    r"\s+(?:not|no|no one|nobody|none|never)\b"
)
"""Adverbs of a yes that a no takes over: of course not."""
MARKER = (
    r"(?:well|oh|ah|aw|hm+|erm?|um+|uh|so|right|ok|okay|look|listen|now|honestly|frankly|actually|you know|phew|"
    r"good (?:lord|god|grief)|let me (?:think|see)|i (?:think|guess|suppose)|i'd say|to be (?:honest|fair))"
)
"""Words at the head of an answer that say nothing yet: oh, right, let me think."""
OPENER = rf"(?:\W*{MARKER}\b)+\W*"
PARTICLE = r"yes|yeah|yep|yup|aye|no|nope|nah"
HEAD = rf"\W*(?:{MARKER}\b\W*)*({PARTICLE})\b"
TAIL = rf"(?:[,;–—-]|\bso|\bsay|\bthink)\s*({PARTICLE})\W*$"
"""A plain yes or no at the end of a sentence: it has to be done, so yes."""
MARKERS = rf"^\s*(?:{MARKER}\s*(?:[.!?\u2026]+)\s+)+(?=\S)"
APART = rf"{HEAD}\s*(?:[.,;:!\u2013\u2014]|$)"
NO = ("no", "nope", "nah")


def without_markers(words: str) -> str:
    """Words without the sentences at their head that say nothing yet: "Right. Honestly? No." is a no."""
    return re.sub(MARKERS, "", words, count=1, flags=re.IGNORECASE)


def surely_yes(scene: Scene) -> bool | None:
    """True where a clause begins with a yes and its sentence goes on to deny nothing, False where every yes goes on so,
    None where there is none."""
    yes = [each for each in scene.clauses if _opens_with(A_YES, each)]
    plain = [not _denies(scene, scene.text[each.start : scene.sentence(each.start).end]) for each in yes]
    return any(plain) if plain else None


def said_yes(scene: Scene) -> bool | None:
    """True for a yes at the head of the words, False for a no, "of course not" too; else by the first sentence that
    begins or ends with a plain one; None for neither."""
    if _opens_with(NO_AFTER_ALL, scene.sentences[0]):
        return False
    heads = [
        (match, name == "yes_words")
        for name in ("yes_words", "no_words")
        for match in scene.cues.get(name, ())
        if not scene.text[: match.start].strip(" ,.-—\"'“”") or is_opener(scene.text[: match.start])
    ]
    said = [each for each in heads if not is_opener(scene.text[: each[0].end])]
    if said:
        return max(said, key=lambda each: (-each[0].start, each[0].end))[1]
    plain = (found for each in scene.sentences if (found := _particle(each.text)) is not None)
    return next(plain, True if heads else None)  # an "ok" or a "right" alone is a yes


def answers_plainly(scene: Scene) -> bool:
    """True where a sentence is nothing else than a yes or a no, or begins or ends with one that stands apart."""
    texts = [each.text for each in scene.sentences]
    return any(re.match(APART, each, re.IGNORECASE) or re.search(TAIL, each, re.IGNORECASE) for each in texts)


def _particle(sentence: str) -> bool | None:
    """What a plain yes or no at either end of a sentence says; None where there is none."""
    found = re.match(HEAD, sentence, re.IGNORECASE) or re.search(TAIL, sentence, re.IGNORECASE)
    return None if found is None else found.group(1).lower() not in NO


def is_opener(before: str) -> bool:
    return re.fullmatch(OPENER, before, re.IGNORECASE) is not None


def _opens_with(pattern: str, piece: Piece) -> bool:
    found = re.search(pattern, piece.text, re.IGNORECASE)
    return found is not None and (not found.start() or is_opener(piece.text[: found.start()]))


def _denies(scene: Scene, words: str) -> bool:
    said = (each.replace("'", "").replace("’", "") for each in re.findall(r"[\w'’]+", words.lower()))
    return not scene.lexicon.negators.isdisjoint(said)
