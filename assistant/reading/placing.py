"""Figures put into the work they are about: how many, how long, how often wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.facts import Fact
from assistant.language import quantities
from assistant.language.matching import stemmed
from assistant.language.measures import measures
from assistant.language.quantities import Figure, Mention
from assistant.reading import figures
from assistant.reading.about import do_it, process_of
from assistant.reading.scene import Scene, inside
from assistant.reading.stance import stance_of
from assistant.reading.work import Spot, work_of_noun

TAKING = r"\b(?:take|need|last|average)s?\b"
WAITING = (("after",), ("within",), ("in",), ("before",), ("until",), ("under",), ("than",))
ROUND_MINUTES = 60
"""Work whose item takes an hour or more comes in rounds: a stock count, a pay run, a rota."""
SHARES = (
    ("errors", "error_rate", False),
    ("exceptions", "exception_share", False),
    ("paper", "digital_input", True),
    ("phoned", "digital_input", True),
    ("digital", "digital_input", False),
    ("judgement", "rule_based", True),
)
"""Words beside a percentage, the share it is, and whether it is the other side of it (80 % on paper: 0.2 digital)."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A quantity with the work it is about (None: no work) and the slot it fills there (None: it fills none)."""

    mention: Mention
    process_id: str | None = None
    slot: str | None = None
    fact: Fact | None = None


def place(scene: Scene, spots: Sequence[Spot]) -> tuple[Placed, ...]:
    """Every quantity of the text, placed where it belongs to a piece of work."""
    known = frozenset(spot.process_id for spot in spots)
    return tuple(_place(scene, spots, mention, known) for mention in scene.mentions)


def _place(scene: Scene, spots: Sequence[Spot], mention: Mention, known: frozenset[str]) -> Placed:
    process_id = process_of(scene, spots, mention)
    if process_id is None:
        return Placed(mention)
    if stance_of(scene, mention.start, mention.end) != "fact" or _is_elsewhere(scene, mention):
        return Placed(mention, process_id if process_id in known else None)
    slot, fact = _slot(scene, spots, mention, process_id)
    if fact is None:
        return Placed(mention, process_id if process_id in known else None)
    return Placed(mention, process_id, slot, fact)


def _is_elsewhere(scene: Scene, mention: Mention) -> bool:
    """True for the worst day, for hours of a whole working life or that something would save, for things lost."""
    clause = scene.clause(mention.start)
    if scene.cue("peak", clause.start, max(clause.end, mention.end)) is not None or mention.per == "hour":
        return mention.kind != "money" and not scene.has("wage", clause)
    if mention.kind == "count":
        return scene.right_before("lost", mention.start, words_between=1) is not None
    if mention.kind != "duration":
        return False
    if scene.cue("saving", clause.start, mention.start) is not None:
        return True
    whole = scene.cue("whole_day", clause.start, mention.start)
    return whole is not None and re.search(r"\bon\b", scene.text[whole.end : clause.end]) is None


def _slot(scene: Scene, spots: Sequence[Spot], mention: Mention, process_id: str) -> tuple[str | None, Fact | None]:
    if mention.kind == "duration":
        return _time_slot(scene, mention, process_id)
    if mention.kind == "percent":
        return _share_slot(scene, mention)
    if mention.kind == "money" or (mention.kind == "number" and mention.per == "hour"):
        return _money_slot(scene, spots, mention)
    if mention.kind == "count":
        return _count_slot(scene, mention, process_id)
    round_of = mention.kind == "rate" and _is_round(scene, process_id)
    if round_of or (mention.kind == "number" and mention.per in measures().weeks_of):
        return "items_per_week", _items(scene, mention, process_id)
    return None, None


def _items(scene: Scene, mention: Mention, process_id: str) -> Fact | None:
    unit = mention.unit if mention.kind == "count" else scene.catalogue.process(process_id).items
    return figures.items_per_week(mention, unit)


def _count_slot(scene: Scene, mention: Mention, process_id: str) -> tuple[str | None, Fact | None]:
    if mention.unit.split(" ")[-1] in measures().persons:
        return ("people", figures.fact_of(mention, mention.value, "people")) if do_it(scene, mention) else (None, None)
    named = work_of_noun(scene, mention.unit) is not None or _counts_its_item(scene, mention)
    return ("items_per_week", _items(scene, mention, process_id)) if named else (None, None)


