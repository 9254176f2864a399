"""The kind of work that an answer names, asked which kind some words mean."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.catalogue import Catalogue
from assistant.language.matching import stemmed
from assistant.language.measures import measures
from assistant.reading.scene import Scene
from assistant.reading.work import spots

NONE_OF_THEM = re.compile(
    r"\W*(?:(?:well|oh|hm+|ah)\W+)*(?:no(?:pe)?\W+)?"
    r"(?:(?:that|it|this)(?:['’]?s| is) (?:no|not(?: really)?(?: any| a)?) (?:work|job)\b.*"
    r"|(?:something else|neither|none(?: of (?:them|those|these))?|nothing|another|other|no|not (?:any|one|really))\b)"
    r"[\s,.:;!–—-]*",
    re.IGNORECASE,
)
"""How an answer opens that takes none of the kinds offered."""


def beside_refusal(text: str) -> str | None:
    """What an answer tells beside its refusal of the kinds offered, "the monthly run" of "something else, the monthly
    run"; None where it refuses nothing."""
    refusal = NONE_OF_THEM.match(text)
    return None if refusal is None else text[refusal.end() :]


def kind_named(scene: Scene, offered: Sequence[str], catalogue: Catalogue) -> str | None:
    """The id of the kind of work that an answer names, one offered before any other; None where it names none."""
    words = scene.text.strip(" .!").lower()
    chosen = next((each.id for each in catalogue.processes if each.name.lower() == words), None)
    if chosen is not None:
        return chosen
    named = [each.key for each in scene.named_work] + [each.process_id for each in spots(scene)]
    among = next((each for each in named if each in offered), None)
    return among or _sharing_words(words, offered, catalogue) or next(iter(named), None)


def _sharing_words(words: str, offered: Sequence[str], catalogue: Catalogue) -> str | None:
    """The one kind of those offered whose name shares a word of its own with the answer, or None."""
    said = set(stemmed(words).stems)
    names = {each: set(stemmed(catalogue.process(each).name).stems) for each in offered}
    little = {stem for word in measures().function_words for stem in stemmed(word).stems}
    shared = [each for each, stems in names.items() if said & stems - little]
    return shared[0] if len(shared) == 1 else None
