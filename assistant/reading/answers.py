"""An answer in the light of its question: a yes, a figure in the question's unit, a quick reply, or a pass."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from assistant.domain.facts import FIRM, Fact, FactPath, Noun
from assistant.domain.profile import LIMITS, Process, Profile, Quantity, Strength, Tool, is_list
from assistant.domain.talk import KIND_OF_WORK, Question
from assistant.reading import gone_wrong
from assistant.reading.aims import told_goals
from assistant.reading.control import control
from assistant.reading.intents import meant, says_yes_or_no
from assistant.reading.read import in_known_terms, read_scene
from assistant.reading.reader import Reader
from assistant.reading.scene import Scene, make_scene
from assistant.reading.spoken import fact_of
from assistant.reading.whole import feature, says_nothing_of

Outcome = Literal["fact", "skip", "unknown", "back", "why", "beside", "other"]
"""What an answer came to; `beside` are words that tell something else than what was asked."""
WORD = re.compile(r"[^\W\d_]+")
LEAST_LETTERS, MOST_LETTERS = 4, 40
OWN = frozenset({"i", "we", "my", "our", "us", "me"})
A_TOOL = r"\b(?:[\w'-]+ ){1,2}(?:software|app|program|programme|system|package|platform|till|suite)\b"
"""A tool told without a name: the tuning software."""
ADDRESSED = frozenset({"you", "your"})
"""Words to the listener tell nothing of the firm unless the speaker is in them too, or those who come."""
COMING = r"^\W*(?:because|cos|'?cause|they|people|folks?|customers?|clients?|guests?|patients?|every(?:one|body))\b"
"""How a reason to come begins whatever it goes on with: you get what you pay for."""
OF_PEOPLE = ("doer", "freed_hours_use", "posts_expected_to_go", "staff_told", "doers_asked")
SHORT = 8
"""Words of a first sentence that may be an answer of its own."""
WHO = r"\b(?!That|This|It|Nobody|There|What)(?:[Ii]|[Ss]he|[Hh]e|[Tt]hey|[Ww]e|[Oo]ne|[Bb]oth|[A-Z][a-z]+)"
NOT_SO = r"not|never|have to|like|need|want|lose|rather|be out|let|sack|fire|hire|drop|save|cut (?:one|two|some|them)"
"""What is refused, asked for or done to people, after "would": no use of their time."""
WOULD = r"(?:(?: (?:both|all|then))? (?:would|will|could)|['\u2019](?:d|ll))"
WOULD_DO = rf"{WHO}{WOULD}(?! (?:{NOT_SO})\b|n['\u2019]t)(?: \w+){{2}}"
"""Somebody and what they would do: "he'd visit clients"."""
ON_CONDITION = r"\bif\b|\bunless\b"
MEASURED = ("items_per_week", "minutes_per_item", "hours_per_week")
OTHERWISE, SURELY = ("tell", "correct", "question"), 0.7


class Answered(Noun):
    """What an answer came to: `fact` for the open question, `use` for what becomes of the time where the answer to who
    does the work tells it too, `profile` for everything else that the words tell."""

    outcome: Outcome
    fact: Fact | None = None
    use: Fact | None = None
    profile: Profile = Profile()


def read_answer(scene: Scene, question: Question, *, beside: bool = False, known: Profile | None = None) -> Answered:
    """The answer that a text gives to a question, and the profile read from its words.

    `beside` is true for words that tell something else than what was asked; `known` is what is known before.
    "fact" without a fact means that the answer lies in the profile (goals, strengths, processes, tools).
    """
    if not scene.text:
        return Answered(outcome="other")
    passed = control(scene)
    told = read_in_talk(scene, question, known or Profile())
    if passed in ("skip", "back", "why") or (
        passed == "unknown" and not scene.mentions and not says_yes_or_no(scene, question)
    ):
        return Answered(outcome=passed, profile=told)
    beside = beside or _is_of_other_work(scene, told, question, known or Profile())
    if beside and not told.knows(question.path):
        return Answered(outcome="beside", profile=told)
    if is_list(question.path):
        return _listed(scene, question, _with_feature(scene, question, told, known or Profile()))
    held = told.fact(question.path)
    fact = held or fact_of(scene, question)
    if fact is not None and held is None and (elsewhere := _taken_elsewhere(told, question, fact)):
        if any(_is_named_beside(scene, each, question.path.scope) for each in elsewhere):
            return Answered(outcome="other", profile=told)
        told = _without(told, elsewhere)
    if fact is not None and question.path.name == "freed_hours_use" and len(scene.sentences) == 1:
        told = told.model_copy(update={"goals": ()})  # more time with my kids: what the hours are for, once
    told = told if fact is None else _without_limit(told, fact, question)
    return Answered(outcome="fact" if fact else "other", fact=fact, use=_use(scene, question), profile=told)


def _without_limit(told: Profile, fact: Fact, question: Question) -> Profile:
    """What was told, without a limit whose figure is the answer: an hour's wage is no purse."""
    own = LIMITS.get(question.path.name)
    kept = tuple(
        each
        for each in told.constraints
        if each.kind == own or each.amount is None or not fact.is_number or each.amount.quote != fact.quote
    )
    return told.model_copy(update={"constraints": kept})


