"""How many people work in the firm, the owner included where the words include them.

Counts of people told in one breath are parts that add up, unless one of them is the whole already ("three of us, me
and two lads"), takes back the one before ("14, no wait, 15"), or is of another season ("22 in summer, 7 in winter").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.domain.facts import Fact, Said
from assistant.language.measures import measures
from assistant.language.quantities import Mention
from assistant.reading import figures
from assistant.reading.about import do_it
from assistant.reading.scene import Scene
from assistant.reading.stance import stance_of

SPEAKER = r"\b(?:me|myself|yours truly|and i)\b"
INCLUDING = (
    r"\b(?:including|counting|incl\.?|with)\s+(?:me|myself|us)\b|\b(?:me|myself) included\b|\bus (?:two|three)\b"
)
BESIDE = r"\b(?:my|the|our|an?|one)(?=((?:\s+[a-z-]+){1,3}))"
"""A person without a number: my wife, the lad, a part-time bookkeeper."""
GOING_ON = r"(?:,|;|:|\+|&|\band\b|\bplus\b|\balso\b)"
JOINED = rf"(?:{GOING_ON}|\bwith\b)"
ADDED = r"\s*(?:\+|&|\bplus\b|\band\b)\s*(?:me|myself|i)\b"
AFTER = rf"[^,&+]{{0,24}}?\s*{GOING_ON}\s*(?:{GOING_ON}\s*)?(?:{SPEAKER}|{BESIDE}(?:\s+[a-z-]+){{1,3}})"
"""Those who are named after a count; "13 with the new girl" has them in it already."""
TAKEN_BACK = r"\b(?:no|sorry|wait|hang on|hold on|make that|i mean|correction|rather)\b"
SEASON = (
    r"\b(?:season|summer|winter|autumn|spring|harvest|vintage|christmas|peak|year[- ]round|goes up|swells?|rises?)\b"
)
WHOLE = r"\s*(?:of us|in all|all told|all in|in total|total|altogether|on (?:the )?(?:payroll|books|team)|strong)\b"
WHOLE_NOUNS = ("people", "persons", "staff", "employees", "us", "souls", "heads", "hands", "strong")
PART_OF_US = r"\s*(?:do|does|answer|handle|spend|work on)\b"
GENERIC = ("people", "person", "men", "women", "contractors", "managers", "owners", "partners", "family", "others")
TAKING_PEOPLE = (("takes",), ("take",), ("needs",), ("need",))
AGENTS = r"(?:ers|ors|ists|ants|ians)$"
"""Endings by which English names people for what they do."""
GROUPS = ("crews", "crew", "teams", "team")
NOT_STAFF = ("members", "kids", "children", "daughters", "sons", "volunteers")
RELATIVES = ("wife", "husband", "brother", "sister", "son", "daughter", "cousin", "dad", "father", "mum", "mother",
             "partner", "niece", "nephew", "uncle", "aunt", "lad", "girlfriend", "boyfriend", "mate")  # fmt: skip
NOT_ALL = ("share_staff", "unreal", "past", "wrong", "peak", "doers", "size")
"""Roles of a figure that is no number of all who work here."""
SURE = 0.6
"""Probability from which the tagger's word on what a figure is stands, whatever the words around it."""
NEAR = 40
"""Characters between two parts of one breath."""


@dataclass(frozen=True, slots=True)
class Part:
    """People at one place of the text: how many, and whether that is everybody."""

    low: float
    high: float
    start: int
    end: int
    mention: Mention | None = None
    is_whole: bool = False


def headcount(scene: Scene) -> Fact | None:
    """The people of the firm as a fact; None where not told."""
    counts = [each for each in scene.mentions if _counts_staff(scene, each)]
    groups = next((each for each in scene.mentions if each.unit in GROUPS), None)
    if counts and groups is not None and scene.text[groups.end : counts[0].start].split() == ["of"]:
        low, high = groups.low * counts[0].low, groups.high * counts[0].high
        return _fact(scene, Part(low, high, groups.start, counts[0].end, groups))
    if counts:
        return _fact(scene, _all_of(scene, [_part(scene, each) for each in _with_listed(scene, counts[0])]))
    for cue, count in (("two_of_us", 2.0), ("solo", 1.0)):
        for match in scene.cues.get(cue, ()):
            if stance_of(scene, match.start, match.end) == "fact":
                told = Part(count, count, match.start, match.end)
                return _fact(scene, told if cue == "two_of_us" else _and_those_after(scene, told))
    listed = [each for each in scene.mentions if _is_of_people(each) and scene.role(each).name == "share_staff"]
    for each in listed:
        run = _run(scene, [_part(scene, one) for one in _with_listed(scene, each)])
        if run.low > each.low:
            return _fact(scene, run)
    return None


