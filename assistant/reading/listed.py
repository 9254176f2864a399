"""Words that stand for a value wherever they are in an answer: quick replies and words for a share."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain.facts import Value
from assistant.language.matching import Match, find, phrase_table
from assistant.reading.replies import Reply
from assistant.reading.scene import Scene
from assistant.reading.stance import is_denied

MIXED = (0.3, 0.7)
"""The share that comes digitally where some comes on paper and some does not."""


def listed_value(scene: Scene, name: str) -> Value | None:
    """The value that the words listed for a fact stand for; None where none is in the answer."""
    value = _value(scene, scene.vocabulary.replies.values.get(name, ()))
    return MIXED if name == "digital_input" and isinstance(value, tuple) and _is_mixed(scene) else value


def listed_share(scene: Scene) -> Value | None:
    """The share that words such as half or hardly any stand for, or None."""
    return _value(scene, scene.vocabulary.replies.shares)


def _value(scene: Scene, options: Sequence[Reply]) -> Value | None:
    """The value of the longest listed phrase in the words; of equal lengths the first in the words. A pair of equal
    ends is one figure."""
    matches = _matches(scene, options)
    if not matches:
        return None
    best: Match = max(matches, key=lambda match: (match.words, -match.start))
    value = options[int(best.key)].value
    return value[0] if isinstance(value, tuple) and len(value) == 2 and value[0] == value[1] else value


def _matches(scene: Scene, options: Sequence[Reply]) -> Sequence[Match]:
    """The listed phrases of an answer, without those that are denied: no paper, not me, nothing on paper."""
    table = phrase_table(((str(index), option.words) for index, option in enumerate(options)), gap=0)
    found = find(scene.stems, table)
    return [each for each in found if not is_denied(scene, each.start)]


def _is_mixed(scene: Scene) -> bool:
    """True for an answer of paper and of files in one: e-mail and a slip in the box."""
    options = scene.vocabulary.replies.values["digital_input"]
    values = [options[int(each.key)].value for each in _matches(scene, options)]
    ends = [each for each in values if isinstance(each, tuple) and not isinstance(each[0], str)]
    return any(float(each[1]) <= MIXED[0] for each in ends) and any(float(each[0]) >= MIXED[1] for each in ends)
