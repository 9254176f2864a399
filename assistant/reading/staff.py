"""Whether a count in a text is of the people who work here, by the tagger where it is sure and else by the words."""

from __future__ import annotations

import re

from assistant.language.measures import measures
from assistant.language.quantities import Mention
from assistant.reading.about import do_it
from assistant.reading.scene import Scene
from assistant.reading.stance import stance_of

SURE, BEYOND_DOUBT = 0.6, 0.95
"""Probability from which the tagger's word on what a figure is stands, whatever the words around it; and from which it
stands even for nouns that we do not know for people."""
NEAR = 40
"""Characters between two parts of one breath."""
NOT_ALL = ("share_staff", "unreal", "past", "wrong", "peak", "doers")
"""Roles of a figure that is no number of all who work here."""
GROUPS = ("crews", "crew", "teams", "team")
NOT_STAFF = frozenset({"members", "kids", "children", "daughters", "sons", "volunteers"})
GENERIC = ("people", "person", "men", "women", "contractors", "managers", "owners", "partners", "family", "others")
"""People who may as well be customers or other firms: alone they count only beside words for staff."""
AGENTS = ("ers", "ors", "ists", "ants", "ians")
"""Endings by which English names people for what they do."""
IN_ALL = r"\s*(?:in all|all told|all in|in total|total|altogether|on (?:the )?(?:payroll|books|team)|strong)\b"
WITH_ME = rf"[^.;!?]{{0,{NEAR}}}\b(?:and|plus|&|\+)\s+(?:me|myself)\b"
DOING = r"\s*(?:do|does|answer|handle|spend|work on)\b"
TAKING = (("takes",), ("take",), ("needs",), ("need",))
EACH = r"\s*(?:a|per|each|every)\b"
OUT_OF = r"\bof (?:our|my|the|these|those)\s*$"
ENDS = r"\s*(?:[.!?\n]|$)"
NO_NOUN = r"\s*(?:$|[.,;:!)\n]|and\b|with\b|in\b|plus\b|now\b|but\b)"
"""What may follow a bare number that counts people: "a team of 12.", not "there are 12 open"."""


def counts_staff(scene: Scene, mention: Mention) -> bool:
    """True where a count is of people who work here: four staff, a team of 12, six of us."""
    may_be = is_of_people(mention) or _is_bare(scene, mention) or _is_surely_staff(scene, mention)
    if not may_be or stance_of(scene, mention.start, mention.end) != "fact":
        return False
    role = scene.role(mention)
    if role.shares.get("staff", 0.0) >= SURE:
        return True
    if _is_told_plainly(scene, mention):
        return not do_it(scene, mention)
    of_us = mention.quote.lower().endswith("of us")
    if of_us and _is_followed(scene, mention, ENDS):
        return _are_all_of_us(scene, mention)
    if role.name in NOT_ALL and role.shares[role.name] >= SURE:
        return False
    if of_us:
        return _are_all_of_us(scene, mention)
    if mention.kind == "number":
        return scene.right_before("team_of", mention.start) is not None and _is_followed(scene, mention, NO_NOUN)
    return _are_told_as_staff(scene, mention)


def is_of_people(mention: Mention) -> bool:
    """True where what is counted are people: drivers, five crew, fee earners; not crews, not members."""
    noun = _noun(mention)
    if mention.kind != "count" or mention.per not in ("", "season") or noun in NOT_STAFF:
        return False
    if noun in GROUPS:
        return noun == "crew" and mention.low > 1
    return noun in measures().persons or (" " in mention.unit and noun.endswith(AGENTS))


def _is_surely_staff(scene: Scene, mention: Mention) -> bool:
    """True for a noun that we do not know for people, but that the tagger has no doubt about: 8 baristas, one admin."""
    known_not = _noun(mention) in NOT_STAFF or _noun(mention) in GROUPS
    told = mention.kind == "count" and not mention.per and not known_not
    return told and scene.role(mention).shares.get("staff", 0.0) >= BEYOND_DOUBT


def _noun(mention: Mention) -> str:
    return mention.unit.split(" ")[-1]


def _is_bare(scene: Scene, mention: Mention) -> bool:
    """True for a number without a noun; where it is all that was said, it tells of nothing."""
    return mention.kind == "number" and not mention.per and mention.quote.strip() != scene.text.strip()


def _is_followed(scene: Scene, mention: Mention, pattern: str) -> bool:
    return re.match(pattern, scene.text[mention.end :], re.IGNORECASE) is not None


def _is_told_plainly(scene: Scene, mention: Mention) -> bool:
    """True where the words around a count say that these people work here, whatever else it may look like: 8 on the
    payroll, we have eight drivers, two stylists and me."""
    if _is_followed(scene, mention, IN_ALL):
        return True
    if mention.kind != "count":
        return False
    return _is_followed(scene, mention, WITH_ME) or scene.right_before("headcount_before", mention.start) is not None


def _are_all_of_us(scene: Scene, mention: Mention) -> bool:
    """True for "six of us", unless they are those who do some work, or hours or minutes are told beside them."""
    if _is_followed(scene, mention, DOING) or scene.words_before(mention.start, 1) in TAKING:
        return False
    return all(each.unit not in ("hours", "minutes") for each in scene.figures(scene.sentence(mention.start)))


def _are_told_as_staff(scene: Scene, mention: Mention) -> bool:
    """True where the clause around a count of people tells of those who work here, not of doers, posts or guests."""
    if do_it(scene, mention) or scene.right_before("replacing", mention.start, words_between=1) is not None:
        return False
    if "-" in mention.quote:
        return True  # a 45-person firm
    clause = scene.clause(mention.start)
    if _is_followed(scene, mention, EACH) or re.search(OUT_OF, scene.text[clause.start : mention.start], re.IGNORECASE):
        return False
    told = scene.cue("headcount_before", clause.start, mention.end) is not None
    return told or _noun(mention) not in GENERIC or len(clause.text.split()) <= 4
