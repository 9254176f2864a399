"""Words that steer the conversation instead of telling something: skip, don't know, back, why, done, hello."""

from __future__ import annotations

import re
from typing import Literal

from assistant.reading.only import beyond, without, words_of
from assistant.reading.scene import Scene
from assistant.reading.vocabulary import ReadingVocabulary

Control = Literal["skip", "unknown", "back", "why", "done", "greeting"]
CONTROLS: tuple[Control, ...] = ("why", "back", "skip", "unknown", "done", "greeting")
COVERED = 0.5
"""Other words allowed for each word of the steering phrase: "skip this one please" steers, a story does not."""
SURE_WORDS = 4
UNSURE_WORDS = 6
_WORD = re.compile(r"\w[\w']*")


def control(scene: Scene) -> Control | None:
    """What the words ask of the conversation, or None where they tell something."""
    for name in CONTROLS:
        for match in scene.cues.get(name, ()):
            left = len(_others(scene, scene.text[: match.start])) + len(_others(scene, scene.text[match.end :]))
            opens = not _others(scene, scene.text[: match.start])
            covered = left <= COVERED * match.words
            if name == "unknown" and (len(scene.text.split()) <= SURE_WORDS or (opens and left <= UNSURE_WORDS)):
                covered = covered or not scene.mentions
            if covered and (opens or name == "unknown"):
                return name
    return None


def takes_back(words: str, vocabulary: ReadingVocabulary) -> bool:
    """True for words that ask to take back the last turn and say nothing else: "undo", "please take that back"."""
    rest = (without(words_of(words), verb) for verb in vocabulary.undo)
    return any(left is not None and not beyond(left, vocabulary.beside_undo) for left in rest)


def _others(scene: Scene, words: str) -> list[str]:
    """The words that carry weight beside a steering phrase."""
    return [word for word in _WORD.findall(words.lower()) if word not in scene.lexicon.small_words]
