"""One turn: the state before and what happened -> the state after and the reply.

heard words -> (critique) -> advice -> the next question -> the words of the reply. Each is one typed call.
"""

from __future__ import annotations

from pathlib import Path

from assistant.conversation import check_in_words, check_ins, wording
from assistant.conversation.advising import advise
from assistant.conversation.counted import checked
from assistant.conversation.finishing import Taken, finish, shown
from assistant.conversation.heard import Heard
from assistant.conversation.hearing import hear
from assistant.conversation.noticing import with_noticed
from assistant.conversation.shelf import Shelf
from assistant.conversation.signing import sign
from assistant.conversation.supposing import world
from assistant.domain.advice import Recommendation
from assistant.domain.check_in import Actuals
from assistant.domain.facts import FIRM, FactPath
from assistant.domain.findings import Waiver
from assistant.domain.flips import Supposition
from assistant.domain.knowledge import Ingested
from assistant.domain.plan import Plan
from assistant.domain.profile import Profile, is_address
from assistant.domain.proposal import Critique, FileText
from assistant.domain.speech import Pointed
from assistant.domain.talk import TAKE_OR_LEAVE, Asked, SessionState
from assistant.errors import BadInput, UnknownName
from assistant.files.reader import read_bytes, read_file
from assistant.reading.answers import read_answer
from assistant.reading.scene import make_scene
from assistant.retrieval.collection import Collection
from assistant.vendors.critique import critique

EMPTY = "There were no words in that. Tell me about the firm, or paste a proposal."
NOTHING = Pointed()
MOST_TO_COMPARE = 600
"""Characters that are compared with the documents on kinds of work."""
PASTED = "pasted.txt"
"""The name of a proposal that came without a file."""


def say(state: SessionState, words: str, shelf: Shelf, own: Collection, pointed: Pointed = NOTHING) -> Taken:
    """The turn for words that the owner wrote; `own` are the documents that belong to the talk, `pointed` is what a
    chat model saw in the words."""
    if not words.strip():
        return finish(state, Heard(profile=state.profile, asked=state.asked, lines=(EMPTY,), ask_again=True), shelf)
    heard = hear(state, words, shelf, own)
    if heard.is_proposal:
        return propose(state, read_bytes(PASTED, words.encode(), shelf.settings.max_file_mb), shelf)
    if heard.signed:
        return sign(state, state.critiques[-1].file, heard.signed, shelf)
    heard = with_noticed(heard, words, pointed, shelf)
    return finish(state, heard.model_copy(update={"words": words[:MOST_TO_COMPARE]}), shelf)


def read_proposal(text_or_path: str | Path, name: str | None, shelf: Shelf) -> FileText:
    """A proposal as text: a Path is read from disk, a string is the proposal itself."""
    if isinstance(text_or_path, Path):
        return read_file(text_or_path, shelf.settings.max_file_mb)
    if not text_or_path.strip():
        raise BadInput("the proposal is empty: paste its text or choose a file")
    return read_bytes(name or PASTED, text_or_path.encode(), shelf.settings.max_file_mb)


def propose(state: SessionState, file: FileText, shelf: Shelf) -> Taken:
    """The turn for a vendor's proposal."""
    profile = state.profile if state.profile.processes else None
    file = _told_apart(file, state.critiques)
    signed = next((each.terms.signed for each in state.critiques if each.text == file.text), None)
    made = critique((file,), shelf.catalogue, shelf.settings.today, profile, signed, shelf.clauses)
    others = tuple(each for each in state.critiques if each.file != made.file)
    state = state.model_copy(update={"critiques": (*others, made)})
    heard = Heard(
        profile=state.profile,
        asked=state.asked,
        lines=(wording.critique_line(made),),
        ask_again=state.pending is not None,
    )
    return finish(state, heard, shelf, made)


def _told_apart(file: FileText, others: tuple[Critique, ...]) -> FileText:
    """Pasted papers get a number each, so that they stand side by side; the same text again keeps its name."""
    if file.name != PASTED:
        return file
    known = {each.text: each.file for each in others}
    names = (PASTED, *(f"pasted {n}.txt" for n in range(2, len(others) + 2)))
    free = next(each for each in names if each not in known.values())
    return file.model_copy(update={"name": known.get(file.text, free)})


