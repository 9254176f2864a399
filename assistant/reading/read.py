"""Words to facts: one pass over a text, every quote verbatim, nothing added that was not said."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

from assistant.domain.facts import Fact
from assistant.domain.profile import Pain, Process, Profile, Quantity
from assistant.language.nouns import singular
from assistant.language.sentences import Piece
from assistant.reading import aims, figures, gone_wrong
from assistant.reading.about import continues
from assistant.reading.firm import business
from assistant.reading.limits import constraints
from assistant.reading.lumps import lump
from assistant.reading.pains import pains
from assistant.reading.placing import Placed, habits, place
from assistant.reading.reader import Reader
from assistant.reading.scene import Scene, make_scene
from assistant.reading.spot import Spot
from assistant.reading.toolbox import tools
from assistant.reading.traits import traits
from assistant.reading.wishes import wishes
from assistant.reading.work import spots

Told = TypeVar("Told", Pain, Quantity)
WORK_QUOTE_WORDS = 14
AND = r"\s*,?\s*(?:and|plus|\+|&)\s+(?:then\s+|another\s+)?"
"""What joins two times that are both taken."""
OF_ONE = r"\b(?:one|ones|each|every|per|apiece|a piece|a go|a time|a pop)\b"
"""Beside a time, what tells that it is the time of one thing."""
NOTHING = Profile()
UNTIED = (
    "posts_expected_to_go", "staff_told", "doers_asked", "past_attempt", "freed_hours_use", "consent", "needed",
    "stable", "reversible",
)  # fmt: skip
"""Slots that owners fill in sentences of their own, without naming the work again."""


def read(text: str, reader: Reader) -> Profile:
    """Everything that a text tells about a firm; what it does not tell stays empty."""
    return read_scene(make_scene(text, reader))


def read_scene(scene: Scene, otherwise: str | None = None, known: Profile = NOTHING) -> Profile:
    """Everything that the text of a scene tells; `otherwise` is the kind of work that its figures are about where the
    text names none: "it'd be 18 a week now". What a part of the things counted comes to may hang on what is known."""
    found = spots(scene)
    placed = place(scene, found, None if found or scene.besides else otherwise)
    return Profile(
        business=business(scene, placed),
        goals=aims.goals(scene),
        strengths=aims.strengths(scene),
        processes=_processes(scene, found, placed, known),
        tools=tools(scene),
        constraints=constraints(scene, placed),
        pains=pains(scene, found),
        quantities=tuple(_quantity(each) for each in placed),
    )


def in_known_terms(scene: Scene, told: Profile, known: Profile) -> Profile:
    """What was told, its work called as it is known: "quotes" of a firm whose bespoke quotes are known are those."""
    pairs = [(coarse, finer.then) for coarse, finer in scene.vocabulary.finer_work.items()]
    called = {
        new: old
        for one, other in pairs
        for new, old in ((one, other), (other, one))
        if told.process(new) and not known.process(new) and known.process(old) and not told.process(old)
    }
    if not called:
        return told
    names = scene.lexicon.names
    works = tuple(
        each.model_copy(update={"id": called[each.id], "name": names[called[each.id]]}) if each.id in called else each
        for each in told.processes
    )
    pains = tuple(_renamed(each, called) for each in told.pains)
    figures_told = tuple(_renamed(each, called) for each in told.quantities)
    return told.model_copy(update={"processes": works, "pains": pains, "quantities": figures_told})


def _renamed(told: Told, called: Mapping[str, str]) -> Told:
    return told.model_copy(update={"process_id": called.get(told.process_id or "", told.process_id)})


def _quantity(placed: Placed) -> Quantity:
    mention = placed.mention
    return Quantity(
        text=mention.quote,
        said=figures.said_of(placed.timed or mention),
        quote=mention.quote,
        process_id=placed.process_id,
        slot=placed.slot,
        fact=placed.fact,
    )


def _processes(scene: Scene, found: Sequence[Spot], placed: Sequence[Placed], known: Profile) -> tuple[Process, ...]:
    wished = wishes(scene, found)
    named = dict.fromkeys(spot.process_id for spot in found)
    figured = dict.fromkeys(each.process_id for each in placed if each.process_id)
    facts = {
        each: {**_slots(scene, found, placed, each, known.process(each)), **wished.get(each, {})}
        for each in (named | figured | dict.fromkeys(wished))
    }
    ids = [each for each, told in facts.items() if told or each in named]
    main = next((process_id for process_id in wished), ids[0] if len(ids) == 1 else None)
    return tuple(_process(scene, each, found, facts[each], each == main) for each in ids)


def _slots(
    scene: Scene, found: Sequence[Spot], placed: Sequence[Placed], process_id: str, before: Process | None
) -> dict[str, Fact]:
    """The figures of one kind of work, and what was known of it; of two for one slot the one of a normal week, else the
    first told.

    A habit without a number (every Friday) is how often the work comes round where each round has its time.
    """
    facts: dict[str, Fact] = {}
    own = [each for each in placed if each.process_id == process_id and each.slot]
    for each in sorted(own, key=lambda one: not scene.has("normal", scene.clause(one.mention.start))):
        if each.slot and each.fact:
            facts.setdefault(each.slot, _of_one(scene, each, each.fact))
    for slot in ("items_per_week", "hours_per_week"):
        if (both := _either(scene, [each for each in own if each.slot == slot])) is not None:
            facts[slot] = both
    if facts.keys() & {"minutes_per_item", "hours_per_week"} and "items_per_week" not in facts:
        round_of = next((each for each in habits(scene, found) if each.process_id == process_id), None)
        if round_of is not None and round_of.fact:
            facts["items_per_week"] = round_of.fact
    items = facts.get("items_per_week") or (before.items_per_week if before else None)
    for slot, share in gone_wrong.shares(scene, placed, process_id, items) if items else ():
        facts.setdefault(slot, share)
    return facts


def _of_one(scene: Scene, placed: Placed, fact: Fact) -> Fact:
    """The fact, a time told of one thing without "per" marked as such: three hours to do one, for a quote."""
    if placed.slot != "minutes_per_item" or fact.said is None or fact.said.per or placed.process_id is None:
        return fact
    item = scene.catalogue.process(placed.process_id).item.split()[-1]
    one = rf"{OF_ONE}|\b(?:an?|the|this|that)\s+(?:\w+\s+)?{re.escape(item)}\b"
    if re.search(one, scene.clause(placed.mention.start).text, re.IGNORECASE) is None:
        return fact
    return fact.model_copy(update={"said": fact.said.model_copy(update={"per": "item"})})


def _either(scene: Scene, own: Sequence[Placed]) -> Fact | None:
    """Two figures for one thing that one sentence tells: times joined by "and" are added up, all day Thursday and half
    of Friday; others are a range, thirty a week in summer and ten otherwise."""
    for one, other in pairwise(own):
        together = scene.sentence_index(one.mention.start) == scene.sentence_index(other.mention.start)
        normal = any(scene.has("normal", scene.clause(each.mention.start)) for each in (one, other))
        if together and not normal and one.fact and other.fact and _alike(one.fact, other.fact):
            quote = scene.text[one.mention.start : other.mention.end]
            ends = one.fact.low, one.fact.high, other.fact.low, other.fact.high
            if one.slot == "hours_per_week" and re.fullmatch(AND, scene.text[one.mention.end : other.mention.start]):
                low, high = ends[0] + ends[2], ends[1] + ends[3]
                return one.fact.model_copy(update={"value": low if low == high else (low, high), "quote": quote})
            low, high = min(ends), max(ends)
            return one.fact.model_copy(update={"value": (low, high), "quote": quote}) if low < high else None
    return None


def _alike(one: Fact, other: Fact) -> bool:
    """True where two figures were told in the same unit for the same period."""
    if one.said is None or other.said is None or one.said.per != other.said.per:
        return False
    units = {singular(one.said.unit), singular(other.said.unit)} - {""}
    return len(units) <= 1


def _process(scene: Scene, process_id: str, found: Sequence[Spot], facts: dict[str, Fact], is_main: bool) -> Process:
    """One kind of work with all that is told of it; what no sentence ties to a work is told of the main one."""
    own = [spot for spot in found if spot.process_id == process_id]
    for slot, fact in traits(scene, _told_in(scene, own, found), own):
        facts.setdefault(slot, fact)
    if is_main:
        others = {scene.sentence_index(spot.start) for spot in found if spot.process_id != process_id}
        rest = [each for index, each in enumerate(scene.sentences) if index not in others]
        for slot, fact in traits(scene, rest, ()):
            if slot in UNTIED:
                facts.setdefault(slot, fact)
    if "hours_per_week" not in facts and (whole := lump(scene, own, process_id)) is not None:
        facts["hours_per_week"] = whole
    best = max(own, key=lambda spot: (spot.strength, -spot.start)) if own else None
    quote = scene.quote(best.start, best.end, WORK_QUOTE_WORDS) if best else next(iter(facts.values())).quote
    return Process(id=process_id, name=scene.lexicon.names[process_id], quote=quote, **facts)


def _told_in(scene: Scene, own: Sequence[Spot], found: Sequence[Spot]) -> list[Piece]:
    """The sentences about one kind of work: those that name it, and those after it that speak on."""
    named = {scene.sentence_index(spot.start) for spot in found}
    indexes: set[int] = set()
    for spot in own:
        index = scene.sentence_index(spot.start)
        indexes.add(index)
        after = index + 1
        while after < len(scene.sentences) and after not in named and continues(scene, scene.sentences[after]):
            indexes.add(after)
            after += 1
    return [scene.sentences[index] for index in sorted(indexes)]
