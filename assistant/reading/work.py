"""The kinds of work that a text tells of, each with the places where it does."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.language.matching import Match, find, longest, stemmed
from assistant.language.quantities import Mention
from assistant.reading.scene import Scene, inside
from assistant.reading.stance import is_denied, stance_of

NOT_OWN = ("vendor", "other firm")
SHORT_SENTENCE = 6
FULL = 2.0
"""Strength from which a spot has more than a plain noun."""
TRAITS = (
    "documented",
    "undocumented",
    "stable",
    "unstable",
    "judgement",
    "ruled",
    "needed",
    "not_needed",
    "past_attempt",
)
LONGEST_SPOT = 200
"""Characters that no phrase of work is longer than."""
# What is wished for is not what is done: "so that we get paid faster".
PURPOSE = r"\bso that\b|\bso (?:i|we|they|she|he|staff|customers) (?:can|could|may|get|will|am able|are able)\b"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that tells of one kind of work; `strength` is how many words it has, more where none stood between."""

    process_id: str
    start: int
    end: int
    strength: float


def spots(scene: Scene) -> tuple[Spot, ...]:
    """Every place that tells of work, in order; where two claim the same words the longer, more exact one stays."""
    matches = longest(find(scene.stems, scene.lexicon.work))
    found = _meant(scene, [_spot(match) for match in matches if _is_work(scene, match)])
    found = _kinds(scene, found)
    found += [spot for mention in scene.mentions if (spot := _counted(scene, mention, found)) is not None]
    return tuple(sorted(_strongest(found), key=lambda each: each.start))


def work_of_noun(scene: Scene, noun: str) -> str | None:
    """The kind of work that a counted noun belongs to, by its last words: "supplier invoices", "invoices"."""
    stems = stemmed(noun).stems
    for size in range(min(len(stems), 3), 0, -1):
        process_id = scene.lexicon.items.get(stems[-size:])
        if process_id is not None:
            return process_id
    return None


def _spot(match: Match) -> Spot:
    return Spot(match.key, match.start, match.end, match.words + (0.5 if match.exact else 0.0))


def _is_work(scene: Scene, match: Match) -> bool:
    """True where the words tell of own work: a plain noun needs a word of working or a figure in its sentence."""
    stance = stance_of(scene, match.start, match.end)
    clause = scene.clause(match.start)
    short = scene.cue("falls_short", match.end, clause.end) or scene.cue("not_needed", clause.start, clause.end)
    denied = is_denied(scene, match.start) and short is None
    if stance in NOT_OWN or denied:
        return False
    if re.search(PURPOSE, scene.text[scene.sentence(match.start).start : match.start], re.IGNORECASE):
        return False
    if match.phrase not in scene.lexicon.weak_work:
        return True
    if stance == "supposed":
        return False
    word = scene.text[match.start : match.end].lower()
    if match.phrase.endswith("s") != word.endswith("s") and match.phrase.endswith("s"):
        return False  # a plural of the list is a noun; the bare form may be a verb ("I'd review it")
    if word.endswith("ive"):
        return False  # expensive shares its stem with expenses
    if scene.right_before("channels", match.start) is not None:
        return False
    cues = inside(scene.cues.get("work_cues", ()), clause.start, clause.end)
    if any(cue.start < match.start or cue.end > match.end for cue in cues) or scene.has("pain_cues", clause):
        return True
    sentence = scene.sentence(match.start)
    if scene.has("wants_tool", sentence) or any(scene.has(trait, sentence) for trait in TRAITS):
        return True
    figures = any(
        clause.start <= each.start < clause.end or each.kind == "duration" for each in scene.figures(sentence)
    )
    return figures or len(sentence.text.split()) <= SHORT_SENTENCE


def _counted(scene: Scene, mention: Mention, found: Sequence[Spot]) -> Spot | None:
    """Work told only by its figures: 40 calls a day, ten minutes per quote."""
    noun = mention.unit if mention.kind == "count" else mention.per if mention.kind == "duration" else ""
    if not noun or (mention.kind == "count" and not mention.per):
        return None
    process_id = work_of_noun(scene, noun)
    if process_id is None or stance_of(scene, mention.start, mention.end) in NOT_OWN:
        return None
    return Spot(finer(scene, found, noun, process_id, mention.start), mention.start, mention.end, 0.9)


def finer(scene: Scene, found: Sequence[Spot], noun: str, named: str, at: int) -> str:
    """Another work told just before that counts the same noun: web orders, supplier invoices."""
    head = stemmed(noun).stems[-1:]
    here = scene.sentence_index(at)
    start, end = scene.sentences[max(here - 1, 0)].start, scene.sentences[here].end
    near = [spot for spot in inside(found, start, end) if spot.strength > 1 and spot.process_id != named]
    for spot in sorted(near, key=lambda each: (here - scene.sentence_index(each.start), abs(each.start - at))):
        same_item = stemmed(scene.catalogue.process(spot.process_id).item).stems[-1:] == head
        if same_item or (spot.strength > 2 and head[0] in stemmed(scene.text[spot.start : spot.end]).stems):
            return spot.process_id
    return named


def _meant(scene: Scene, found: list[Spot]) -> list[Spot]:
    """The spots, a plain noun standing for the fuller one before it: supplier invoices come in, I type an invoice."""
    meant: list[Spot] = []
    fuller: list[Spot] = []
    for spot in found:
        if spot.strength >= FULL:
            fuller.append(spot)
            meant.append(spot)
            continue
        noun = scene.text[spot.start : spot.end]
        meant.append(replace(spot, process_id=finer(scene, fuller, noun, spot.process_id, spot.start)))
    return meant


def _kinds(scene: Scene, found: list[Spot]) -> list[Spot]:
    """The spots, with a kind of work made the finer one where its sentences say so: quotes that need judgement."""
    changed: dict[str, str] = {}
    for spot in found:
        finer_kind = scene.vocabulary.finer_work.get(spot.process_id)
        if finer_kind is None or finer_kind.then not in scene.lexicon.names:
            continue
        here = scene.sentence_index(spot.start)
        after = scene.sentences[min(here + 1, len(scene.sentences) - 1)]
        if scene.cue(finer_kind.cue, scene.sentences[here].start, after.end) is not None:
            changed[spot.process_id] = finer_kind.then
    return [replace(spot, process_id=changed.get(spot.process_id, spot.process_id)) for spot in found]


def _strongest(found: list[Spot]) -> list[Spot]:
    """The spots without those that overlap a stronger one of another kind of work."""
    kept: list[Spot] = []
    for spot in sorted(found, key=lambda each: (-each.strength, each.start)):
        at = bisect_left(kept, spot.start - LONGEST_SPOT, key=lambda each: each.start)
        rivals = kept[at : bisect_left(kept, spot.end, key=lambda each: each.start)]
        if all(other.process_id == spot.process_id or other.end <= spot.start for other in rivals):
            insort(kept, spot, key=lambda each: each.start)
    return kept
