"""Which work a quantity is about: by the noun it counts, else by the nearest words of work."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.language.measures import measures
from assistant.language.quantities import Mention
from assistant.language.sentences import Piece
from assistant.reading.scene import Scene, inside
from assistant.reading.work import FULL, Spot, finer, work_of_noun

BARE_WORDS = 8
WORDS_BEFORE_DOING = 4
PLACES = ("in", "at", "on", "from")
"""What may stand between people and what they do: two girls in the office answer the phones."""
POINTS_BACK = r"\b(?:on|with|for|do|does|did|doing|of|about|after) (?:it|them|that|those)\b"
LONG_UNITS = ("weeks", "months", "years", "decades", "quarters")
SPENDING = r"\b(?:spend|spends|spent|spending|waste|wastes|wasted|wasting|lose|loses|lost|losing)\b[^,;]*$"


def process_of(scene: Scene, spots: Sequence[Spot], mention: Mention) -> str | None:
    """The id of the work that a quantity is about, looked for in its clause, its sentence, the sentence before."""
    noun = _noun(mention)
    named = work_of_noun(scene, noun) if noun else None
    if named is not None:
        return _topic(scene, spots, mention, named) or finer(scene, spots, noun, named, mention.start)
    if _is_of_the_firm(mention) and not do_it(scene, mention):
        return None
    sentence, clause = scene.sentence(mention.start), scene.clause(mention.start)
    for piece in (clause,) if mention.kind == "money" and mention.per != "hour" else (clause, sentence):
        told = inside(spots, piece.start, piece.end)
        if told:
            return _nearest(scene, told, mention, clause).process_id
    each = mention.kind == "percent" or bool(noun)  # a share and a time each are of something told before
    if not (each or continues(scene, sentence) or _is_bare(sentence.text)) or _is_own_money(scene, mention):
        return None
    before = scene.sentences[max(scene.sentence_index(mention.start) - 1, 0)]
    earlier = inside(spots, before.start, before.end) if before.end <= sentence.start else ()
    return max(earlier, key=lambda spot: spot.end).process_id if earlier else None


def _topic(scene: Scene, spots: Sequence[Spot], mention: Mention, named: str) -> str | None:
    """The one work its sentence names, where the noun of a time is everyday: "Reminders: ... 2.5 minutes per call"."""
    if mention.kind != "duration" or any(spot.process_id == named and spot.strength > 1 for spot in spots):
        return None
    sentence = scene.sentence(mention.start)
    others = {spot.process_id for spot in inside(spots, sentence.start, sentence.end) if spot.strength >= FULL}
    return others.pop() if len(others) == 1 else None


def continues(scene: Scene, sentence: Piece) -> bool:
    """True for a sentence that speaks on about the one before: it, that, each, takes ..., my brother does it."""
    return scene.opens("speaks_on", sentence) or re.search(POINTS_BACK, sentence.text, re.IGNORECASE) is not None


def do_it(scene: Scene, mention: Mention) -> bool:
    """True where people counted are those who do the work: two of the girls in the office answer the phones."""
    clause = scene.clause(mention.start)
    doing = scene.cue("doing_it", mention.end, clause.end)
    if doing is None or mention.per or mention.unit.split(" ")[-1] not in measures().persons:
        return False
    between = scene.text[mention.end : doing.start].lower().split()
    return not between or (between[0] in PLACES and len(between) <= WORDS_BEFORE_DOING)


def _is_own_money(scene: Scene, mention: Mention) -> bool:
    """True for money that is not said of a mistake: it belongs to the firm, not to the work of the sentence before."""
    return mention.kind == "money" and not scene.has("errors", scene.clause(mention.start))


def _noun(mention: Mention) -> str:
    if mention.kind == "count":
        return mention.unit
    item = mention.per if mention.kind in ("duration", "money") else ""
    return "" if item in measures().weeks_of else item


def _is_of_the_firm(mention: Mention) -> bool:
    """True for people counted, ages and lengths of years: they say nothing of one piece of work."""
    if mention.kind == "count":
        return mention.unit.split(" ")[-1] in measures().persons
    return mention.kind == "duration" and mention.unit in LONG_UNITS and not mention.per


def _nearest(scene: Scene, told: Sequence[Spot], mention: Mention, clause: Piece) -> Spot:
    """The nearest spot; after a verb of spending the one that follows: "spends 3 hours a day ringing round"."""
    if mention.kind == "duration" and re.search(SPENDING, scene.text[clause.start : mention.start], re.IGNORECASE):
        told = [spot for spot in told if spot.start >= mention.end] or told
    return min(told, key=lambda spot: (max(spot.start - mention.end, mention.start - spot.end, 0), -spot.strength))


def _is_bare(sentence: str) -> bool:
    """True for a sentence that is hardly more than its figure: "About 40 a week."."""
    own_subject = re.match(r"\W*(?:i|we|my|our|the)\b", sentence, re.IGNORECASE)
    return own_subject is None and len(sentence.split()) <= BARE_WORDS
