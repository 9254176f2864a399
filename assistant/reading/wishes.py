"""Tools that an owner thinks of buying, for which work, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.domain.facts import Fact
from assistant.language.matching import Match, find, longest
from assistant.reading.scene import Scene
from assistant.reading.spot import Spot
from assistant.reading.stance import is_denied

WEAK_REASONS = ("competitor_has_it", "vendor_urged", "fashion", "fear_of_missing_out", "grant_available")


def wishes(scene: Scene, spots: Sequence[Spot]) -> Mapping[str, Mapping[str, Fact]]:
    """For each kind of work the facts `wanted_means` and `reasons` that are told of it."""
    found: dict[str, dict[str, Fact]] = {}
    for match in longest(find(scene.stems, scene.lexicon.means)):
        wish = _wish(scene, match)
        process_id = _work_for(scene, spots, match, wish) if wish else None
        if wish is None or process_id is None or "wanted_means" in found.get(process_id, {}):
            continue
        quote = scene.quote(min(wish.start, match.start), max(wish.end, match.end))
        found[process_id] = {"wanted_means": Fact(value=match.key, quote=quote)}
    wanted = next(iter(found), None)
    reasons = _reasons(scene)
    if reasons is not None and (wanted or spots):
        found.setdefault(wanted or spots[0].process_id, {})["reasons"] = reasons
    return found


def _wish(scene: Scene, match: Match) -> Match | None:
    """The words of wanting that stand before a tool in its sentence; None where the tool is refused or in use."""
    sentence = scene.sentence(match.start)
    wish = scene.cue("wants_tool", sentence.start, match.start)
    if wish is None or is_denied(scene, match.start) or is_denied(scene, wish.start):
        return None
    return None if scene.cue("preference", sentence.start, match.start) is not None else wish


def _work_for(scene: Scene, spots: Sequence[Spot], match: Match, wish: Match) -> str | None:
    """The work a wished tool is for: told in the same sentence, else just before, else the work most spoken of."""
    index = scene.sentence_index(match.start)
    outside = [spot for spot in spots if spot.end <= match.start or spot.start >= match.end]
    for near in (index, index - 1, index + 1):
        if 0 <= near < len(scene.sentences):
            piece = scene.sentences[near]
            inside = [spot for spot in outside if piece.start <= spot.start < piece.end]
            if inside:
                return min(inside, key=lambda spot: abs(spot.start - match.end)).process_id
    counted = [spot.process_id for spot in spots]
    if counted:
        return max(counted, key=counted.count)
    usual = scene.vocabulary.means_work.get(match.key)
    return usual if usual in scene.lexicon.names else None


def _reasons(scene: Scene) -> Fact | None:
    """All reasons told, as a tuple, where a weak one is among them; an own need counts in the sentence beside it."""
    named: dict[str, Match] = {}
    for reason in WEAK_REASONS:
        for cue in scene.cues.get(f"reasons.{reason}", ()):
            if not is_denied(scene, cue.start):
                named.setdefault(reason, cue)
    if not named:
        return None
    told_in = {scene.sentence_index(cue.start) for cue in named.values()}
    for cue in scene.cues.get("reasons.own_need", ()):
        if any(abs(scene.sentence_index(cue.start) - index) <= 1 for index in told_in):
            named.setdefault("own_need", cue)
    weak = min((named[reason] for reason in WEAK_REASONS if reason in named), key=lambda cue: cue.start)
    return Fact(value=tuple(sorted(named)), quote=scene.quote(weak.start, weak.end))
