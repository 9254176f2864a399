"""Sentences that tell of work in words that name no kind of it: "either we have too much of it or none"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.encoder.spans import Place
from assistant.encoder.tagger import Alone
from assistant.language.sentences import Piece
from assistant.reading.scene import Scene, inside
from assistant.reading.spot import Spot
from assistant.reading.stance import stance_of
from assistant.reading.work import is_sure

SOMETHING_ELSE = (
    "goal", "strength", "notool", "tool", "trade", "place", "limit", "tried", "doer", "judgement", "rules", "changing",
    "steady", "written", "unwritten", "paper", "digital", "facing", "hidden", "final",
)  # fmt: skip
"""Marks of the tagger on sentences that tell something else of the firm than its work."""
LEAST_MARK = 0.5
OF_AIMS = ("goal_cues", "strength_cues")
SEEN_AS_WORK, LEAST_SEEN = 1.5, 0.6
"""What it adds to the log-odds that the tagger sees words of work of no kind, and the share from which it does."""
ANNOUNCED = 1.0
"""What it adds that the words say more is to come: also, the other thing is, on top of that."""
SPEAKS_ON = 2.0
"""What it takes that the sentence before names work: then this one is rather about the same."""
LEAST_WORDS, MOST_WORDS = 3, 40
MOST_BEHIND = 2
"""Sentences behind one that tells of work which may go on about it: "that is three hours a week"."""
NONE_HERE = (
    r"\b(?:i|we)\b(?: \w+)?\s+(?:don['’]?t|do not|never|won['’]?t)\s+"
    r"(?!get|find|manage|know|see|hear|answer|tell|have (?:the )?time)"
)
"""What the speaker does not do or want is no work that is done: "we don't ship"."""
NOT_WORDS = " \t\n,;:.!?-–—"


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that tells of work of no kind: text[start:end], and log-odds that it does; `words` is the place of
    what is told behind an announcement, `last` the end of what goes on about it, `alone` what the words mean alone."""

    start: int
    end: int
    log_odds: float
    words: Place
    last: int
    alone: Alone


def tellings(scene: Scene, spots: tuple[Spot, ...]) -> tuple[Telling, ...]:
    """The sentences that rather tell of work than not and in which no kind is named, in order."""
    open_still = [each for each in scene.sentences if _may_tell(scene, spots, each)]
    alone = scene.tagger.alone([each.text for each in open_still])
    return tuple(
        Telling(each.start, each.end, log_odds, _words(scene, each), _last(scene, spots, each, open_still), of_it)
        for each, of_it in zip(open_still, alone, strict=True)
        if (log_odds := of_it.log_odds + _beside(scene, spots, each)) > 0
    )


def _may_tell(scene: Scene, spots: tuple[Spot, ...], sentence: Piece) -> bool:
    """True for a sentence of words, of today, that surely names no work and tells nothing else of the firm."""
    if not LEAST_WORDS <= len(sentence.text.split()) <= MOST_WORDS or sentence.text.rstrip()[-1:] in "?:":
        return False
    if scene.figures(sentence) or any(scene.has(each, sentence) for each in OF_AIMS):
        return False
    if any(is_sure(scene, each) for each in spots if _within(sentence, each.start, each.end)):
        return False
    if any(_within(sentence, each.start, each.end) for each in scene.tags(*SOMETHING_ELSE) if each.score > LEAST_MARK):
        return False
    return stance_of(scene, sentence.start, sentence.end) == "fact" and not re.search(NONE_HERE, sentence.text, re.I)


def _beside(scene: Scene, spots: tuple[Spot, ...], sentence: Piece) -> float:
    """What else than its meaning speaks for and against a sentence, in log-odds."""
    here = scene.sentence_index(sentence.start)
    seen = any(_within(sentence, each.start, each.end) for each in scene.tags("work") if each.score >= LEAST_SEEN)
    announced = scene.has("more_to_come", sentence)
    speaks_on = here > 0 and not announced and _holds(spots, scene.sentences[here - 1])
    return SEEN_AS_WORK * seen + ANNOUNCED * announced - SPEAKS_ON * speaks_on


def _words(scene: Scene, sentence: Piece) -> Place:
    """The place of what is told, without an announcement at its head: "the inbox" of "the other thing is the inbox"."""
    start, end = sentence.start, sentence.start + len(sentence.text.rstrip(NOT_WORDS))
    if not scene.opens("more_to_come", sentence):
        return start, end
    first = inside(scene.cues["more_to_come"], start, end)[0].start
    last = max(each.end for each in scene.cues["more_to_come"] if each.start == first)
    rest = scene.text[last:end].lstrip(NOT_WORDS)
    return (end - len(rest), end) if len(rest.split()) > 1 else (start, end)


def _last(scene: Scene, spots: tuple[Spot, ...], sentence: Piece, open_still: list[Piece]) -> int:
    """The end of the sentences that go on about the same: those behind it with a figure and no work of their own."""
    here = scene.sentence_index(sentence.start)
    last = sentence.end
    for each in scene.sentences[here + 1 : here + 1 + MOST_BEHIND]:
        if _holds(spots, each) or not (scene.figures(each) or each in open_still):
            break
        last = each.end if scene.figures(each) else last
    return last


def _holds(spots: tuple[Spot, ...], sentence: Piece) -> bool:
    return any(_within(sentence, each.start, each.end) for each in spots)


def _within(sentence: Piece, start: int, end: int) -> bool:
    return start < sentence.end and sentence.start < end
