"""The day of signing in an owner's words: "we signed on 3 May 2026"."""

from __future__ import annotations

import re
from datetime import date

from assistant.language import dates
from assistant.language.dates import DateMention, add_months
from assistant.reading.scene import Scene
from assistant.reading.stance import is_denied

LONGEST = 16
"""Words of a text that tells the day and little else."""
_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"\d{4}|\d[./-]\d\d$")
_SMALL_MONTH = re.compile(r"\b(?:march|may|mar)\b")
"""Months in small letters, which are verbs elsewhere; beside a day of signing they are months."""
_NOT_YET = re.compile(r"\?|\b(?:if|unless|will|would|before|until)\b", re.IGNORECASE)


def day_signed(scene: Scene, today: date) -> date | None:
    """The one day on which the owner says that something was signed; None where the words tell anything else. A day
    without a year is the last one before today."""
    said = scene.cues.get("signed", ())
    denied = any(is_denied(scene, each.start) for each in said)
    if not said or denied or len(scene.text.split()) > LONGEST or _NOT_YET.search(scene.text):
        return None
    text = _SMALL_MONTH.sub(lambda found: found.group().capitalize(), scene.text)
    found = [each for each in dates.find(text, today) if not each.whole_month]
    if len(found) != 1 or not _is_the_paper(scene, scene.text[said[-1].end : found[0].start]):
        return None
    return _past(found[0], today)


def _is_the_paper(scene: Scene, between: str) -> bool:
    """True where what was signed, if it is said at all, is the paper: it, this one, the contract; not the lease."""
    left = {each for each in _WORD.findall(between.lower()) if each not in scene.lexicon.small_words}
    return left <= set(scene.vocabulary.signed_papers)


def _past(found: DateMention, today: date) -> date:
    named = _YEAR.search(found.quote)
    return found.day if named or found.day <= today else add_months(found.day, -12)
