"""Work that is only said to stay as it is: we'd keep the phone, the phone stays."""

from __future__ import annotations

import re

from assistant.encoder.tagger import Tag
from assistant.language.matching import Match
from assistant.reading.scene import Scene

INFINITIVE = r"\b(?:would|will|shall|should|must|can|could|to|let['’]?s|not|please)\s+|['’](?:d|ll)\s+|^\W*"
"""Before a verb that is wished, asked or meant for later; "we keep the rota on paper" tells of today."""
KEPT = re.compile(rf"(?:(?:{INFINITIVE})(?:rather\s+)?keep|\bkeeping)(?: \w+)?\s*$", re.IGNORECASE)
STAYS = re.compile(r"\s+(?:stays?|remains?)\b", re.IGNORECASE)
DOING = re.compile(r"\w+ing\b", re.IGNORECASE)
"""What one keeps doing goes on, and is no thing that stays."""


def is_to_stay(scene: Scene, place: Match | Tag) -> bool:
    """True for words of work of which their clause says that they are kept, or stay."""
    if DOING.match(scene.text, place.start):
        return False
    before = scene.text[scene.clause(place.start).start : place.start]
    return KEPT.search(before) is not None or STAYS.match(scene.text, place.end) is not None
