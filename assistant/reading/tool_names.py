"""Tools that are named by what they are for: planning software, the booking system, an accounting package."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.encoder.spans import Place
from assistant.encoder.tagger import Tag
from assistant.language.matching import Match
from assistant.language.measures import measures
from assistant.reading.scene import Scene

KIND_OF_TOOL = r"(?:software|system|tool|app|program(?:me)?|portal|platform|module|suite|package)"
"""Nouns of what runs on a computer, in the singular; who mends coffee machines works on them."""
DETERMINER = r"(?:an?|the|my|our|your|his|her|their|its|this|that|some|any|no|another|one)"
NAMED = re.compile(
    rf"\b(?:{DETERMINER}\s+(?P<two>(?:[^\W\d_][\w-]*\s+){{1,2}})|(?P<one>[^\W\d_]+ing\s+)){KIND_OF_TOOL}\b(?!['’-])",
    re.IGNORECASE,
)


def tool_names(scene: Scene) -> Iterator[Place]:
    """The places of tools that are named by the words before: an article and a noun or two, or an activity."""
    for found in NAMED.finditer(scene.text):
        words = (found["two"] or found["one"]).lower().split()
        if not any(each in measures().function_words for each in words):
            yield found.start("two") if found["two"] else found.start("one"), found.end()


def is_of_tool(scene: Scene, place: Tag | Match) -> bool:
    """True for words that lie in the name of a tool which somebody has, uses or buys, "using" it included."""
    for start, end in tool_names(scene):
        if place.end > end or place.end <= start:
            continue
        before = scene.text[min(place.start, start) : start]
        using = scene.cue("using", place.start, start)
        rest = re.findall(r"\w+", before if using is None else scene.text[using.end : start])
        if all(each.lower() in measures().function_words for each in rest):
            return True
    return False
