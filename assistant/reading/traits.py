"""What is told of a piece of work beside its figures: who does it, on what it arrives, whether it is steady."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.domain.facts import Fact, Value
from assistant.language.matching import Match
from assistant.language.measures import measures
from assistant.language.sentences import Piece
from assistant.reading.about import continues
from assistant.reading.scene import Scene, inside
from assistant.reading.spot import Spot
from assistant.reading.stance import stance_of

PLAIN: tuple[tuple[str, str, Value], ...] = (
    ("unstable", "stable", False),
    ("stable", "stable", True),
    ("undocumented", "documented", False),
    ("documented", "documented", True),
    ("not_needed", "needed", False),
    ("needed", "needed", True),
    ("reversible_no", "reversible", False),
    ("judgement", "rule_based", (0.0, 0.4)),
    ("ruled", "rule_based", (0.8, 1.0)),
    ("posts_stay", "posts_expected_to_go", 0.0),
    ("staff_untold", "staff_told", False),
    ("staff_told", "staff_told", True),
    ("doers_not_asked", "doers_asked", False),
    ("doers_asked", "doers_asked", True),
    ("past_attempt", "past_attempt", True),
    ("consent_no", "consent", False),
    ("consent_yes", "consent", True),
)
"""A cue, the slot it fills and the value it stands for; of two cues for one slot the first counts."""

DOERS = (("outside_words", "outside"), ("family_words", "family"), ("staff_words", "staff"), ("owner_words", "owner"))
EVERYBODY = r"\W*(?:we|us|all of us|everybody|everyone|anybody|whoever|they|you|it|people)\b.*"
TAKES_NAME = r"\b(?:takes|costs|keeps) [A-Z][a-z]+\b"
I_DO_THEM = (
    r"\bI (?:\w+ )?(?:do|did|handle|answer|write|type|make|send|enter|take|see to) (?:it|them|those|these|all of)\b"
)
"""The owner at the work of the sentence before: "I do them on Sunday nights"."""
HEAD = 20
"""Characters within which the subject of a sentence begins."""
ADVERBS = r"\s*(?:(?:just|only|still|also|really|always|often|sometimes|usually|mostly|never|keep|even|do|can)\s+)*"
THINKING = (
    rf"{ADVERBS}(?:think|guess|reckon|believe|suppose|hope|know|mean|feel|say|want|wish|lose|losing|miss|need|"
    r"worry|fear|regret|notice|wonder|care|(?:hate|dread|like|love|enjoy)(?!\s+(?:\w+ing|to)\b))\b"
)
"""Behind "I", verbs of what somebody thinks, feels or lacks, which are no doing; who hates chasing people chases."""
OWNED = r"(?:my|our|the|his|her)\s+\w+"
"""The noun of people whom the tagger marks by their determiner alone: "my" of "my wife"."""
FORGETTING = rf"{ADVERBS}(?:forget|forgot|forgetting|overlook|overlooked|mix up|muddle)\b"
"""Behind "I", verbs of doing something badly: they tell who does it only where no other words do."""


def traits(scene: Scene, pieces: Sequence[Piece], spots: Sequence[Spot]) -> Iterator[tuple[str, Fact]]:
    """Slots and facts that the sentences about one piece of work tell of it; `spots` are its places in them."""
    yield from _plain(scene, pieces)
    told = _doer(scene, spots) or _tagged_doer(scene, pieces, spots) or _doer_of(scene, pieces)
    yield from _told(told or _doer(scene, spots, forgetful=True), "doer")
    yield from _told(_digital(scene, pieces), "digital_input")
    yield from _told(_posts(scene, pieces), "posts_expected_to_go")
    yield from _told(_freed_use(scene, pieces), "freed_hours_use")


def _told(fact: Fact | None, slot: str) -> Iterator[tuple[str, Fact]]:
    if fact is not None:
        yield slot, fact


def _plain(scene: Scene, pieces: Sequence[Piece]) -> Iterator[tuple[str, Fact]]:
    for piece in pieces:
        for cue, slot, value in PLAIN:
            match = scene.cue(cue, piece.start, piece.end)
            if match is None:
                continue
            stance = stance_of(scene, match.start, match.end)
            if stance in ("supposed", "other firm", "vendor") or (stance == "past" and slot != "past_attempt"):
                continue
            if stance == "denied" and isinstance(value, bool):
                value = not value
            yield slot, Fact(value=value, quote=scene.quote(match.start, match.end))


def _doer(scene: Scene, spots: Sequence[Spot], forgetful: bool = False) -> Fact | None:
    """Who does the work, by the subject of its clause; "we" says nothing about who, and "I forget" only where a
    `forgetful` one is looked for."""
    for spot in spots:
        clause = scene.clause(spot.start)
        for cue, doer in DOERS:
            match = scene.cue(cue, clause.start, clause.end)
            if match is None or _is_wished_for(scene, spot, match):
                continue
            if doer == "owner" and (match.start > spot.start or _only_thinks(scene, match.end, forgetful)):
                continue
            if stance_of(scene, spot.start, spot.end) == "fact":
                return Fact(value=doer, quote=scene.quote(spot.start, spot.end))
    return None


def _is_wished_for(scene: Scene, spot: Spot, people: Match) -> bool:
    """True for people in a wish that is told behind the work: ..., and I want to hand the firm over to my son."""
    return scene.cue("goal_cues", spot.end, people.start) is not None


def _tagged_doer(scene: Scene, pieces: Sequence[Piece], spots: Sequence[Spot]) -> Fact | None:
    """Who does the work, by the words that the tagger takes for people who do it, in a sentence that names the work or
    speaks on of it: Thandi and Priya key every one in."""
    for piece in pieces:
        for tag in inside(tuple(scene.tags("doer")), piece.start, piece.end):
            noun = re.match(OWNED, scene.text[tag.start :], re.IGNORECASE)
            doer = _kind_of_doer(scene, tag.start, max(tag.end, tag.start + noun.end() if noun else 0))
            near = any(piece.start <= each.start < piece.end for each in spots) or continues(scene, piece)
            alone = scene.text[tag.start : tag.end] == "I" and _only_thinks(scene, tag.end)
            if doer is not None and near and not alone and stance_of(scene, tag.start, tag.end) == "fact":
                return Fact(value=doer, quote=scene.quote(tag.start, tag.end))
    return None


def _kind_of_doer(scene: Scene, start: int, end: int) -> str | None:
    """What somebody is to the firm: of its list, else staff; "we" and "everybody" say nothing about who."""
    words = scene.text[start:end]
    if re.fullmatch(EVERYBODY, words, re.IGNORECASE):
        return None
    both = re.search(r"\b(?:I|me|myself)\b", words) is not None and len(words.split()) > 1
    named = next((doer for cue, doer in DOERS if scene.cue(cue, start, end) is not None), "staff")
    return "shared" if both and re.search(r"\band\b", words) else named


def _doer_of(scene: Scene, pieces: Sequence[Piece]) -> Fact | None:
    """Who does the work, from a sentence that speaks on of it: "my brother does it", "it takes Jane five hours"."""
    for piece in pieces:
        named = re.search(TAKES_NAME, piece.text)
        if named is not None:
            return Fact(value="staff", quote=named.group())
        if re.search(I_DO_THEM, piece.text) is not None:
            return Fact(value="owner", quote=piece.text.strip())
        if not continues(scene, piece):
            continue
        for cue, doer in DOERS:
            match = scene.cue(cue, piece.start, piece.end)
            told = match is not None and stance_of(scene, match.start, match.end) == "fact"
            if match is not None and told and doer != "owner" and match.start - piece.start < HEAD:
                return Fact(value=doer, quote=scene.quote(match.start, match.end))
    return None


def _only_thinks(scene: Scene, at: int, forgetful: bool = False) -> bool:
    """True where "I" only thinks or says something of the work and does not do it; so does one who forgets it, where
    no `forgetful` one is looked for."""
    verbs = THINKING if forgetful else f"{THINKING}|{FORGETTING}"
    return re.match(verbs, scene.text[at:], re.IGNORECASE) is not None


def _digital(scene: Scene, pieces: Sequence[Piece]) -> Fact | None:
    """How much arrives typed, where no share was said: paper and spoken words little, forms and mail most."""
    for piece in pieces:
        if any(each.kind == "percent" for each in scene.figures(piece)):
            continue
        slow = scene.cue("paper", piece.start, piece.end) or scene.cue("phoned", piece.start, piece.end)
        typed = scene.cue("digital", piece.start, piece.end)
        match = slow or typed
        if match is None or stance_of(scene, match.start, match.end) not in ("fact", "planned"):
            continue
        value: Value = (0.3, 0.7) if slow and typed else (0.0, 0.4) if slow else (0.7, 1.0)
        if scene.has("all_words", scene.clause(match.start)) and not (slow and typed):
            value = 0.0 if slow else 1.0
        return Fact(value=value, unit="share", quote=scene.quote(match.start, match.end))
    return None


def _posts(scene: Scene, pieces: Sequence[Piece]) -> Fact | None:
    """How many posts are expected to go, at least one where somebody is to be replaced."""
    for piece in pieces:
        replaced = _replaced(scene, piece)
        if replaced is not None:
            return replaced
        match = scene.cue("posts_go", piece.start, piece.end)
        if match is None or scene.has("posts_stay", piece) or stance_of(scene, match.start, match.end) == "denied":
            continue
        counts = [
            each.mid for each in scene.figures(piece) if each.kind in ("count", "number") and _is_people(each.unit)
        ]
        return Fact(value=counts[0] if counts else 1.0, unit="posts", quote=scene.quote(match.start, match.end))
    return None


def _replaced(scene: Scene, piece: Piece) -> Fact | None:
    """People counted right after a word of replacing: replace two receptionists."""
    for each in scene.figures(piece):
        counted = each.kind == "count" and _is_people(each.unit)
        if counted and scene.right_before("replacing", each.start, words_between=1) is not None:
            return Fact(value=each.value, unit="posts", quote=scene.quote(each.start, each.end))
    return None


def _is_people(unit: str) -> bool:
    last = unit.split(" ")[-1]
    return last in measures().persons or last in ("jobs", "job", "posts", "post", "positions", "roles")


def _freed_use(scene: Scene, pieces: Sequence[Piece]) -> Fact | None:
    """What the freed hours are for, in the owner's words after "so that I can" and its like."""
    for piece in pieces:
        match = scene.cue("freed_use", piece.start, piece.end)
        if match is None:
            continue
        words = scene.text[match.end : piece.end].strip().rstrip(".!?,;")
        if len(words.split()) >= 2:
            return Fact(value=words, quote=scene.text[match.start : piece.end].strip().rstrip(".!?,;"))
    return None
