"""Which words of an owner suppose something: what if, say that, with half the money, without the chatbot?"""

from __future__ import annotations

import re

from assistant.domain.facts import Noun
from assistant.language.matching import find, is_literal
from assistant.language.sentences import Piece
from assistant.reading.scene import Scene, inside

HEAD = 6
"""Words before an opening of what is supposed: "right, and what would you do, say, if"."""
LITTLE = (
    r"(?:and|but|so|or|right|ok(?:ay)?|well|now|then|hm+|also|even|just|only|what about|how about|yes|no(?=,)"
    r"|,|\s|-|–|—|\.)*"
)
"""Words and signs at the head of a sentence that tell nothing."""
IF = re.compile(
    r"\b(?:if(?! only (?:i|we|there|it)\b)|had(?= (?:they|we|i|he|she|it|you|the)\b)"
    r"|were(?= (?:we|i|it|they|he|she|there)\b)|should(?= (?:he|she|they|it|the|my|our)\b))\b",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r"\s+(?:i['’]m (?:honest|right)|i am honest|you ask me|i (?:remember|recall|may|count|add)\b|memory|need be"
    r"|possible|anything\b|not\b|so\b|you (?:like|say|want|know)\b|i think)",
    re.IGNORECASE,
)
"""After "if": an aside to what is told."""
WHEN = re.compile(r"\b(?:when|once|as soon as)\b", re.IGNORECASE)
"""Openings of what is to come: what they tell is supposed where it is asked what comes of it."""
POSSIBLE = re.compile(
    r"\b(?:might|may|could|would|thinking (?:of|about)|planning|going to|considering|toying)\b|['’](?:d|ll)\b",
    re.IGNORECASE,
)
SAY = re.compile(
    rf"{LITTLE}say,?\s+(?!(?:hello|hi|yes|no|so|that again|again|it|about|around|roughly|maybe|between|half"
    r"|an? (?:couple|few|hour|day|week|minute)|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty"
    r"|fifty)\b|[\d£$€])",
    re.IGNORECASE,
)
"""Before a clause; before a figure it only says that the figure is rough."""
FRAGMENT = re.compile(
    rf"{LITTLE}(?:with(?:out)?|leaving|minus|not|no(?!\s*,)|at|on|for|only|half|twice|double|treble"
    r"|three times|plus|under|given|considering)\b"
    r"|.*?\b(?:what|how) about\b",
    re.IGNORECASE,
)
MAIN = re.compile(
    r"(?:[,;]|\s[-–—]+)?\s*\b(?:then|would (?:you|it|that|this|we|i)|what (?:would|happens|then|do|does|should)"
    r"|how (?:would|does|do|is|much)|do (?:you|we|i)|does (?:it|that|this)|is (?:it|that)|could (?:we|you|it|i)"
    r"|should (?:i|we)|where (?:would|does)|which (?:one|would)|same answer|am i|are we|will (?:it|that|you|we))\b",
    re.IGNORECASE,
)
"""Where the main clause begins that asks what comes of it."""
SUBJECT = re.compile(
    r"(?<!\band )(?<!\bor )(?<!\bthat )(?<!\bwhat )(?<!\bthan )"
    r"\b(?:i|we|it|they|he|she|you|(?:that|there)(?=['’]s|\s(?:is|are|was)))\b",
    re.IGNORECASE,
)
OBJECT = re.compile(
    r"\b(?:of|for|with|to|in|on|at|from|about|by|without|doing|do)\s+(?:it|that|you|there)\b", re.IGNORECASE
)
THAT = re.compile(
    r"^[\s,]*(?:that(?= (?:i|we|he|she|they|the|my|our|it|you|there|nobody|everybody|somebody)\b)|if\b)", re.IGNORECASE
)
WHAT = re.compile(rf"{LITTLE}(?:what|how|where|would)\b", re.IGNORECASE)
"""Heads of a question whose answer hangs on an if: what would you tell me if ..."""
GERUND = re.compile(r"^\W*(?:\w+\s+){0,3}(?:would|will|does|could)\s+(?=\w{2,}ing\b)", re.IGNORECASE)
GOES_ON = re.compile(
    r"\W*(?:and|but|or)\b(?! (?:what|how|why|when|where|who|which|is|are|do|does|can|could|should|would)\b)",
    re.IGNORECASE,
)
"""Heads of a question that goes on from the one before: and my wife leaving?"""
INSIDE = re.compile(
    r"\b(?:without|with|at|given|on)\s+\w",
    re.IGNORECASE,
)
WONDERED = re.compile(
    r"\b(?:what|which|who|why|when|how (?:do|does|is|are|can|much|many)|worth|good|fair|price)\b", re.IGNORECASE
)
"""Questions to the books rather than to the own case."""
SHORT, SHORTEST = 8, 5
"""Words of a fragment that need not be asked: with half the money."""
REQUEST = re.compile(rf"{LITTLE}(?:(?:please|can you|could you|would you|let's)\s+)?", re.IGNORECASE)


