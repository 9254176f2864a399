"""The kinds of work that a text tells of, each with the places where it does."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.encoder.tagger import Tag
from assistant.language.matching import Match, find, longest, stemmed
from assistant.language.sentences import Piece
from assistant.reading.scene import Scene, inside
from assistant.reading.stance import is_denied, stance_of

NOT_OWN = ("vendor", "other firm")
OTHER = "other"
"""What the tagger calls work that no kind of the catalogue is."""
LEXICON_WORTH = 0.5
"""What a word of the catalogue inside the words of work adds to the logarithm of the tagger's share."""
WHOLLY_NAMED, NEARLY_ALL = 2.0, 0.6
"""What it adds besides where the words of work are the catalogue's own, as good as all of them."""
SURE = 2.5
"""Strength from which a phrase of the catalogue tells of work that the tagger did not mark: three words, or two in
one piece."""
PLAIN = 1.5
"""Strength of one word of the catalogue as it stands there."""
TELLING = (
    "work_cues", "doing", "doing_it", "pain_cues", "goes_on", "wants_tool", "errors", "past_attempt", "not_needed",
    "judgement", "ruled", "documented", "undocumented", "falls_short",
)  # fmt: skip
"""Cues that tell that work is done."""
A_WORD = r"(?<![^\W\d_])[^\W\d_]{3,24}(?![^\W\d_])"
LEAST_SHARE = 0.45
"""Words of work that are so unlike any kind are left to be guessed at by search."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that tells of one kind of work; `strength` is how sure that is, 0 to 1; `tag` its place in the tags."""

    process_id: str
    start: int
    end: int
    strength: float
    tag: int | None = None


def spots(scene: Scene) -> tuple[Spot, ...]:
    """Every place that tells of work done for the firm, in order."""
    matches = longest(find(scene.stems, scene.lexicon.work))
    found = [*_tagged(scene, matches)]
    tagged = tuple(found)
    for match in matches:
        if not _overlaps(match, found) and (spot := _listed(scene, match, tagged)) is not None:
            found.append(spot)
    return tuple(_finer(scene, each) for each in sorted(found, key=lambda each: each.start))


def _finer(scene: Scene, spot: Spot) -> Spot:
    """The spot as the finer kind of work that its sentence or the next one says it is: quotes that need judgement."""
    finer = scene.vocabulary.finer_work.get(spot.process_id)
    if finer is None or finer.then not in scene.lexicon.names:
        return spot
    here = scene.sentence_index(spot.start)
    after = scene.sentences[min(here + 1, len(scene.sentences) - 1)]
    told = scene.cue(finer.cue, scene.sentences[here].start, after.end) is not None
    return replace(spot, process_id=finer.then) if told else spot


def work_of_noun(scene: Scene, noun: str) -> str | None:
    """The kind of work that a counted noun belongs to, by its last words: "supplier invoices", "invoices"."""
    stems = stemmed(noun).stems
    for size in range(min(len(stems), 3), 0, -1):
        process_id = scene.lexicon.items.get(stems[-size:])
        if process_id is not None:
            return process_id
    return None


def _tagged(scene: Scene, matches: Sequence[Match]) -> Iterator[Spot]:
    for number, tag in enumerate(scene.tagged.tags):
        if tag.kind != "work" or stance_of(scene, tag.start, tag.end) in NOT_OWN:
            continue
        if is_denied(scene, tag.start) and not _falls_short(scene, tag.start, tag.end):
            continue
        if re.search(A_WORD, scene.text[tag.start : tag.end]) is None:
            continue  # a letter, an emoji or a row of digits tells of no work
        process_id, share = _kind(scene, tag, matches)
        if process_id in scene.lexicon.names and share >= LEAST_SHARE:
            yield Spot(process_id, tag.start, tag.end, tag.score * share, number)


def _falls_short(scene: Scene, start: int, end: int) -> bool:
    """True where a denial is of how well or for what: not quickly enough, nobody reads it."""
    clause = scene.clause(start)
    return (
        scene.cue("falls_short", end, clause.end) is not None
        or scene.cue("not_needed", clause.start, clause.end) is not None
    )


def _kind(scene: Scene, tag: Tag, matches: Sequence[Match]) -> tuple[str, float]:
    """The kind of work that a tag is of, by what the tagger learnt and by the words of the catalogue inside it."""
    scores = {name: math.log(share + 1e-6) for name, share in tag.works}
    for match in matches:
        if match.start < tag.end and tag.start < match.end:
            strength = match.words + 0.5 * match.exact
            covered = (min(match.end, tag.end) - max(match.start, tag.start)) / (tag.end - tag.start)
            worth = LEXICON_WORTH * strength + WHOLLY_NAMED * (covered >= NEARLY_ALL)
            scores[match.key] = scores.get(match.key, math.log(0.1)) + worth
    best = max(scores, key=lambda name: scores[name])
    return best, min(1.0, math.exp(scores[best]))


def _overlaps(match: Match, found: Sequence[Spot]) -> bool:
    return any(each.start < match.end and match.start < each.end for each in found)


def _listed(scene: Scene, match: Match, tagged: Sequence[Spot]) -> Spot | None:
    """A phrase of the catalogue where no tag is: a strong one anywhere; a plain noun in a sentence without tags that
    tells of doing, hurting or how much, or in a clause of a list that has its own figure."""
    if stance_of(scene, match.start, match.end) != "fact" and not _falls_short(scene, match.start, match.end):
        return None
    sentence, clause = scene.sentence(match.start), scene.clause(match.start)
    strength = match.words + 0.5 * match.exact
    alone = not any(sentence.start <= each.start < sentence.end for each in tagged)
    counted = any(each.start <= match.start < each.end for each in scene.mentions)
    listed = bool(scene.figures(clause)) and not any(clause.start <= each.start < clause.end for each in tagged)
    listed = listed and not counted  # 3 minutes an invoice names what is counted, not the work
    told = (alone and _is_told(scene, match, sentence)) or listed
    if strength >= SURE or (strength >= PLAIN and told):
        return Spot(match.key, match.start, match.end, 0.5)
    return None


def _is_told(scene: Scene, match: Match, sentence: Piece) -> bool:
    """True where a sentence tells of doing, hurting or how much, beside the words of work themselves."""
    if scene.right_before("channels", match.start) is not None:
        return False
    for name in TELLING:
        for cue in inside(scene.cues.get(name, ()), sentence.start, sentence.end):
            if cue.start < match.start or cue.end > match.end:
                return True
    return bool(scene.figures(sentence))
