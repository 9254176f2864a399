"""The period and the noun that a figure leaves to the words around it: on Thursdays, seven hours; normal is 10."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.language.measures import measures
from assistant.language.quantities import Mention
from assistant.language.sentences import Piece
from assistant.reading.scene import Scene

GOING_ON = ("items", "peak", "size", "wrong", "odd")
"""Roles of a bare number that counts what the count before it counted."""
TOGETHER = r"\s*(?:,|for|x|×|at|a|an|\s)*\s*"
"""What may stand between people and the time that they take together."""


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
    counted = any(each.kind in ("count", "number") and each.per for each in scene.figures(sentence))
    near = [each for each in scene.rhythms if sentence.start <= each.start < sentence.end]
    if near and not (counted and mention.kind == "duration"):
        rhythm = min(near, key=lambda each: abs(each.start - mention.start))
        return replace(mention, per=rhythm.per)
    if mention.kind == "duration" and not counted and _names_a_day(sentence):
        return replace(mention, per="week")
    rates = [each for each in scene.figures(sentence) if each.kind == "rate" and each is not mention]
    if mention.kind == "duration" and len(rates) == 1:
        return _times(mention, rates[0])
    if same_work and same_work[-1].kind == mention.kind and same_work[-1].per in measures().weeks_of:
        return replace(mention, per=same_work[-1].per)
    return mention


def by_several(scene: Scene, mention: Mention) -> Mention:
    """A time that several people take together, in hours of one: eight people for five hours."""
    for each in scene.mentions:
        together = each.kind == "count" and each.unit.split(" ")[-1] in measures().persons and each.low > 1
        between = scene.text[each.end : mention.start].lower()
        if together and mention.start > each.end and re.fullmatch(TOGETHER, between):
            low, high = mention.low * each.low, mention.high * each.high
            return replace(mention, value=low if low == high else (low, high))
    return mention


def _names_a_day(sentence: Piece) -> bool:
    words = re.findall(r"\w+", sentence.text)
    return any(word.lower() in measures().weekdays and word[0].isupper() for word in words)


def _times(mention: Mention, rate: Mention) -> Mention:
    """Twice a week I spend an hour: two hours a week."""
    low, high = mention.low * rate.low, mention.high * rate.high
    return replace(mention, value=low if low == high else (low, high), per=rate.per)
