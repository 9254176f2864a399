"""Which of the kinds of work that a text touches it really tells of."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.reading.placing import Placed
from assistant.reading.scene import Scene, inside
from assistant.reading.work import Spot

ENOUGH = 2.0
"""A phrase of two words, or a plain noun with one more sign: a verb of doing, a figure, a pain, a second place."""


def told(scene: Scene, spots: Sequence[Spot], placed: Sequence[Placed]) -> tuple[Spot, ...]:
    """The spots of the kinds of work that have enough evidence; where none has, those of the strongest."""
    weights = {
        process_id: _weight(scene, spots, placed, process_id)
        for process_id in dict.fromkeys(spot.process_id for spot in spots)
    }
    kept = {process_id for process_id, weight in weights.items() if weight >= ENOUGH}
    if not kept and weights:
        kept = {max(weights, key=lambda process_id: weights[process_id])}
    return tuple(spot for spot in spots if spot.process_id in kept)


def _weight(scene: Scene, spots: Sequence[Spot], placed: Sequence[Placed], process_id: str) -> float:
    own = [spot for spot in spots if spot.process_id == process_id]
    weight = max(spot.strength for spot in own)
    weight += 0.5 * (len({spot.start for spot in own}) > 1)
    about = [each for each in placed if each.process_id == process_id and (each.slot or each.mention.kind != "money")]
    weight += 1.0 * any(each.slot is not None for each in about) or 0.5 * bool(about)
    for spot in own:
        clause = scene.clause(spot.start)
        if scene.has("pain_cues", clause) or scene.has("wants_tool", clause):
            weight += 0.5
        if scene.right_before("doing", spot.start, words_between=2) is not None:
            weight += 0.5
        if len(clause.text.split()) <= 4 or inside(scene.rhythms, clause.start, clause.end):
            weight += 0.5
    return weight
