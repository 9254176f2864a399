"""The period and the noun that a figure leaves to the words around it: on Thursdays, seven hours; normal is 10."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.language.measures import measures
from assistant.language.quantities import Mention
from assistant.language.sentences import Piece
from assistant.reading import named
from assistant.reading.scene import Scene
from assistant.reading.staff import is_of_people

GOING_ON = ("items", "peak", "size", "wrong", "odd")
"""Roles of a bare number that counts what the count before it counted."""
TOGETHER = r"\s*(?:,|for|x|×|at|a|an|\s)*\s*"
"""What may stand between people and the time that they take together."""

EACH_OF_THEM = (
    r"\b(?:(?:each|every)\s+(?:one\s+|single\s+)?(?:of\s+(?:us|them|the|my|our)\b|(?P<noun>\w+))|every(?:one|body)\b)"
)
"""Before a time that each of several people takes: each physio, every one of us, everybody."""
EACH_AFTER = r"\s*,?\s*(?:each|apiece|a head|per head|per person|a person)\s*(?:$|[.,;:!?)\n]|\s[-–—]|and\b|but\b)"
"""After a time that each takes; "two hours each Friday" is a rhythm."""
ALTOGETHER = r"\b(?:altogether|together|in all|in total|all told|all in|between (?:us|them))\b"
"""Words that make a time that of all people at once."""
BOTH = r"\b(?:both|two) of us\b"
NAME_AND_I = r"(?<!\bon )(?<!\bin )(?<!\bat )(?<!\bto )(?<!\bfrom )\b(?P<name>[A-Z]\w+) and I\b(?!\s*[,'’])"
"""The speaker and one who is named, as those who do it."""


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
    if (doers := _at_it_together(scene, mention)) > 1:
        return _by(mention, doers, doers)
    people = _each_of_several(scene, mention)
    return mention if people is None else _by(mention, people.low, people.high)


def _at_it_together(scene: Scene, mention: Mention) -> int:
    """How many are at it together in a time of the clock: Sipho and I, or me and my wife, count from six till nine."""
    start = scene.sentence(mention.start).start
    before = scene.text[start : mention.start]
    if not mention.is_of_clock:
        return 0
    if re.search(BOTH, before, re.IGNORECASE):
        return 2
    name = re.search(NAME_AND_I, before)
    if name and name["name"].lower() not in measures().weekdays | measures().months.keys():
        return 2
    return named.listed(scene.text, start, mention.start)


def _each_of_several(scene: Scene, mention: Mention) -> Mention | None:
    """The people of whom each takes a time: those counted in its sentence, else those of the same name; None where the
    words tell of no time for each, or count nobody."""
    sentence = scene.sentence(mention.start)
    counts = [each for each in scene.mentions if is_of_people(each) and each.low > 1 and each is not mention]
    before = re.search(EACH_OF_THEM, scene.text[sentence.start : mention.start], re.IGNORECASE)
    noun = (before["noun"] or "").lower() if before else ""
    after = scene.text[mention.end : sentence.end]
    if re.search(ALTOGETHER, after, re.IGNORECASE):
        return None
    if not (before and _is_one(noun, counts)) and not re.match(EACH_AFTER, after, re.IGNORECASE):
        return None
    here = [each for each in counts if sentence.start <= each.start < sentence.end]
    alike = [each for each in counts if noun and _called(each) == f"{noun}s"]
    return next(iter(alike or here), None)


def _is_one(noun: str, counts: Sequence[Mention]) -> bool:
    """True for one of those counted, or nobody in particular: (each) physio, (each of) us, (each) person."""
    persons = measures().persons
    return not noun or noun in persons or f"{noun}s" in persons or any(_called(each) == f"{noun}s" for each in counts)


def _called(people: Mention) -> str:
    """What people are counted as: "drivers" of "three drivers"."""
    return people.unit.split(" ")[-1]


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
