"""Work that is taken off the table: "leave receiving out", "there are no mailings", "quotes can go"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from assistant.domain.facts import FIRM
from assistant.domain.profile import Profile
from assistant.domain.talk import Question
from assistant.language.matching import Match, is_literal
from assistant.language.sentences import Piece
from assistant.reading.absent import STOPS, is_absent
from assistant.reading.control import control
from assistant.reading.refusals import NEVER_SAID
from assistant.reading.scene import Scene, inside
from assistant.reading.stance import is_denied

HEADS = frozenset({"and", "but", "so", "well", "now", "oh", "ok", "okay", "just", "no", "also", "yes"})
"""Little words before the verb of a request."""
LATER = r"(?:\s+(?:please|then|too|altogether|completely|entirely|for good|(?:(?:from|of) )?(?:it|this|that|the \w+)))*"
ENDS = re.compile(LATER + STOPS, re.IGNORECASE)
"""What may follow the name where a request lets it be: "out of it, please", not "out late"."""
OUT = re.compile(r"(?:\s+\w+){0,2}?\s+(?:out|off|away|aside|alone|be)\b", re.IGNORECASE)
UNSAID = re.compile(rf"\s*[?!.,;:–—-]\W*(?:i|we)\s+{NEVER_SAID}", re.IGNORECASE)
"""After the name of work, that it was not meant: "receiving goods? I didn't say that"."""
IT = re.compile(r"\s+(?P<what>it|that|this|them|those|that one|this one)\b", re.IGNORECASE)
OR_TWO = re.compile(r"\s*,?\s*(?:and|or|nor)\s+(?:the |any |our |my )?", re.IGNORECASE)
"""Between two names that go together: forget the quotes and the orders."""
GAP = 2
"""Words that may stand between the verb of a request and the name: "forget about the"."""
OF_HOW_MUCH = ("hours_per_week", "items_per_week", "minutes_per_item")
NONE_OF_IT = re.compile(
    r"\b(?:we|i)(?: really| actually)? (?:don['’]?t|do not|never)(?: really| actually)? (?:do|have|get) "
    r"(?:that|those|them|any|such)\b" + STOPS,
    re.IGNORECASE,
)
"""After a question how much work there is: that the firm does none of it."""
NOT_MEANT = re.compile(
    r"\bthat(?:['’]?s| is) not (?:us|ours|what (?:we|i) (?:do|meant|said))\b|\bmisunderst(?:ood|and)\b"
    r"|(?<!\bthat )(?<!\bthis )(?<!\bit )(?<!\bwhich )\b(?:is|are|was|were) what (?:we|i) meant?\b",
    re.IGNORECASE,
)
"""After a question about work: that it is another firm's, or was never told."""
MEANT = re.compile(r"\b(?:i|we) (?:meant|(?:was|were) (?:talking|speaking) (?:about|of))\b", re.IGNORECASE)
"""What stands before the work that was meant instead."""
SHARING = re.compile(r"\b(?:i|we|you|they)\b", re.IGNORECASE)
"""Subjects that a verb after a comma may share: "we open the post, take them out"."""


def disowned(scene: Scene, known: Profile, pending: Question | None) -> frozenset[str]:
    """The ids of known work that the words take off the table, by its name, or as "it" where it was asked about; what
    they tell a figure of stays."""
    if by_name := _by_its_whole_name(scene, known):
        return by_name
    ids = {each.id for each in known.processes}
    named = [each for each in scene.named_work if each.key in ids]
    gone = _gone(scene, named)
    kept = {each.key for each in named if each not in gone and scene.figures(scene.clause(each.start))}
    asked_of = pending.path.scope if pending and pending.path.scope != FIRM else None
    unnamed = asked_of in ids and all(each.key != asked_of for each in scene.named_work)
    if unnamed and pending and _was_not_meant(scene, pending.path.name):
        return frozenset({str(asked_of)})
    if unnamed and not scene.named_work and _lets_it_be(scene):
        return frozenset({str(asked_of)})
    return frozenset({each.key for each in gone} - kept)


def _by_its_whole_name(scene: Scene, known: Profile) -> frozenset[str]:
    """The work that a request names as the catalogue does, whatever other work its name would be read as: "drop taking
    calls when the firm is closed"."""
    verb = _request(scene, scene.sentences[0]) if scene.sentences else None
    rest = scene.text[verb.end :].strip(" .,;“”\"'").lower().removeprefix("the ") if verb else ""
    return frozenset(each.id for each in known.processes if each.name.lower() == rest)


def _was_not_meant(scene: Scene, asked: str) -> bool:
    """True where words after a question about work say that it is none of the firm's, or name what was meant instead;
    what they tell a figure of is told of it."""
    if scene.mentions:
        return False
    if NOT_MEANT.search(scene.text) or (asked in OF_HOW_MUCH and NONE_OF_IT.search(scene.text)):
        return True
    return bool(scene.named_work) and MEANT.search(scene.text) is not None