class Supposed(Noun):
    """The words that suppose something, and where their sentence begins.

    `strong` is true for an opening that can tell nothing else: what if, suppose; `leads` where an "if" stands at the
    head of the words. `asks` is true where they ask for what
    comes of it.
    """

    words: str
    start: int
    strong: bool = False
    leads: bool = False
    asks: bool = False


def supposed(scene: Scene) -> Supposed | None:
    """What the words suppose, without what opens it and what it is asked for; None where they suppose nothing."""
    for n, sentence in enumerate(scene.sentences):
        after = scene.sentences[n + 1 :]
        effect = any(scene.has("asks_effect", each) for each in after)
        asks = sentence.text.rstrip(" \"'”)").endswith("?") or effect
        found = _supposed(scene, sentence, asks=asks) or (_possible(sentence) if effect else None)
        if found is not None:
            more = [each.text for each in after if not scene.has("asks_effect", each)]
            return found.model_copy(update={"words": " ".join([found.words, *more]).strip()})
    return None


def _supposed(scene: Scene, sentence: Piece, *, asks: bool) -> Supposed | None:
    openings = inside(scene.cues.get("supposes", ()), sentence.start, sentence.end)
    opening = next((each for each in openings if is_literal(each, scene.text)), None)
    if opening and _opens(scene, sentence, opening.start):
        words = _without_main(scene.text[opening.end : sentence.end])
        return Supposed(words=THAT.sub("", words).strip(), start=sentence.start, strong=True, asks=asks)
    if said := SAY.match(sentence.text):
        words = _without_main(sentence.text[said.end() :])
        return Supposed(words=words, start=sentence.start, asks=asks)
    return (
        _conditional(scene, sentence, asks=asks)
        or _fragment(scene, sentence, asks=asks)
        or _gerund(sentence, asks=asks)
        or _asked_again(scene, sentence)
        or _ruled_out(scene, sentence)
    )


def _opens(scene: Scene, sentence: Piece, at: int) -> bool:
    """True for an opening near the head of its sentence; "a whole morning, I suppose" opens nothing."""
    before = scene.text[sentence.start : at].lower().split()
    return len(before) <= HEAD and before[-1:] not in (["i"], ["we"])


def _conditional(scene: Scene, sentence: Piece, *, asks: bool) -> Supposed | None:
    """After "if": nothing is supposed by "I wonder if", and in "if it rains we do twelve" something is told."""
    for found in IF.finditer(sentence.text):
        before, rest = sentence.text[: found.start()], sentence.text[found.end() :]
        if ASIDE.match(rest):
            continue
        if found.group().lower() == "if" and _wonders(scene, sentence, found.start()):
            continue
        words = _without_main(rest)
        asked = asks or words != _plain(rest)
        leads = re.fullmatch(LITTLE, before, re.IGNORECASE) is not None
        if not leads and not asks:
            continue
        if not asked and _tells(words):
            continue
        return Supposed(words=_plain(words), start=sentence.start, leads=leads, asks=asked)
    return None


