"""Which known facts the words of a what-if are about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.domain.facts import FIRM, FactPath
from assistant.domain.profile import BUDGET, SPARE_HOURS, Process, Profile
from assistant.language.matching import Match, stemmed
from assistant.language.measures import measures
from assistant.language.quantities import Mention
from assistant.language.relative import Relative
from assistant.language.sentences import Piece
from assistant.reading.scene import Scene

HEADCOUNT = FactPath(scope=FIRM, name="headcount")
PAY = FactPath(scope=FIRM, name="wage_per_hour")
OFFERS = ("offer_per_month", "offer_once")
POINTS = re.compile(r"\b(?:it|they|them|that|this|those|these|each|every one|one|all)\b", re.IGNORECASE)
POINTS_AT_WORK = re.compile(r"\b(?:it|each|them|they)\b", re.IGNORECASE)
TAKES = re.compile(r"\b(?:takes?|took|taking|lasts?|lasted|needs?|needed)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
"""Before a change, verbs of how long something takes."""
SIZABLE = 100.0
"""A bare sum from which it may be what there is to spend."""
OF_ALL = re.compile(r"\ball of (?:it|them|this|that)\b", re.IGNORECASE)
FEW = 4
"""Words that speak of what is spoken of without naming it: twice as many."""
MONEY = ("money", "number")


@dataclass(frozen=True)
class Ground:
    """What a what-if is told against: what is known, the work that is spoken of, and the work of the words before."""

    known: Profile
    spoken: str | None = None
    carried: tuple[str, ...] = ()


def of_change(scene: Scene, ground: Ground, change: Relative) -> Iterator[FactPath]:
    """The facts that a change against what there is is of."""
    works, step = works_in(scene, ground.known), change.step
    plain = step is None or step.kind in MONEY
    if _counts_people(scene, step) and not works:
        yield HEADCOUNT
    elif plain and not works and (_says(scene, "budget") or _says(scene, "purse")):
        yield BUDGET
    elif not works and _is_spare(scene) and (step is None or step.kind == "duration"):
        yield SPARE_HOURS
    elif plain and _is_priced(scene, works, step) and (offered := offers(ground.known, works)):
        yield offered[0]
    elif plain and (_says(scene, "wage") or (_says(scene, "pays") and "hour" in scene.stems.lowers)):
        yield from wages(ground.known, works)
    elif not works and step is not None and step.kind in MONEY and not step.per and step.low >= SIZABLE:
        yield BUDGET
    else:
        yield from _of_work(scene, ground, change)


def _is_priced(scene: Scene, works: tuple[str, ...], step: Mention | None) -> bool:
    return is_priced(scene) or (not works and step is not None and step.per in ("month", "year"))


def is_priced(scene: Scene) -> bool:
    """True where a price is spoken of."""
    return bool(scene.cues.get("offer_price"))


def _of_work(scene: Scene, ground: Ground, change: Relative) -> Iterator[FactPath]:
    known, step = ground.known, change.step
    lasting = _says(scene, "takes_time") or TAKES.search(scene.text[: change.start]) is not None
    for work in (known.process(each) for each in spoken_works(scene, ground)):
        if work is None:
            continue
        if _says(scene, "exceptions") and work.exception_share:
            yield FactPath(scope=work.id, name="exception_share")
        elif step is not None and step.kind == "money":
            yield from offers(known, (work.id,))[:1]
        elif (step is None and lasting) or (step is not None and step.kind == "duration"):
            yield from time_of(work, step)
        else:
            yield from count_of(work)


def count_of(work: Process) -> Iterator[FactPath]:
    """How much of a work there is: how many, or its hours where only these were told."""
    for name in ("items_per_week", "hours_per_week"):
        if getattr(work, name) is not None:
            yield FactPath(scope=work.id, name=name)
            return


def time_of(work: Process, told: Mention | None = None) -> Iterator[FactPath]:
    """How long a work takes: one of them where that is known and no week is told, else all of it."""
    weekly = told is not None and told.per in measures().weeks_of
    if work.minutes_per_item is not None and not weekly:
        yield FactPath(scope=work.id, name="minutes_per_item")
    elif work.hours_per_week is not None or weekly:
        yield FactPath(scope=work.id, name="hours_per_week")


def offers(known: Profile, works: tuple[str, ...]) -> list[FactPath]:
    """The prices that were told of offers, those for these works where there are any."""
    found = [
        FactPath(scope=each.id, name=name)
        for each in known.processes
        for name in OFFERS
        if getattr(each, name) is not None
    ]
    return [each for each in found if each.scope in works] or found


def wages(known: Profile, works: tuple[str, ...]) -> Iterator[FactPath]:
    """Where an hour's pay was told: of these works, of any, of the firm."""
    paid = [each.id for each in known.processes if each.wage_per_hour]
    scopes = [each for each in works if each in paid] or ([] if works else paid)
    if scopes:
        yield from (FactPath(scope=each, name="wage_per_hour") for each in scopes)
    elif known.knows(PAY) and not works:
        yield PAY


