"""What an owner wants, and what customers come for, in the owner's words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.domain.profile import Goal, GoalKind, Strength
from assistant.encoder.tagger import Tag
from assistant.language.matching import Match, find
from assistant.language.measures import measures
from assistant.language.sentences import Piece
from assistant.reading import figures
from assistant.reading.refusals import is_unsaid, refused, wants_nothing
from assistant.reading.scene import Scene
from assistant.reading.stance import is_denied, stance_of

KINDS: tuple[GoalKind, ...] = (
    "exit", "stay small", "time", "growth", "money", "quality", "customers", "people", "resilience", "reach",
)  # fmt: skip
TO_BE = r"^(?:(?:is|are|was|would be)\s+)?(?:(?:to|that|for)\s+)?"
# "She would love to": a wish of one who does the work, not of the owner.
SOMEBODY_ELSE = r"\b(?:she|he|they|staff|customers?|clients?|patients?)\s*$"
WANTING = (
    "i", "we", "i'd", "we'd", "would", "my", "our", "so", "goal", "goals", "aim", "hoping", "want", "looking", "he",
    "she", "they", "the", "owner", "owners", "their", "his", "her", "all", "what",
)  # fmt: skip
TO_DO = ("be", "to", "stop", "keep")
"""Last words of a cue after which what is wanted is to do something."""
LEAST_WORDS = 2
AUTOMATED = r"\bautomat(?:e|ed|ing|ion)\b"
ANEW = r"\s*(?:,\s*and|;|\band)\s+(?:i|we)\b[\w'\u2019 ]{0,14}$"
"""Before the end of a cue, where the speaker begins another wish: ..., and I want."""
PURPOSE = r"\bso (?:that )?(?=\w)|\bin order to\b"


def goals(scene: Scene) -> tuple[Goal, ...]:
    """The goals told, once each; wishes for a tool are no goals."""
    found: list[Goal] = []
    meant = [each for each in scene.cues.get("goal_cues", ()) if not _is_refused(scene, each)]
    for cue in _first_in_sentence(scene, meant):
        sentence = scene.sentence(cue.start)
        if stance_of(scene, cue.start, cue.start) in ("other firm", "vendor") or _wants_a_tool(scene, sentence, cue):
            continue
        if re.search(SOMEBODY_ELSE, scene.text[sentence.start : cue.start], re.IGNORECASE):
            continue
        end = _end_of_wish(scene, sentence, cue)
        text = re.sub(TO_BE, "", scene.text[cue.end : end].strip(" .!?,;:\n"), flags=re.IGNORECASE)
        purpose = re.search(PURPOSE, text, re.IGNORECASE)
        if purpose is not None and (scene.cue("tool_nouns", cue.end, end) or re.search(AUTOMATED, text, re.IGNORECASE)):
            text = text[purpose.end() :]
        bare = not text and _is_wanting(cue)  # home by six would be nice
        start = scene.clause(cue.start).start if bare or _is_not_wanted(scene, cue) else cue.start
        quote = scene.text[start:end].strip().rstrip(".!?,;:")
        if (len(text.split()) < LEAST_WORDS and cue.words < LEAST_WORDS) or (bare and start == cue.start):
            continue
        if re.search(AUTOMATED, text, re.IGNORECASE):
            continue  # a means, and no end
        wish = Piece(quote, start, start + len(quote))
        found.append(
            Goal(
                kind=_kind(scene, wish),
                text=text.rstrip(".!?") if _is_wanting(cue) and text and start == cue.start else quote,
                quote=quote,
                horizon_years=_horizon(scene, sentence),
            )
        )
    return (*found, *_tagged_goals(scene, found))


def _tagged_goals(scene: Scene, found: Sequence[Goal]) -> Iterator[Goal]:
    """The goals that no word of wishing announces, as the tagger marks them."""
    for tag in scene.tags("goal"):
        words = _to_its_noun(scene, tag)
        sentence = scene.sentence(tag.start)
        known = any(each.quote and (each.quote in sentence.text or words in each.quote) for each in found)
        if (
            known
            or len(words.split()) < LEAST_WORDS
            or _is_against_growth(scene, tag.start)
            or stance_of(scene, tag.start, tag.start) in ("other firm", "vendor")
        ):
            continue
        kind = _kind(scene, Piece(words, tag.start, tag.start + len(words)))
        yield Goal(kind=kind, text=words, quote=words, horizon_years=_horizon(scene, sentence))


def _to_its_noun(scene: Scene, tag: Tag) -> str:
    """The words of a tag; those that end before their noun, "more time with my", go on to the end of the clause."""
    words, clause = scene.text[tag.start : tag.end], scene.clause(tag.start)
    told = words.split()
    if len(told) < LEAST_WORDS or told[-1].lower() not in measures().function_words or clause.end <= tag.end:
        return words
    return scene.text[tag.start : clause.end].rstrip(" .!?,;:\n")


def _is_refused(scene: Scene, cue: Match) -> bool:
    """True where what is wanted is nothing, or is denied and not something that the owner would rather not do: "I don't
    want more kids" is no goal, and "I don't want to be at the desk at ten" is one."""
    said_before = scene.text[scene.clause(cue.start).start : cue.start]
    if wants_nothing(scene.text[cue.end :]) or is_unsaid(said_before):
        return True
    if not _is_not_wanted(scene, cue):
        return False
    doing = cue.phrase.split()[-1] in TO_DO or re.match(r"\s*to\b", scene.text[cue.end :], re.IGNORECASE) is not None
    return not doing or _is_against_growth(scene, cue.start)


