"""Words that steer the conversation instead of telling something: skip, don't know, back, why, done, hello."""

from __future__ import annotations

import re
from typing import Literal

from assistant.reading.scene import Scene

Control = Literal["skip", "unknown", "back", "why", "done", "greeting"]
CONTROLS: tuple[Control, ...] = ("why", "back", "skip", "unknown", "done", "greeting")
COVERED = 0.5
"""Share of the words that must belong to the steering phrase: "skip this one please" steers, a story that says skip does not."""
LITTLE = r"\b(?:please|thanks|thank you|i|it|that|this|one|the|a|we|really|just|so|to|be|honest|sorry|well|oh|ok|okay|um|hm|question|for now|now|you|me|of|exactly|at all|do|would)\b"


def control(scene: Scene) -> Control | None:
    """What the words ask of the conversation, or None where they tell something."""
    words = scene.text.split()
    for name in CONTROLS:
        for match in scene.cues.get(name, ()):
            if name in ("why", "done", "greeting", "back", "skip") and not _opens(scene, match.start):
                continue
            rest = scene.text[: match.start] + " " + scene.text[match.end :]
            left = re.sub(LITTLE, " ", rest, flags=re.IGNORECASE)
            left_words = [word for word in re.findall(r"\w[\w']*", left)]
            if len(left_words) <= COVERED * match.words or (len(words) <= 4 and name == "unknown"):
                return name
            if name == "unknown" and _opens(scene, match.start) and len(left_words) <= 6 and not scene.mentions:
                return name
    return None


def _opens(scene: Scene, at: int) -> bool:
    """True where a phrase stands at the head of the words, small words aside."""
    before = re.sub(LITTLE, " ", scene.text[:at], flags=re.IGNORECASE)
    return not re.search(r"\w", before)
