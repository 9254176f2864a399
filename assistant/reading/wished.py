"""Words that a wish or a goal holds, which tell of no work that is done."""

from __future__ import annotations

import re

from assistant.encoder.tagger import Tag
from assistant.language.matching import Match
from assistant.reading.scene import Scene, inside

STOPPING = r"\b(?:stop\w*|quit\w*|less|fewer|without|rid|not|no longer|off|out of|instead|rather than|back)\b|n't\b"
"""Words by which a wish is to be free of something."""
OF_ITS_OWN = (
    r"\s*(?:(?:and|so|but|then|now|because|as|since|while|when|if)\s+)*"
    r"(?:i|we|he|she|it|they|there|that|this|nobody|everybody|(?:my|our|the|his|her)\s+\w+)\b(?!\s*$)"
)
"""Head of a clause with a subject of its own, which tells something and goes on with no wish."""


def is_only_wished(scene: Scene, tag: Tag) -> bool:
    """True for words inside those of a goal, or behind words of wanting, that name no work of the catalogue: "I want
    us doing heat pumps", "my goal is to slow down, hand the firm over"; what they want to stop is done today."""
    if any(each.start < tag.end and tag.start < each.end for each in scene.named_work):
        return False
    if any(each.start <= tag.start and tag.end <= each.end for each in scene.tags("goal")):
        return True
    wish = _wish(scene, tag.start)
    return wish is not None and re.search(STOPPING, scene.text[wish.start : tag.end], re.IGNORECASE) is None


def _wish(scene: Scene, at: int) -> Match | None:
    """The words of wanting behind which an offset stands: in its clause, or in one before that goes on in each since
    without a subject of its own; None where there are none."""
    wish = scene.cue("goal_cues", scene.clause(at).start, at)
    if wish is not None:
        return wish
    sentence = scene.sentence(at)
    wishes = [each for each in inside(scene.cues.get("goal_cues", ()), sentence.start, at) if each.end <= at]
    if not wishes:
        return None
    wish = wishes[-1]
    since = [each for each in inside(scene.clauses, sentence.start, at + 1) if each.start >= wish.end]
    return None if any(re.match(OF_ITS_OWN, each.text, re.IGNORECASE) for each in since) else wish
