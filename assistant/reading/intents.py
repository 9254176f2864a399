"""What an owner's words are meant as: telling, asking, correcting, steering, or a cry."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from assistant.domain.talk import Question
from assistant.language.measures import measures
from assistant.language.sentences import Piece
from assistant.reading.control import control
from assistant.reading.scene import Scene
from assistant.reading.spoken import fact_of
from assistant.reading.stance import is_denied
from assistant.reading.whole import IN_OWN_WORDS
from assistant.reading.yes_no import answers_plainly

Intent = Literal[
    "tell", "question", "skip", "unknown", "back", "why", "correct", "done", "greeting", "distress",
    "foreign", "vague", "chat", "aside",
]  # fmt: skip
"""`aside` tells something of the firm that is not what was asked; `vague` and `chat` tell nothing."""
ASKED_ABOUT = {
    "hours_per_week": "hours", "minutes_per_item": "minutes", "items_per_week": "items", "error_rate": "error",
    "headcount": "staff", "people": "staff", "freed_hours_use": "freed_use", "spare_hours_per_week": "spare",
    "budget_first_year": "budget", "documented": "written", "past_attempt": "tried", "goals": "goals",
    "strengths": "strengths", "processes": "processes", "doer": "doer", "stable": "stable", "tools": "tools",
}  # fmt: skip
"""What the tagger calls the matter of a question."""
OF_WORK = ("items", "each", "hours", "wrong")
NOT_A_FIGURE = ("words", "yes or no")
FOR_A_FIGURE = ("hours", "minutes", "items", "error", "staff", "spare", "budget")
SURE = 0.8
"""Probability from which the tagger's word on what a reply is meant as is taken."""
LONGEST_REMARK = 45
"""Words beyond which a reply tells something whatever it sounds like."""
LEARNT: tuple[Intent, ...] = (
    "vague", "unknown", "skip", "back", "why", "question", "chat", "correct", "done", "distress",
)  # fmt: skip
"""What the tagger's word alone decides; whatever else it says is telling."""
STEERING: tuple[Intent, ...] = ("skip", "back", "why", "unknown")
IN_WORDS = (*IN_OWN_WORDS, "doer")
SURELY_ANSWERS = 0.7
"""Probability from which words are taken to speak of what was asked, whatever they sound like."""
NEEDS_A_QUESTION = ("vague", "unknown", "skip", "why", "chat")
"""What is said only to a question, and tells nothing: unless the words answer it."""

LONGEST_QUESTION = 45
FEW_WORDS = 3
"""Words that may stand behind a question and tell nothing more: "Straight answer."."""
LONGEST_CORRECTION = 30
TELLING = r"\b(?:we|i) (?:have|get|spend|use|do|sell|make|run|employ|send|are|am)\b"
OWN = r"\b(?:i|i'm|i've|we|we're|we've|my|our|me|us)\b"
OTHERS = r"\b(?:they|customers?|clients?|he|she|competitors?|tenants?)\b[^,;]*$"
PAST = r"\bused to\b|\bwas\b|\bwere\b|\byears ago\b"
LATIN_ENDS = ("\u0250", "\u1e00", "\u1f00")
"""Latin letters end before the first of these and go on between the second and the third."""
POINTING_BACK = r"\b(?:you|that|this|it|ask(?:ed|ing)?|need|know|relevant|question|for|why)\b"
"""A question why something is asked points at it or at who asks: "what is that for?"."""
TOLD_BY = ("work", "tool", "pain", "goal", "strength", "doer")
"""Marks of the tagger on words that tell something of the firm."""
TOLD_OF_TOOLS = ("in_the_price", "not_in_it")


def classify(scene: Scene, pending: Question | None) -> Intent:
    """What the text of a scene is meant as; `pending` is the question that is open. A yes or a no is an answer where
    one was asked for, whatever it sounds like."""
    found = _classified(scene, pending)
    if found in NEEDS_A_QUESTION and (says_yes_or_no(scene, pending) or _answers_in_words(scene, pending)):
        return "tell"
    return found


