"""Hours told of several kinds of work in one sentence: invoices 6 hours, the rota 5 hours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from assistant.language.measures import measures
from assistant.language.quantities import Mention
from assistant.reading.roles import role_of
from assistant.reading.scene import Scene
from assistant.reading.spot import UNNAMED, Spot

CLOCK_UNITS = ("minutes", "hours")
LEAST_MINUTES = 60.0
FAR_LONGER = 5.0
"""Times the catalogue's long time for one thing (P90), from which a figure is none for one thing: firms differ."""
OF_ONE = r"\b(?:each|per|one|apiece)\b"
"""Words that make a time that of one thing."""
ONE_THING = r"(?:^|.*\s)an?\b"
"""Words of work that name one thing of many: a quote, writing a quote."""
ARTICLE = r"\ban?\s+$"


class _Item(NamedTuple):
    """A time of an hour or more, with the work that it is about."""

    mention: Mention
    spot: Spot


def hours_in_lists(scene: Scene, linked: Sequence[Spot | None]) -> Mapping[int, str]:
    """The period of each time without one that stands in a list of hours, by its start: what another of the list has,
    else a week. `linked` is the work of each quantity of the text.

    In one sentence two kinds of work or more have a time of at least an hour, none of them that of one thing. Where
    the tagger takes a time for that of one thing, one of the list must be longer than a thing of its kind ever takes:
    quotes take 8 hours, invoices 2 hours.
    """
    found: dict[int, str] = {}
    for items in _lists(scene, linked):
        bare = [each for each in items if not each.mention.per]
        if any(role_of(scene, each.mention) == "each" for each in bare):
            bare = bare if any(_is_too_long(scene, each) for each in items) else []
        period = next((each.mention.per for each in items if each.mention.per), "week")
        found |= {each.mention.start: period for each in bare}
    return found


def _lists(scene: Scene, linked: Sequence[Spot | None]) -> Iterator[list[_Item]]:
    """The times of each sentence that tells them of two kinds of work or more."""
    items = (
        _Item(mention, spot)
        for mention, spot in zip(scene.mentions, linked, strict=True)
        if spot is not None and _may_be_listed(scene, mention, spot)
    )
    for _, group in groupby(items, key=lambda each: scene.sentence_index(each.mention.start)):
        listed = list(group)
        if len({each.spot.process_id for each in listed}) > 1:
            yield listed


def _may_be_listed(scene: Scene, mention: Mention, spot: Spot) -> bool:
    if mention.kind != "duration" or mention.unit not in CLOCK_UNITS or spot.process_id == UNNAMED:
        return False
    if mention.per and mention.per not in measures().weeks_of:
        return False
    if _minutes(mention) < LEAST_MINUTES:
        return False
    if role_of(scene, mention) not in ("each", "hours"):
        return False
    one = re.match(ONE_THING, scene.text[spot.start : spot.end], re.IGNORECASE) or re.search(
        ARTICLE, scene.text[: spot.start], re.IGNORECASE
    )
    return not one and re.search(OF_ONE, scene.clause(mention.start).text, re.IGNORECASE) is None


def _is_too_long(scene: Scene, item: _Item) -> bool:
    """True for a time that one thing of its kind does not take."""
    longest = FAR_LONGER * scene.catalogue.process(item.spot.process_id).minutes_per_item[-1]
    return _minutes(item.mention) > longest


def _minutes(mention: Mention) -> float:
    """The length of a time, at least, in minutes."""
    return mention.low * measures().seconds_of[mention.unit] / 60