def asked_back(scene: Scene, gone: Collection[str]) -> frozenset[str]:
    """The ids of work off the table that is named anew to be looked at: "do look at invoices again"."""
    named = [each for each in scene.named_work if each.key in gone]
    off = {each.key for each in named if is_let_be(scene, each) or is_denied(scene, each.start)}
    asked = {each.key for each in named if scene.has("bring_back", scene.clause(each.start))}
    return frozenset(asked - off)


def _gone(scene: Scene, named: Sequence[Match]) -> list[Match]:
    """The names that the words take off the table, those that an "and" joins to one of them too."""
    gone: list[Match] = []
    for each in named:
        joined = gone and OR_TWO.fullmatch(scene.text, gone[-1].end, each.start)
        if joined or is_let_be(scene, each):
            gone.append(each)
    return gone


def is_let_be(scene: Scene, named: Match) -> bool:
    """True where work that is named is to be let be, is none of the firm's, or was never meant."""
    sentence = scene.sentence(named.start)
    verb = _request(scene, sentence)
    if verb is not None and verb.end <= named.start and _takes(scene, verb, named):
        return True
    if UNSAID.match(scene.text, named.end) or _goes(scene, named, sentence):
        return True
    return is_absent(scene, named)


def _request(scene: Scene, sentence: Piece) -> Match | None:
    """The verb of a request to let something be: at the head of a sentence, or right after words that ask for it."""
    verbs = (*scene.cues.get("let_be", ()), *scene.cues.get("put_out", ()))
    for verb in inside(sorted(verbs, key=lambda each: each.start), sentence.start, sentence.end):
        if is_literal(verb, scene.text) and _is_asked(scene, sentence, verb.start):
            return verb
    return None


def _is_asked(scene: Scene, sentence: Piece, at: int) -> bool:
    """True where nothing but words of asking and little words stand before an offset, from the head of its sentence or
    from a comma that words of asking follow."""
    asking = inside(scene.cues.get("asks_to", ()), sentence.start, at)
    if asking and _are_little(scene.text[asking[-1].end : at]):
        before = scene.text[sentence.start : asking[0].start].rstrip()
        return before.endswith((",", ";", ":", "-", "–", "—")) or _are_little(before)
    thought = scene.cue("second_thoughts", sentence.start, at)
    return _are_little(scene.text[thought.end if thought else sentence.start : at])


def _are_little(words: str) -> bool:
    return HEADS.issuperset(re.findall(r"[\w'’]+", words.lower()))


def _takes(scene: Scene, verb: Match, named: Match) -> bool:
    """True where a request is for the work named right after its verb, and for all of it."""
    between = scene.text[verb.end : named.start].lower().split()
    if len(between) > GAP or "to" in between:
        return False
    out = OUT.match(scene.text, named.end)
    if verb.key == "put_out" and out is None:
        return False
    return ENDS.match(scene.text, out.end() if out else named.end) is not None


def _goes(scene: Scene, named: Match, sentence: Piece) -> bool:
    """True where the name is followed by words that let it go: invoices can go; timesheets, forget it."""
    after = next(iter(inside(scene.cues.get("may_go", ()), named.end, sentence.end)), None)
    if after and not scene.text[named.end : after.start].strip(" ,:-–—"):
        return ENDS.match(scene.text, after.end) is not None
    return False


def _lets_it_be(scene: Scene) -> bool:
    """True where a request is for "it", right after the verb and to its end; "forget it" lets a question be, and words
    with a figure tell of the work."""
    if scene.mentions or control(scene) is not None:
        return False
    return any(_is_for_it(scene, verb) for verb in (*scene.cues.get("let_be", ()), *scene.cues.get("put_out", ())))


def _is_for_it(scene: Scene, verb: Match) -> bool:
    it = IT.match(scene.text, verb.end)
    if it is None or not is_literal(verb, scene.text):
        return False
    sentence, out = scene.sentence(verb.start), OUT.match(scene.text, it.end())
    out = out if out and len(out.group().split()) == 1 else None
    skips = any(each.start <= verb.start < each.end for each in scene.cues.get("skip", ()))
    plain = verb.key == "let_be" and not skips and it["what"].lower() not in ("that", "this")
    if not (out or plain) or not ENDS.match(scene.text, out.end() if out else it.end()):
        return False
    before = scene.text[sentence.start : verb.start].rstrip()
    by_itself = out is not None and before.endswith((",", ";", ":", "-", "–", "—")) and not SHARING.search(before)
    return by_itself or _is_asked(scene, sentence, verb.start)
