"""What an owner asks about the own case: is it worth it, what comes first, why so, why not so, how was it reckoned."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from assistant.domain.facts import Fact, Noun
from assistant.domain.profile import Process, Profile
from assistant.language.matching import find, longest
from assistant.language.sentences import Piece
from assistant.reading.offers import OFFERED, with_offer
from assistant.reading.scene import Scene

WHAT_OF = re.compile(
    r"\b(?:what|how) about\b|\bwhat (?:happened to|became of|of)\b|^\W*and (?:the|my|our|what)\b", re.IGNORECASE
)
PRICES = ("number", "money")
_JOIN = r"^\W*(?:(?:and|but|so|ok|okay|well|then|hm+|sorry)\W+)*"
_SAY = (
    r"(?:say|said|think|advise|recommend|suggest|propose|tell|told|want|put|leave|reject|dismiss|rule|rank|choose|pick)"
)
INVERTED = re.compile(
    _JOIN + r"(?:why|how|what|where|which)(?:\s\w+){0,2}\s(?:do|does|did|would|should|shall|is|are|have|has|not)\b",
    re.IGNORECASE,
)
"""A question by the order of its words, whether or not it ends in its mark."""
WHY_NOT = re.compile(
    _JOIN + r"(?:why\s(?:not|can't|shouldn't|don't|wouldn't|no)\b|what(?: is|'s) wrong with\b)", re.IGNORECASE
)
WHY_SO = re.compile(
    _JOIN + r"(?:why|how come|what makes|for what reason|on what grounds)\s(?:(?:do|did|would|are|have)\s)?you\s"
    rf"(?:\w+\s)?{_SAY}",
    re.IGNORECASE,
)
"""Asks the adviser for the reason of what was said; why a question is asked is another matter."""
WHY_THIS = re.compile(_JOIN + r"why (?!.*\b(?:is|are|was|were|do|does|did|has|have|can|should)\b)", re.IGNORECASE)
"""A question why without a verb: it points at what was just said."""
RECKONED = re.compile(
    _JOIN + r"(?:how (?:do|did|have) you (?:get|got|come|came|arrive|reckon|calculate|figure|work|worked|estimate)\b"
    r"|how (?:is|was|are|were) (?:that|this|it|they|those|these|the \w+|your \w+) "
    r"(?:\w+ )?(?:worked out|reckoned|calculated|estimated)"
    r"|where (?:do|does|did) (?:you get )?(?:that|this|those|these|the|your)\b.{0,40}?\b"
    r"(?:come from|from|number|figure|hours|estimate))",
    re.IGNORECASE,
)
"""Asks how the adviser came to a figure."""

Asks = Literal["worth", "first", "why so", "why not", "how reckoned"]


class OwnCase(Noun):
    """What is asked, of which work and which way; both may be open where the reason or the reckoning is asked for."""

    asks: Asks = "worth"
    process_id: str = ""
    means_id: str = ""
    words: str = ""


def own_case(scene: Scene, known: Profile) -> tuple[OwnCase, Profile] | None:
    """What the words ask about the own case, and the profile with the offer that they tell; None where they ask
    nothing of the kind or no work is known that it could be about."""
    asking = [each for each in scene.sentences if _is_question(each) and not scene.has("asks_how", each)]
    if not asking or not known.processes:
        return None
    if any(scene.has("asks_first", each) for each in asking):
        return OwnCase(asks="first"), known
    if reason := _reason(scene, asking, known):
        return reason, known
    worth = any(scene.has("asks_worth", each) for each in asking)
    priced = [each for each in scene.sentences if any(one.kind in PRICES for one in scene.figures(each))]
    way = _way(scene, asking) or (_way(scene, priced) if worth else None)
    asks_of = any(WHAT_OF.search(each.text) for each in asking)
    if not (worth or (asks_of and (way or _work_named(scene, known)))):
        return None
    told = with_offer(scene, Profile(), known, None)
    work = _work(scene, known, told, way)
    if work is None:
        return None
    offered = with_offer(scene, Profile(), known, work.id).process(work.id) or work
    wanted = way if worth or way else None
    profile = _with_offer(known, work, offered, wanted, scene)
    held = profile.process(work.id)
    means = wanted or (str(held.wanted_means.value) if worth and held and held.wanted_means else "")
    return OwnCase(process_id=work.id, means_id=means), profile


def _is_question(sentence: Piece) -> bool:
    return sentence.text.rstrip(" \"'”)").endswith("?") or INVERTED.match(sentence.text) is not None


def _reason(scene: Scene, asking: Sequence[Piece], known: Profile) -> OwnCase | None:
    """The reason or the reckoning that is asked for. Why not in general, of a way that fits no known work, is none."""
    for sentence in asking:
        way, named = _way(scene, [sentence]), _work_named(scene, known)
        about = {"process_id": named.id if named else "", "means_id": way or "", "words": sentence.text}
        if RECKONED.match(sentence.text):
            return OwnCase(asks="how reckoned", **about)
        if way and WHY_NOT.match(sentence.text):
            work = _work(scene, known, Profile(), way)
            return OwnCase(asks="why not", **{**about, "process_id": work.id}) if work else None
        if WHY_SO.match(sentence.text) or (named and WHY_THIS.match(sentence.text)):
            return OwnCase(asks="why so", **about)
    return None


def _way(scene: Scene, pieces: Sequence[Piece]) -> str | None:
    """The means that sentences name, the last where there are several; a word that names work names no means."""
    found = [
        each
        for each in longest(find(scene.stems, scene.lexicon.means))
        if any(piece.start <= each.start < piece.end for piece in pieces)
        and not any(one.start <= each.start and each.end <= one.end for one in scene.named_work)
    ]
    return found[-1].key if found else None


def _work_named(scene: Scene, known: Profile) -> Process | None:
    return next((work for each in reversed(scene.named_work) if (work := known.process(each.key))), None)


def _work(scene: Scene, known: Profile, told: Profile, way: str | None) -> Process | None:
    """The work that is asked about: the one named, else the one that the way is wanted for or made for, else the one
    that an offer is known for. None where the way fits none of it: then the question is one for the books."""
    named = _work_named(scene, known)
    if named is not None:
        return named
    offered = next((work for each in told.processes if (work := known.process(each.id))), None)
    wanted = [each for each in known.processes if each.wanted_means]
    if way is None:
        return offered or (wanted[0] if wanted else None)
    in_mind = [each for each in wanted if each.wanted_means and each.wanted_means.value == way]
    made_for = [each for each in known.processes if way in scene.catalogue.process(each.id).means]
    found = in_mind or made_for or ([offered] if offered else [])
    return max(found, key=_size, default=None)


def _size(work: Process) -> float:
    return work.hours_per_week.mid if work.hours_per_week and work.hours_per_week.is_number else 0.0


def _with_offer(known: Profile, work: Process, offered: Process, way: str | None, scene: Scene) -> Profile:
    """The profile with the way that is asked about as the one in mind, and its price."""
    facts: dict[str, Fact | None] = {
        name: getattr(offered, name) for name in OFFERED if getattr(offered, name) is not None
    }
    if way is not None:
        facts["wanted_means"] = Fact(value=way, quote=scene.text)
    changed = tuple(each.model_copy(update=facts) if each.id == work.id else each for each in known.processes)
    return known.model_copy(update={"processes": changed})
