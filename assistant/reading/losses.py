"""Money that faults of work cost: what one mistake costs, and the sales that are lost in a month."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.facts import Fact
from assistant.language import quantities
from assistant.language.measures import measures
from assistant.language.quantities import Figure, Mention
from assistant.language.sentences import Piece
from assistant.reading import figures
from assistant.reading.scene import Scene

OF_FAULTS = ("lost", "wrong")
"""Roles of figures that tell what goes wrong or is lost by it."""
EACH = r"\s*,?\s*(?:each|apiece|a piece|a time|a pop|a go|every time|per (?:one|piece|time))\b"
WEEKS_A_MONTH = 52 / 12
SALES, MISTAKE = "lost_sales_per_month", "cash_per_error"


@dataclass(frozen=True, slots=True)
class Loss:
    """Money that is lost: the slot that it fills, the fact, and the figure of how often, which counts no work."""

    slot: str
    fact: Fact
    often: Mention | None = None


def loss(scene: Scene, mention: Mention, role: str, before: Sequence[Mention]) -> Loss | None:
    """What a sum tells of losses: two no-shows a week, 65 each, are 563 a month of lost sales; 120 for each wrong one
    is what a mistake costs. None for other figures; `before` are the quantities told before it."""
    if mention.kind not in ("money", "number") or role in ("toolcost", "budget", "wage", "unreal"):
        return None
    told = _told_with(scene, mention)
    losing, mistakes = scene.has("losing", told), scene.has("errors", told)
    for_each = re.match(EACH, scene.text[mention.end :], re.IGNORECASE) is not None or _is_for_one(mention)
    if mention.kind == "money" and losing and mention.per in measures().weeks_of and role in OF_FAULTS:
        weekly = quantities.to_week(mention.value, mention.per)
        return None if weekly is None else Loss(SALES, _monthly(mention, weekly))
    if not for_each and role not in OF_FAULTS:
        return None
    often = next((each for each in reversed(before) if told.start <= each.start and _comes_often(each)), None)
    if losing and often is not None and for_each:
        weekly = quantities.to_week(often.value, often.per)
        if weekly is None:
            return None
        return Loss(SALES, _monthly(mention, figures.product(weekly, mention.value)), often)
    if mention.kind == "money" and mistakes and mention.per not in measures().weeks_of:
        return Loss(MISTAKE, figures.fact_of(mention, mention.value, mention.unit))
    return None


def _told_with(scene: Scene, mention: Mention) -> Piece:
    """The sentence of a figure and the one before it."""
    here = scene.sentence_index(mention.start)
    start, end = scene.sentences[max(0, here - 1)].start, scene.sentences[here].end
    return Piece(scene.text[start:end], start, end)


def _is_for_one(mention: Mention) -> bool:
    """True for a sum by the thing: 55 a customer."""
    return bool(mention.per) and mention.per not in measures().weeks_of and mention.per != "hour"


def _comes_often(mention: Mention) -> bool:
    return mention.kind in ("count", "number", "rate") and mention.per in measures().weeks_of


def _monthly(mention: Mention, weekly: Figure) -> Fact:
    return figures.fact_of(mention, quantities.scaled(weekly, WEEKS_A_MONTH), f"{mention.unit} a month".strip())
