"""Whether a bare figure by the month is a sum of money: "they want 90 a month for it"."""

from __future__ import annotations

import re

from assistant.language.matching import Match, stem
from assistant.language.quantities import Mention
from assistant.language.sentences import Piece
from assistant.reading.scene import Scene, inside

IT_IS = r"\b(?:it|that|this)(?:\s+(?:is|was|would be|comes to)|['’]s)\s*$"
PER_ONE = r"\s*(?:per|an?|(?:for )?(?:each|every))\s+(?!day|week|month|year)\w+"
"""After a price that is paid for each of several: 49 a month per van."""
THE_ONE = r"\b(?:the|a|its|their|this|that)\s+(?:\w+\s+)?$"
"""Before a price in the singular: the licence is 80 a year; "licences" may be work."""
RECEIVED = (
    r"\b(?:have|has|got|had|received|(?:sent|gave|made) (?:me|us))\s+(?:an?|the|this|his|her|their|one)\s+"
    r"(?:\w+ )?(?:offer|quote|quotation|proposal)\b"
)
"""An offer that somebody made to the speaker; a figure by the month after it is its price."""
BOUGHT = r"\s*for (?:the |a |an |its |their )?"


def is_price(scene: Scene, mention: Mention) -> bool:
    """True for a figure by the month or year without a noun, in a clause that speaks of a price: they want, paying, the
    licence; a word that only tells which work, "licence renewals", speaks of none."""
    if mention.kind != "number" or mention.per not in ("month", "year"):
        return False
    clause = scene.clause(mention.start)
    if re.search(RECEIVED, scene.text[scene.sentence(mention.start).start : mention.start], re.IGNORECASE):
        return True
    if any(_counts(scene, each) for each in _cues(scene, "prices", clause)):
        return True
    if any(_counts(scene, each) and each.end <= mention.start for each in _cues(scene, "pays", clause)):
        return True
    before, after = scene.text[clause.start : mention.start], scene.text[mention.end : clause.end]
    if re.search(IT_IS, before, re.IGNORECASE) and re.match(PER_ONE, after, re.IGNORECASE):
        return True
    return _is_of_a_tool(scene, clause, mention)


def _cues(scene: Scene, name: str, piece: Piece) -> list[Match]:
    return list(inside(scene.cues.get(name, ()), piece.start, piece.end))


def _counts(scene: Scene, word: Match) -> bool:
    """True for a word that is no part of the name of work, and not right before what is counted: not "app orders"."""
    in_work = any(each.start <= word.start < each.end for each in scene.named_work)
    many = scene.text[word.start : word.end].endswith("s")
    if in_work and (many or not re.search(THE_ONE, scene.text[: word.start], re.IGNORECASE)):
        return False
    following = re.match(r"\s*([\w'-]+)", scene.text[word.end :])
    if following is None:
        return True
    at = word.end + following.start(1)
    counted = (stem(following.group(1).lower()),) in scene.lexicon.items
    return not counted and all(each.start != at for each in scene.named_work)


def _is_of_a_tool(scene: Scene, clause: Piece, mention: Mention) -> bool:
    """True where the figure is said of a tool or a price right before it, or for it right after: the app is 90 a month;
    a new program, 90 a month; 90 a month for the app."""
    after = re.match(BOUGHT, scene.text[mention.end : clause.end], re.IGNORECASE)
    if after and scene.cue("tool_nouns", mention.end + after.end(), clause.end):
        return True
    start = clause.start if _says_more(scene, clause.start, mention.start) else scene.sentence(mention.start).start
    sold = [
        each
        for name in ("tool_nouns", "prices")
        for each in inside(scene.cues.get(name, ()), start, mention.start)
        if _counts(scene, each)
    ]
    return any(not _says_more(scene, each.end, mention.start) for each in sold)


def _says_more(scene: Scene, start: int, end: int) -> bool:
    """True where words stand between two offsets that do not merely link a thing with its price."""
    words = re.findall(r"[\w'’]+", scene.text[start:end].lower())
    return not scene.lexicon.price_links.issuperset(words)