def _answers_in_words(scene: Scene, pending: Question | None) -> bool:
    """True where words that steer nothing surely speak of what was asked: "they know us by name"."""
    if pending is None or pending.path.name not in IN_WORDS or control(scene) is not None:
        return False
    return scene.tagger.answers(scene.tagged, pending.path.name) >= SURELY_ANSWERS


def says_yes_or_no(scene: Scene, pending: Question | None) -> bool:
    """True where a yes or a no was asked for and is in the words; beside words that steer it must stand apart."""
    if pending is None or scene.vocabulary.replies.form(pending.path.name) != "yes or no":
        return False
    return answers_plainly(scene) or (control(scene) is None and fact_of(scene, pending) is not None)


def _classified(scene: Scene, pending: Question | None) -> Intent:
    if not scene.text:
        return "tell"
    if _is_distress(scene):
        return "distress"
    steering = control(scene)
    if steering == "unknown" and (pending is None or scene.mentions):
        steering = None
    if steering is not None and not (steering == "why" and pending is None):
        return steering
    if _is_foreign(scene):
        return "foreign"
    if _is_question(scene, pending):
        return _asked_or(scene, pending)
    return "correct" if _is_correction(scene, pending) else _learnt(scene, pending)


def told_before_asking(scene: Scene) -> str:
    """What a text tells of the firm before the question that it ends with; "" where it tells or asks nothing."""
    asks = [n for n, each in enumerate(scene.sentences) if each.text.rstrip(" \"'”)").endswith("?")]
    after = scene.text[scene.sentences[asks[-1]].end :] if asks else ""
    if not asks or len(after.split()) > FEW_WORDS:
        return ""
    end = scene.sentences[asks[0]].start
    places = [each.start for each in scene.mentions] + [each.start for each in scene.named_work]
    places += [each.start for kind in TOLD_BY for each in scene.tags(kind)]
    return scene.text[:end].strip() if any(each < end for each in places) else ""


def _asked_or(scene: Scene, pending: Question | None) -> Intent:
    """A question, unless the tagger is sure that it steers, "can we come back to that?", or, where no question mark
    stands, that it answers the open question or tells a figure: "what really kills me is the phone, 30 calls a day"."""
    shares = meant(scene, pending)
    best: Intent = max(LEARNT, key=lambda name: shares.get(name, 0.0))
    points_back = best != "why" or re.search(POINTING_BACK, scene.text, re.IGNORECASE) is not None
    if pending is not None and best in STEERING and shares[best] >= SURE and points_back:
        return best
    answer, tell = shares.get("answer", 0.0), shares.get("tell", 0.0)
    answering = answer >= SURE and pending is not None and ASKED_ABOUT.get(pending.path.name) not in FOR_A_FIGURE
    telling = bool(scene.mentions) and answer + tell >= SURE
    return "tell" if "?" not in scene.text and (answering or telling) else "question"


def meant(scene: Scene, pending: Question | None) -> Mapping[str, float]:
    """What the tagger takes the words for, with probabilities, in the light of the question that is open."""
    return scene.tagger.meant(scene.tagged, ASKED_ABOUT.get(pending.path.name) if pending else None)


