"""A way that an owner rules out: without the chatbot, scrap the booking system, no reminders."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.domain.catalogue import Means
from assistant.domain.profile import Profile
from assistant.language.matching import Match, find, is_literal, longest, stem, stemmed
from assistant.language.measures import measures
from assistant.reading.aimed import as_known
from assistant.reading.scene import Scene

OUT = re.compile(r"(?:\s+\w+){0,2}?\s+(?:out|off|away|aside|alone)\b", re.IGNORECASE)
BETWEEN = 4
"""Words between what rules a way out and its name: without any of the chatbot stuff."""
LEAST_LETTERS = 3
A_TOOL = re.compile(r"\b(?:software|system|tool|app|machine|robot|program(?:me)?|subscription)s?\b", re.IGNORECASE)


def ruled_out(scene: Scene, known: Profile, ways: Sequence[str]) -> str:
    """The way that is ruled out, "" where none is; `ways` are those that are advised now.

    It is named as the catalogue names it or by a word of an advised way's name; "the software" is what is advised.
    """
    for each in ways_named(scene, known, ways):
        if _is_ruled_out(scene, each.start, each.end):
            return each.key
    called = (each for each in ways if _is_called(scene, scene.catalogue.way(each)))
    tools = [each for each in A_TOOL.finditer(scene.text) if _is_ruled_out(scene, *each.span())]
    return next(called, ways[0] if ways and tools else "")


def ways_named(scene: Scene, known: Profile, ways: Sequence[str]) -> tuple[Match, ...]:
    """The ways that words name; a single word that names known work names a way only where that is advised."""
    works = [each for each in scene.named_work if as_known(scene, each.key, known)]
    return tuple(
        each
        for each in longest(find(scene.stems, scene.lexicon.means))
        if each.words > 1
        or each.key in ways
        or not any(one.start <= each.start and each.end <= one.end for one in works)
    )


def names_tool(scene: Scene, known: Profile, ways: Sequence[str]) -> bool:
    """True where a way, a product or any tool is spoken of."""
    return bool(ways_named(scene, known, ways) or scene.named_tools or A_TOOL.search(scene.text))


def _is_called(scene: Scene, way: Means) -> bool:
    """True where an advised way is ruled out by a word of its name: "without the form"."""
    name = stemmed(way.name)
    little = {stem(each) for each in measures().function_words | measures().fillers}
    said = {one for one, lower in zip(name.stems, name.lowers, strict=True) if len(lower) >= LEAST_LETTERS} - little
    places = (n for n, each in enumerate(scene.stems.stems) if each in said)
    return any(_is_ruled_out(scene, scene.stems.starts[n], scene.stems.ends[n]) for n in places)


def _is_ruled_out(scene: Scene, start: int, end: int) -> bool:
    """True where words right before a name, right after it, or around it rule it out."""
    text = scene.text
    before = [each for each in scene.cues.get("rules_out", ()) if is_literal(each, text) and each.end <= start]
    after = [each for each in scene.cues.get("ruled_out", ()) if each.start >= end]
    around = [each for each in scene.cues.get("put_out", ()) if each.end <= start and OUT.match(text, end)]
    gaps = [text[each.end : start] for each in (*before, *around)] + [text[end : each.start] for each in after]
    return any(len(gap.split()) <= BETWEEN and not re.search(r"[,;.!?]", gap) for gap in gaps)
