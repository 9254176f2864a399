"""What an owner asks about the own case: is this offer worth it, what comes first, what of that work."""

from __future__ import annotations

import re
from collections.abc import Sequence

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


class OwnCase(Noun):
    """What is asked: the way for a piece of work, or, where `first` is true, the first step of all."""

    process_id: str = ""
    means_id: str = ""
    first: bool = False


def own_case(scene: Scene, known: Profile) -> tuple[OwnCase, Profile] | None:
    """What the words ask about the own case, and the profile with the offer that they tell; None where they ask
    nothing of the kind or no work is known that it could be about."""
    asking = [
        each for each in scene.sentences if each.text.rstrip(" \"'”)").endswith("?") and not scene.has("asks_how", each)
    ]
    if not asking or not known.processes:
        return None
    if any(scene.has("asks_first", each) for each in asking):
        return OwnCase(first=True), known
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
