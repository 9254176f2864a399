"""What words tell of the firm: an answer and what stands beside it, a correction, work that is taken off the table."""

from __future__ import annotations

from assistant.conversation import wording
from assistant.conversation.guessing import guesses, nearest_kind
from assistant.conversation.heard import Heard
from assistant.conversation.shelf import Shelf
from assistant.conversation.steering import marked, passed, was_put_again
from assistant.conversation.unnamed import looked_through
from assistant.domain.facts import FactPath
from assistant.domain.profile import Process, Profile
from assistant.domain.talk import Question, SessionState
from assistant.language.phrases import capital, say_list
from assistant.reading import corrections
from assistant.reading.answers import Answered, read_answer, read_in_talk
from assistant.reading.doubts import Doubt, doubts, without_refused
from assistant.reading.intents import Intent
from assistant.reading.merging import merge
from assistant.reading.offers import beside_an_answer, with_offer
from assistant.reading.scene import Scene

ANSWERED = Answered(outcome="fact")
OF_MONEY = ("wage", "yearly money", "monthly money", "money")
"""Forms of answers that are money themselves: what is paid there is no offer."""


def tell(state: SessionState, scene: Scene, intent: Intent, shelf: Shelf, *, after_an_answer: bool = False) -> Heard:
    """What words tell that steer and ask nothing."""
    heard = _corrected_or_told(state, scene, intent, shelf, after_an_answer=after_an_answer)
    if heard.lines or heard.unnamed or state.pending or heard.profile != state.profile:
        return heard
    return heard.model_copy(update={"lines": (_not_placed(scene.text),)})


def _corrected_or_told(
    state: SessionState, scene: Scene, intent: Intent, shelf: Shelf, *, after_an_answer: bool = False
) -> Heard:
    """What words tell; figures that are taken back are corrected first."""
    takes_back = intent == "correct" or corrections.takes_back(scene, state.profile)
    corrected = corrections.apply(scene, state.profile) if takes_back else None
    if corrected is None:
        looked = looked_through(state, scene, shelf)
        heard = _told(state, looked.scene, intent, shelf, after_an_answer=after_an_answer)
        return heard.model_copy(update={"unnamed": looked.unnamed})
    line = _corrected(state.profile, corrected, shelf)
    if intent == "correct":
        return _back_to_the_question(state, corrected, line)
    heard = _told(state.model_copy(update={"profile": corrected}), scene, intent, shelf)
    return heard.model_copy(update={"lines": (line, *heard.lines)})


def _back_to_the_question(state: SessionState, corrected: Profile, line: str) -> Heard:
    """After a correction the question that was open is put again, once."""
    pending = state.pending
    if pending is None or corrected.knows(pending.path):
        return Heard(profile=corrected, asked=state.asked, lines=(line,))
    if was_put_again(state, pending):
        return Heard(profile=corrected, asked=marked(state, pending, "unknown"), lines=(line,))
    return Heard(profile=corrected, asked=marked(state, pending, "pressed"), lines=(line,), ask_again=True)


