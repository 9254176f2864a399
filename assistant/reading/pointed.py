"""What words tell where somebody else than the reader points at them: read by the same grammar, or not at all.

Whoever points says which fact of which work some words tell. The words must stand in the text and must not be denied,
supposed or told of others; a figure is the grammar's own and must be of the kind that the fact takes; a yes or no is
read as an answer to the question for that fact is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.domain.facts import FIRM, Fact
from assistant.domain.profile import Process, Profile, is_list
from assistant.domain.talk import Question
from assistant.language.amount import AmountKind
from assistant.language.measures import measures
from assistant.language.quantities import Mention
from assistant.reading.answers import read_answer
from assistant.reading.placing import at_slot
from assistant.reading.reader import Reader
from assistant.reading.roles import OF_NOTHING
from assistant.reading.scene import Scene, make_scene
from assistant.reading.spoken import fact_of, figure_of
from assistant.reading.staff import is_of_people
from assistant.reading.stance import is_denied, stance_of
from assistant.reading.timing import in_its_period

THE_WORK = "work"
"""The name under which is pointed at the work itself: that the firm does it."""
OF_OTHERS = ("other firm", "vendor")
NOT_SO = ("supposed", "planned", "past", *OF_OTHERS)
AHEAD = ("goals", "budget_first_year", "spare_hours_per_week")
"""Facts that lie ahead: what is wished for, or would be given, is told in the words of a wish."""
KINDS: Mapping[str, tuple[AmountKind, ...]] = {
    "items_per_week": ("count", "rate", "number"),
    "minutes_per_item": ("duration",),
    "hours_per_week": ("duration",),
    "error_rate": ("percent",),
    "exception_share": ("percent",),
    "digital_input": ("percent",),
    "rule_based": ("percent",),
    "people": ("count", "number"),
    "wage_per_hour": ("money", "number"),
    "outside_bill_per_year": ("money",),
    "headcount": ("count", "number"),
    "spare_hours_per_week": ("duration",),
    "budget_first_year": ("money",),
}
"""Kinds of figures that a fact takes, the better first: where nothing was asked, a bare number is no time."""
IN_WORDS = ("digital_input", "rule_based", "error_rate", "exception_share")
"""Figures that may be told without one: all of it comes on paper."""
TELLS, OF_THE_WORK, LEAST_WORDS = 0.5, 0.05, 2
"""Probability from which words say anything of a fact that is no figure; the least share that a kind of work has in
what words mean alone, for them to tell of it; and the fewest words that tell either."""
LIKELY_NOTHING = 0.5
"""Probability, by the tagger, from which a figure is none of the firm's work, whoever points at it."""


def place_of(quote: str, text: str) -> tuple[int, int] | None:
    """Where a quote stands in a text, in whole words; how it is spaced does not count. None where it does not."""
    words = r"\s+".join(re.escape(each) for each in quote.split())
    found = re.search(rf"(?<!\w){words}(?!\w)", text) if words else None
    return found.span() if found else None


def told_at(scene: Scene, place: tuple[int, int], question: Question, reader: Reader) -> Profile | None:
    """What the words of a place tell of the question's fact and of nothing else; None where they do not tell it."""
    start, end = place
    path, quote = question.path, scene.text[start:end]
    stances = {stance_of(scene, start + each.start(), end) for each in re.finditer(r"\S+", quote)}
    if stances.intersection(OF_OTHERS if path.name in AHEAD else NOT_SO):
        return None
    if is_list(path):
        return _listed(make_scene(quote, reader), question)
    if path.name == THE_WORK:
        tells = "denied" not in stances and _tells_of_work(scene, quote, path.scope)
        return _of_work(path.scope, scene, quote, None) if tells else None
    inside = [each for each in scene.mentions if start <= each.start and each.end <= end]
    fact: Fact | None = None
    if path.name in KINDS and inside:
        fact = _figure(scene, inside, question)
    elif path.name not in KINDS or path.name in IN_WORDS:
        own = make_scene(quote, reader)
        fact = fact_of(own, question) if _tells(own, path.name) else None
    if fact is None:
        return None
    if path.scope != FIRM:
        return _of_work(path.scope, scene, quote, (path.name, fact))
    return Profile().with_fact(path, fact)


def _figure(scene: Scene, inside: Sequence[Mention], question: Question) -> Fact | None:
    """The figure of a place that the fact can have: the one of the best kind; None where there are several or none."""
    name, scope = question.path.name, question.path.scope
    fitting = [each for each in inside if each.kind in KINDS[name] and _may_be(scene, each, name)]
    best = min((KINDS[name].index(each.kind) for each in fitting), default=0)
    fitting = [each for each in fitting if KINDS[name].index(each.kind) == best]
    if len(fitting) != 1 or is_denied(scene, fitting[0].start):
        return None
    if scope != FIRM:
        return at_slot(scene, fitting[0], name, scope)
    if name == "headcount" and fitting[0].kind == "count" and not is_of_people(fitting[0]):
        return None
    if name == "spare_hours_per_week" and in_its_period(scene, fitting[0], (), ()).per not in measures().weeks_of:
        return None
    form = scene.vocabulary.replies.form(name)
    return figure_of(replace(scene, mentions=tuple(fitting)), question, form)


def _tells(own: Scene, name: str) -> bool:
    """True for words that rather say something of a fact than not."""
    enough = len(own.text.split()) >= LEAST_WORDS or name == "tools"
    return enough and own.tagger.answers(own.tagged, name) >= TELLS


def _tells_of_work(scene: Scene, quote: str, work: str) -> bool:
    """True for words that may mean this kind of work by themselves."""
    return len(quote.split()) >= LEAST_WORDS and scene.tagger.share_alone(quote, work) >= OF_THE_WORK


def _may_be(scene: Scene, mention: Mention, name: str) -> bool:
    """True unless the figure is likely none of the firm's; what lies ahead is told in the words of a wish."""
    shares = scene.role(mention).shares
    nothing = (each for each in OF_NOTHING if each != "unreal" or name not in AHEAD)
    return all(shares.get(each, 0.0) < LIKELY_NOTHING for each in nothing)


def _of_work(work: str, scene: Scene, quote: str, told: tuple[str, Fact] | None) -> Profile:
    facts = {told[0]: told[1]} if told else {}
    return Profile(processes=(Process(id=work, name=scene.lexicon.names[work], quote=quote, **facts),))


def _listed(scene: Scene, question: Question) -> Profile | None:
    """The goals, strengths or tools that words tell, read as the answer to the question for them."""
    name = question.path.name
    found = getattr(read_answer(scene, question).profile, name) if _tells(scene, name) else None
    return Profile(**{name: found}) if found else None