def read_in_talk(scene: Scene, question: Question | None, known: Profile) -> Profile:
    """What words tell in a talk: figures without a name are about the work spoken of, and work is called as known."""
    counted = Profile() if question is not None and question.path.name in gone_wrong.ASKED else known
    return in_known_terms(scene, read_scene(scene, spoken_of(question, known), counted), known)


def spoken_of(question: Question | None, known: Profile) -> str | None:
    """The work that a talk is about: that of the open question, else the only one known. None where people are asked
    about: their hours are not the work's."""
    if question is not None and question.path.scope != FIRM and question.path.name != KIND_OF_WORK:
        return None if question.path.name in OF_PEOPLE else question.path.scope
    return known.processes[0].id if len(known.processes) == 1 else None


def _use(scene: Scene, question: Question) -> Fact | None:
    """What the people who do the work would do instead: "they'd pick orders", "she would be on the forms"."""
    if question.path.name != "doer":
        return None
    for sentence in scene.sentences:
        would = re.search(WOULD_DO, sentence.text)
        ends_posts = scene.has("posts_go", sentence) or scene.has("posts_stay", sentence)
        if would and not ends_posts and not re.search(ON_CONDITION, sentence.text, re.IGNORECASE):
            return Fact(value=sentence.text[would.start() :].rstrip(".!"), quote=sentence.text[would.start() :])
    return None


def _taken_elsewhere(told: Profile, question: Question, fact: Fact) -> list[Quantity]:
    """The figure of an answer where it was read as another one, too."""
    return [
        each
        for each in told.quantities
        if each.slot
        and each.process_id
        and each.quote == fact.quote
        and (each.process_id, each.slot) != (question.path.scope, question.path.name)
    ]


def _is_named_beside(scene: Scene, taken: Quantity, asked_of: str) -> bool:
    """True where the sentence of a figure names other work than was asked about: it answers nothing then. A few words
    are an answer whatever they name: "80 % e-mail"."""
    here = scene.sentence_index(scene.text.find(taken.quote))
    few = len(scene.sentences[here].text.split()) <= SHORT
    return not few and any(
        each.key != asked_of and scene.sentence_index(each.start) == here for each in scene.named_work
    )


def _without(told: Profile, taken: Sequence[Quantity]) -> Profile:
    """What was told, without the places of a figure that is the answer."""
    for each in taken:
        if each.process_id and each.slot:
            told = told.with_fact(FactPath(scope=each.process_id, name=each.slot), None)
    places = {(each.quote, each.process_id) for each in taken}
    kept = tuple(each for each in told.quantities if (each.quote, each.process_id) not in places)
    return told.model_copy(update={"quantities": kept})


class FirstPart(Noun):
    """An answer that the first sentence gives alone, and the words after it."""

    answered: Answered
    rest: str


def answer_first(scene: Scene, question: Question, reader: Reader) -> FirstPart | None:
    """The answer of a short first sentence where others follow: "Beth. She does the phone, too". None where the first
    sentence asks, is long or gives none; for words of their own the whole is the answer."""
    form = scene.vocabulary.replies.form(question.path.name)
    wordy = form == "words" and question.path.name != "doer"
    first = scene.sentences[0] if len(scene.sentences) > 1 else None
    if first is None or wordy or is_list(question.path) or len(first.text.split()) > SHORT or "?" in first.text:
        return None
    fact = fact_of(make_scene(first.text, reader), question)
    rest = scene.text[first.end :].strip()
    if fact is None or not rest:
        return None
    return FirstPart(answered=Answered(outcome="fact", fact=fact, use=_use(scene, question)), rest=rest)