def _told(state: SessionState, scene: Scene, intent: Intent, shelf: Shelf, *, after_an_answer: bool = False) -> Heard:
    pending = state.pending
    aside = intent == "aside"
    answered = read_answer(scene, pending, beside=aside, known=state.profile) if pending else None
    if pending and answered and answered.outcome in ("skip", "unknown"):
        return passed(state, pending, answered.outcome)
    read = answered.profile if answered else read_in_talk(scene, None, state.profile)
    told = _beside(scene, read, state)
    if pending and answered and pending.path.name != "processes":
        told = _about_the_question(scene, told, answered, state.profile, asked=pending.path.name, aside=aside)
    if after_an_answer:
        told = _about_the_question(scene, told, ANSWERED, state.profile, asked="", aside=False)
    if pending is None or pending.path.name == "processes":
        told = with_offer(scene, told, state.profile, None)
    elif scene.vocabulary.replies.form(pending.path.name) not in OF_MONEY:
        told = beside_an_answer(scene, told, state.profile)
    elif answered and pending.path.name == "offer_per_month":
        told = with_offer(scene, told, state.profile, pending.path.scope)
        answered = answered.model_copy(update={"fact": told.fact(pending.path) or answered.fact})
    merged = merge(state.profile, told)
    profile = with_answer(merged.profile, pending, answered)
    lines = [*_care(intent), *(_conflict(each.quotes) for each in merged.conflicts)]
    if pending and pending.path.name == "processes" and not profile.processes:
        profile, guess = _nearest(profile, scene.text, shelf)
        lines += guess
    questioned = doubts(told, profile)
    profile = without_refused(profile, questioned)
    lines += [_doubted(each) for each in questioned]
    played = wording.understood(state.profile, profile, shelf.catalogue)
    lines += [played] if played else []
    lines += guesses(state.profile, profile, scene)
    answered_it = pending is not None and profile.knows(pending.path)
    beside = answered is not None and answered.outcome == "beside"
    if pending and beside and not answered_it and profile != state.profile and not was_put_again(state, pending):
        again = marked(state, pending, "pressed")
        return Heard(profile=profile, asked=again, lines=tuple(lines), ask_again=True)
    if pending and not answered_it:
        lines += [line] if (line := _let_go(pending, learned=profile != state.profile)) else []
    asked = marked(state, pending, "answered" if answered_it else "unknown")
    return Heard(profile=profile, asked=asked, lines=tuple(lines))


def _about_the_question(
    scene: Scene, told: Profile, answered: Answered, known: Profile, *, asked: str, aside: bool
) -> Profile:
    """What was told beside an answer, without what an answer only touches: the people it counts are not the firm's
    where these are known; new work counts where it is named as the catalogue names it and comes with how much of it
    there is, or, in words that plainly tell something else, with one of the two; in a list of tools none does. Goals
    and what customers come for are told in pictures: "his face once a month" is no frequency of work."""
    named = {each.key for each in scene.named_work}
    is_answer = answered.outcome == "fact"
    in_pictures = is_answer and asked in ("goals", "strengths")

    def counts(work: Process) -> bool:
        if known.process(work.id):
            return not in_pictures or work.id in named or not _only_how_often(told, work)
        if asked == "tools":
            return False
        if aside and not is_answer:
            return work.is_measured or work.id in named
        return work.id in named and (work.hours_per_week is not None or work.items_per_week is not None)

    kept = tuple(each for each in told.processes if counts(each))
    business = told.business.model_copy(update={"headcount": None}) if is_answer else told.business
    return told.model_copy(update={"processes": kept, "business": business})


def _only_how_often(told: Profile, work: Process) -> bool:
    """True where all that was told of work is a habit without a number: once a month."""
    own = [each for each in told.quantities if each.process_id == work.id and each.slot]
    return bool(own) and all(each.said.unit in ("", "times") and each.said.value == 1 for each in own)


def let_be(state: SessionState, scene: Scene, gone: frozenset[str], intent: Intent, shelf: Shelf) -> Heard:
    """Work taken off the table, and what else the words tell."""
    off = tuple(dict.fromkeys((*state.gone, *sorted(gone))))
    rest = state.model_copy(update={"profile": state.profile.without(gone), "gone": off})
    return _with_line(rest, scene, f"{_names(gone, shelf)}: off the table.", intent, shelf)


def look_again(state: SessionState, scene: Scene, back: frozenset[str], intent: Intent, shelf: Shelf) -> Heard:
    """Work put back on the table, and what else the words tell."""
    named = {each.key: scene.text[each.start : each.end] for each in scene.named_work}
    works = (Process(id=each, name=shelf.catalogue.process(each).name, quote=named[each]) for each in sorted(back))
    profile = state.profile.model_copy(update={"processes": (*state.profile.processes, *works)})
    rest = state.model_copy(update={"profile": profile, "gone": tuple(each for each in state.gone if each not in back)})
    return _with_line(rest, scene, f"{_names(back, shelf)}: back on the table.", intent, shelf)


