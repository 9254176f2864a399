"""What hurts, in the owner's words, tied to the work that it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.domain.profile import Pain
from assistant.reading.scene import Scene, inside
from assistant.reading.stance import stance_of
from assistant.reading.work import Spot

NO_PAIN = ("denied", "other firm", "vendor", "past", "supposed")


def pains(scene: Scene, spots: Sequence[Spot]) -> tuple[Pain, ...]:
    """The pains told, in order; a pain denied, supposed or another firm's is none."""
    found = []
    for start, end in _places(scene):
        quote = scene.text[start:end]
        found.append(Pain(text=quote, quote=quote, process_id=_about(scene, spots, start)))
    return tuple(found)


def _places(scene: Scene) -> Iterator[tuple[int, int]]:
    """The words that the tagger marks, and one clause around each plain word of pain elsewhere."""
    tagged = [(each.start, each.end) for each in scene.tags("pain")]
    listed: dict[int, tuple[int, int]] = {}
    for cue in sorted(scene.cues.get("pain_cues", ()), key=lambda each: (each.start, -each.end)):
        clause = scene.clause(cue.start)
        if scene.has("not_pain", clause) or stance_of(scene, cue.start, cue.end) in NO_PAIN:
            continue
        if any(start < clause.end and clause.start < end for start, end in tagged):
            continue
        quote = scene.quote(cue.start, cue.end)
        start = scene.text.index(quote, max(0, clause.start - 2))
        listed.setdefault(clause.start, (start, start + len(quote)))
    yield from sorted([*tagged, *listed.values()])


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
