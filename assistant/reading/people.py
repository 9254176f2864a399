"""How many people work in the firm, the owner included where the words include them.

Counts of people told in one breath are parts that add up, unless one of them is the whole already ("three of us, me
and two lads"), takes back the one before ("14, no wait, 15"), or is of another season ("22 in summer, 7 in winter").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.domain.facts import Fact, Said
from assistant.language.quantities import Mention
from assistant.language.sentences import Piece
from assistant.reading import named
from assistant.reading.scene import Scene
from assistant.reading.staff import GROUPS, IN_ALL, NEAR, NOT_STAFF, SURE, counts_staff, is_of_people
from assistant.reading.stance import is_denied, stance_of

ENTIRE = rf"(?:\s*of us\b|{IN_ALL})"
ENTIRE_NOUNS = ("people", "persons", "staff", "employees", "us", "souls", "heads", "hands", "strong")
AND_ME = rf"{ENTIRE}?\s*(?:\+|&|\bplus\b|\band\b)\s*(?:me|myself|i)\b"
AND_MORE = r"\W*(?:and|plus|\+|&)\s+(?:\w+\s+)?"
EXPLAINED = r"\s*(?:of us)?\s*(?P<mark>[:,(–-])"
"""What may open a list of those counted: "we are three: me and two lads"."""
ANYBODY = ("", "people", "persons", "staff")
"""Nouns of a count that a list may explain: three fee earners, two secretaries and myself are six."""
INCLUDED = r"\b(?:with|including|counting)\s+(?:the|our|my|those)\s*$"
"""Before people who are in a count already: eleven with the two apprentices."""
TAKEN_BACK = r"\b(?:no(?:\s*,|\s+wait|\s+sorry|\s*$)|sorry|wait|hang on|hold on|make that|i mean|correction)"
SEASON = (
    r"\b(?:season|summer|winter|autumn|spring|harvest|vintage|christmas|peak|year[- ]round|goes up|swells?|rises?)\b"
)


@dataclass(frozen=True, slots=True)
class Part:
    """People at one place of a text: how many, what they were called, and whether they are everybody.

    `sureness` is the probability, by the tagger, that they are all who work here.
    """

    low: float
    high: float
    start: int
    end: int
    noun: str = ""
    sureness: float = 0.0
    is_whole: bool = False

    def __add__(self, other: Part) -> Part:
        """Both together, from the first word of either to the last."""
        start, end = min(self.start, other.start), max(self.end, other.end)
        return replace(self, low=self.low + other.low, high=self.high + other.high, start=start, end=end)


def headcount(scene: Scene) -> Fact | None:
    """The people of the firm as a fact; None where not told."""
    told = _told(scene)
    if told is None:
        return None
    value = told.low if told.low == told.high else (told.low, told.high)
    said = Said(value=value, unit="people")
    return Fact(value=value, unit="people", said=said, quote=scene.text[told.start : told.end])


def _told(scene: Scene) -> Part | None:
    wrong = {each.low for each in scene.mentions if is_denied(scene, each.start)}
    counts = [each for each in scene.mentions if counts_staff(scene, each) and each.low not in wrong]
    if not counts:
        return _in_words(scene) or _beside_some(scene)
    return _in_groups(scene, counts[0]) or _everybody(scene, _going_on(scene, counts[0], counts))


def _in_groups(scene: Scene, count: Mention) -> Part | None:
    """Groups of so many each: 3 crews of two."""
    groups = next((each for each in scene.mentions if each.unit in GROUPS), None)
    if groups is None or scene.text[groups.end : count.start].split() != ["of"]:
        return None
    return Part(groups.low * count.low, groups.high * count.high, groups.start, count.end)


def _in_words(scene: Scene) -> Part | None:
    """People told without a count: the two of us, just me and my sister."""
    for cue, count in (("two_of_us", 2.0), ("solo", 1.0)):
        for match in scene.cues.get(cue, ()):
            if stance_of(scene, match.start, match.end) == "fact":
                told = Part(count, count, match.start, match.end)
                if cue == "solo":
                    told = _with_named(told, named.right_after(scene.text, told.end))
                return _with_more(scene, told)
    return None


def _with_more(scene: Scene, told: Part) -> Part:
    """With the people counted right after those told without a count: me and my wife Resi plus 7 in the season."""
    for each in scene.mentions:
        bare = each.kind == "number" and each.per in ("", "season")
        if each.start < told.end or not (bare or is_of_people(each)):
            continue
        name = named.NAME.match(scene.text, told.end)
        if re.fullmatch(AND_MORE, scene.text[name.end() if name else told.end : each.start], re.IGNORECASE):
            return told + Part(each.low, each.high, each.start, each.end)
    return told


def _beside_some(scene: Scene) -> Part | None:
    """A count of some of the people with others told beside it: two part-timers and me."""
    for each in scene.mentions:
        if is_of_people(each) and scene.role(each).name == "share_staff":
            told = _sum(scene, _going_on(scene, each, ()))
            if told.low > each.low:
                return told
    return None


def _going_on(scene: Scene, first: Mention, counts: Sequence[Mention]) -> list[Part]:
    """A count of people and those that go on with it: the other counts of staff, people listed right after it, a bare
    number that takes it back or is of another season."""
    found = [first]
    for each in scene.mentions:
        is_told_again = scene.words_before(each.start, 1) == ("us",)  # 9 with us two
        if each.start < found[-1].end or is_told_again or is_denied(scene, each.start):
            continue
        if each in counts or _goes_on(scene, found[-1], each):
            found.append(each)
    return [_part(scene, each) for each in found]


def _goes_on(scene: Scene, last: Mention, mention: Mention) -> bool:
    """True where people are listed right after a count, or a bare number takes it back or is of another season."""
    between = scene.text[last.end : mention.start]
    if mention.per or len(between) > NEAR or re.search(r"[.;!?]\s", between):
        return False
    if mention.kind == "number":
        around = between + scene.text[mention.end : mention.end + NEAR]
        return _is_taken_back(between) or re.search(SEASON, around, re.IGNORECASE) is not None
    return is_of_people(mention) and re.search(named.JOINED, between, re.IGNORECASE) is not None


def _part(scene: Scene, mention: Mention) -> Part:
    """A count as a part, which is the whole where its own words say so: 12 staff, six of us, 8 in total."""
    quote = mention.quote.lower()
    is_listed = re.search(rf"{named.JOINED}\s*$", scene.text[: mention.start], re.IGNORECASE) is not None
    by_noun = mention.unit in ENTIRE_NOUNS and quote.endswith(mention.unit) and not is_listed
    by_words = quote.endswith("of us") or re.match(ENTIRE, scene.text[mention.end :], re.IGNORECASE) is not None
    sureness = scene.role(mention).shares.get("staff", 0.0)
    return Part(mention.low, mention.high, mention.start, mention.end, mention.unit, sureness, by_noun or by_words)


def _everybody(scene: Scene, parts: Sequence[Part]) -> Part:
    """All who work here, of the counts of people of a text in order."""
    seasons = _seasons(scene, parts)
    if seasons is not None:
        return seasons
    told = [one for one, other in pairwise(parts) if not _is_taken_back(scene.text[one.end : other.start])]
    told.append(parts[-1])
    wholes = [each for each in told if each.is_whole and (told[0].sureness < SURE or each.sureness >= SURE)]
    if not wholes:
        return _sum(scene, told)
    total = max(wholes, key=lambda each: each.sureness)
    words = scene.text[total.start : total.end].lower().split()
    if "us" not in words and re.match(AND_ME, scene.text[total.end :], re.IGNORECASE):
        total = replace(total, low=total.low + 1, high=total.high + 1)
    for each in told:
        between = scene.text[total.end : each.start]
        if not each.is_whole and re.fullmatch(AND_MORE, between, re.IGNORECASE):
            total += each
    return total


def _is_taken_back(between: str) -> bool:
    """True where the words between two counts take the first back: 14, no wait, 15."""
    return len(between) <= NEAR and re.search(TAKEN_BACK, between, re.IGNORECASE) is not None


def _seasons(scene: Scene, parts: Sequence[Part]) -> Part | None:
    """The range of two counts of one firm at two times of the year; None where no season tells them apart."""
    for one, other in pairwise(parts):
        between = scene.text[one.end : other.start]
        told = scene.text[one.end : other.end]  # with the words of the second: goes up to 14
        around = scene.text[scene.sentence(one.start).start : one.start] + scene.text[other.end :][: NEAR // 2]
        is_near = len(between) <= NEAR and not re.search(r"[.;]\s", between)
        season = re.search(SEASON, told if re.search(r"\w", between) else around, re.IGNORECASE)
        if is_near and season and one.low != other.low and other.noun in ("", one.noun):
            return Part(min(one.low, other.low), max(one.high, other.high), one.start, other.end)
    return None


def _sum(scene: Scene, parts: Sequence[Part]) -> Part:
    """Parts told in one breath added up, with those told without a number before, between and after them.

    A list that explains a count, "we are three: me and two lads", adds nothing to it.
    """
    first = total = parts[0]
    sentence = scene.sentence(first.start)
    for each in parts[1:]:
        if each.start >= sentence.end or not _adds(scene, total, each):
            break
        total = _with_named(total, named.people(scene.text, total.end, each.start)) + each
    total = _with_named(total, named.right_after(scene.text, total.end))
    explained = re.match(EXPLAINED, scene.text[first.end :], re.IGNORECASE)
    if explained and (explained["mark"] != "," or (total.low == 2 * first.low and first.noun in ANYBODY)):
        return first
    return _with_named(total, named.right_before(scene.text, first.start))


def _adds(scene: Scene, total: Part, part: Part) -> bool:
    """True where a count stands in one list of staff with those before it: not two of them, not after kids."""
    between = scene.text[total.end : part.start].lower()
    if len(between) > NEAR or not re.search(named.JOINED, between):
        return False
    if re.search(INCLUDED, between):
        return False
    of_them = re.match(r"\s*of (?:them|whom)\b", scene.text[part.end :])
    return not of_them and NOT_STAFF.isdisjoint(re.findall(r"\w+", between))


def _with_named(told: Part, people: Sequence[Piece]) -> Part:
    """With people told without a number: just me and my sister; two stylists, my wife and me."""
    if not people:
        return told
    return told + Part(len(people), len(people), people[0].start, people[-1].end)
