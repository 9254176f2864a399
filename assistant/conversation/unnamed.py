"""Work that an owner tells of in words that name no kind: taken where two witnesses agree, else kept to be asked about.

The reader says which sentences tell of work (`reading/unnamed`), search which kinds they come nearest to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from assistant.conversation.shelf import Shelf
from assistant.domain.talk import MOST_NAMED, SessionState, Unnamed
from assistant.reading.guessed import SURE
from assistant.reading.scene import Scene
from assistant.reading.spot import UNNAMED, Spot
from assistant.reading.unnamed import Telling, tellings
from assistant.reading.work import is_sure, spots

OFFERED = 3
LOOKED_AT = OFFERED + 2
"""Kinds that are looked at: those known already are not offered."""
LIKELY = 0.6
"""Likelihood (0-1) that the best passage speaks of the same, below which a sentence is of no work of the catalogue."""
ENOUGH_KNOWN = 3
"""Kinds of work in a text from which no more are looked for: so many are asked about (`agenda.LOOK_AT`)."""


class Looked(NamedTuple):
    """A text with the work that search found in it, and what is still to be asked."""

    scene: Scene
    unnamed: tuple[Unnamed, ...] = ()


class _Near(NamedTuple):
    """A sentence that tells of work, and the ids of the kinds that it comes nearest to."""

    telling: Telling
    kinds: tuple[str, ...]

    @property
    def is_sure(self) -> bool:
        return self.kinds[0] == self.telling.alone.work and self.telling.alone.share >= SURE


def looked_through(state: SessionState, scene: Scene, shelf: Shelf) -> Looked:
    """The text of an opening, looked through for work that no words of it name; any other text as it is."""
    if not _is_opening(state):
        return Looked(scene)
    near = _one_each(_near(state, scene, shelf))
    taken = [each for each in near if each.is_sure]
    asked = [each for each in near if not each.is_sure][:MOST_NAMED]
    besides = [Spot(each.kinds[0], *each.telling.words, each.telling.alone.share) for each in taken]
    besides += [Spot(UNNAMED, *each.telling.words, 0.0) for each in asked]
    told = sorted(asked, key=lambda each: each.telling.start)
    return Looked(
        replace(scene, besides=tuple(sorted(besides, key=lambda each: each.start))),
        tuple(_unnamed(scene, each) for each in told),
    )


def _is_opening(state: SessionState) -> bool:
    """True before any question was put or answered and before work was taken off the table: of answers to which work it
    is about, the nearest kind is taken."""
    return state.pending is None and not state.asked and not state.gone


def _near(state: SessionState, scene: Scene, shelf: Shelf) -> Iterator[_Near]:
    """The sentences that tell of work, the surest first; those nearest to a kind that is known already tell of that."""
    named = spots(scene)
    sure = {each.process_id for each in named if is_sure(scene, each)}
    if len(sure) >= ENOUGH_KNOWN:
        return
    known = sure | {each.id for each in state.profile.processes}
    for each in sorted(tellings(scene, named), key=lambda one: -one.log_odds):
        words = scene.text[each.words[0] : each.words[1]]
        kinds = tuple(kind.id for kind in shelf.nearest_work(words, LOOKED_AT, LIKELY))
        here = {spot.process_id for spot in named if spot.start < each.end and each.start < spot.end}
        if kinds and kinds[0] not in known | here:
            yield _Near(each, tuple(kind for kind in kinds if kind not in known)[:OFFERED])


def _one_each(found: Iterator[_Near]) -> list[_Near]:
    """One sentence for each piece of work: two that come nearest to the same kind, or stand side by side and share one,
    tell of the same."""
    kept: list[_Near] = []
    for each in found:
        if not any(_of_the_same(each, other) for other in kept):
            kept.append(each)
    return kept


def _of_the_same(one: _Near, other: _Near) -> bool:
    beside = one.telling.start - other.telling.end in range(3) or other.telling.start - one.telling.end in range(3)
    return one.kinds[0] == other.kinds[0] or (beside and bool(set(one.kinds) & set(other.kinds)))


def _unnamed(scene: Scene, near: _Near) -> Unnamed:
    start, end = near.telling.words
    return Unnamed(
        quote=scene.text[start:end], passage=scene.text[near.telling.start : near.telling.last], nearest=near.kinds
    )
