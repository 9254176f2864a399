"""A correction put into effect: which known fact is meant, and what it is now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.facts import FIRM, Fact, FactPath
from assistant.domain.profile import LIMITS, Business, Process, Profile
from assistant.language import quantities
from assistant.language.matching import stemmed
from assistant.language.quantities import Mention
from assistant.reading.measured import replaced
from assistant.reading.merging import disagree, merge
from assistant.reading.placing import Placed, place
from assistant.reading.read import read_scene
from assistant.reading.scene import Scene
from assistant.reading.work import spots

WRONG_BEFORE = r"\b(?:not|instead of|rather than|isn'?t|wasn'?t|not the|never)\s*(?:about\s+|the\s+)?$"
Known = tuple[FactPath, Fact]
Pair = tuple[Mention, Mention | None]
"""The figure that is right and the one called wrong (None: none was named)."""
SET_AGAINST = r"[^.;!?\n]{0,30}?\b(?:not|instead of|rather than)\s*(?:about\s+|the\s+)?"
OF_NO_WORK = ("wait", "past", "clock", "horizon", "spare", "budget", "toolcost", "sales", "lost")
SURE = 0.5
"""Probability from which the tagger's word that a figure is not so is taken."""
ALIKE = (("count", "rate"), ("duration",), ("percent",), ("money",))
"""Kinds of figures of which one can take the place of another; a bare number can take any."""


@dataclass(frozen=True, slots=True)
class Correction:
    """The figure that is right, the one called wrong (None: none was named), and where the right one was placed."""

    right: Mention
    wrong: Mention | None
    placed: Placed


def apply(scene: Scene, profile: Profile, last: FactPath | None = None) -> Profile | None:
    """The profile with the facts that the words correct changed, or None where they correct nothing that is known.

    The fact meant is the one that had the value called wrong, else the one of the same work and unit, else `last`
    (the fact answered last), else the figure told last. A share cannot become more than all of it.
    """
    changed, settled = profile, set[FactPath]()
    for words in _corrections(scene, _called_wrong(scene)):
        found = _meant(words, changed, last) if _may_correct(scene, words, changed) else None
        if found is not None and (words.wrong is not None or found[0] not in settled):
            path, old = found
            settled.add(path)
            new = _corrected(words, path, old)
            if not (scene.vocabulary.replies.form(path.name) == "share" and new.is_number and new.high > 1):
                changed = changed.with_fact(path, new)
    return changed if changed != profile else _told_anew(read_scene(scene), profile)


def _may_correct(scene: Scene, words: Correction, profile: Profile) -> bool:
    """False for delays, prices and hours to spare, which are no figures of work, unless what they take the place of is
    known: an answer in two days instead of nine."""
    known = words.wrong is not None and any(_has_value(fact, words.wrong) for _, fact in known_figures(profile))
    return known or scene.role(words.right).name not in OF_NO_WORK


def takes_back(scene: Scene, profile: Profile) -> bool:
    """True where the words call a figure wrong that is known, in its unit, and another of its kind stands beside it."""
    pairs = _pairs(scene, _told_wrong(scene))
    return any(
        wrong is not None and _has_value(fact, wrong) and _is_like(fact, right)
        for _, fact in (known_figures(profile) if pairs else ())
        for right, wrong in pairs
    )


def _corrections(scene: Scene, wrong: Sequence[Mention]) -> list[Correction]:
    """Each figure called wrong with the one that takes its place, and those with a unit beside them; where none is
    wrong, the first figure."""
    pairs = _pairs(scene, wrong)
    taken = [each for pair in pairs for each in pair]
    rest = [(each, None) for each in scene.mentions if each not in (*taken, *wrong)]
    pairs += [each for each in rest if each[0].unit] if pairs else rest[:1]
    placed = {each.mention: each for each in place(scene, spots(scene))} if pairs else {}
    return [Correction(one, other, placed[one]) for one, other in pairs]


def _pairs(scene: Scene, wrong: Sequence[Mention]) -> list[Pair]:
    """Each figure called wrong with the one of its kind that takes its place."""
    right = [each for each in scene.mentions if each not in wrong]
    pairs: list[Pair] = []
    for each in wrong:
        free = [one for one in right if _alike(one, each) and all(one is not taken for taken, _ in pairs)]
        if free:
            pairs.append((_instead(scene, each, free), each))
    return pairs


def _instead(scene: Scene, wrong: Mention, free: Sequence[Mention]) -> Mention:
    """The figure that takes the place of a wrong one: the one that it is set against (30, not 40), else the next."""
    before = [each for each in free if each.end <= wrong.start]
    after = [each for each in free if each.start >= wrong.end]
    against = [each for each in before if re.fullmatch(SET_AGAINST, scene.text[each.end : wrong.start], re.IGNORECASE)]
    if against:
        return ([each for each in against if each.kind == wrong.kind] or against)[-1]
    return after[0] if after else before[-1]


