"""Figures of a what-if put where they belong: eighty a week, two hours instead of five, only 500 to spend."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.domain.facts import Fact, FactPath
from assistant.domain.flips import Change
from assistant.domain.profile import BUDGET, SPARE_HOURS, Profile
from assistant.language.matching import find
from assistant.language.measures import measures
from assistant.language.quantities import Figure, Mention
from assistant.language.relative import Relative
from assistant.reading import aimed
from assistant.reading.aimed import HEADCOUNT, Ground
from assistant.reading.amounts import PER_MONTH, SHARES, as_fact
from assistant.reading.corrections import WRONG_BEFORE
from assistant.reading.placing import side
from assistant.reading.scene import Scene
from assistant.reading.spoken import OF_ONE
from assistant.reading.work import work_of_noun

OF_EACH = re.compile(
    r"\b(?:each|every|per|apiece|a piece|a pop|a go|one (?:of (?:them|these|those)|(?=takes|took|needs|is|was)))\b",
    re.IGNORECASE,
)
WE_ARE = re.compile(
    r"\b(?:we|there|we['’]re)\s+(?:(?:were|are|was|is|be|being)\s+)?(?:only|just|about|all|\s)*$", re.IGNORECASE
)
"""Before a bare number: it is how many work there."""
THE_TEAM = re.compile(r"\b(?:team|staff|crew|headcount|payroll|workforce)\b", re.IGNORECASE)
FROM = re.compile(r"\bfrom\s*(?:about\s+)?$", re.IGNORECASE)


def changed(scene: Scene, ground: Ground, relative: Relative) -> Iterator[Change]:
    """What a change against what there is comes to; nothing where that is not known."""
    for path in aimed.of_change(scene, ground, relative):
        held = ground.known.fact(path)
        if held is None or not held.is_number:
            continue
        step = as_fact(relative.step, path, ground.known, scene) if relative.step else None
        if relative.step is not None and step is None:
            continue
        value = held.value if held.is_range else held.mid
        assert isinstance(value, (int, float, tuple))  # a number, as was looked up above
        new = relative.of(_ends(held), _ends(step) if step else None)
        yield Change(path=path, fact=Fact(value=new, unit=held.unit))


def _ends(fact: Fact) -> Figure:
    return (fact.low, fact.high) if fact.is_range else fact.mid


def nothing(scene: Scene, ground: Ground) -> Iterator[Change]:
    """A purse or a week with nothing in it."""
    for cue, path in (("no_money", BUDGET), ("no_spare_time", SPARE_HOURS)):
        if scene.cues.get(cue):
            held = ground.known.fact(path)
            yield Change(path=path, fact=Fact(value=0.0, unit=held.unit if held else ""))


def told(scene: Scene, ground: Ground, taken: Sequence[Mention]) -> Iterator[Change]:
    """What the figures say that are told as they would be; those that they take the place of say nothing."""
    wrong = [each for each in scene.mentions if _is_old(scene, each)]
    for mention in scene.mentions:
        if mention in taken or mention in wrong or mention.kind == "rate" or _is_of_pay(scene, mention):
            continue
        new = _end_of_way(mention)
        path = _path(scene, ground, new, wrong)
        fact = as_fact(new, path, ground.known, scene) if path else None
        if path is not None and fact is not None:
            yield Change(path=path, fact=fact)


def _is_of_pay(scene: Scene, mention: Mention) -> bool:
    """True for the hour that pay is told by: 20 percent more an hour."""
    paid = any(scene.cues.get(each) for each in ("wage", "pays"))
    return paid and mention.kind == "duration" and mention.quote.lower() in ("an hour", "a hour", "the hour")


def _is_old(scene: Scene, mention: Mention) -> bool:
    before = scene.text[: mention.start]
    return re.search(WRONG_BEFORE, before, re.IGNORECASE) is not None or FROM.search(before) is not None


def _end_of_way(mention: Mention) -> Mention:
    """From 40 to 80: what it would be is 80."""
    goes = mention.quote.lower().startswith("from ") and isinstance(mention.value, tuple)
    return replace(mention, value=mention.high) if goes else mention


def _path(scene: Scene, ground: Ground, mention: Mention, wrong: Sequence[Mention]) -> FactPath | None:
    """The fact that a figure tells."""
    if mention.unit.split(" ")[-1] in measures().persons or _is_everybody(scene, mention):
        return HEADCOUNT
    if mention.kind == "percent":
        return _share(scene, ground, mention)
    if mention.per == "hour" and mention.kind in aimed.MONEY:
        return _wage(scene, ground)
    if mention.kind == "duration":
        return _time(scene, ground, mention, wrong)
    if mention.kind == "money" or _is_sum(scene, ground, mention):
        return _sum(scene, ground, mention)
    return _count(scene, ground, mention, wrong)


def _is_everybody(scene: Scene, mention: Mention) -> bool:
    """True for a bare number of those who work there: we were twelve; the team grew to nine."""
    bare = mention.kind in ("number", "count") and not mention.per and not mention.unit
    counted = WE_ARE.search(scene.text[: mention.start]) is not None
    return bare and (counted or THE_TEAM.search(scene.text) is not None)


def _share(scene: Scene, ground: Ground, mention: Mention) -> FactPath | None:
    """The share that its words name, else the one that is known of the work."""
    name, _ = side(scene, mention)
    works = aimed.spoken_works(scene, ground) or _only(ground)
    known = [FactPath(scope=each, name=one) for each in works for one in SHARES]
    known = [each for each in known if ground.known.knows(each)]
    if name is not None:
        return FactPath(scope=works[0], name=name) if works else None
    anywhere = [FactPath(scope=each.id, name=one) for each in ground.known.processes for one in SHARES]
    found = known or [each for each in anywhere if ground.known.knows(each)]
    return found[0] if found else None


def _only(ground: Ground) -> tuple[str, ...]:
    return (ground.spoken,) if ground.spoken else ()


def _wage(scene: Scene, ground: Ground) -> FactPath | None:
    works = aimed.works_in(scene, ground.known)
    known = next(aimed.wages(ground.known, works), None)
    scope = works[0] if works else ground.spoken
    return known or (FactPath(scope=scope, name="wage_per_hour") if scope else None)


def _time(scene: Scene, ground: Ground, mention: Mention, wrong: Sequence[Mention]) -> FactPath | None:
    """Hours that are free, one of them, or all of it in a week; what it takes the place of decides first."""
    named = aimed.works_in(scene, ground.known)
    weekly, each = mention.per in measures().weeks_of, _is_of_each(scene, mention)
    spare = scene.has("spare_time", scene.clause(mention.start)) or scene.has("free_time", scene.clause(mention.start))
    if spare and not named and not each:
        return SPARE_HOURS
    works = aimed.spoken_works(scene, ground) or tuple(work.id for work in ground.known.processes)
    paths = [FactPath(scope=work, name=name) for work in works for name in ("minutes_per_item", "hours_per_week")]
    if had := next((path for path in paths for old in wrong if _held(ground.known, path, old, scene)), None):
        return had
    if len(works) > 1 and not named:
        works = _only(ground) or works[:1]
    work = ground.known.process(works[0]) if works else None
    if work is None:
        return None
    if weekly:
        return FactPath(scope=work.id, name="hours_per_week")
    if each:
        return FactPath(scope=work.id, name="minutes_per_item")
    known = next(aimed.time_of(work), None)
    return known or FactPath(scope=work.id, name="minutes_per_item" if mention.unit == "minutes" else "hours_per_week")


def _is_of_each(scene: Scene, mention: Mention) -> bool:
    behind = re.match(OF_ONE, scene.text[mention.end :], re.IGNORECASE) is not None
    counted = mention.per != "" and mention.per not in measures().weeks_of
    return behind or counted or OF_EACH.search(scene.clause(mention.start).text) is not None


def _held(known: Profile, path: FactPath, old: Mention, scene: Scene) -> bool:
    """True where a figure is what is known at a place, in its unit or in that of its fact."""
    fact = known.fact(path)
    if fact is None or not fact.is_number:
        return False
    as_told = as_fact(old, path, known, scene)
    same = as_told is not None and as_told.is_number and abs(as_told.mid - fact.mid) <= 0.02 * max(fact.mid, 1.0)
    return same or (fact.said is not None and old.value == fact.said.value)


def _is_sum(scene: Scene, ground: Ground, mention: Mention) -> bool:
    """True for a bare figure that is money: beside words of a purse or a price, or large and of no work."""
    if mention.kind != "number":
        return False
    monthly = mention.per in PER_MONTH
    priced = aimed.is_priced(scene) and (monthly or bool(aimed.offers(ground.known, ())))
    priced = priced and mention.per not in ("day", "week")
    if aimed.works_in(scene, ground.known) or mention.per in ("day", "week"):
        return bool(scene.cues.get("budget")) or priced
    return _is_purse(scene) or priced or mention.low >= aimed.SIZABLE or mention.per in ("month", "year")


def _is_purse(scene: Scene) -> bool:
    spent = any(scene.cues.get(each) for each in ("budget", "purse"))
    return spent or (bool(scene.cues.get("for_it")) and not aimed.is_priced(scene))


def _sum(scene: Scene, ground: Ground, mention: Mention) -> FactPath | None:
    """What an offer costs, or what there is to spend."""
    works = aimed.works_in(scene, ground.known)
    offered = aimed.offers(ground.known, works)
    monthly = mention.per in PER_MONTH
    name = "offer_per_month" if monthly else "offer_once"
    same = next((each for each in offered if each.name == name), None)
    priced = aimed.is_priced(scene) or bool(find(scene.stems, scene.lexicon.means))
    if same is not None and (priced or (monthly and not _is_purse(scene))):
        return same
    wanted = sorted(
        (each.id for each in ground.known.processes if each.wanted_means), key=lambda id_: id_ != ground.spoken
    )
    scopes = (*works, *(each.scope for each in offered), *wanted, *_only(ground))
    if priced and not _is_purse(scene) and scopes:
        return FactPath(scope=scopes[0], name=name)
    return BUDGET


def _count(scene: Scene, ground: Ground, mention: Mention, wrong: Sequence[Mention]) -> FactPath | None:
    """How many there are, of the work that the noun counts, that is named, or that had the number before."""
    noun = work_of_noun(scene, mention.unit) if mention.unit else None
    counted = aimed.as_known(scene, noun, ground.known) if noun else None
    works = (counted,) if counted else aimed.spoken_works(scene, ground)
    if len(works) == len(ground.known.processes) > 1 and not aimed.works_in(scene, ground.known):
        works = ()
    paths = [FactPath(scope=each.id, name="items_per_week") for each in ground.known.processes]
    if had := next((path for path in paths for old in wrong if _held(ground.known, path, old, scene)), None):
        return had
    scope = (works or (_only(ground) if mention.per in measures().weeks_of else ()) or ("",))[0]
    work = ground.known.process(scope)
    if work is None:
        return None
    if mention.kind == "number" and not mention.per and work.items_per_week is None:
        return next(aimed.count_of(work), None)
    return FactPath(scope=scope, name="items_per_week")