def _counts_its_item(scene: Scene, mention: Mention) -> bool:
    """True where another figure of the text is per one of what this one counts: 200 tickets, 2.5 minutes per ticket."""
    head = stemmed(mention.unit).stems[-1:]
    timed = (other for other in scene.mentions if other.kind == "duration" and other.per)
    return any(stemmed(other.per).stems[-1:] == head for other in timed)


def _money_slot(scene: Scene, spots: Sequence[Spot], mention: Mention) -> tuple[str | None, Fact | None]:
    """What somebody outside bills for the work, a year; what one mistake costs."""
    clause = scene.clause(mention.start)
    if mention.per in measures().weeks_of and scene.has("outside_words", clause):
        return "outside_bill_per_year", figures.money_per_year(mention)
    wages_are_the_work = any(_is_pay(scene, spot) for spot in inside(spots, clause.start, clause.end))
    if (
        mention.per == "hour"
        and scene.has("wage", clause)
        and not wages_are_the_work
        and not scene.has("charge", clause)
    ):
        return "wage_per_hour", figures.fact_of(mention, mention.value, f"{mention.unit} an hour".strip())
    if scene.has("errors", clause) and scene.has("costs", clause) and mention.per not in measures().weeks_of:
        return "cash_per_error", figures.fact_of(mention, mention.value, mention.unit)
    return None, None


def _is_pay(scene: Scene, spot: Spot) -> bool:
    """True where the words of a spot are themselves words of pay: "wages are 24 an hour" tells of no payroll."""
    return scene.cue("wage", spot.start, spot.end) is not None


def _time_slot(scene: Scene, mention: Mention, process_id: str) -> tuple[str | None, Fact | None]:
    if mention.per and mention.per not in measures().weeks_of and not mention.per[0].isdigit():
        return "minutes_per_item", figures.minutes_per_item(mention)
    if mention.per:
        return "hours_per_week", figures.hours_per_week(mention)
    times = _times_a_week(scene, mention) if _is_hands_on(scene, mention) else None
    if times is not None:
        return "hours_per_week", figures.hours_per_week(mention, times)
    if mention.unit in ("hours", "minutes", "days") and _is_each(scene, mention, process_id):
        return "minutes_per_item", figures.minutes_per_item(mention)
    return None, None


def _is_hands_on(scene: Scene, mention: Mention) -> bool:
    """True for a time that work takes: not a deadline or a wait ("after 60 days", "within two hours")."""
    waiting = scene.words_before(mention.start, 1)[:1] in WAITING
    return not waiting and (mention.unit in ("hours", "minutes") or (mention.unit == "days" and mention.high <= 2))


def _times_a_week(scene: Scene, mention: Mention) -> Figure | None:
    """How often a week the sentence's own rhythm says: twice a week I spend an hour; done weekly, takes five hours."""
    sentence = scene.sentence(mention.start)
    rates = [each for each in scene.figures(sentence) if each.kind == "rate"]
    told = rates or inside(scene.rhythms, sentence.start, sentence.end)
    return quantities.to_week(told[0].value, told[0].per) if len(told) == 1 else None


def _is_each(scene: Scene, mention: Mention, process_id: str) -> bool:
    """True for "quotes take 45 minutes" and for work that comes in rounds: "the stock count takes four hours"."""
    clause = scene.clause(mention.start)
    before = scene.text[clause.start : mention.start].lower()
    if not re.search(TAKING, before):
        return False
    if _is_round(scene, process_id):
        return True
    items = stemmed(scene.catalogue.process(process_id).items).stems[-1:]
    return items[0] in stemmed(before).stems and re.search(r"\b(?:take|need|average)\b", before) is not None


def _is_round(scene: Scene, process_id: str) -> bool:
    return scene.catalogue.process(process_id).minutes_per_item[1] >= ROUND_MINUTES


def _share_slot(scene: Scene, mention: Mention) -> tuple[str | None, Fact | None]:
    for piece in (scene.clause(mention.start), scene.sentence(mention.start)):
        for name, slot, opposite in SHARES:
            if scene.has(name, piece):
                return slot, figures.share(mention, opposite)
    return None, None
