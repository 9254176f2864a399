"""An answer read as a whole, by what was learnt from labelled answers."""

from __future__ import annotations

from assistant.reading.scene import Scene

CLEAR = 0.7
"""Probability from which an answer read as a whole is taken; below it the words are looked at one by one."""

LEAST = 0.05
"""Probability below which words are taken to say nothing of what was asked."""


def as_a_whole(scene: Scene, asked: str) -> str | None:
    """The name of the value that an answer surely comes to, or None; who does it is said first."""
    words = scene.sentences[0].text if asked == "doer" else scene.text
    shares = scene.says.value(asked, words)
    best = max(shares, key=lambda each: shares[each], default=None)
    return best if best is not None and shares[best] >= CLEAR else None


def says_nothing_of(scene: Scene, asked: str) -> bool:
    """True where words surely say nothing of what was asked."""
    return scene.tagger.answers(scene.tagged, asked) < LEAST
