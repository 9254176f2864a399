"""The kinds of work that a text tells of, each with the places where it does."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.encoder.tagger import Tag
from assistant.language.matching import Match, stemmed
from assistant.language.measures import measures
from assistant.language.sentences import Piece
from assistant.reading.prices import RECEIVED
from assistant.reading.scene import Scene, inside
from assistant.reading.spot import UNNAMED, Spot
from assistant.reading.stance import is_denied, stance_of
from assistant.reading.staying import is_to_stay
from assistant.reading.tool_names import is_of_tool
from assistant.reading.wished import is_only_wished

NOT_OWN = ("vendor", "other firm")
LEXICON_WORTH = 0.5
"""What a word of the catalogue inside the words of work adds to the logarithm of the tagger's share."""
WHOLLY_NAMED, NEARLY_ALL = 2.0, 0.6
"""What it adds besides where the words of work are the catalogue's own, as good as all of them."""
IF_NAMED = math.log(0.1)
"""The logarithm of the share of a kind that the tagger does not think of, whose word of the catalogue stands there."""
NAMED_STRENGTH = 0.5
OF_WORK = ("items", "each", "hours", "wrong", "odd", "bill", "doers", "peak")
"""Roles of figures that tell of work."""
TELLING = (
    "work_cues", "doing", "doing_it", "pain_cues", "goes_on", "wants_tool", "errors", "past_attempt", "not_needed",
    "judgement", "ruled", "documented", "undocumented", "falls_short",
)  # fmt: skip
"""Cues that tell that work is done."""
A_WORD = r"(?<![^\W\d_])[^\W\d_]{3,24}(?![^\W\d_])"
REACH = 20
"""Letters before words of work in which an offer's verb may stand."""
LISTED = (
    r"(?:(?!\b(?:by|via|through|over|on|in|with|but)\b)[^.;:!?]){0,40}?(?:,|\band\b)\s*(?:the |my |our |and |all )*"
)
BEFORE_NOUN = ("a", "an", "the", "my", "our", "your", "his", "their", "its", "every")
"""Determiners that are no pronouns: behind them a noun is still to come."""
OPEN_ENDS = frozenset((*BEFORE_NOUN, "and", "or", "but", "of", "to", "for", "from", "with", "at", "into"))
"""Last words of words of work that end too early: determiners, conjunctions, and prepositions that are no particles
of a verb, as "up" and "out" are."""
SURE_SHARE = 0.9
"""Share from which the tagger's kind is right for 9 of 10 places of simulated owners; below it for half of them."""
LEAST_SHARE, LEAST_IF_MEASURED = 0.6, 0.45
"""Words of work that are less like any kind are left to be guessed at by search; less is enough beside a figure of
work, which tells that they are work."""


def spots(scene: Scene) -> tuple[Spot, ...]:
    """Every place that tells of work done for the firm, in order."""
    besides = [each for each in scene.besides if each.process_id != UNNAMED]
    seen = (each for each in _tagged(scene) if not _is_told_anew(scene, each))
    tagged = [*seen, *besides]
    found = sorted([*tagged, *_told_plainly(scene, tagged)], key=lambda each: each.start)
    return tuple(each if each in besides else _finer(scene, each) for each in found)


def _is_told_anew(scene: Scene, place: Spot | Match) -> bool:
    """True for a place inside words of which somebody else says what work they tell of, or that nobody knows yet."""
    return any(each.start < place.end and place.start < each.end for each in scene.besides)


def is_sure(scene: Scene, spot: Spot, least: float = SURE_SHARE) -> bool:
    """True for a place of whose kind the tagger gives at least that share by itself, without the words of the
    catalogue."""
    shares = (dict(each.works).get(spot.process_id, 0.0) for each in scene.tags("work") if each.start == spot.start)
    return max(shares, default=0.0) >= least


