"""Work that a firm does not have: "we send no mailings", "there are no job sheets", "I never follow up"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.language.matching import Match, stem
from assistant.reading.scene import Scene
from assistant.reading.stance import denial

STOPS = r"\s*(?:$|[.!?,;:…]|[-–—]\s|\b(?:and|because|since|as)\b)"
"""What ends the words about one thing."""
NONE_LEFT = re.compile(
    r"(?:\s+(?:here|either|any ?more|at all|whatsoever|anyway|these days|(?:since )?last \w+|(?:\w+ )?years? ago))*"
    rf"{STOPS}(?!\s*(?:except|only|unless|until|apart|other than|just|but)\b)",
    re.IGNORECASE,
)
"""What may follow the name where all of it is denied: "no orders in January" denies January, "no booking system" a
system."""
NOT_NOW = re.compile(r"\s+(?:any ?more|at all|whatsoever)\b", re.IGNORECASE)
DOES_IT = re.compile(r"\b(?:does|do|has|have)(?:\s+(?:it|them|that|those|this))?\s*(?:$|[.,;!?])", re.IGNORECASE)
A_NAME = re.compile(r"(?<=[\w,;'’.]\s)(?!I\b|We\b)[A-Z][a-z]+")
DONE_BY_OTHERS = ("outside_words", "family_words", "staff_words")
"""Who does it, said beside a denial: "I don't do the invoices, my wife does" denies the doer, not the work."""
WHOLLY = frozenset({"dont", "never", "nobody", "stopped", "no", "havent"})
"""Negations that leave nothing: not "hardly", "can't" or "didn't"."""
SPEAKERS = frozenset({"i", "we", "i've", "we've"})
ANY, THE = frozenset({"any", "a", "an", "such"}), frozenset({"the", "our", "my", "these", "those"})
BESIDE = frozenset({"really", "even", "actually", "ever", "longer", "just", "simply", "still", "also", "as", "well"})
REACH = 4


def is_absent(scene: Scene, named: Match) -> bool:
    """True where the firm is said to have or do none of a work that is named; what it lacks time, wish or a tool for is
    work all the same."""
    words = denial(scene, named.start)
    if words is None or not NONE_LEFT.match(scene.text, named.end) or scene.has("not_pain", scene.clause(named.start)):
        return False
    told = {*words, *scene.text[named.start : named.end].lower().split()}
    if THE.isdisjoint(told) or NOT_NOW.match(scene.text, named.end):
        before = scene.words_before(named.start, len(words) + REACH)[len(words) :]
        return _is_none_of_ours(scene, words, before) and not _is_done_by_others(scene, named, before)
    return False


def _is_none_of_ours(scene: Scene, words: Sequence[str], before: Sequence[str]) -> bool:
    """True where the words from a negation to a name say that the speaker, of the words before, has or does none."""
    negator, between = words[0], [each for each in words[1:] if each not in ANY | THE | BESIDE]
    subject = [each for each in before if each not in BESIDE]
    if negator in ("isnt", "arent") or (negator == "no" and subject[:1] in (["is"], ["are"], ["there's"])):
        return not between and "there" in "".join(subject[:2])
    if negator == "not" and subject[:1] == ["do"]:
        negator, subject = "dont", subject[1:]
    if negator == "no" and not between:  # we send no mailings
        between, subject = subject[:1], subject[1:]
        if not between:
            return False
    has_any = negator != "havent" or not ANY.isdisjoint(words) or between
    ours = negator == "nobody" or not subject or subject[0] in SPEAKERS
    done = all(stem(each) in scene.lexicon.habits for each in between)
    return negator in WHOLLY and bool(has_any) and ours and done


def _is_done_by_others(scene: Scene, named: Match, before: Sequence[str]) -> bool:
    """True where somebody else is said to do it, in the sentence or the next; for the speaker alone, a name will do."""
    at = scene.sentence_index(named.start)
    end = scene.sentences[min(at + 1, len(scene.sentences) - 1)].end
    after = scene.text[named.end : end]
    if any(scene.cue(each, scene.sentences[at].start, end) for each in DONE_BY_OTHERS) or DOES_IT.search(after):
        return True
    return not {"i", "i've"}.isdisjoint(before) and A_NAME.search(after) is not None
