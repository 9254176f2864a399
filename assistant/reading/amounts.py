"""A figure as the fact at a place; what it leaves out, unit and period, is as it was."""

from __future__ import annotations

from dataclasses import replace

from assistant.domain.facts import Fact, FactPath
from assistant.domain.profile import Process, Profile
from assistant.language import quantities
from assistant.language.measures import measures
from assistant.language.quantities import Mention
from assistant.reading import figures
from assistant.reading.aimed import HEADCOUNT
from assistant.reading.measured import replaced
from assistant.reading.placing import side
from assistant.reading.scene import Scene

PER_YEAR = {"month": 12.0, "week": 52.0, "quarter": 4.0}
PER_MONTH = {"month": 1.0, "week": 4.33, "year": 1 / 12, "quarter": 1 / 3, "day": 21.7}
SHARES = ("exception_share", "error_rate", "digital_input")
TIMES = ("minutes_per_item", "hours_per_week", "spare_hours_per_week")


def as_fact(mention: Mention, path: FactPath, known: Profile, scene: Scene) -> Fact | None:
    """The figure as the fact at `path`; None where it is of another kind."""
    old, name = known.fact(path), path.name
    if name in SHARES:
        return figures.share(mention, side(scene, mention) == (name, True)) if mention.kind == "percent" else None
    if name == "items_per_week":
        return _items(mention, old, known.process(path.scope), scene)
    if mention.kind == "duration":
        return _time(mention, name)
    if name in TIMES:
        return replaced(old, mention) if old is not None and old.is_number else None
    times = {"budget_first_year": PER_YEAR, "offer_per_month": PER_MONTH}.get(name, {}).get(mention.per, 1.0)
    unit = old.unit if old else "people" if path == HEADCOUNT else mention.unit
    return figures.fact_of(mention, quantities.scaled(mention.value, times), unit)


def _time(mention: Mention, name: str) -> Fact | None:
    if name == "minutes_per_item":
        return figures.minutes_per_item(mention)
    if name not in TIMES:
        return None
    return figures.hours_per_week(mention if mention.per in measures().weeks_of else replace(mention, per="week"))


def _items(mention: Mention, old: Fact | None, work: Process | None, scene: Scene) -> Fact | None:
    if mention.kind == "duration" or work is None:
        return None
    timed = mention.per in measures().weeks_of
    if old is not None and old.said is not None and (timed or not mention.per):
        return replaced(old, mention)
    items = scene.catalogue.process(work.id).items
    return figures.items_per_week(mention if timed else replace(mention, per="week"), items)