def _alike(one: Mention, other: Mention) -> bool:
    bare = "number" in (one.kind, other.kind)
    return bare or any(one.kind in kinds and other.kind in kinds for kinds in ALIKE)


def _told_wrong(scene: Scene) -> list[Mention]:
    """The figures that the words before them call wrong; of an aim, "two days instead of nine", none is."""
    aims = list(scene.tags("goal"))
    return [
        each
        for each in scene.mentions
        if re.search(WRONG_BEFORE, scene.text[: each.start], re.IGNORECASE)
        and not any(aim.start <= each.start < aim.end for aim in aims)
    ]


def _called_wrong(scene: Scene) -> list[Mention]:
    """The figures that the words call wrong; where none is, those that the tagger takes for not so."""
    unreal = [each for each in scene.mentions if scene.role(each).shares.get("unreal", 0.0) >= SURE]
    return _told_wrong(scene) or (unreal if len(unreal) < len(scene.mentions) else [])


def known_figures(profile: Profile) -> Iterator[Known]:
    """Every figure of a profile with its address."""
    for name in (*Business.model_fields, *LIMITS):
        yield from _known(profile, FactPath(scope=FIRM, name=name))
    for process in profile.processes:
        for name in Process.model_fields:
            if name not in ("id", "name", "quote"):
                yield from _known(profile, FactPath(scope=process.id, name=name))


def _known(profile: Profile, path: FactPath) -> Iterator[Known]:
    fact = profile.fact(path)
    if fact is not None and fact.is_number:
        yield path, fact


def _meant(words: Correction, profile: Profile, last: FactPath | None) -> Known | None:
    """The known fact that a correction means."""
    known = list(known_figures(profile))
    about = words.placed.process_id
    fitting = [each for each in known if _fits(each[1], words.right) and about in (None, each[0].scope)]
    had = [
        each for each in known if words.wrong and _has_value(each[1], words.wrong) and _is_like(each[1], words.right)
    ]
    if had:
        return next((each for each in had if each in fitting), had[0])
    if last is not None and not words.right.unit and (held := profile.fact(last)) is not None and held.is_number:
        return last, held
    if words.right.unit or about is not None:
        changed = (each for each in fitting if disagree(each[1], _corrected(words, *each)))
        return next(changed, None)
    return _told_last(profile, known)


def _told_last(profile: Profile, known: Sequence[Known]) -> Known | None:
    """The known figure whose words were told last."""
    order = {quantity.quote: index for index, quantity in enumerate(profile.quantities)}
    told = [each for each in known if each[1].quote in order]
    return max(told, key=lambda each: order[str(each[1].quote)]) if told else known[-1] if len(known) == 1 else None


def _has_value(fact: Fact, mention: Mention) -> bool:
    """True where a figure is the value of a fact, as said or as kept; 90 minutes are an hour and a half."""
    if not _fits(fact, mention):
        return False
    if fact.said is None:
        return fact.value == mention.value
    minutes = quantities.to_minutes(mention.value, mention.unit)
    as_long = minutes is not None and minutes == quantities.to_minutes(fact.said.value, fact.said.unit)
    return as_long or mention.value in (fact.value, fact.said.value)


def _is_like(fact: Fact, mention: Mention) -> bool:
    """True where a figure could take the place of a fact's: of its kind, or a count of things whose names share a
    word, reminders and reminder calls."""
    shared = set(stemmed(_noun(fact)).stems) & set(stemmed(mention.unit).stems)
    return bool(shared) or _fits(fact, mention)


def _noun(fact: Fact) -> str:
    return (fact.said.unit if fact.said else "") or fact.unit.removesuffix(" a week")


def _fits(fact: Fact, mention: Mention) -> bool:
    """True where a figure is of the kind that a fact was said in: the same noun, money for money, time for time."""
    unit = _noun(fact)
    times = [quantities.to_minutes(1, each) for each in (unit, mention.unit)]
    if not mention.unit or unit == mention.unit or None not in times:
        return True
    heads = stemmed(unit).stems[-1:], stemmed(mention.unit).stems[-1:]
    return (heads[0] == heads[1] and heads[0] != ()) or (
        fact.unit == "people" and mention.unit in ("people", "staff", "employees", "of us")
    )


def _corrected(words: Correction, path: FactPath, old: Fact) -> Fact:
    """The new fact: read in full where the words say its period too, else the old one with the new figure."""
    placed = words.placed
    if placed.fact is not None and placed.slot == path.name and placed.process_id == path.scope:
        return placed.fact
    fact = replaced(old, words.right)
    if fact.said and words.right.unit and not fact.said.unit:
        return fact.model_copy(update={"said": fact.said.model_copy(update={"unit": words.right.unit})})
    return fact


def _told_anew(told: Profile, profile: Profile) -> Profile | None:
    """The profile with facts of the firm told again, where they differ: another place, another trade."""
    changed = [
        name
        for name in Business.model_fields
        if (old := getattr(profile.business, name)) is not None
        and (new := getattr(told.business, name)) is not None
        and disagree(old, new)
    ]
    return merge(profile, told).profile if changed else None
