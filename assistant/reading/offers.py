"""What is offered in a talk for a piece of work: which way, at what price, and whether that work is to change."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.domain.facts import Fact
from assistant.domain.profile import Process, Profile
from assistant.encoder.signs import Sign
from assistant.language.matching import find, longest
from assistant.language.quantities import Mention
from assistant.reading.plans import price_of, sums_of, work_of
from assistant.reading.prices import is_price
from assistant.reading.scene import Scene
from assistant.reading.stance import is_denied

PER_HEAD = re.compile(r"\b(?:a|per|each|every) (?:head|person|user|seat|member|employee)\b", re.IGNORECASE)
SURE = 0.6
"""Probability from which words tell a plan or its price."""
PRICES = ("once", "monthly")
TOOL_COST = "toolcost"
"""The role of a figure that is what a tool costs."""
SHEET = "sheet"
"""The one way to automate that nobody sends an offer for."""
MONEY_KINDS = ("money", "number", "count")
PER_PRICE = ("month", "year")
SLOTS = ("items_per_week", "minutes_per_item", "hours_per_week", "wage_per_hour", "outside_bill_per_year")
CHANGES = ("change_soon", "changing")
SURELY = 0.7
OFFERED = ("wanted_means", "offer_once", "offer_per_month")
"""Facts of an offer."""


def with_offer(scene: Scene, told: Profile, known: Profile, asked_of: str | None) -> Profile:
    """What was told with the offer in it; a price is neither a count nor the budget. A price that no sign tells is one
    where the tagger takes it for one.

    `known` is what was known before, `asked_of` the work that the open question is about. Later words without a price
    or a figure by the month are not looked at: they cost a pass of a tower.
    """
    priced = any(
        each.kind == "money" or (each.kind in MONEY_KINDS and each.per in PER_PRICE) for each in scene.mentions
    )
    if known.processes and not priced:
        return told
    signs = [each for each in scene.signs if each.share >= SURE]
    plans = sorted((each for each in signs if each.name == "plan"), key=lambda each: -each.share)
    once, monthly, quotes = price_of(scene.text, signs)
    places = [*plans, *(each for each in signs if quotes and each.name in PRICES)]
    if not quotes:
        priced_at = _prices(scene)
        once, monthly, quotes = sums_of(priced_at)
        places += [Sign("plan", each.start, each.end, SURE) for each in priced_at]
    changes = [each for each in signs if each.name in CHANGES and each.share >= SURELY]
    work = _work(scene, places, told, known, asked_of)
    if work is None or not (places or changes):
        return told
    facts: dict[str, Fact | None] = {}
    if once:
        facts["offer_once"] = Fact(value=once, unit="money", quote=quotes[0])
    if monthly:
        monthly *= _heads(scene, told, known)
        facts["offer_per_month"] = Fact(value=monthly, unit="money/month", quote=quotes[-1])
    if changes and work.stable is None:
        facts["stable"] = Fact(value=False, quote=scene.text[changes[0].start : changes[0].end])
    if places and work.wanted_means is None:
        facts["wanted_means"] = _means(scene, places, work.id)
    bare = told.process(work.id) or Process(id=work.id, name=work.name)
    works = tuple(each for each in told.processes if each.id != work.id or each is bare)
    works = works if bare in works else (*works, bare)
    offered = tuple(_without(each.model_copy(update=facts) if each is bare else each, quotes) for each in works)
    limits = tuple(each for each in told.constraints if not (each.amount and each.amount.quote in quotes))
    return told.model_copy(update={"processes": offered, "constraints": limits})


def beside_an_answer(scene: Scene, told: Profile, known: Profile) -> Profile:
    """What was told with the offer that stands beside it: its price, and the way where the words name one."""
    offered = with_offer(scene, Profile(), known, None)
    named = {match.key for match in longest(find(scene.stems, scene.lexicon.means))}
    for work in offered.processes:
        if work.offer_once is None and work.offer_per_month is None:
            continue
        facts = {name: fact for name in OFFERED if (fact := getattr(work, name)) is not None}
        if work.wanted_means and work.wanted_means.value not in named:
            facts.pop("wanted_means")
        held = told.process(work.id) or Process(id=work.id, name=work.name)
        others = tuple(each for each in told.processes if each.id != work.id)
        told = told.model_copy(update={"processes": (*others, held.model_copy(update=facts))})
    return told


def _prices(scene: Scene) -> list[Mention]:
    """The sums that the tagger takes for prices of tools, or that stand with an offer that was made, where their
    sentence names no tool in use."""
    in_use = [scene.sentence_index(each.start) for each in scene.tags("tool")]
    return [
        each
        for each in scene.mentions
        if each.kind in ("money", "number")
        and each.per in ("", *PER_PRICE)
        and (scene.role(each).name == TOOL_COST or is_price(scene, each))
        and scene.sentence_index(each.start) not in in_use
    ]


def _work(scene: Scene, places: Sequence[Sign], told: Profile, known: Profile, asked_of: str | None) -> Process | None:
    """The work that the offer is for: that which was asked about, else the nearest told, else the only one known."""
    nearest = asked_of or work_of(scene.text, places, told)
    if nearest is not None:
        return told.process(nearest) or known.process(nearest)
    return known.processes[0] if len(known.processes) == 1 else None


def _heads(scene: Scene, told: Profile, known: Profile) -> float:
    """How many times a price for each person is paid; once where it is told for the firm."""
    people = told.people() or known.people()
    return people if people and PER_HEAD.search(scene.text) else 1.0


def _means(scene: Scene, places: Sequence[Sign], process_id: str) -> Fact | None:
    """The means that is named in the sentences of the offer, else what is usually sold for that work."""
    sentences = {scene.sentence_index(each.start) for each in places}
    for match in longest(find(scene.stems, scene.lexicon.means)):
        if scene.sentence_index(match.start) in sentences and not is_denied(scene, match.start):
            return Fact(value=match.key, quote=scene.text[match.start : match.end])
    ways = (scene.catalogue.way(each) for each in scene.catalogue.process(process_id).means)
    usual = next((each for each in ways if each.decision == "automate" and each.id != SHEET), None)
    first = places[0]
    return Fact(value=usual.id, quote=scene.text[first.start : first.end]) if usual else None


def _without(work: Process, quotes: Sequence[str]) -> Process:
    """A work without figures that are prices."""
    wrong = [name for name in SLOTS if (fact := getattr(work, name)) is not None and fact.quote in quotes]
    return work.model_copy(update=dict.fromkeys(wrong))