def _with_listed(scene: Scene, first: Mention) -> list[Mention]:
    """A count of people and those that go on with it: another staff count of the text, people listed right after it,
    a bare number that takes it back or is of another season."""
    found = [first]
    for each in scene.mentions:
        if each.start < found[-1].end or each.per or each.kind not in ("count", "number"):
            continue
        if scene.words_before(each.start, 1) == ("us",):
            continue  # 9 with us two
        between = scene.text[found[-1].end : each.start].lower()
        near = len(between) <= NEAR and not re.search(r"[.;!?]\s", between)
        changed = re.search(TAKEN_BACK, between) or re.search(SEASON, between + scene.text[each.end :][:NEAR].lower())
        listed = re.search(JOINED, between) and _is_of_people(each)
        if _counts_staff(scene, each) or (near and (listed or (changed and not each.unit))):
            found.append(each)
    return found


def speakers_beside(before: str) -> int:
    """How many speakers are named before a count of people: me and three others, my wife and I and two helpers."""
    nearby = before[-NEAR:].lower()
    if re.search(r"\b(?:and i|and me),? (?:and|plus|with)\s+(?:\w+ )?$", nearby):
        return 2
    return int(re.search(r"\b(?:me|myself|i) (?:and|plus|with)\s+(?:my |our )?(?:\w+ )?$", nearby) is not None)


def _fact(scene: Scene, told: Part) -> Fact:
    value = told.low if told.low == told.high else (told.low, told.high)
    said = figures.said_of(told.mention) if told.mention else Said(value=value, unit="people")
    return Fact(value=value, unit="people", said=said, quote=scene.text[told.start : told.end])


def _part(scene: Scene, mention: Mention) -> Part:
    after = scene.text[mention.end :].lower()
    before, quote = scene.text[: mention.start][-NEAR:].lower(), mention.quote.lower()
    plain = quote.split(" ")[-1] in WHOLE_NOUNS and not re.search(JOINED + r"\s*$", before)
    whole = plain or quote.endswith("of us") or re.match(WHOLE, after) is not None
    return Part(mention.low, mention.high, mention.start, mention.end, mention, whole)


def _all_of(scene: Scene, parts: Sequence[Part]) -> Part:
    """Everybody, of the counts of people of a text in order."""
    seasons = _seasons(scene, parts)
    if seasons is not None:
        return seasons
    told = [
        each
        for n, each in enumerate(parts)
        if n + 1 == len(parts) or not _is_taken_back(scene.text[each.end : parts[n + 1].start].lower())
    ]
    sure = _staff(scene, told[0]) >= SURE
    wholes = [each for each in told if each.is_whole and (not sure or _staff(scene, each) >= SURE)]
    if not wholes:
        return _run(scene, told)
    whole = max(wholes, key=lambda each: _staff(scene, each))
    after = re.sub(WHOLE, "", scene.text[whole.end : whole.end + NEAR].lower(), count=1)
    more = 0 if whole.mention and "us" in whole.mention.quote.lower().split() else int(bool(re.match(ADDED, after)))
    low, high, end = whole.low + more, whole.high + more, whole.end
    for each in told:
        between = scene.text[end : each.start].lower()
        if each.start > end and re.fullmatch(r"\W*(?:and|plus|\+|&)\s+(?:\w+\s+)?", between) and not each.is_whole:
            low, high, end = low + each.low, high + each.high, each.end
    return Part(low, high, whole.start, end, whole.mention, True)


def _staff(scene: Scene, part: Part) -> float:
    """The probability, by the tagger, that a count is of all who work here."""
    return scene.role(part.mention).shares.get("staff", 0.0) if part.mention else 0.0


def _is_taken_back(between: str) -> bool:
    return len(between) <= NEAR and re.search(TAKEN_BACK, between) is not None


