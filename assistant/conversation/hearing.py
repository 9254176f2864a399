"""One turn's words heard: what kind of words they are, what they change, what is said at once."""

from __future__ import annotations

from assistant.conversation import wording
from assistant.conversation.answering import answer
from assistant.conversation.heard import Heard
from assistant.conversation.shelf import Shelf
from assistant.domain.profile import Process, Profile, is_list
from assistant.domain.talk import Asked, Question, SessionState
from assistant.reading import corrections
from assistant.reading.answers import Answered, read_answer
from assistant.reading.doubts import Doubt, doubts, without_refused
from assistant.reading.intents import Intent, classify
from assistant.reading.merging import merge
from assistant.reading.offers import with_offer
from assistant.reading.read import read_scene
from assistant.reading.scene import Scene, make_scene
from assistant.retrieval.collection import Collection

READ_AT_MOST = 20_000
"""Characters of one turn that are read for facts; all of them are kept."""
LONG = "That was long: I read the first {read:,} of {all:,} characters for facts. All of it is kept."


def hear(state: SessionState, words: str, shelf: Shelf, own: Collection) -> Heard:
    """The words of one turn, heard in the light of the question that was open; `own` are the talk's documents."""
    scene = make_scene(words[:READ_AT_MOST].strip(), shelf.reader)
    intent = classify(scene, state.pending)
    if intent == "proposal":
        return _same(state, is_proposal=True)
    if len(words) > READ_AT_MOST:
        heard = hear(state, words[:READ_AT_MOST], shelf, own)
        return heard.model_copy(update={"lines": (LONG.format(read=READ_AT_MOST, all=len(words)), *heard.lines)})
    if intent == "question":
        return answer(state, scene, shelf, own)
    if intent == "why" and state.pending:
        return _same(state, f"{state.pending.why} {state.pending.check}".strip(), ask_again=True)
    if intent == "back":
        return _back(state)
    if intent == "done":
        return _same(state, stopped=True)
    if intent in ("skip", "unknown") and state.pending:
        return _passed(state, state.pending, intent, shelf)
    if intent == "greeting":
        return _same(state, "Hello. Tell me about the firm and what eats your week, as it comes.", ask_again=True)
    if intent in ("vague", "chat") and state.pending:
        return _pressed(state, state.pending, intent, shelf)
    takes_back = intent == "correct" or corrections.takes_back(scene, state.profile)
    corrected = corrections.apply(scene, state.profile) if takes_back else None
    if corrected is None:
        return _told(state, scene, intent, shelf)
    line = _corrected(state.profile, corrected, shelf)
    if intent == "correct":
        return Heard(profile=corrected, asked=state.asked, lines=(line,))
    heard = _told(state.model_copy(update={"profile": corrected}), scene, intent, shelf)
    return heard.model_copy(update={"lines": (line, *heard.lines)})


def _told(state: SessionState, scene: Scene, intent: Intent, shelf: Shelf) -> Heard:
    pending = state.pending
    aside = intent == "aside"
    answered = read_answer(scene, pending, beside=aside, known=state.profile) if pending else None
    if pending and answered and answered.outcome in ("skip", "unknown"):
        return _passed(state, pending, answered.outcome, shelf)
    told = answered.profile if answered else read_scene(scene)
    if pending and answered and pending.path.name != "processes":
        told = _about_the_question(
            scene, told, answered, state.profile, aside=aside, known_work_only=pending.path.name == "tools"
        )
    if pending is None or pending.path.name == "processes":
        told = with_offer(scene, told, state.profile, None)
    elif answered and pending.path.name == "offer_per_month":
        told = with_offer(scene, told, state.profile, pending.path.scope)
        answered = answered.model_copy(update={"fact": told.fact(pending.path) or answered.fact})
    merged = merge(state.profile, told)
    profile = _with_answer(merged.profile, pending, answered)
    lines = [*_care(intent), *(_conflict(each.quotes) for each in merged.conflicts)]
    if pending and pending.path.name == "processes" and not profile.processes:
        profile, guess = _nearest(profile, scene.text, shelf)
        lines += guess
    questioned = doubts(told, profile)
    profile = without_refused(profile, questioned)
    lines += [_doubted(each) for each in questioned]
    played = wording.understood(state.profile, profile, shelf.catalogue)
    lines += [played] if played else []
    answered_it = pending is not None and profile.knows(pending.path)
    beside = answered is not None and answered.outcome == "beside"
    if pending and beside and not answered_it and profile != state.profile:
        return Heard(profile=profile, asked=state.asked, lines=tuple(lines), ask_again=True)
    if pending and not answered_it:
        lines.append(_let_go(pending, learned=profile != state.profile))
    elif profile == state.profile and not pending:
        lines.append(_not_placed(scene.text))
    asked = _mark(state, pending, "answered" if answered_it else "unknown")
    return Heard(profile=profile, asked=asked, lines=tuple(lines))


