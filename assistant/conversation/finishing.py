"""The end of a turn: advice on what is known now, the next question, the words of the reply."""

from __future__ import annotations

from assistant.catalogue import Catalogue
from assistant.conversation import check_ins, noticing, wording
from assistant.conversation.advising import advise
from assistant.conversation.heard import Heard
from assistant.conversation.shelf import Shelf
from assistant.conversation.verdicts import verdict
from assistant.domain.advice import Recommendation
from assistant.domain.facts import Noun
from assistant.domain.findings import Report
from assistant.domain.profile import Profile
from assistant.domain.proposal import Critique
from assistant.domain.talk import KEEP_OR_DROP, Question, Reply, SessionState
from assistant.interview.agenda import Advised, Agenda, agenda
from assistant.language.phrases import capital

GUESSES = 3
LEAST_TO_COMPARE = 4
ENOUGH_ASKED = 3
"""After so many questions there is advice on assumed figures rather than none."""


class Taken(Noun):
    """A turn that was taken but not yet kept."""

    state: SessionState
    reply: Reply


def shown(state: SessionState) -> Reply:
    """The reply that a state stands for."""
    return Reply(
        text=state.reply_text,
        question=state.question,
        profile=state.profile,
        recommendation=state.recommendation,
        report=state.report,
        plan=state.plan,
        citations=state.citations,
    )


def finish(state: SessionState, heard: Heard, shelf: Shelf, made: Critique | None = None) -> Taken:
    """Advice anew where something changed, then the next question, then the words of the reply."""
    before = state
    state = state.model_copy(
        update={
            "profile": heard.profile,
            "asked": heard.asked,
            "gone": tuple(each for each in heard.gone or state.gone if heard.profile.process(each) is None),
            "unnamed": heard.unnamed or state.unnamed,
            "stopped": heard.stopped or (state.stopped and heard.profile == before.profile),
            "title": state.title or _title(heard.profile, shelf.catalogue),
            "branch": heard.branch,
            "noticed": heard.noticed,
            "check_ins": check_ins.kept(before, heard.check_in),
        }
    )
    on_branch = state.question is KEEP_OR_DROP
    state = _advised(state, shelf) if enough(heard.profile, heard.asked) else _without_advice(state)
    state = check_ins.with_version(before, state, heard.check_in)
    lines = [*heard.lines]
    asks, made_of = heard.asks, state.recommendation
    if asks and made_of and (said := verdict(asks, made_of, state.profile, shelf.catalogue)):
        lines = [said]
        heard = heard.model_copy(update={"citations": ()})
        state = state.model_copy(update={"told": _marks(made_of)})
    question = heard.question or (before.pending if heard.ask_again else None)
    found = _agenda(state, shelf)
    if question is None and not state.stopped:
        question = _with_guesses(found.first, heard.words, shelf)
    if heard.told and state.told and state.recommendation:
        state = state.model_copy(update={"told": _marks(state.recommendation)})
    quiet = heard.ask_again or on_branch
    if state.recommendation and state.report and not quiet and (state.stopped or not found.is_opening):
        is_open = question is not None
        told = wording.advice(state.told, state.recommendation, state.report, is_open=is_open)
        lines += [told] if told else []
        state = state.model_copy(update={"told": _marks(state.recommendation)})
    settles = before.pending is not None or not before.recommendation
    if question is None and state.recommendation and settles and not on_branch:
        lines.append(wording.settled(state.report))
    if missed := check_ins.missed(before, heard.profile, shelf.settings.today):
        lines.append(missed.text)
        state = state.model_copy(update={"reminded": missed.due})
    settled = found.settled if state.recommendation else None
    state = state.model_copy(update={"pending": question, "citations": heard.citations, "settled": settled})
    lines += [noticing.lines(heard.noticed)] if heard.noticed else []
    asked = [wording.asking(state.question)] if state.question else []
    state = state.model_copy(update={"reply_text": "\n\n".join([*lines, *asked])})
    return Taken(state=state, reply=shown(state).model_copy(update={"critique": made}))


def _marks(made: Recommendation) -> tuple[str, ...]:
    return tuple(wording.told_as(each) for each in made.initiatives)


def _with_guesses(question: Question | None, words: str, shelf: Shelf) -> Question | None:
    """The question which work it is, with the kinds that the words come nearest to as its quick replies."""
    if question is None or question.path.name != "processes" or len(words.split()) < LEAST_TO_COMPARE:
        return question
    return question.model_copy(update={"choices": tuple(each.name for each in shelf.nearest_work(words, GUESSES))})


def enough(profile: Profile, asked: tuple[object, ...]) -> bool:
    """True once there is work to advise on and either its size is known or enough was asked."""
    sized = any(each.is_sized for each in profile.processes)
    return bool(profile.processes) and (sized or len(asked) >= ENOUGH_ASKED)


def _advised(state: SessionState, shelf: Shelf) -> SessionState:
    made = advise(state.profile, state.critiques, state.waived, shelf)
    return state.model_copy(update={"recommendation": made.recommendation, "report": made.report, "plan": made.plan})


def _without_advice(state: SessionState) -> SessionState:
    """The state before there is enough to advise on: of older advice only what the owner set aside stays."""
    report = Report(findings=state.waived) if state.waived else None
    return state.model_copy(update={"recommendation": None, "report": report, "plan": None})


def _agenda(state: SessionState, shelf: Shelf) -> Agenda:
    stands = Advised(
        profile=state.profile, recommendation=state.recommendation, report=state.report, unnamed=state.unnamed
    )
    return agenda(stands, state.asked, shelf.questions, shelf.setting)


def _title(profile: Profile, catalogue: Catalogue) -> str:
    """A short name for the session from what is known, for the list of saved plans; empty where nothing is."""
    industry, people = profile.business.industry, profile.people()
    if industry is None:
        return ""
    told = str(industry.value)
    name = capital(next((each.name for each in catalogue.industries if each.id == told), told))
    return f"{name}, {people:g} people" if people and people > 1 else name
