"""How many people work in the firm, the owner included where the words include them.

Counts of people told in one breath are parts that add up, unless one of them is the whole already ("three of us, me
and two lads"), takes back the one before ("14, no wait, 15"), or is of another season ("22 in summer, 7 in winter").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.domain.facts import Fact, Said
from assistant.language.measures import measures
from assistant.language.quantities import Mention
from assistant.reading.about import do_it
from assistant.reading.scene import Scene
from assistant.reading.stance import stance_of

INCLUDING = (
    r"\b(?:including|counting|incl\.?|with)\s+(?:me|myself|us)\b|\b(?:me|myself) included\b|\bus (?:two|three)\b"
)
SPEAKERS = ("me", "myself")
DETERMINERS = ("my", "our", "the", "a", "an", "one", "his", "her")
COLLECTIVE = ("team", "crew", "family", "staff", "people", "crews", "us", "souls")
"""Words for several people at once; "a team" is nobody in particular."""
PLACED = r"(?:\s+(?:on|in|at|for|from)\s+(?:the\s+|a\s+|my\s+)?(?:front\s+)?\w+)?"
OPEN_END = r"\s*(?:$|[,.;:)&+!?\n–-]|(?:and|plus|who|that|part|full|as|too|with)\b)"
"""What may follow a person of a list; a verb may not: "and my sister works in a bank" tells of no staff."""
LINK = r"\s*(?:,|;)?\s*(?:and|plus|also|&|\+)\s+(?:also\s+)?|\s*[,;]\s*"
JOINED = r"(?:,|;|:|\+|&|\band\b|\bplus\b|\balso\b|\bwith\b)"
ADDED = r"\s*(?:\+|&|\bplus\b|\band\b)\s*(?:me|myself|i)\b"
TAKEN_BACK = r"\b(?:no(?:\s*,|\s+wait|\s+sorry|\s*$)|sorry|wait|hang on|hold on|make that|i mean|correction)"
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
NOT_ALL = ("share_staff", "unreal", "past", "wrong", "peak", "doers")
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
    return Fact(
        value=value, unit="people", said=Said(value=value, unit="people"), quote=scene.text[told.start : told.end]
    )


def _part(scene: Scene, mention: Mention) -> Part:
    after = scene.text[mention.end :].lower()
    before, quote = scene.text[: mention.start][-NEAR:].lower(), mention.quote.lower()
    plain = mention.unit in WHOLE_NOUNS and quote.endswith(mention.unit) and not re.search(JOINED + r"\s*$", before)
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
        if not far and (told or alone) and one.low != other.low and _same_people(one, other):
            low, high = min(one.low, other.low), max(one.high, other.high)
            return Part(low, high, one.start, other.end, one.mention, True)
    return None


def _same_people(one: Part, other: Part) -> bool:
    """True where the second count leaves its noun out or repeats the first's."""
    units = [each.mention.unit if each.mention else "" for each in (one, other)]
    return not units[1] or units[0] == units[1]


def _run(scene: Scene, parts: Sequence[Part]) -> Part:
    """Parts told in one breath added up, with those told without a number before, between and after them.

    A list that explains a count, "we are three: me and two lads", adds nothing to it.
    """
    first = parts[0]
    sentence = scene.sentence(first.start)
    total = first
    for each in parts[1:]:
        between = scene.text[total.end : each.start]
        listed = any(word in NOT_STAFF for word in re.findall(r"\w+", between.lower()))
        if each.start >= sentence.end or len(between) > NEAR or listed or not re.search(JOINED, between, re.IGNORECASE):
            break
        if re.match(r"\s*of (?:them|whom)\b", scene.text[each.end :]):
            break
        others = _unnumbered(between)
        total = Part(
            total.low + each.low + others, total.high + each.high + others, total.start, each.end, first.mention
        )
    total = _and_those_after(scene, total)
    explained = re.match(r"\s*(?:of us)?\s*(?P<mark>[:,(–-])", scene.text[first.end :])
    if explained and (explained["mark"] != "," or total.low - first.low == first.low):
        return Part(first.low, first.high, first.start, first.end, first.mention, True)
    before = re.split(r"[.;!?\n]", scene.text[sentence.start : first.start])[-1]
    others, start = _listed_before(before)
    if not others:
        return total
    return Part(total.low + others, total.high + others, first.start - len(before) + start, total.end, total.mention)