def _possible(sentence: Piece) -> Supposed | None:
    """What may come to be, where it is asked what comes of it: we might get to seventy; what then?"""
    if not (POSSIBLE.search(sentence.text) or WHEN.match(sentence.text)):
        return None
    return Supposed(words=_without_main(sentence.text), start=sentence.start, asks=True)


def _wonders(scene: Scene, sentence: Piece, at: int) -> bool:
    if WHAT.match(sentence.text):
        return False
    match = scene.cue("wondering", sentence.start, sentence.start + at)
    return match is not None and len(scene.text[match.end : sentence.start + at].split()) <= 1


def _tells(words: str) -> bool:
    """True where a subject behind the first word shows a main clause: if it rains we do twelve calls."""
    plain = OBJECT.sub(" ", words).strip()
    later = len((plain.split() or [""])[0])
    return SUBJECT.search(plain, later) is not None


def _fragment(scene: Scene, sentence: Piece, *, asks: bool) -> Supposed | None:
    """With half the money? Without the chatbot? It is asked, and nothing else stands there."""
    words_told = len(sentence.text.split())
    few = words_told <= (SHORT if asks else SHORTEST)
    within = sentence.text.rstrip().endswith("?") and INSIDE.search(sentence.text)
    asks = asks or scene.has("asks_effect", sentence)
    goes_on = few and asks and GOES_ON.match(sentence.text)
    if within and not WONDERED.search(sentence.text):
        return Supposed(words=_plain(sentence.text[within.start() :]), start=sentence.start, asks=asks)
    if not goes_on and (not FRAGMENT.match(sentence.text) or not (asks or few)):
        return None
    words = _without_main(sentence.text)
    return None if _tells(words) else Supposed(words=words, start=sentence.start, asks=asks)


def _gerund(sentence: Piece, *, asks: bool) -> Supposed | None:
    """Would hiring someone change that? What does doubling the budget bring?"""
    found = GERUND.search(sentence.text) if asks else None
    if found is None:
        return None
    return Supposed(words=_plain(sentence.text[found.end() :]), start=sentence.start, asks=True)


def _asked_again(scene: Scene, sentence: Piece) -> Supposed | None:
    """Run it again at 220 a week; a bookkeeper at 28 the hour, how would it be?"""
    asks = scene.cue("asks_effect", sentence.start, sentence.end)
    if asks is None:
        main = _without_main(sentence.text)
        return _possible(sentence) if WHEN.match(sentence.text) and main != _plain(sentence.text) else None
    words = f"{scene.text[sentence.start : asks.start]} {scene.text[asks.end : sentence.end]}"
    return Supposed(words=_plain(words), start=sentence.start, asks=True) if words.strip(" ?.!,") else None


def _ruled_out(scene: Scene, sentence: Piece) -> Supposed | None:
    """A request to leave a way out: scrap the chatbot."""
    verbs = [scene.cue(each, sentence.start, sentence.end) for each in ("let_be", "put_out", "rules_out")]
    heads = [
        each
        for each in verbs
        if each is not None
        and is_literal(each, scene.text)
        and REQUEST.fullmatch(scene.text[sentence.start : each.start])
        and any(
            not re.search(r"[,;]", scene.text[each.end : way.start])
            for way in inside(find(scene.stems, scene.lexicon.means), each.end, sentence.end)
        )
    ]
    if not heads:
        return None
    return Supposed(words=_without_main(sentence.text), start=sentence.start, asks=False)


def _without_main(words: str) -> str:
    """The words without the main clause that asks what comes of them."""
    found = next((each for each in MAIN.finditer(words) if words[: each.start()].strip(" ,")), None)
    return _plain(words[: found.start()] if found else words)


def _plain(words: str) -> str:
    return words.strip(" \t\n,;:?.!-–—\"'“”")
