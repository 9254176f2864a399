"""The fact that the words of an answer give: a figure in the question's unit, a yes, a quick reply, or all of it."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.domain.facts import Fact
from assistant.domain.talk import Question
from assistant.language.measures import measures
from assistant.language.quantities import Mention
from assistant.reading import measured, named
from assistant.reading.gone_wrong import is_other_share
from assistant.reading.listed import listed_share, listed_value
from assistant.reading.lumps import part_of_week
from assistant.reading.placing import other_side, side
from assistant.reading.replies import Form
from assistant.reading.scene import Scene
from assistant.reading.stance import is_denied, is_estimated, stance_of
from assistant.reading.timing import in_its_period
from assistant.reading.traits import DOERS, PLAIN
from assistant.reading.whole import as_a_whole, says_nothing_of
from assistant.reading.yes_no import answers_plainly, is_opener, said_yes, surely_yes

A_NAME = r"\b(?:[A-Z][a-z]+|[A-Z]{2,})\b"
SAID_BEFORE = r"\bi (?:told|said)\b"
"""Words that remind and name nobody: "Sem, I told you"."""
ASKED_FOR_CHANGE = ("stable",)
"""Facts that are asked for by their opposite: "is it going to change?", so that a no says that it is stable."""
DRASTIC = ("needed",)
"""Facts of which a no ends the work: nobody would miss it."""
FEW = 8
"""Words up to which an answer is plain enough to be taken word by word."""
COUNTED_FORMS = ("share", "count")
"""Forms whose answers are figures where they hold any."""
NOTHING = r"\W*(?:none|nothing|zero|nobody|no one|nil|not sure it would matter)\W*(?:at all|really)?\W*"
ON_TOP = r"\W*(?:and )?(?:plus|\+|and (?:then )?another|on top of that)\s*(?:another |about |maybe |some )?"
"""What adds the next figure to the one before."""
OF_ONE = r"\s*(?:each|apiece|a piece|a pop|a go|a time|per|an? (?!day|week|month|year|night|evening|morning)\w+)\b"
"""After a time that is that of one of many."""


def fact_of(scene: Scene, question: Question) -> Fact | None:
    """The fact that the words give for the question, or None: few words are taken as they stand, more are first read
    as a whole."""
    if question.path.name in DRASTIC:
        return _not_lightly(scene, question)
    figures = any(each.kind != "rate" for each in scene.mentions)
    counted = figures and scene.vocabulary.replies.form(question.path.name) in COUNTED_FORMS
    plain = scene.vocabulary.replies.form(question.path.name) == "yes or no" and answers_plainly(scene)
    if counted or plain or len(scene.text.split()) <= FEW:
        return _by_words(scene, question) or (None if counted else _as_taught(scene, question))
    return _as_taught(scene, question) or _by_words(scene, question)


def _not_lightly(scene: Scene, question: Question) -> Fact | None:
    """A no that ends work must stand in few words, without a yes or a question beside it. A yes at either end of the
    words is a yes; one inside them is, unless its sentence goes on to deny something."""
    yes, said = surely_yes(scene), said_yes(scene)
    if yes or said:
        return Fact(value=True, quote=scene.text)
    if yes is False and said is not False:
        return None
    no = Fact(value=False, quote=scene.text)
    fact = no if yes is False else _by_words(scene, question) or _as_taught(scene, question)
    plain = len(scene.text.split()) <= 2 * FEW and "?" not in scene.text
    return None if fact and fact.value is False and not plain else fact


def _by_words(scene: Scene, question: Question) -> Fact | None:
    """The fact by the words and figures one by one: a quick reply, a yes, a share, an amount."""
    name, form = question.path.name, scene.vocabulary.replies.form(question.path.name)
    value = listed_value(scene, name)
    figures = any(each.kind != "rate" for each in scene.mentions)
    if value is not None and (not figures or form in ("words", "yes or no")):
        return Fact(value=value, unit=_unit(form, question), quote=scene.text)
    if form == "yes or no":
        return _yes_or_no(scene, name)
    if form == "words":
        return _words(scene, name)
    figure = figure_of(scene, question, form)
    if figure is not None:
        return figure
    if form == "hours" and (lump := part_of_week(scene.text)) is not None:
        return lump
    return _share_word(scene, form) or _plain_yes_or_no(scene, question, form)


def _as_taught(scene: Scene, question: Question) -> Fact | None:
    """The answer read as a whole, by what was learnt from labelled answers; None where it is not clear."""
    name = question.path.name
    values = scene.vocabulary.replies.taught.get(name, {})
    said = as_a_whole(scene, name) if values else None
    if said not in values:
        return None
    return Fact(value=values[said], unit=_unit(scene.vocabulary.replies.form(name), question), quote=scene.text)


def _unit(form: Form, question: Question) -> str:
    return {"share": "share", "hours": "hours a week", "minutes": "minutes"}.get(form, question.unit)


def figure_of(scene: Scene, question: Question, form: Form) -> Fact | None:
    """The quantity that fits the question best, in its unit; a bound is closed by what is plausible."""
    for told in measured.of_form([each for each in scene.mentions if _may_answer(scene, each, form)], form):
        if form == "hours" and told.kind == "number" and _counts(scene, told, question):
            continue
        if form == "share" and is_other_share(scene, told, question.path.name):
            continue
        mention = in_its_period(scene, told, (), ()) if form == "hours" else told
        fact = measured.as_asked(mention, form, question)
        if fact is None:
            continue
        if form == "hours":
            fact = _with_what_comes_on_top(scene, told, fact, question)
        if form == "share" and side(scene, told) == (question.path.name, True):
            return fact.model_copy(update={"value": other_side(fact)})
        beside = named.right_before(scene.text, mention.start) if question.path.name == "headcount" else ()
        return fact.model_copy(update={"value": fact.mid + len(beside)}) if beside and not fact.is_range else fact
    return None


def _counts(scene: Scene, told: Mention, question: Question) -> bool:
    """True for a bare figure that tells how many, "60 a week, four minutes each", or more hours than there can be."""
    each = any(one.kind == "duration" and one.per and one.per not in measures().weeks_of for one in scene.mentions)
    return (each and told.per != "") or (question.plausible is not None and told.low > question.plausible[1])


def _with_what_comes_on_top(scene: Scene, told: Mention, fact: Fact, question: Question) -> Fact:
    """The hours of an answer and those that it adds at once: sixteen, plus four for swaps."""
    after = next((each for each in scene.mentions if each.start >= told.end), None)
    if after is None or re.fullmatch(ON_TOP, scene.text[told.end : after.start], re.IGNORECASE) is None:
        return fact
    more = measured.as_asked(replace(after, per=after.per or told.per), "hours", question)
    if more is None:
        return fact
    low, high = fact.low + more.low, fact.high + more.high
    quote = scene.text[told.start : after.end]
    return fact.model_copy(update={"value": low if low == high else (low, high), "quote": quote, "said": None})


def _may_answer(scene: Scene, mention: Mention, form: Form) -> bool:
    """False for what a seller or another firm is said to have, for the time of one thing where that of a week is asked
    for, and for a bare figure deep in a sentence, "most are over 65", where a time is; at the head of the answer, or
    after "I'd say", it is one."""
    if stance_of(scene, mention.start, mention.end) in ("vendor", "other firm"):
        return False
    before, after = scene.text[: mention.start], scene.text[mention.end :]
    if form == "hours" and mention.kind == "duration" and not mention.per and re.match(OF_ONE, after, re.IGNORECASE):
        return False
    bare = mention.kind == "number" and not mention.per and form in ("hours", "minutes", "months")
    opens = is_opener(before) or not before.strip() or is_estimated(scene, mention)
    return not bare or opens or len(scene.sentence(mention.start).text.split()) <= FEW


def _share_word(scene: Scene, form: Form) -> Fact | None:
    value = listed_share(scene) if form == "share" else None
    return None if value is None else Fact(value=value, unit="share", quote=scene.text)


def _plain_yes_or_no(scene: Scene, question: Question, form: Form) -> Fact | None:
    """Facts of which a yes or a no is a figure: no posts go is 0."""
    name, said = question.path.name, said_yes(scene)
    if re.fullmatch(NOTHING, scene.text, re.IGNORECASE):
        said = False
    values = scene.vocabulary.replies.yes_values if said else scene.vocabulary.replies.no_values
    if said is None or name not in values:
        return None
    return Fact(value=values[name], unit=_unit(form, question), quote=scene.text)


def _yes_or_no(scene: Scene, name: str) -> Fact | None:
    """A yes or no at the head of the answer, else what its words say of the thing asked."""
    said, told = said_yes(scene), _told_plainly(scene, name)
    if name in ASKED_FOR_CHANGE:
        return told or (None if said is None else Fact(value=not said, quote=scene.text))
    if said is not None:
        return Fact(value=said, quote=scene.text)
    if told is not None:
        return told
    for cue, value in (("shared_login", False), ("own_login", True)):
        if name == "own_accounts" and scene.cues.get(cue):
            return Fact(value=value, quote=scene.text)
    return None


def _told_plainly(scene: Scene, name: str) -> Fact | None:
    """What plain words say of the thing asked: nothing changes; the steps are written down. Denied, they say the
    opposite."""
    for cue, slot, value in PLAIN:
        match = next(iter(scene.cues.get(cue, ())), None)
        if slot == name and match is not None:
            denied = isinstance(value, bool) and is_denied(scene, match.start)
            return Fact(value=not value if denied else value, quote=scene.quote(match.start, match.end))
    return None


def _words(scene: Scene, name: str) -> Fact | None:
    """Words as they are; for who does it, the kind of person."""
    if name == "doer":
        return _doer(scene)
    if name == "freed_hours_use" and re.fullmatch(NOTHING, scene.text, re.IGNORECASE):
        return Fact(value="", quote=scene.text)  # no use is an answer, and the rules look for an empty one
    if len(scene.text) < 2 or says_nothing_of(scene, name):
        return None
    return Fact(value=scene.text.rstrip(".!"), quote=scene.text)


def _doer(scene: Scene) -> Fact | None:
    """Who does it, by the first sentence that says so: "Ramesh and Suresh. I will remove nobody"; a name is staff, and
    so is whoever does it where the owner does not: "not me, the office does it"."""
    for sentence in scene.sentences:
        not_me = False
        for cue, doer in DOERS:
            match = scene.cue(cue, sentence.start, sentence.end)
            reminds = doer == "owner" and re.search(SAID_BEFORE, sentence.text, re.IGNORECASE)
            if match is None or reminds:
                continue
            if doer != "owner" or not is_denied(scene, match.start):
                return Fact(value=doer, quote=scene.text)
            not_me = True
        if not_me or re.search(A_NAME, sentence.text):
            return Fact(value="staff", quote=scene.text)
    return None