def _is_of_other_work(scene: Scene, told: Profile, question: Question, known: Profile) -> bool:
    """True where every figure is about other work that is known already: "five hours on quotes", asked about calls.
    What stands before the first word of other work is about what was asked."""
    scope = question.path.scope
    placed = [each for each in told.quantities if each.slot and each.process_id]
    works = {each.process_id for each in placed}
    if scope == FIRM or not works or scope in works or not all(known.process(each) for each in works if each):
        return False
    named = min((scene.sentence_index(each.start) for each in scene.named_work if each.key in works), default=0)
    return all(scene.sentence_index(scene.text.find(each.quote)) >= named for each in placed)


def _listed(scene: Scene, question: Question, told: Profile) -> Answered:
    """Goals and strengths take the words as they are where nothing finer was read; work and tools need to be known."""
    name, words = question.path.name, scene.text
    reason = name == "strengths" and re.match(COMING, words, re.IGNORECASE) is not None
    if not (_says_something(words) or reason) or (name in ("goals", "strengths") and _is_only_figures(scene)):
        return Answered(outcome="other", profile=told)
    if not told.knows(question.path) and _tells_otherwise(scene, question, told):
        return Answered(outcome="beside", profile=told)
    if words not in question.choices and says_nothing_of(scene, name):
        return Answered(outcome="beside", profile=told)
    if name == "goals":
        told = told.model_copy(update={"goals": told_goals(scene, told.goals)})
    if name == "strengths" and (not told.strengths or (reason and len(scene.sentences) == 1)):
        personal = bool(scene.cues.get("personal_words"))
        told = told.model_copy(
            update={"strengths": (Strength(text=words.rstrip(".!"), quote=words, personal=personal),)}
        )
    if name == "tools" and not told.tools and (named := re.search(A_TOOL, words, re.IGNORECASE)):
        told = told.model_copy(update={"tools": (Tool(name=named.group(), quote=named.group()),)})
    known = bool(getattr(told, name))
    return Answered(outcome="fact" if known else "other", profile=told)


def _with_feature(scene: Scene, question: Question, told: Profile, known: Profile) -> Profile:
    """What was told, with whether a tool that is paid for can do the work: the work named, else the largest."""
    said = feature(scene) if question.path.name == "tools" else None
    named = [each for each in known.processes if told.process(each.id)] or list(known.processes)
    if said not in ("yes", "no") or not named:
        return told
    work = max(named, key=lambda each: each.hours_per_week.mid if each.hours_per_week else 0.0)
    able = (told.process(work.id) or Process(id=work.id, name=work.name)).model_copy(
        update={"own_feature": Fact(value=said == "yes", quote=scene.text)}
    )
    others = tuple(each for each in told.processes if each.id != work.id)
    return told.model_copy(update={"processes": (*others, able)})


def _tells_otherwise(scene: Scene, question: Question, told: Profile) -> bool:
    """True for words that are surely meant as something else than an answer, and tell it: why customers come sounds
    like telling too, so that there something known must be in the words."""
    measured = any(each.slot in MEASURED for each in told.quantities)
    shares = meant(scene, question)
    surely = sum(shares.get(name, 0.0) for name in OTHERWISE) >= SURELY
    if question.path.name == "tools" and re.search(A_TOOL, scene.text, re.IGNORECASE):
        return False
    return surely and (measured or bool(told.tools))


def _is_only_figures(scene: Scene) -> bool:
    """True where nothing stands beside figures: "about 28 hours" is no reason to come."""
    rest = scene.text
    for mention in scene.mentions:
        rest = rest.replace(mention.quote, " ")
    return bool(scene.mentions) and not any(len(each) >= LEAST_LETTERS for each in WORD.findall(rest))


def _says_something(words: str) -> bool:
    """True for words of a language that speak of the firm: not a letter, signs, markup or words about the listener."""
    found = WORD.findall(words)
    letters = sum(len(each) for each in found)
    rest = sum(not each.isspace() for each in words) - letters
    told = any(each.lower() in OWN for each in found) or not any(each.lower() in ADDRESSED for each in found)
    return told and letters > rest and any(LEAST_LETTERS <= len(each) <= MOST_LETTERS for each in found)
