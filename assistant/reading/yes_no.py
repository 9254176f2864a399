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
OPENER = r"\W*(?:well|oh|hm+|erm?|um+|so|i think|i guess|i'd say|honestly|to be honest|actually)\W*"


def surely_yes(scene: Scene) -> bool | None:
    """True where a clause begins with a yes and its sentence goes on to deny nothing, False where every yes goes on so,
    None where there is none."""
    yes = [each for each in scene.clauses if _opens_with(A_YES, each)]
    plain = [not _denies(scene, scene.text[each.start : scene.sentence(each.start).end]) for each in yes]
    return any(plain) if plain else None


def said_yes(scene: Scene) -> bool | None:
    """True for a yes at the head of the words, False for a no, "of course not" too, None for neither."""
    if _opens_with(NO_AFTER_ALL, scene.sentences[0]):
        return False
    heads = [
        (match, name == "yes_words")
        for name in ("yes_words", "no_words")
        for match in scene.cues.get(name, ())
        if not scene.text[: match.start].strip(" ,.-—\"'“”") or is_opener(scene.text[: match.start])
    ]
    if not heads:
        return None
    return max(heads, key=lambda each: (-each[0].start, each[0].end))[1]


def is_opener(before: str) -> bool:
    return re.fullmatch(OPENER, before, re.IGNORECASE) is not None


def _opens_with(pattern: str, piece: Piece) -> bool:
    found = re.search(pattern, piece.text, re.IGNORECASE)
    return found is not None and (not found.start() or is_opener(piece.text[: found.start()]))


def _denies(scene: Scene, words: str) -> bool:
    said = (each.replace("'", "").replace("’", "") for each in re.findall(r"[\w'’]+", words.lower()))
    return not scene.lexicon.negators.isdisjoint(said)
