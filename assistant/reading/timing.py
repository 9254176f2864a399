"""The period and the noun that a figure leaves to the words around it: on Thursdays, seven hours; normal is 10."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.language.measures import measures
from assistant.language.quantities import Mention
from assistant.language.sentences import Piece
from assistant.reading.scene import Scene
from assistant.reading.staff import is_of_people

GOING_ON = ("items", "peak", "size", "wrong", "odd")
"""Roles of a bare number that counts what the count before it counted."""
TOGETHER = r"\s*(?:,|for|x|×|at|a|an|\s)*\s*"
"""What may stand between people and the time that they take together."""

EACH_OF_THEM = r"\b(?:each|every)\s+(?:one\s+|single\s+)?(?:of\s+(?:us|them|the|my|our)\b|(?P<noun>\w+))"
"""Before a time that each of several people takes: each physio, every one of us."""
ONE_AGENT = ("er", "or", "ist", "ian")
"""Endings by which English names somebody for what they do."""
BOTH = r"\b(?:[A-Z]\w+|(?:[Mm]y|[Oo]ur|[Tt]he) \w+) and [Ii]\b|\b(?:both|two) of us\b"
"""Words for the speaker and one other."""
EACH_AFTER = r"\s*,?\s*(?:each|apiece|a head|per head|per person|a person)\b"


def like_the_last(scene: Scene, mention: Mention, before: Sequence[Mention]) -> Mention | None:
    """A bare number with noun and period of the last count before it: 60 calls a day, normal is 10. None for others.

    `before` are the quantities before it, with the periods that were found for them.
    """
    counts = [each for each in before if each.kind == "count"]
    role = scene.role(mention).name
    if mention.kind != "number" or mention.per or not counts or role not in GOING_ON:
        return None
    apart = scene.sentence_index(mention.start) - scene.sentence_index(counts[-1].start)
    reach = 1 if role in ("items", "peak") else 0
    return replace(mention, kind="count", unit=counts[-1].unit, per=counts[-1].per) if apart <= reach else None


def in_its_period(scene: Scene, mention: Mention, before: Sequence[Mention], same_work: Sequence[Mention]) -> Mention:
    """The figure with the period that its sentence tells apart from it, "my Sunday nights, a couple of hours", or that
    a figure before it had; `same_work` are the figures by period before it that are about the same work."""
    if mention.per or mention.kind in ("percent", "money"):
        return mention
    if (alike := like_the_last(scene, mention, before)) is not None and alike.per:
        return alike
    sentence = scene.sentence(mention.start)
    counted = any(
        each.kind in ("count", "number") and each.per and not _of_days(each) for each in scene.figures(sentence)
    )
    near = [each for each in scene.rhythms if sentence.start <= each.start < sentence.end]
    if near and not (counted and mention.kind == "duration"):
        rhythm = min(near, key=lambda each: abs(each.start - mention.start))
        return replace(mention, per=rhythm.per)
    by_days = any(_of_days(each) for each in scene.figures(sentence))
    if mention.kind == "duration" and not counted and not by_days and _names_a_day(sentence):
        return replace(mention, per="week")
    rates = [
        each for each in scene.figures(sentence) if each is not mention and (each.kind == "rate" or _of_days(each))
    ]
    if mention.kind == "duration" and len(rates) == 1:
        return _times(mention, rates[0])
    if same_work and same_work[-1].kind == mention.kind and same_work[-1].per in measures().weeks_of:
        return replace(mention, per=same_work[-1].per)
    return mention


def by_several(scene: Scene, mention: Mention) -> Mention:
    """A time that several people take, in hours of one: eight people for five hours; each physio 50 minutes a day, all
    four of us."""
    for each in scene.mentions:
        together = each.kind == "count" and each.unit.split(" ")[-1] in measures().persons and each.low > 1
        between = scene.text[each.end : mention.start].lower()
        if together and mention.start > each.end and re.fullmatch(TOGETHER, between):
            return _by(mention, each.low, each.high)
    if _both_at_it(scene, mention):
        return _by(mention, 2.0, 2.0)
    people = _each_of_several(scene, mention)
    return mention if people is None else _by(mention, people.low, people.high)


def _both_at_it(scene: Scene, mention: Mention) -> bool:
    """True for a time of the clock in which two are at it: Sipho and I count from six till midnight."""
    sentence = scene.sentence(mention.start)
    return mention.is_of_clock and re.search(BOTH, scene.text[sentence.start : mention.start]) is not None


def _each_of_several(scene: Scene, mention: Mention) -> Mention | None:
    """The people of whom each takes a time: those counted in its sentence, else those of the same name; None where the
    words tell of no time for each, or count nobody."""
    sentence = scene.sentence(mention.start)
    before = re.search(EACH_OF_THEM, scene.text[sentence.start : mention.start], re.IGNORECASE)
    noun = (before["noun"] or "").lower() if before else ""
    if not (before and _is_one(noun)) and not re.match(EACH_AFTER, scene.text[mention.end :], re.IGNORECASE):
        return None
    counts = [each for each in scene.mentions if is_of_people(each) and each.low > 1 and each is not mention]
    here = [each for each in counts if sentence.start <= each.start < sentence.end]
    named = [each for each in counts if noun and each.unit.split(" ")[-1] == f"{noun}s"]
    return next(iter(here or named), None)


def _is_one(noun: str) -> bool:
    """True for one person by trade, or nobody in particular: (each) physio, (each of) us."""
    return not noun or f"{noun}s" in measures().persons or noun in measures().persons or noun.endswith(ONE_AGENT)


def _by(mention: Mention, fewest: float, most: float) -> Mention:
    low, high = mention.low * fewest, mention.high * most
    return replace(mention, value=low if low == high else (low, high))


def _of_days(mention: Mention) -> bool:
    """True for so many days of a period, which tell how often: one Sunday night a month."""
    words = mention.quote.lower().split()
    return mention.kind == "number" and bool(mention.per) and any(each in measures().weekdays for each in words)


def _names_a_day(sentence: Piece) -> bool:
    words = re.findall(r"\w+", sentence.text)
    return any(word.lower() in measures().weekdays and word[0].isupper() for word in words)


def _times(mention: Mention, rate: Mention) -> Mention:
    """Twice a week I spend an hour: two hours a week."""
    low, high = mention.low * rate.low, mention.high * rate.high
    return replace(mention, value=low if low == high else (low, high), per=rate.per)
