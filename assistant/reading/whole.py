"""An answer read as a whole, by what was learnt from labelled answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.encoder.spans import Place
from assistant.language.measures import measures
from assistant.reading.scene import Scene

CLEAR = 0.7
"""Probability from which an answer read as a whole is taken; below it the words are looked at one by one."""

LEAST = 0.05
"""Probability below which words are taken to say nothing of what was asked."""

LEAST_IN_OWN_WORDS = 0.15
"""The same where the words themselves are kept as the answer: of 1,223 such answers, kept aside by turns, 2 in 100 lie
below it, and of 1,337 replies that say nothing of the matter half."""
IN_OWN_WORDS = ("goals", "strengths", "freed_hours_use")

LEAST_BESIDE = 3
"""Words beside the names of tools from which an answer tells more than what they are."""


def as_a_whole(scene: Scene, asked: str) -> str | None:
    """The name of the value that an answer surely comes to, or None; who does it is said first."""
    words = scene.sentences[0].text if asked == "doer" else scene.text
    shares = scene.says.value(asked, words)
    best = max(shares, key=lambda each: shares[each], default=None)
    return best if best is not None and shares[best] >= CLEAR else None


def says_nothing_of(scene: Scene, asked: str) -> bool:
    """True where words surely say nothing of what was asked."""
    return scene.tagger.answers(scene.tagged, asked) < least(asked)


def least(asked: str) -> float:
    """The probability of answering a question below which words are taken for no answer to it."""
    return LEAST_IN_OWN_WORDS if asked in IN_OWN_WORDS else LEAST


def feature(scene: Scene) -> str | None:
    """Whether a tool that is paid for can do the work, "yes" or "no": by plain words of one side only, else read as a
    whole. A bare list of tools says neither."""
    has, lacks = bool(scene.cues.get("in_the_price")), bool(scene.cues.get("not_in_it"))
    if has != lacks:
        return "yes" if has else "no"
    return as_a_whole(scene, "own_feature") if _says_more_than_tools(scene) else None


def _says_more_than_tools(scene: Scene) -> bool:
    """True where words stand beside the names of tools: what one of them does, or lacks."""
    tools = [(each.start, each.end) for each in scene.named_tools]
    tools += [(each.start, each.end) for each in scene.tags("tool")]
    words = [each for each in re.finditer(r"[^\W\d_]+", scene.text) if not _inside(each.start(), tools)]
    return sum(each.group().lower() not in measures().function_words for each in words) >= LEAST_BESIDE


def _inside(at: int, places: Sequence[Place]) -> bool:
    return any(start <= at < end for start, end in places)