def _about_the_question(
    scene: Scene, told: Profile, answered: Answered, known: Profile, *, aside: bool, known_work_only: bool
) -> Profile:
    """What was told beside an answer, without what an answer only touches: the people it counts are not the firm's
    where these are known; new work counts where it is named as the catalogue names it and comes with a figure, or, in
    words that plainly tell something else, with one of the two; in a list of tools none does."""
    named = {each.key for each in scene.named_work}
    is_answer = answered.outcome == "fact"

    def counts(work: Process) -> bool:
        if known_work_only:
            return False
        measured = bool(work.hours_per_week or work.items_per_week or work.minutes_per_item)
        return (measured or work.id in named) if aside and not is_answer else (measured and work.id in named)

    kept = tuple(each for each in told.processes if known.process(each.id) or counts(each))
    business = told.business.model_copy(update={"headcount": None}) if is_answer else told.business
    return told.model_copy(update={"processes": kept, "business": business})


def _nearest(profile: Profile, words: str, shelf: Shelf) -> tuple[Profile, tuple[str, ...]]:
    """The profile with the kind of work that the words come nearest to, and the line that says it is a guess."""
    chosen = next((each for each in shelf.catalogue.processes if each.name == words.strip().lower()), None)
    found = (chosen,) if chosen else shelf.nearest_work(words, 1)
    if not found:
        return profile, ()
    work = Process(id=found[0].id, name=found[0].name, quote=words.strip())
    line = f"The nearest kind of work that I know is {found[0].name}; I go by that. Tell me if it is another."
    return profile.model_copy(update={"processes": (work,)}), () if chosen else (line,)


def _let_go(pending: Question, *, learned: bool) -> str:
    """What is said when the answer to a question was not found: it is not put again."""
    if learned:
        return "That did not answer my question; I leave it open. You can fill it in under What I understood."
    hint = f" To find out in fifteen minutes: {pending.check}" if pending.check else ""
    return f"I could not make a clear answer out of that, so it stays open.{hint}"


def _with_answer(profile: Profile, pending: Question | None, answered: Answered | None) -> Profile:
    """The profile with the open question's own answer in it."""
    if pending is None or answered is None or answered.fact is None:
        return profile
    return profile.with_fact(pending.path, answered.fact)


def _passed(state: SessionState, pending: Question, how: str, shelf: Shelf) -> Heard:
    if how == "skip":
        return Heard(profile=state.profile, asked=_mark(state, pending, "skipped"), lines=("Fine, we leave that.",))
    line = (
        "Then I take a range for now, and mark it as assumed." if pending.plausible else "Then it stays open for now."
    )
    if pending.check:
        line += f" To find out in fifteen minutes: {pending.check}"
    return Heard(profile=state.profile, asked=_mark(state, pending, "unknown"), lines=(line,))


def _pressed(state: SessionState, pending: Question, how: str, shelf: Shelf) -> Heard:
    """Once more, with an example, after words that hold nothing; the second time the question is passed."""
    if any(each.path == pending.path and each.outcome == "pressed" for each in state.asked):
        return _passed(state, pending, "unknown", shelf)
    line = _example(pending) if how == "vague" else ""
    asked = _mark(state, pending, "pressed")
    return Heard(profile=state.profile, asked=asked, lines=(line,) if line else (), ask_again=True)


def _example(question: Question) -> str:
    """How rough an answer may be."""
    if question.choices:
        return "Rough is fine, for example: " + " or ".join(f"“{each}”" for each in question.choices[:2]) + "."
    if question.plausible:
        low, high = question.plausible
        return f"Rough is fine: a range between {low:g} and {high:g} {question.unit}".rstrip() + "."
    return "Rough is fine, in a few words."


def _back(state: SessionState) -> Heard:
    closed = tuple(each for each in state.asked if each.outcome != "pressed")
    if not closed:
        return _same(state, "There is nothing to go back to yet.", ask_again=True)
    last = closed[-1]
    return Heard(
        profile=state.profile.with_fact(last.path, None) if not is_list(last.path) else state.profile,
        asked=tuple(each for each in state.asked if each.path != last.path),
        lines=("Back one question.",),
    )


def _mark(state: SessionState, pending: Question | None, outcome: str) -> tuple[Asked, ...]:
    if pending is None:
        return state.asked
    return (*state.asked, Asked.model_validate({"path": pending.path, "outcome": outcome}))


def _same(
    state: SessionState, line: str = "", *, ask_again: bool = False, stopped: bool = False, is_proposal: bool = False
) -> Heard:
    return Heard(
        profile=state.profile,
        asked=state.asked,
        lines=(line,) if line else (),
        ask_again=ask_again,
        stopped=stopped,
        is_proposal=is_proposal,
    )


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


def _corrected(old: Profile, new: Profile, shelf: Shelf) -> str:
    said = wording.understood(old, new, shelf.catalogue)
    return f"Corrected. {said}".strip()


def _not_placed(words: str) -> str:
    if len(words.split()) <= 1:
        return "Tell me a little more: what do you sell, and which work eats your week?"
    return "I could not tell yet which work that is about."
