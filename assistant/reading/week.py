"""How many days a week the firm works, by the text: open seven days, Tuesday to Saturday, a four day week."""

from __future__ import annotations

import re

from assistant.language.quantities import Mention
from assistant.language.sentences import Piece
from assistant.reading.figures import USUAL_DAYS
from assistant.reading.scene import Scene

LEAST_DAYS = 4
"""Fewer days a week are rather a time that some work takes: two days a week on quotes."""
PARTS = ("days", "evenings", "nights", "mornings")
BESIDE = r"\s*[,(–-]?\s*"
"""What may stand between a figure by the day and the days of the week that it holds for."""
NOT_SO = ("unreal", "horizon", "wait", "past", "spare")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = r"\b(mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|wednes|satur)(?:days?)?\b"
FROM_TO = re.compile(rf"{DAY}\s*(?:to|till|until|through|thru|-|–|—)\s*{DAY}", re.IGNORECASE)
OPEN = r"\b(?:open|closed?|close|trade|trading|work|working|run|shifts?|week)\b"
ALL_DAYS = re.compile(r"\bevery (?:single )?day of the week\b|\b24[/-]7\b", re.IGNORECASE)


def days_a_week(scene: Scene, at: int) -> float:
    """The days of a working week that a figure by the day at an offset counts with.

    What its own sentence says counts most, then what the text says of opening or working; five where nothing is told.
    """
    own = scene.sentence(at)
    told = _days(scene, own)
    if told is not None:
        return told
    elsewhere = (each for each in scene.sentences if re.search(OPEN, each.text, re.IGNORECASE))
    return next((days for each in elsewhere if (days := _days(scene, each)) is not None), USUAL_DAYS)


def _days(scene: Scene, piece: Piece) -> float | None:
    """The days a week that a sentence tells: a number of days, evenings or nights, or the first and the last day."""
    if ALL_DAYS.search(piece.text):
        return 7.0
    span = FROM_TO.search(piece.text)
    if span is not None:
        first, last = (DAYS.index(each.lower()[:3]) for each in span.groups())
        return float((last - first) % len(DAYS) + 1)
    return next((each.low for each in scene.figures(piece) if is_days_of_week(scene, each)), None)


def is_days_of_week(scene: Scene, mention: Mention) -> bool:
    """True for days that are those of a week, not a length of time: open six days; 25 a day, seven days."""
    whole = mention.low == mention.high and mention.low in range(1, len(DAYS) + 1)
    if mention.kind != "duration" or mention.unit not in PARTS or not whole or mention.per not in ("", "week"):
        return False
    sentence = scene.sentence(mention.start)
    before = scene.text[sentence.start : mention.start]
    if not mention.per and re.search(OPEN + r"\W*$", before, re.IGNORECASE):
        return True
    if scene.role(mention).name in NOT_SO:
        return False
    if mention.per:
        return mention.low >= LEAST_DAYS
    told = [each for each in (*scene.figures(sentence), *scene.rhythms) if sentence.start <= each.start < mention.start]
    beside = any(re.fullmatch(BESIDE, scene.text[each.end : mention.start]) for each in told)
    return beside and mention.low >= LEAST_DAYS and any(each.per == "day" for each in told)