def _listed_before(before: str) -> tuple[int, int]:
    """Those who are named right before a count: me, my cousin, (5 crew); how many, and where they begin."""
    people = _named(before)
    if not people or not re.search(rf"(?:{JOINED})\s*(?:(?:my|our|the|another)\s+)?(?:\w+\s)?$", before, re.IGNORECASE):
        return 0, 0
    chosen: list[tuple[int, int]] = []
    after = len(before)
    for start, end in reversed(people):
        if not re.fullmatch(rf"{PLACED}(?:\s+(?:full|part)[- ]time)?(?:{LINK})(?:(?:my|our|another)\s+)?(?:\w+\s)?",
                            before[end:after], re.IGNORECASE):  # fmt: skip
            break
        chosen.append((start, end))
        after = start
    return len(chosen), min((start for start, _ in chosen), default=0)


def _and_those_after(scene: Scene, told: Part) -> Part:
    """With those who are named right after without a number: just me and my sister; two stylists, my wife and me."""
    after = re.split(r"[.;!?\n]", scene.text[told.end : told.end + 3 * NEAR])[0]
    people = _named(after)
    count = last = at = 0
    for number, (start, end) in enumerate(people, start=1):
        link = after[at:start]
        if not re.fullmatch(rf"{PLACED}(?:{LINK})", link, re.IGNORECASE) or not re.match(
            PLACED + OPEN_END, after[end:], re.IGNORECASE
        ):
            break
        at = end
        if re.search(r"and|plus|also|&|\+", link, re.IGNORECASE):
            count, last = number, end
    return Part(told.low + count, told.high + count, told.start, told.end + last, told.mention) if count else told


def _unnumbered(words: str) -> int:
    """How many people some words name without a number: the speaker, my wife, a bookkeeper."""
    return len(_named(words))


def _named(words: str) -> list[tuple[int, int]]:
    """The places of people told without a number: me, my wife, the lad, a part-time bookkeeper."""
    plain = re.sub(INCLUDING, lambda found: " " * len(found.group()), words, flags=re.IGNORECASE)
    tokens = [
        (found.group().lower(), found.start(), found.end()) for found in re.finditer(r"[A-Za-z]+(?:-[a-z]+)*", plain)
    ]
    found: list[tuple[int, int]] = []
    for n, (word, start, end) in enumerate(tokens):
        if word in SPEAKERS or (word == "i" and n and tokens[n - 1][0] == "and"):
            found.append((start, end))
        if word not in DETERMINERS:
            continue
        for noun, _, stop in tokens[n + 1 : n + 4]:
            if noun in ("and", "plus", "with", "of") or noun in DETERMINERS:
                break
            if _is_person(noun):
                found.append((start, stop))
                break
    return found


def _is_person(noun: str) -> bool:
    """True for one person's name by kin or by trade: wife, driver, bookkeeper."""
    persons = measures().persons
    known = noun in RELATIVES or noun in persons or noun + "s" in persons
    return known and noun not in COLLECTIVE and (not noun.endswith("s") or noun in RELATIVES)


def _counts_staff(scene: Scene, mention: Mention) -> bool:
    """True where a count is of people who work here: four staff, a team of 12, six of us."""
    if mention.kind not in ("count", "number") or mention.per or stance_of(scene, mention.start, mention.end) != "fact":
        return False
    if mention.kind == "count" and not _is_of_people(mention):
        return False
    if mention.quote.strip() == scene.text.strip() and mention.kind == "number":
        return False  # a figure alone tells of nothing
    noun = mention.unit.split(" ")[-1]
    role = scene.role(mention)
    if role.shares.get("staff", 0.0) >= SURE:
        return True
    after = scene.text[mention.end :].lower()
    if _is_told_plainly(scene, mention, after):
        return not do_it(scene, mention)
    if role.name in NOT_ALL and role.shares[role.name] >= SURE:
        return False
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


def _is_told_plainly(scene: Scene, mention: Mention, after: str) -> bool:
    """True where the words around a count say that these people work here, whatever else it may look like: 8 on the
    payroll, we have eight drivers, two stylists and me."""
    if re.match(WHOLE, after) and "of us" not in after[:8]:
        return True
    if mention.kind != "count":
        return False
    with_speaker = re.match(rf"[^.;!?]{{0,{NEAR}}}\b(?:and|plus|&|\+)\s+(?:me|myself)\b", after) is not None
    return with_speaker or scene.right_before("headcount_before", mention.start) is not None


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