def _names(works: frozenset[str], shelf: Shelf) -> str:
    return capital(say_list([shelf.catalogue.process(each).name for each in sorted(works)]))


def _with_line(state: SessionState, scene: Scene, line: str, intent: Intent, shelf: Shelf) -> Heard:
    """A line, and what the words tell as if nothing were asked; the open question stays where its work does and they
    do not answer it."""
    pending = state.pending
    if pending is not None and pending.path.scope in state.gone:
        pending = None
    heard = _corrected_or_told(state.model_copy(update={"pending": None}), scene, intent, shelf)
    answered = pending is not None and heard.profile.knows(pending.path)
    return heard.model_copy(
        update={
            "lines": (line, *heard.lines),
            "gone": state.gone,
            "asked": marked(state, pending, "answered") if answered else state.asked,
            "ask_again": pending is not None and not answered,
        }
    )


def _corrected(old: Profile, new: Profile, shelf: Shelf) -> str:
    said = wording.understood(old, new, shelf.catalogue)
    return f"Corrected. {said}".strip()


def _beside(scene: Scene, told: Profile, state: SessionState) -> Profile:
    """What was told, without work that was taken off the table, unless it is named with a figure of its own."""
    named = {each.key for each in scene.named_work}
    kept = tuple(
        each for each in told.processes if each.id not in state.gone or (each.id in named and each.is_measured)
    )
    return told.model_copy(update={"processes": kept})


def _nearest(profile: Profile, words: str, shelf: Shelf) -> tuple[Profile, tuple[str, ...]]:
    """The profile with the kind of work that the words come nearest to, and the line that says it is a guess."""
    chosen = next((each for each in shelf.catalogue.processes if each.name == words.strip().lower()), None)
    found = (chosen,) if chosen else shelf.nearest_work(words, 1)
    if not found:
        return profile, ()
    work = Process(id=found[0].id, name=found[0].name, quote=words.strip())
    return profile.model_copy(update={"processes": (work,)}), () if chosen else (nearest_kind(found[0].name),)


def _let_go(pending: Question, *, learned: bool) -> str:
    """What is said when the answer to a question was not found: it is not put again. Nothing where the words told
    something else: that is played back."""
    if learned:
        return ""
    hint = f" To find out in fifteen minutes: {pending.check}" if pending.check else ""
    return f"I could not make a clear answer out of that, so it stays open.{hint}"


def with_answer(profile: Profile, pending: Question | None, answered: Answered | None) -> Profile:
    """The profile with the open question's own answer in it."""
    if pending is None or answered is None or answered.fact is None:
        return profile
    profile = profile.with_fact(pending.path, answered.fact)
    use = FactPath(scope=pending.path.scope, name="freed_hours_use")
    return profile if answered.use is None or profile.knows(use) else profile.with_fact(use, answered.use)


def _care(intent: Intent) -> tuple[str, ...]:
    if intent == "distress":
        return (
            "That sounds hard, and it matters more than any tool. We can stop here, or take one small thing only. "
            "For money worries your accountant, and for the rest somebody you trust, is a better call than I am.",
        )
    if intent == "foreign":
        return (
            "I read English best. I have taken the figures from what you wrote; in English I would understand more.",
        )
    return ()


def _conflict(quotes: tuple[str, ...]) -> str:
    first, second = quotes[0], quotes[-1]
    return f"You said “{first}” and now “{second}”. I go by the second; tell me if the first was right."


def _doubted(doubt: Doubt) -> str:
    said = ", ".join(f"“{each}”" for each in doubt.quotes)
    rest = "I leave it out until you tell me the right figure." if doubt.refused else "Which is right?"
    return f"You said {said}: {doubt.why}. {rest}"


def _not_placed(words: str) -> str:
    if len(words.split()) <= 1:
        return "Tell me a little more: what do you sell, and which work eats your week?"
    return "I could not tell yet which work that is about."
