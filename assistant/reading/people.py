"""How many people work in the firm, the owner included where the words include them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.domain.facts import Fact, Said
from assistant.language.matching import Match
from assistant.language.measures import measures
from assistant.language.quantities import Mention
from assistant.reading import figures
from assistant.reading.about import do_it
from assistant.reading.scene import Scene
from assistant.reading.stance import stance_of

WITH_SPEAKER = r"\b(?:me|myself|i) (?:and|plus|with)\s+(?:my |our )?(?:\w+ )?$"
WITH_TWO = r"\b(?:and i|and me),? (?:and|plus|with)\s+(?:\w+ )?$"
ME_AND_ONE = r"\b(?:me|myself) (?:and|plus) (?:an?|my|one)\s+(?P<others>[\w-]+(?:\s[\w-]+)?)"
PART_OF_US = r"\s*(?:do|does|answer|handle|spend|work on)\b"
GENERIC = ("people", "person", "men", "women", "contractors", "managers", "owners", "partners", "family", "others")
TAKING_PEOPLE = (("takes",), ("take",), ("needs",), ("need",))
GROUPS = ("crews", "crew", "teams", "team")
NOT_STAFF = ("members", "kids", "children", "daughters", "sons")
NOT_ALL = ("share_staff", "unreal", "past", "wrong", "peak")
"""Roles of a figure that is no number of all who work here."""
SURE = 0.6
"""Probability from which the tagger's word on what a figure is stands, whatever the words around it."""
NEAR = 30
"""Characters between two counts that are added up."""


def headcount(scene: Scene) -> Fact | None:
    """The people of the firm as a fact, added up where they are told in one breath; None where not told."""
    people = [each for each in scene.mentions if _counts_staff(scene, each)]
    groups = next((each for each in scene.mentions if each.unit in GROUPS), None)
    if people and groups is not None and _are_groups_of(scene, groups, people[0]):
        low, high = groups.low * people[0].low, groups.high * people[0].high
        quote = scene.text[groups.start : people[0].end]
        return Fact(value=low if low == high else (low, high), unit="people", said=figures.said_of(groups), quote=quote)
    if people:
        return _summed(scene, people)
    for beside in re.finditer(ME_AND_ONE, scene.text, re.IGNORECASE):
        others = [word for word in beside.group("others").lower().split() if word in measures().persons]
        if others:
            quote = scene.text[beside.start() : beside.end()].strip()
            return Fact(value=2.0, unit="people", said=Said(value=2.0, unit="people"), quote=quote)
    for cue, count in (("two_of_us", 2.0), ("solo", 1.0)):
        for match in scene.cues.get(cue, ()):
            if stance_of(scene, match.start, match.end) == "fact" and not _says_more(scene, match):
                quote = scene.text[match.start : match.end]
                return Fact(value=count, unit="people", said=Said(value=count, unit="people"), quote=quote)
    return None


def _are_groups_of(scene: Scene, groups: Mention, each: Mention) -> bool:
    """True for "three crews of two"."""
    return scene.text[groups.end : each.start].split() == ["of"]


def speakers_beside(before: str) -> int:
    """How many speakers are named before a count of people: me and three others, my wife and I and two helpers."""
    nearby = before[-NEAR:].lower()
    return 2 if re.search(WITH_TWO, nearby) else 1 if re.search(WITH_SPEAKER, nearby) else 0


def _says_more(scene: Scene, match: Match) -> bool:
    """True for "just me and my two helpers": more people follow."""
    return match.key == "solo" and re.match(r"\s*(?:and|plus|with)\b", scene.text[match.end :]) is not None


def _counts_staff(scene: Scene, mention: Mention) -> bool:
    """True where a count is of people who work here: four staff, a team of 12, six of us."""
    if mention.kind not in ("count", "number") or mention.per or stance_of(scene, mention.start, mention.end) != "fact":
        return False
    role = scene.role(mention)
    if role.shares.get("staff", 0.0) >= SURE:
        return True
    if role.name in NOT_ALL and role.shares[role.name] >= SURE:
        return False
    after = scene.text[mention.end :].lower()
    if mention.quote.lower().endswith("of us"):
        part = re.match(PART_OF_US, after) or scene.words_before(mention.start, 1)[:1] in TAKING_PEOPLE
        timed = any(each.unit in ("hours", "minutes") for each in scene.figures(scene.sentence(mention.start)))
        return not part and not timed
    clause = scene.clause(mention.start)
    if mention.kind == "number":
        return _ends_there(scene, mention) and scene.right_before("team_of", mention.start) is not None
    noun = mention.unit.split(" ")[-1]
    if do_it(scene, mention) or scene.right_before("replacing", mention.start, words_between=1) is not None:
        return False
    if noun not in measures().persons or noun in NOT_STAFF or noun in GROUPS:
        return False
    if "-" in mention.quote:
        return True  # a 45-person firm
    before = scene.text[clause.start : mention.start].lower()
    if re.match(r"\s*(?:a|per|each|every)\b", after) or re.search(r"\bof (?:our|my|the|these|those)\s*$", before):
        return False
    cue = scene.cue("headcount_before", clause.start, mention.end) is not None
    return cue or noun not in GENERIC or len(clause.text.split()) <= 4


def _ends_there(scene: Scene, mention: Mention) -> bool:
    """True where no noun follows that a bare number would count: "a team of 12.", not "there are 12 open"."""
    return re.match(r"\s*(?:$|[.,;:!)\n]|and\b|with\b|in\b|plus\b|now\b|but\b)", scene.text[mention.end :]) is not None


def _summed(scene: Scene, people: Sequence[Mention]) -> Fact:
    """People told in one breath are added up: two full-time and three part-time; me and four staff."""
    first = people[0]
    low, high, end = first.low, first.high, first.end
    for each in people[1:]:
        between = scene.text[end : each.start].lower()
        joined = len(between) < NEAR and re.search(r"\band\b|\bplus\b|,|\bwith\b", between)
        part = re.match(r"\s*of (?:them|whom)\b", scene.text[each.end :])
        if not joined or part or re.search(r"[.;!?]", between):
            break
        low, high, end = low + each.low, high + each.high, each.end
    extra = speakers_beside(scene.text[: first.start])
    value = low + extra if low == high else (low + extra, high + extra)
    return Fact(value=value, unit="people", said=figures.said_of(first), quote=scene.text[first.start : end])
