"""Work told in lumps of the week: Saturday morning goes on invoices, my Sundays are for quotes."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain.facts import Fact, Said
from assistant.language.measures import measures
from assistant.language.tokens import Tokens
from assistant.reading.scene import Scene
from assistant.reading.spot import Spot
from assistant.reading.stance import stance_of


def lump(scene: Scene, spots: Sequence[Spot], process_id: str) -> Fact | None:
    """Hours a week of a part of the week that goes into one kind of work, as a range; None where none is told."""
    for spot in spots:
        if spot.process_id != process_id:
            continue
        sentence = scene.sentence(spot.start)
        timed = any(each.kind == "duration" for each in scene.figures(sentence))
        if timed or not scene.has("goes_on", sentence) or stance_of(scene, spot.start, spot.end) != "fact":
            continue
        found = part_of_week(sentence.text)
        if found is not None:
            return found
    return None


def part_of_week(text: str) -> Fact | None:
    """The hours that a weekday, or a part of it, stands for where it is given whole to one thing."""
    lists, tokens = measures(), Tokens(text)
    for at in range(len(tokens)):
        if tokens.lower(at) not in lists.weekdays or not tokens.capital(at):
            continue
        part = tokens.lower(at + 1).removesuffix("s")
        span = next((each for each in lists.lumps if each.name == part), None)
        stop = at + 1 if span is not None else at
        span = span or next(each for each in lists.lumps if each.name == "day")
        return Fact(
            value=(span.low, span.high),
            unit="hours a week",
            said=Said(value=1.0, unit=span.name, per="week"),
            quote=text[tokens.all[at].start : tokens.all[stop].end],
        )
    return None
