"""Work whose kind is a guess: the owner's words hold none of the catalogue's, and neither their text nor what they mean
alone settles it; or they do, and what they mean is surely another kind."""

from __future__ import annotations

from assistant.reading.scene import Scene
from assistant.reading.spot import Spot
from assistant.reading.work import is_sure, spots

SURE = 0.5
"""Share by the meaning alone from which a kind is no guess: right for 16 of 17 such sentences of simulated owners."""
SURE_IN_ITS_TEXT = 0.98
"""Share of the tagger from which a kind is no guess without a word of the catalogue: right for 9 of 10 such places of
told days, and below it, where the meaning alone does not agree either, for fewer than 6."""
SURELY_ANOTHER = 0.8
"""Share by the meaning alone from which words mean another kind than the word of the catalogue that stands in them."""


def guessed(scene: Scene, kind: str) -> str | None:
    """The owner's words that were taken for a kind of work by a guess; None where any place tells of it plainly."""
    places = [each for each in spots(scene) if each.process_id == kind]
    if not places or any(_is_plain(scene, each) for each in places):
        return None
    return scene.text[places[0].start : places[0].end]


def _is_plain(scene: Scene, place: Spot) -> bool:
    alone = scene.tagger.alone([scene.text[place.start : place.end]])[0]
    named = any(each.start < place.end and place.start < each.end for each in scene.named_work)
    if named:
        return alone.work == place.process_id or alone.share < SURELY_ANOTHER
    agrees = alone.work == place.process_id and alone.share >= SURE
    return agrees or is_sure(scene, place, SURE_IN_ITS_TEXT)
