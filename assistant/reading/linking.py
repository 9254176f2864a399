"""Which piece of work each figure or other mark of a text is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from assistant.encoder.spans import Place
from assistant.language.quantities import Mention
from assistant.reading.scene import Scene, inside
from assistant.reading.spot import UNNAMED, Spot


def linked_figures(scene: Scene, mentions: Sequence[Mention], spots: Sequence[Spot]) -> list[Spot | None]:
    """The work that each figure is about; two of one sentence that names no work between them are about the same."""
    found = links(scene, "figure", [(each.start, each.end) for each in mentions], spots)
    for at in range(1, len(found)):
        one, other = mentions[at - 1], mentions[at]
        together = scene.sentence_index(one.start) == scene.sentence_index(other.start)
        if found[at] and found[at - 1] and together and not inside(spots, one.start, other.start):
            found[at] = found[at - 1]
    return found


def links(
    scene: Scene, what: Literal["figure", "other"], places: Sequence[Place], spots: Sequence[Spot]
) -> list[Spot | None]:
    """For each figure, or other mark, the place of work that it is about; None where it is about none. It may be about
    work that has no name yet."""
    works = [*spots, *(each for each in scene.besides if each.process_id == UNNAMED)]
    found = scene.tagger.about(scene.tagged, what, places, [(each.start, each.end) for each in works])
    linked = [None if each is None else works[each] for each in found]
    if what != "figure":
        return linked
    return [
        (_own_work(scene, place, places, works) or each) if each else _right_before(scene, place, works)
        for place, each in zip(places, linked, strict=True)
    ]


def _right_before(scene: Scene, figure: Place, works: Sequence[Spot]) -> Spot | None:
    """The work whose words a figure stands right behind: quotes 3h."""
    touching = (each for each in works if each.end < figure[0] and not scene.text[each.end : figure[0]].strip(" :"))
    return next(touching, None)


def _own_work(scene: Scene, figure: Place, figures: Sequence[Place], works: Sequence[Spot]) -> Spot | None:
    """The work of a list's item, "invoices 6 hours, the rota 5 hours": the only one that its clause names between the
    figure before and this one, where the clause names work before figures."""
    clause = scene.clause(figure[0])
    inside = [each for each in works if clause.start <= each.start < clause.end]
    before = [end for start, end in figures if clause.start <= start < figure[0]]
    first = min((start for start, _ in figures if start >= clause.start), default=figure[0])
    if not inside or min(each.start for each in inside) > first:
        return None
    between = [each for each in inside if max([clause.start, *before]) <= each.start < figure[0]]
    return between[0] if len(between) == 1 else None