def _is_not_wanted(scene: Scene, cue: Match) -> bool:
    """True for words of wanting after a denial; "no I want Sundays off" denies something else."""
    return is_denied(scene, cue.start) and scene.words_before(cue.start, 1) != ("no",)


def _is_against_growth(scene: Scene, at: int) -> bool:
    """True where the clause at an offset refuses to grow: bigger we don't want to be; no more orders."""
    clause = scene.clause(at)
    return refused(clause.text) is not None and scene.has("goal_kinds.growth", clause)


def strengths(scene: Scene) -> tuple[Strength, ...]:
    """What customers come for, once a sentence; personal where it is a person that they come for."""
    found: list[Strength] = []
    for cue in _first_in_sentence(scene, scene.cues.get("strength_cues", ())):
        sentence = scene.sentence(cue.start)
        if stance_of(scene, cue.start, cue.end) in ("denied", "other firm", "vendor", "supposed"):
            continue
        quote = scene.quote(cue.start, max(cue.end, _clause_end(scene, sentence, cue)))
        wish = scene.cue("wants_tool", cue.end, sentence.end)
        said = scene.text[cue.end : wish.start if wish else sentence.end].strip()
        text = said.rstrip(".!?") if len(said.split()) >= 1 and len(said) > 2 else quote
        found.append(Strength(text=text, quote=quote, personal=scene.has("personal_words", sentence)))
    for tag in scene.tags("strength"):
        words, sentence = scene.text[tag.start : tag.end], scene.sentence(tag.start)
        if not any(each.quote and (each.quote in sentence.text or words in each.quote) for each in found):
            found.append(Strength(text=words, quote=words, personal=scene.has("personal_words", sentence)))
    return tuple(found)


def _is_wanting(cue: Match) -> bool:
    """True where the cue is words of wanting that the goal can be told without; "retire" is the goal itself."""
    return cue.phrase.split()[0] in WANTING


def _first_in_sentence(scene: Scene, cues: Sequence[Match]) -> list[Match]:
    """The first cue of each sentence, and those by which the speaker begins anew: ..., and I want my Saturdays back."""
    found: list[Match] = []
    for cue in sorted(cues, key=lambda each: (each.start, -each.end)):
        again = found and scene.sentence_index(found[-1].start) == scene.sentence_index(cue.start)
        anew = again and cue.start > found[-1].end and re.search(ANEW, scene.text[: cue.end], re.IGNORECASE)
        if not again or anew:
            found.append(cue)
    return found