def works_in(scene: Scene, known: Profile) -> tuple[str, ...]:
    """The known work that words name, by the catalogue's words or by what is counted of it."""
    named = [here for each in work_named(scene) if (here := as_known(scene, each.key, known))]
    return tuple(dict.fromkeys(named)) or _by_nouns(scene, known)


def work_named(scene: Scene) -> list[Match]:
    """The words of the catalogue for work; words of pay and of prices name none: wages, they quoted us."""
    other = [*scene.cues.get("wage", ()), *(each for each in scene.cues.get("offer_price", ()) if " " in each.phrase)]
    return [
        each for each in scene.named_work if not any(one.start <= each.start and each.end <= one.end for one in other)
    ]


def as_known(scene: Scene, process_id: str, known: Profile) -> str | None:
    """The id by which work is known, a finer or a coarser name of it included; None where it is not."""
    if known.process(process_id):
        return process_id
    pairs = [(coarse, finer.then) for coarse, finer in scene.vocabulary.finer_work.items()]
    turned = (there if here == process_id else here for here, there in pairs if process_id in (here, there))
    return next((each for each in turned if known.process(each)), None)


def _by_nouns(scene: Scene, known: Profile) -> tuple[str, ...]:
    """The work whose things are spoken of most; several where they share a noun."""
    said = set(scene.stems.stems)
    hits = {each.id: len(said & _nouns(scene, each)) for each in known.processes}
    most = max(hits.values(), default=0)
    return tuple(each for each, count in hits.items() if count == most) if most else ()


def _nouns(scene: Scene, work: Process) -> set[str]:
    """The stems of what is counted of work, as the catalogue and as the owner call it."""
    kind = scene.catalogue.process(work.id)
    counted = work.items_per_week.said.unit if work.items_per_week and work.items_per_week.said else ""
    words = stemmed(" ".join((kind.item, kind.items, kind.name, counted)))
    doing = {stem for each in scene.vocabulary.doing for stem in stemmed(each).stems}
    little = measures().function_words | measures().fillers | {"times"}
    return {stem for stem, lower in zip(words.stems, words.lowers, strict=True) if lower not in little} - doing


def spoken_works(scene: Scene, ground: Ground) -> tuple[str, ...]:
    """The work that words are about: named, gone on with, pointed at, or all of it for the whole firm; else none."""
    named = works_in(scene, ground.known)
    if named:
        return named
    if _says(scene, "whole_firm") and not POINTS_AT_WORK.search(OF_ALL.sub("", scene.text)):
        return tuple(each.id for each in ground.known.processes)
    if ground.carried:
        return ground.carried
    short = len(scene.text.split()) <= FEW
    return (ground.spoken,) if ground.spoken and (short or POINTS.search(scene.text)) else ()


def _counts_people(scene: Scene, step: Mention | None) -> bool:
    if step is not None:
        return step.unit.split(" ")[-1] in measures().persons
    return any(lower in measures().persons for lower in scene.stems.lowers) or _says(scene, "staff_words")


def _is_spare(scene: Scene) -> bool:
    return _says(scene, "spare_time") or _says(scene, "free_time")


def _says(scene: Scene, cue: str) -> bool:
    return scene.has(cue, Piece(scene.text, 0, len(scene.text)))