def _learnt(scene: Scene, pending: Question | None) -> Intent:
    """What the tagger takes a reply for that no list of words decides; figures are never vague and never chat."""
    chosen = pending is not None and scene.text.lower() in (each.lower() for each in pending.choices)
    if chosen or len(scene.text.split()) > LONGEST_REMARK:
        return "tell"
    shares = meant(scene, pending)
    best = max(shares, key=lambda name: shares[name])
    if shares[best] < SURE:
        return "tell"
    figures = [each for each in scene.mentions if each.kind != "rate"]
    if best == "tell" and pending is not None and ASKED_ABOUT.get(pending.path.name) not in FOR_A_FIGURE:
        if scene.vocabulary.replies.form(pending.path.name) == "share" and any(e.kind == "percent" for e in figures):
            return "tell"  # eight out of ten are what was asked for
        timed = [each for each in figures if each.per or each.kind in ("duration", "percent")]
        measured = any(scene.role(each).name in OF_WORK for each in timed)
        of_tools = pending.path.name == "tools" and any(scene.cues.get(each) for each in TOLD_OF_TOOLS)
        # without figures of work it may well be an answer in its own way, and a tool has its price
        return "aside" if measured and not of_tools else "tell"
    found: Intent = next((each for each in LEARNT if each == best), "tell")
    told = any(scene.tags("work", "trade", "place", "tool", "pain", "goal", "strength"))
    if found == "chat" and (told or re.search(TELLING, scene.text, re.IGNORECASE)):
        return "tell"
    if found in NEEDS_A_QUESTION and (pending is None or figures):
        return "tell"
    if found == "question" and any(scene.role(each).name in OF_WORK for each in figures):
        return "tell"  # "what gets me is that 35 % go wrong" asks nothing
    return found


def _is_distress(scene: Scene) -> bool:
    """True where somebody speaks of ruin or despair of their own, today."""
    for match in scene.cues.get("distress", ()):
        clause, sentence = scene.clause(match.start), scene.sentence(match.start)
        own = re.search(OWN, sentence.text, re.IGNORECASE) or len(sentence.text.split()) <= 6
        others = re.search(OTHERS, scene.text[clause.start : match.start], re.IGNORECASE)
        past = re.search(PAST, sentence.text, re.IGNORECASE)
        if own and not others and not past and not is_denied(scene, match.start):
            return True
    return False


def _is_foreign(scene: Scene) -> bool:
    """True where another language's little words outnumber the English ones, or the letters are not Latin."""
    letters = [char for char in scene.text if char.isalpha()]
    first, second, third = LATIN_ENDS
    latin = sum(char < first or second <= char < third for char in letters)
    if len(letters) >= 6 and latin < len(letters) / 2:
        return True
    words = [word.lower() for word in re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", scene.text)]
    if len(words) < 4:
        return False
    english = sum(word in measures().function_words for word in words)
    best = max((sum(word in little for word in words) for little in scene.vocabulary.foreign.values()), default=0)
    return best >= 3 and best > english and best >= len(words) / 5


def _is_question(scene: Scene, pending: Question | None) -> bool:
    """True for a question put to us: its last sentence asks and the rest does not tell a long story."""
    last = scene.sentences[-1]
    if len(scene.text.split()) > LONGEST_QUESTION:
        return False
    marked = last.text.rstrip(" \"'”)").endswith("?")
    worded = scene.opens("asking", last)
    figure_asked = pending is not None and scene.vocabulary.replies.form(pending.path.name) not in NOT_A_FIGURE
    if marked and not worded and figure_asked and scene.mentions:
        return False  # "about three hours?" is an answer by somebody unsure
    told = len(scene.sentences) > 1 and re.search(TELLING, scene.text[: last.start], re.IGNORECASE)
    return marked or (worded and not told)


def _is_aim(scene: Scene, at: int) -> bool:
    """True inside words of a goal: "out in two days instead of nine" corrects nothing."""
    return any(each.start <= at < each.end for each in scene.tags("goal"))


def _is_correction(scene: Scene, pending: Question | None) -> bool:
    """True for "no, 30 not 40", "I meant 30", "actually it's 12 people"; a plain no to an open question is none."""
    whole = Piece(scene.text, 0, len(scene.text))
    words = len(scene.text.split())
    if words > LONGEST_CORRECTION:
        return False
    cues = [each for each in scene.cues.get("correcting", ()) if not _is_aim(scene, each.start)]
    if cues or re.search(r"\bnot \d", scene.text):
        return True
    opened = scene.opens("correct_openers", whole) and words > 1
    return opened and (bool(scene.mentions) or pending is None)
