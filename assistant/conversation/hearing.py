"""One turn's words heard: what kind of words they are, what they change, what is said at once."""

from __future__ import annotations

from assistant.conversation import check_ins, noticing, wording
from assistant.conversation.answering import answer
from assistant.conversation.branching import settled, tried, what_if
from assistant.conversation.heard import Heard
from assistant.conversation.naming import named
from assistant.conversation.shelf import Shelf
from assistant.conversation.steering import marked, same, steered
from assistant.conversation.telling import let_be, look_again, tell, with_answer
from assistant.domain.flips import WhatIf
from assistant.domain.talk import SessionState
from assistant.reading.answers import FirstPart, answer_first
from assistant.reading.disowned import asked_back, disowned
from assistant.reading.intents import classify, told_before_asking
from assistant.reading.own_case import own_case
from assistant.reading.scene import Scene, make_scene
from assistant.reading.signed import day_signed
from assistant.reading.yes_no import without_markers
from assistant.retrieval.collection import Collection
from assistant.vendors.offers import is_offer
from assistant.vendors.signing import hangs_on_signing

READ_AT_MOST = 20_000
"""Characters of one turn that are read for facts; all of them are kept."""
OUTRIGHT = ("distress", "foreign")
"""Meanings of words that come before what they suppose."""
LONG = "That was long: I read the first {read:,} of {all:,} characters for facts. All of it is kept."


def hear(state: SessionState, words: str, shelf: Shelf, own: Collection, *, after_an_answer: bool = False) -> Heard:
    """The words of one turn, heard in the light of the question that was open; `own` are the talk's documents.

    `after_an_answer` is true for what stands behind the sentence that answered it.
    """
    if is_offer(words, shelf.clauses.reader):
        return same(state, is_proposal=True)
    scene = make_scene(without_markers(words[:READ_AT_MOST]).strip(), shelf.reader)
    newest = state.critiques[-1] if state.critiques else None
    if newest and hangs_on_signing(newest):
        day = day_signed(scene.text, shelf.reader.vocabulary, shelf.settings.today)
        if day is not None:
            return same(state).model_copy(update={"signed": day})
    heard = check_ins.with_new_goal(state, _heard(state, scene, shelf, own, after_an_answer=after_an_answer))
    if len(words) <= READ_AT_MOST:
        return heard
    return heard.model_copy(update={"lines": (LONG.format(read=READ_AT_MOST, all=len(words)), *heard.lines)})


def _heard(state: SessionState, scene: Scene, shelf: Shelf, own: Collection, *, after_an_answer: bool) -> Heard:
    if (of_check_in := check_ins.settled(state, scene, shelf)) is not None:
        return of_check_in
    if (answer_to_branch := settled(state, scene, shelf)) is not None:
        return answer_to_branch
    if (answer_to_noticed := noticing.settled(state, scene, shelf)) is not None:
        return answer_to_noticed
    state = noticing.unasked(state)
    intent = classify(scene, state.pending)
    if (kind_told := named(state, scene, intent, shelf)) is not None:
        return kind_told
    if intent not in OUTRIGHT and (supposed := what_if(state, scene, shelf)):
        made, start = supposed
        return _told_then_supposed(state, scene.text[:start].strip(), made, shelf, own)
    if gone := disowned(scene, state.profile, state.pending):
        return let_be(state, scene, gone, intent, shelf)
    if back := asked_back(scene, state.gone):
        return look_again(state, scene, back, intent, shelf)
    if state.pending and (first := answer_first(scene, state.pending, shelf.reader)):
        return _in_parts(state, first, shelf, own)
    if told := told_before_asking(scene):
        return _told_then_asked(state, scene, told, shelf, own)
    if (about := _of_the_own_case(state, scene, shelf, own)) is not None:
        return about
    if intent == "question":
        return answer(state, scene, shelf, own)
    return steered(state, intent) or tell(state, scene, intent, shelf, after_an_answer=after_an_answer)


def _of_the_own_case(state: SessionState, scene: Scene, shelf: Shelf, own: Collection) -> Heard | None:
    """A question that the advice answers: is this offer worth it, what comes first. What is known in general is kept
    for the case that there is no advice yet."""
    asked = own_case(scene, state.profile)
    if asked is None:
        return None
    asks, profile = asked
    return answer(state, scene, shelf, own).model_copy(update={"profile": profile, "asks": asks})


def _told_then_supposed(state: SessionState, told: str, made: WhatIf, shelf: Shelf, own: Collection) -> Heard:
    """A what-if; what tells something before it is heard first, and it is tried on what is known then."""
    scene = make_scene(told, shelf.reader) if told else None
    if scene is None or not (scene.mentions or scene.named_work):
        return tried(state, made, shelf)
    before = _heard(state.model_copy(update={"branch": None}), scene, shelf, own, after_an_answer=False)
    open_still = state.pending if before.ask_again else None
    now = {"profile": before.profile, "asked": before.asked, "gone": before.gone or state.gone, "pending": open_still}
    heard = tried(state.model_copy(update={**now, "recommendation": None}), made, shelf)
    kept = {"gone": before.gone, "unnamed": before.unnamed, "lines": (*before.lines, *heard.lines)}
    return heard.model_copy(update=kept)


def _told_then_asked(state: SessionState, scene: Scene, told: str, shelf: Shelf, own: Collection) -> Heard:
    """What stands before a question is heard first; the question is answered on what is known then."""
    before = _heard(state, make_scene(told, shelf.reader), shelf, own, after_an_answer=False)
    open_still = state.pending is not None and before.ask_again
    now = {"profile": before.profile, "asked": before.asked, "gone": before.gone or state.gone}
    after = state.model_copy(update={**now, "pending": state.pending if open_still else None})
    asked = _of_the_own_case(after, scene, shelf, own)
    if asked is None:
        question = make_scene(scene.text[len(told) :].strip(), shelf.reader)
        asked = answer(after, question, shelf, own)
    return asked.model_copy(
        update={
            "asked": before.asked,
            "gone": after.gone,
            "unnamed": before.unnamed,
            "lines": (*before.lines, *asked.lines),
            "ask_again": open_still,
        }
    )


def _in_parts(state: SessionState, first: FirstPart, shelf: Shelf, own: Collection) -> Heard:
    """A short sentence that answers the open question, and the rest heard as if nothing were asked."""
    pending = state.pending
    profile = with_answer(state.profile, pending, first.answered)
    asked = marked(state, pending, "answered")
    played = wording.understood(state.profile, profile, shelf.catalogue)
    after = state.model_copy(update={"profile": profile, "asked": asked, "pending": None})
    heard = hear(after, first.rest, shelf, own, after_an_answer=True)
    said_nothing = heard.profile == profile and heard.asks is None and not heard.citations
    lines = () if said_nothing and not heard.stopped else heard.lines
    return heard.model_copy(update={"lines": (*((played,) if played else ()), *lines), "ask_again": False})