def documents(state: SessionState, made: Ingested, names: tuple[str, ...], shelf: Shelf) -> Taken:
    """The turn after documents were added or taken out; `names` are those that are there now."""
    state = state.model_copy(update={"documents": names})
    heard = Heard(profile=state.profile, asked=state.asked, lines=(wording.ingested(made),), ask_again=True)
    return finish(state, heard, shelf)


def edit(state: SessionState, path: FactPath, words: str, shelf: Shelf) -> Taken:
    """The turn for one fact edited by hand; empty words take it away, words that hold no value are refused."""
    if not is_address(path):
        raise UnknownName(f"there is no fact {str(path)!r} that could be changed")
    if path.scope != FIRM and state.profile.process(path.scope) is None:
        known = ", ".join(each.id for each in state.profile.processes) or "none so far"
        raise UnknownName(f"no work {path.scope!r} was told of; known: {known}")
    if not words.strip():
        return _edited(state, state.profile.with_fact(path, None), "Taken out.", shelf)
    question = shelf.questions.asking(path, shelf.catalogue)
    answered = read_answer(make_scene(words.strip(), shelf.reader), question)
    if answered.fact is None:
        raise BadInput(f"{path.name.replace('_', ' ')}: no value found in {words!r}; write for example 5, 3-5 or yes")
    return _edited(state, state.profile.with_fact(path, answered.fact), "Changed.", shelf)


def settle(state: SessionState, asked: Supposition, shelf: Shelf) -> Taken:
    """The turn for an owner who says that what was supposed is so."""
    profile = world(asked, state.profile, state.recommendation or Recommendation())
    return _edited(state, profile, "Changed.", shelf)


def _edited(state: SessionState, profile: Profile, line: str, shelf: Shelf) -> Taken:
    """The turn after an edit: the open question stays, unless the edit has answered it."""
    asked = state.asked
    answered = state.pending is not None and profile.knows(state.pending.path)
    if state.pending and answered:
        asked = (*asked, Asked(path=state.pending.path, outcome="answered"))
    return finish(state, Heard(profile=profile, asked=asked, lines=(line,), ask_again=not answered), shelf)


def waive(state: SessionState, rule_id: str, subject: str, reason: str, shelf: Shelf) -> Taken:
    """The turn for an owner who goes ahead against a rule, for a reason that is kept and shown in the plan."""
    if not reason.strip():
        raise BadInput(f"rule {rule_id}: going ahead needs a reason in a few words; it will stand in the plan")
    findings = state.report.findings if state.report else ()
    broken = [
        each for each in findings if each.rule_id == rule_id and each.subject == subject and each.verdict == "broken"
    ]
    if not broken or state.report is None:
        raise UnknownName(f"rule {rule_id} is not broken for {subject!r}: there is nothing to set aside")
    waived = broken[0].model_copy(update={"waived": Waiver(by="owner", reason=reason.strip())})
    others = tuple(each for each in findings if each is not broken[0])
    state = state.model_copy(update={"report": state.report.model_copy(update={"findings": (*others, waived)})})
    line = f"Noted: you go ahead although “{waived.title}” is broken, because {reason.strip()}. It stands in the plan."
    return finish(state, Heard(profile=state.profile, asked=state.asked, lines=(line,), ask_again=True), shelf)


def check_in(state: SessionState, actuals: Actuals, shelf: Shelf) -> Taken:
    """The turn for what was counted of a way that is tried: it is listed what that would change, nothing is changed."""
    listed = check_ins.listed(state, checked(actuals, state, shelf), shelf)
    reply = "\n\n".join([*check_in_words.lines(listed), wording.asking(TAKE_OR_LEAVE)])
    state = check_ins.opened(state, plan_of(state, shelf), shelf.settings.today)
    kept = {"check_ins": (*check_ins.kept(state, None), listed), "branch": None, "reply_text": reply, "citations": ()}
    state = state.model_copy(update=kept)
    return Taken(state=state, reply=shown(state).model_copy(update={"check_in": listed}))


def rename(state: SessionState, title: str) -> Taken:
    """The turn that gives the session a title."""
    if not title.strip() or len(title) > 128:
        raise BadInput(f"a title needs 1 to 128 characters, not {title[:40]!r}")
    state = state.model_copy(update={"title": title.strip()})
    return Taken(state=state, reply=shown(state))


def plan_of(state: SessionState, shelf: Shelf) -> Plan:
    """The plan of a state, made now where none was made yet."""
    return state.plan or advise(state.profile, state.critiques, (), shelf).plan
