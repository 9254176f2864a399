"""What hurts, in the owner's words, tied to the work that it is about."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain.profile import Pain
from assistant.reading.scene import Scene, inside
from assistant.reading.stance import stance_of
from assistant.reading.work import Spot


def pains(scene: Scene, spots: Sequence[Spot]) -> tuple[Pain, ...]:
    """The pains told, one a clause; a pain denied, supposed or another firm's is none."""
    found: list[Pain] = []
    clauses: set[int] = set()
    for cue in sorted(scene.cues.get("pain_cues", ()), key=lambda each: (each.start, -each.end)):
        clause = scene.clause(cue.start)
        if clause.start in clauses or scene.has("not_pain", clause):
            continue
        if stance_of(scene, cue.start, cue.end) in ("denied", "other firm", "vendor", "past", "supposed"):
            continue
        clauses.add(clause.start)
        quote = scene.quote(cue.start, cue.end)
        found.append(Pain(text=quote, quote=quote, process_id=_about(scene, spots, cue.start)))
    return tuple(found)


def _about(scene: Scene, spots: Sequence[Spot], at: int) -> str | None:
    """The work of the same sentence that is nearest, else the last of the sentence before."""
    index = scene.sentence_index(at)
    for near in (index, index - 1):
        if near < 0:
            break
        piece = scene.sentences[near]
        told = inside(spots, piece.start, piece.end)
        if told:
            return min(told, key=lambda spot: abs(spot.start - at)).process_id
    return None