def _seasons(scene: Scene, parts: Sequence[Part]) -> Part | None:
    """The range of two counts of one firm at two times of the year; None where no season tells them apart."""
    for one, other in pairwise(parts):
        sentence = scene.sentence(one.start)
        between = scene.text[one.end : other.start]
        after = scene.text[other.end : other.end + NEAR // 2]
        far = other.start - one.end > NEAR or re.search(r"[.;]\s", between)
        before = scene.text[sentence.start : one.start]
        told = re.search(SEASON, between, re.IGNORECASE)
        alone = re.search(SEASON, before + after, re.IGNORECASE) is not None and re.search(r"\w", between) is None
        if not far and (told or alone) and one.low != other.low:
            low, high = min(one.low, other.low), max(one.high, other.high)
            return Part(low, high, one.start, other.end, one.mention, True)
    return None


def _run(scene: Scene, parts: Sequence[Part]) -> Part:
    """Parts told in one breath added up, with the speaker and those told without a number between and beside them."""
    first = parts[0]
    sentence = scene.sentence(first.start)
    total = Part(first.low, first.high, first.start, first.end, first.mention)
    for each in parts[1:]:
        between = scene.text[total.end : each.start]
        if each.start >= sentence.end or len(between) > NEAR or not re.search(JOINED, between, re.IGNORECASE):
            break
        if re.match(r"\s*of (?:them|whom)\b", scene.text[each.end :]):
            break
        if any(word in NOT_STAFF for word in re.findall(r"\w+", between.lower())):
            break
        others = _unnumbered(between)
        total = Part(
            total.low + each.low + others, total.high + each.high + others, total.start, each.end, first.mention
        )
    total = _and_those_after(scene, total)
    before = re.split(r"[.;!?\n]", scene.text[sentence.start : first.start])[-1]
    lead = re.search(rf"(?:{SPEAKER}|{BESIDE})(?:[^.;!?]{{0,{NEAR}}})$", before, re.IGNORECASE)
    joined = re.search(rf"(?:{JOINED})\s*(?:my |our |the )?(?:\w+ )?$", before, re.IGNORECASE)
    if lead is None or joined is None:
        return total
    others = _unnumbered(before[lead.start() :])
    start = first.start - (len(before) - lead.start()) if others else total.start
    return Part(total.low + others, total.high + others, start, total.end, total.mention)


def _and_those_after(scene: Scene, told: Part) -> Part:
    """With those who are named right after without a number: just me and my sister; two stylists, my wife and me."""
    after = re.split(r"[.;!?\n]", scene.text[told.end : told.end + 2 * NEAR])[0]
    low, end = 0, told.end
    at = 0
    while found := re.match(AFTER, after[at:], re.IGNORECASE):
        one = _unnumbered(found.group())
        if not one or re.search(INCLUDING, found.group(), re.IGNORECASE):
            break
        at += found.end()
        low, end = low + one, told.end + at
    return Part(told.low + low, told.high + low, told.start, end, told.mention)


def _unnumbered(words: str) -> int:
    """How many people some words name without a number: the speaker, my wife, a bookkeeper."""
    plain = re.sub(INCLUDING, " ", words, flags=re.IGNORECASE)
    speaker = re.search(SPEAKER, plain, re.IGNORECASE) is not None
    return int(speaker) + sum(1 for _ in _singles(plain))


def _singles(words: str) -> Iterator[str]:
    for found in re.finditer(BESIDE, words, re.IGNORECASE):
        for noun in re.split(r"\s+(?:and|plus|with)\b", found.group(1).lower())[0].split():
            if noun in RELATIVES or (noun in measures().persons and not noun.endswith("s")):
                yield noun
                break


def _counts_staff(scene: Scene, mention: Mention) -> bool:
    """True where a count is of people who work here: four staff, a team of 12, six of us."""
    if mention.kind not in ("count", "number") or mention.per or stance_of(scene, mention.start, mention.end) != "fact":
        return False
    if mention.kind == "count" and not _is_of_people(mention):
        return False
    noun = mention.unit.split(" ")[-1]
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
    if do_it(scene, mention) or scene.right_before("replacing", mention.start, words_between=1) is not None:
        return False
    if "-" in mention.quote:
        return True  # a 45-person firm
    before = scene.text[clause.start : mention.start].lower()
    if re.match(r"\s*(?:a|per|each|every)\b", after) or re.search(r"\bof (?:our|my|the|these|those)\s*$", before):
        return False
    cue = scene.cue("headcount_before", clause.start, mention.end) is not None
    return cue or noun not in GENERIC or len(clause.text.split()) <= 4


def _is_of_people(mention: Mention) -> bool:
    """True where what is counted are people: drivers, five crew, fee earners; not crews, not members."""
    noun = mention.unit.split(" ")[-1]
    if mention.kind != "count" or mention.per or noun in NOT_STAFF:
        return False
    if noun in GROUPS:
        return noun == "crew" and mention.low > 1
    return noun in measures().persons or (" " in mention.unit and re.search(AGENTS, noun) is not None)


def _ends_there(scene: Scene, mention: Mention) -> bool:
    """True where no noun follows that a bare number would count: "a team of 12.", not "there are 12 open"."""
    return re.match(r"\s*(?:$|[.,;:!)\n]|and\b|with\b|in\b|plus\b|now\b|but\b)", scene.text[mention.end :]) is not None