def _told_plainly(scene: Scene, tagged: Sequence[Spot]) -> Iterator[Spot]:
    """Words of the catalogue that the tagger does not see as work, though their clause tells how much, "invoices 6
    hours, the rota 5 hours", or their sentence, which has no other work, tells of doing or hurting, or is nothing but
    they: "Returns."; or two of them name one kind that is not seen elsewhere: "the appointments", "book"."""
    twice = _named_twice(scene, tagged)
    for named in scene.named_work:
        if inside(tagged, named.start, named.end) or _is_told_anew(scene, named) or is_of_tool(scene, named):
            continue
        clause, sentence = scene.clause(named.start), scene.sentence(named.start)
        figures = scene.figures(clause)
        if scene.text[clause.end : clause.end + 1] == ":":  # returns: six a day
            figures = scene.figures(next(iter(inside(scene.clauses, clause.end, len(scene.text))), clause))
        measured = any(scene.role(each).name in OF_WORK for each in figures)
        told = measured and not inside(tagged, clause.start, clause.end)
        told = told or (not inside(tagged, sentence.start, sentence.end) and _is_told(scene, named, sentence))
        told = told or _covered(scene, named, sentence.start, sentence.end) >= NEARLY_ALL
        told = told or _is_listed(scene, named, tagged)
        stance = stance_of(scene, named.start, named.end)
        if (told and stance == "fact") or (named.key in twice and stance in ("fact", "supposed")):
            yield Spot(named.key, named.start, named.end, NAMED_STRENGTH)


def _is_listed(scene: Scene, named: Match, tagged: Sequence[Spot]) -> bool:
    """True for words in one list with words of work: finding the tenants, the repairs and my receipts."""
    before = [each for each in tagged if each.end <= named.start]
    between = scene.text[before[-1].end : named.start] if before else ""
    return bool(before) and re.fullmatch(LISTED, between, re.IGNORECASE) is not None


def _named_twice(scene: Scene, tagged: Sequence[Spot]) -> frozenset[str]:
    """Kinds that two different words of the catalogue name and the tagger sees nowhere."""
    words: dict[str, set[str]] = {}
    for named in scene.named_work:
        if scene.right_before("channels", named.start) is None:
            words.setdefault(named.key, set()).add(named.phrase)
    seen = {each.process_id for each in tagged}
    return frozenset(key for key, phrases in words.items() if len(phrases) > 1 and key not in seen)


def _is_told(scene: Scene, named: Match, sentence: Piece) -> bool:
    """True where a sentence tells of doing or hurting, beside the words of work themselves."""
    if scene.right_before("channels", named.start) is not None or is_to_stay(scene, named):
        return False
    if scene.cue("goal_cues", sentence.start, named.start) is not None:
        return True  # I want my invoices automated
    return _is_told_of(scene, named, sentence)


def _is_told_of(scene: Scene, place: Match | Tag, sentence: Piece) -> bool:
    """True where a cue of doing or hurting stands in a sentence beside the words of work themselves."""
    cues = (each for name in TELLING for each in inside(scene.cues.get(name, ()), sentence.start, sentence.end))
    return any(each.start < place.start or each.end > place.end for each in cues)


def _finer(scene: Scene, spot: Spot) -> Spot:
    """The spot as the finer kind of work that its sentence or the next one says it is: quotes that need judgement."""
    finer = scene.vocabulary.finer_work.get(spot.process_id)
    if finer is None or finer.then not in scene.lexicon.names:
        return spot
    here = scene.sentence_index(spot.start)
    after = scene.sentences[min(here + 1, len(scene.sentences) - 1)]
    told = scene.cue(finer.cue, scene.sentences[here].start, after.end) is not None
    return replace(spot, process_id=finer.then) if told else spot


def work_of_noun(scene: Scene, noun: str) -> str | None:
    """The kind of work that a counted noun belongs to, by its last words: "supplier invoices", "invoices"."""
    stems = stemmed(noun).stems
    for size in range(min(len(stems), 3), 0, -1):
        process_id = scene.lexicon.items.get(stems[-size:])
        if process_id is not None:
            return process_id
    return None


def _tagged(scene: Scene) -> Iterator[Spot]:
    for tag in scene.tags("work"):
        if stance_of(scene, tag.start, tag.end) in NOT_OWN:
            continue
        if is_denied(scene, tag.start) and not _falls_short(scene, tag.start, tag.end):
            continue
        words = re.findall(A_WORD, scene.text[tag.start : tag.end])
        if all(each.lower() in measures().function_words for each in words):
            continue  # a letter, an emoji, a row of digits or little words tell of no work
        if is_only_wished(scene, tag) or _is_only_a_tool(scene, tag) or _is_received(scene, tag):
            continue
        found = _spot(scene, tag) if _is_whole(scene, tag) else _to_its_noun(scene, tag)
        if found is not None:
            yield found


