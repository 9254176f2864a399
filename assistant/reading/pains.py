"""What hurts, in the owner's words, tied to the work that it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.domain.profile import Pain
from assistant.reading.linking import links
from assistant.reading.scene import Scene
from assistant.reading.spot import Spot
from assistant.reading.stance import stance_of

WRONG = ("wrong", "lost")
"""Roles of figures that tell what goes wrong or is lost by it."""
NO_PAIN = ("denied", "other firm", "vendor", "past", "supposed")


def pains(scene: Scene, spots: Sequence[Spot]) -> tuple[Pain, ...]:
    """The pains told, in order; a pain denied, supposed or another firm's is none."""
    places = list(_places(scene))
    about = links(scene, "other", places, spots)
    return tuple(
        Pain(text=(quote := scene.text[start:end]), quote=quote, process_id=spot.process_id if spot else None)
        for (start, end), spot in zip(places, about, strict=True)
    )


def _places(scene: Scene) -> Iterator[tuple[int, int]]:
    """The words that the tagger marks, and elsewhere one clause around each plain word of pain and each figure of what
    goes wrong."""
    tagged = [(each.start, each.end) for each in scene.tags("pain")]
    told = [(each.start, each.end) for each in scene.cues.get("pain_cues", ())]
    told += [(each.start, each.end) for each in scene.mentions if scene.role(each).name in WRONG]
    listed: dict[int, tuple[int, int]] = {}
    for first, last in sorted(told, key=lambda each: (each[0], -each[1])):
        clause = scene.clause(first)
        if scene.has("not_pain", clause) or stance_of(scene, first, last) in NO_PAIN:
            continue
        if any(start < clause.end and clause.start < end for start, end in tagged):
            continue
        quote = scene.quote(first, last)
        start = scene.text.index(quote, max(0, clause.start - 2))
        listed.setdefault(clause.start, (start, start + len(quote)))
    yield from sorted([*tagged, *listed.values()])
