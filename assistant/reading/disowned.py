"""Work that is taken off the table: "leave receiving out", "there are no mailings", "forget that one"."""

from __future__ import annotations

import re

from assistant.domain.facts import FIRM
from assistant.domain.profile import Profile
from assistant.domain.talk import Question
from assistant.language.matching import Match
from assistant.language.sentences import Piece
from assistant.reading.scene import Scene

BEGINS = r"(?:^|[,;:.!?–-]\s*|\b(?:please|and|so|just|but|now|no|ok|okay|well|then|can you|could you|would you)\s+)"
VERBS = r"(?:forget|drop|scrap|strike|delete|remove|ignore|cancel|leave|take|throw|cross|cut|keep)\b"
DROPPED = re.compile(BEGINS + VERBS, re.IGNORECASE)
"""The head of a request to let something be."""
NEEDS_OUT = re.compile(r"(?:leave|take|throw|cross|cut|keep)\b", re.IGNORECASE)
OUT = re.compile(r"\b(?:out|off|away|aside|alone|be)\b", re.IGNORECASE)
"""Without one of these the verbs above ask for nothing to go."""
UNSAID = re.compile(r"\W*(?:i|we) (?:did not|didn'?t|never) (?:say|mean|ask|mention|speak)\b", re.IGNORECASE)
"""After the name of work, that it was not meant: "receiving goods? I didn't say that"."""
IT = re.compile(r"\b(?:it|that one|this one|them|those)\b", re.IGNORECASE)
DENIALS = frozenset({"no", "not", "dont", "doesnt", "never", "isnt", "arent"})
REACH = 4
A_MANNER = r"\s*(?:by|on|with|through|over|via|in|at|ourselves|myself|yet)\b"
DONE_BY_OTHERS = ("outside_words", "family_words", "staff_words")
"""Who does it, said beside a denial: "I don't do the invoices, my wife does" denies the doer, not the work."""


def disowned(scene: Scene, known: Profile, pending: Question | None) -> frozenset[str]:
    """The ids of known work that the words take off the table, by its name, or as "it" where it was asked about; what
    they tell a figure of stays."""
    ids = {each.id for each in known.processes}
    named = [each for each in scene.named_work if each.key in ids]
    gone = {each.key for each in named if _is_gone(scene, each)}
    kept = {each.key for each in named if not _is_gone(scene, each) and scene.figures(scene.clause(each.start))}
    asked_of = pending.path.scope if pending and pending.path.scope != FIRM else None
    if asked_of in ids and not scene.named_work and any(_lets_it_be(scene, each) for each in scene.sentences):
        gone.add(str(asked_of))
    return frozenset(gone - kept)


def _is_gone(scene: Scene, named: Match) -> bool:
    sentence = scene.sentence(named.start)
    asked = _request(sentence)
    if asked is not None and sentence.start + asked.start() <= named.start:
        return True
    if UNSAID.match(scene.text, named.end):
        return True
    return _is_denied(scene, named) and not any(scene.has(each, sentence) for each in DONE_BY_OTHERS)


def _is_denied(scene: Scene, named: Match) -> bool:
    """True where only light words stand between a denial and the work: "we send no mailings", not "no wrong parcels"
    and not "we don't do newsletters by hand"."""
    if re.match(A_MANNER, scene.text[named.end :], re.IGNORECASE):
        return False
    for word in scene.words_before(named.start, REACH):
        if word.replace("'", "") in DENIALS:
            return True
        if word not in scene.lexicon.light_words:
            return False
    return False


def _lets_it_be(scene: Scene, sentence: Piece) -> bool:
    asked = _request(sentence)
    return asked is not None and IT.search(sentence.text, asked.start()) is not None


def _request(sentence: Piece) -> re.Match[str] | None:
    """The request to let something be that a sentence begins with, or holds after "please" or a comma."""
    found = DROPPED.search(sentence.text)
    if found is None:
        return None
    verb = NEEDS_OUT.search(found.group())
    return found if verb is None or OUT.search(sentence.text, found.end()) else None