def _end_of_wish(scene: Scene, sentence: Piece, cue: Match) -> int:
    """Where a wish ends: before a clause with but, because or although, else with its sentence."""
    rest = re.search(
        r"\s*[,;]?\s*\b(?:but|because|although|though|while)\b|[;:]", scene.text[cue.end : sentence.end], re.IGNORECASE
    )
    end = cue.end + rest.start() if rest and rest.start() > 3 else sentence.end
    later = (each for each in scene.cues.get("goal_cues", ()) if cue.end < each.start < end)
    anew = (re.search(ANEW, scene.text[: each.end], re.IGNORECASE) for each in later)
    return next((each.start() for each in anew if each and each.start() >= cue.end), end)


def _clause_end(scene: Scene, sentence: Piece, cue: Match) -> int:
    rest = re.search(r"[;:]|\s*,?\s*\b(?:but|although|though)\b", scene.text[cue.end : sentence.end], re.IGNORECASE)
    return cue.end + rest.start() if rest else sentence.end


def _wants_a_tool(scene: Scene, sentence: Piece, cue: Match) -> bool:
    """True for "I want a chatbot": the wish is for a means, which serves a goal and is none."""
    means = [
        each
        for each in find(scene.stems, scene.lexicon.means)
        if sentence.start <= each.start < sentence.end and each.start >= cue.start
    ]
    if not means:
        return False
    purpose = re.search(r"\bso (?:that )?(?:i|we)\b", scene.text[cue.start : sentence.end], re.IGNORECASE)
    near = means[0].start - cue.end < 40
    return (
        near
        and scene.cue("wants_tool", sentence.start, means[0].start) is not None
        and not (purpose and purpose.start() == 0)
    )


def _kind(scene: Scene, wish: Piece) -> GoalKind:
    """The kind of a goal by its first telling word; exits and staying small go before the rest, and growth that is
    refused is staying small, after the rest."""
    best: tuple[int, int, GoalKind] | None = None
    for rank, kind in enumerate(KINDS):
        match = scene.cue(f"goal_kinds.{kind}", wish.start, wish.end)
        if match is None:
            continue
        place: tuple[int, int, GoalKind] = (0 if rank < 2 else 1, match.start, kind)
        if kind == "growth" and (is_denied(scene, match.start) or _is_against_growth(scene, match.start)):
            place = (2, match.start, "stay small")
        best = place if best is None or place < best else best
    return best[2] if best else "other"


def told_goals(scene: Scene, read: Sequence[Goal]) -> tuple[Goal, ...]:
    """The goals of an answer to the question for them: those that were read, after the first sentence where that is
    another; all of the words as one goal where none was read."""
    if not read:
        whole = Piece(scene.text, 0, len(scene.text))
        return (Goal(kind=_kind(scene, whole), text=scene.text.rstrip(".!"), quote=scene.text),)
    first = scene.sentences[0]
    words = first.text.strip().rstrip(".!")
    held = any(each.quote and each.quote in first.text for each in read) or len(words.split()) <= LEAST_WORDS
    if held or "?" in words or refused(words) is not None or scene.has("pain_cues", first):
        return tuple(read)
    return (Goal(kind=_kind(scene, first), text=words, quote=words, horizon_years=_horizon(scene, first)), *read)


def _horizon(scene: Scene, sentence: Piece) -> float | None:
    """Years until a goal: "in three years", "within six months", "by next year"; None where no time is said."""
    for mention in scene.figures(sentence):
        if mention.kind != "duration":
            continue
        years = {"months": 1 / 12, "years": 1.0, "weeks": 1 / 52}.get(mention.unit)
        if years and not mention.per and figures.is_ahead(scene.text[sentence.start : mention.start]):
            return round(mention.high * years, 2)
    return 1.0 if scene.has("next_year", sentence) else None
