"""Words that steer the conversation instead of telling something: skip, don't know, back, why, done, hello."""

from __future__ import annotations

import re
from typing import Literal

from assistant.reading.scene import Scene

Control = Literal["skip", "unknown", "back", "why", "done", "greeting"]
CONTROLS: tuple[Control, ...] = ("why", "back", "skip", "unknown", "done", "greeting")
COVERED = 0.5
"""Other words allowed for each word of the steering phrase: "skip this one please" steers, a story does not."""
SURE_WORDS = 4
UNSURE_WORDS = 6


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


def _others(scene: Scene, words: str) -> list[str]:
    """The words that carry weight beside a steering phrase."""
    return [word for word in re.findall(r"\w[\w']*", words.lower()) if word not in scene.lexicon.small_words]