def _spot(scene: Scene, tag: Tag) -> Spot | None:
    """The place of a tag, with its kind of work; None where the kind is not likely enough."""
    process_id, share = _kind(scene, tag)
    sentence = scene.sentence(tag.start)
    measured = any(scene.role(each).name in OF_WORK for each in scene.figures(sentence))
    if not measured and (is_of_tool(scene, tag) or (is_to_stay(scene, tag) and not _is_told_of(scene, tag, sentence))):
        return None
    least = LEAST_IF_MEASURED if measured else LEAST_SHARE
    if process_id not in scene.lexicon.names or share < least:
        return None
    return Spot(process_id, tag.start, tag.end, tag.score * share)


def _is_whole(scene: Scene, tag: Tag) -> bool:
    """True for words that do not end before their noun, as "hand the" and "nudge each and" do."""
    words, after = scene.text[tag.start : tag.end].lower(), scene.clause(tag.start).end
    return words.split()[-1] not in OPEN_ENDS or not re.search(A_WORD, scene.text[tag.end : after])


def _to_its_noun(scene: Scene, tag: Tag) -> Spot | None:
    """The place of words that end before their noun, with it: of the kind that the catalogue has words for there, or
    of the tagger's where the whole words mean the same alone; else None."""
    rest = re.match(rf"(?:\W+(?:{'|'.join(BEFORE_NOUN)}))*\W+(?P<noun>\w+)", scene.text[tag.end :], re.IGNORECASE)
    end = min(tag.end + rest.end(), scene.clause(tag.start).end) if rest else tag.end
    whole = replace(tag, end=max(end, tag.end))
    found = _spot(scene, whole)
    if found is None or inside(scene.named_work, whole.start, whole.end):
        return found
    (alone,) = scene.tagger.alone([scene.text[whole.start : whole.end]])
    return found if alone.work == found.process_id and alone.log_odds > 0 else None


def _is_received(scene: Scene, tag: Tag) -> bool:
    """True for an offer that was made to the speaker: "we have an offer for a booking tool" writes no quotes."""
    start = max(0, tag.start - REACH)
    offers = re.finditer(RECEIVED, scene.text[start : tag.end], re.IGNORECASE)
    return any(start + each.end() > tag.start for each in offers)


def _is_only_a_tool(scene: Scene, tag: Tag) -> bool:
    """True for words that are nothing but names of tools of the catalogue: QuickBooks and a spreadsheet."""
    tools = scene.named_tools
    words = re.finditer(r"\w+", scene.text[tag.start : tag.end])
    rest = [each for each in words if not any(one.start <= tag.start + each.start() < one.end for one in tools)]
    return bool(tools) and all(each.group().lower() in measures().function_words for each in rest)


def _falls_short(scene: Scene, start: int, end: int) -> bool:
    """True where a denial is of how well or for what: not quickly enough, nobody reads it."""
    clause = scene.clause(start)
    return (
        scene.cue("falls_short", end, clause.end) is not None
        or scene.cue("not_needed", clause.start, clause.end) is not None
    )


def _kind(scene: Scene, tag: Tag) -> tuple[str, float]:
    """The kind of work that a tag is of, by what the tagger learnt and by the words of the catalogue inside it."""
    scores = {name: math.log(share + 1e-6) for name, share in tag.works}
    for match in scene.named_work:
        if match.start < tag.end and tag.start < match.end:
            wholly = _covered(scene, match, tag.start, tag.end) >= NEARLY_ALL
            worth = LEXICON_WORTH * (match.words + 0.5 * match.exact) + WHOLLY_NAMED * wholly
            scores[match.key] = scores.get(match.key, IF_NAMED) + worth
    best = max(scores, key=lambda name: scores[name])
    return best, min(1.0, math.exp(scores[best]))


def _covered(scene: Scene, match: Match, start: int, end: int) -> float:
    """The share of the words of a place that a match holds, little words like "the" or "our" aside, and those of tools:
    a returns portal is of returns."""
    tools = scene.cues.get("tool_nouns", ())
    words = [
        start + found.start()
        for found in re.finditer(r"\w+", scene.text[start:end])
        if found.group().lower() not in measures().fillers
    ]
    words = [each for each in words if not any(tool.start <= each < tool.end for tool in tools)]
    held = [each for each in words if match.start <= each < match.end]
    return len(held) / len(words) if words else 1.0
