"""Taking back what was said last: the state is the one that the turns left standing would have left."""

from __future__ import annotations

from assistant.conversation import wording
from assistant.conversation.finishing import Taken, shown
from assistant.domain.talk import Reply, SessionState, TurnKind
from assistant.errors import BadInput
from assistant.store.log import Kept, TurnLog
from assistant.store.standing import last_said

NOTHING = "There is nothing to take back."
LETTERS_QUOTED = 80
QUOTED = "Taken back: “{words}”"
LINES: dict[TurnKind, str] = {
    "edit": "Taken back: your change.",
    "proposal": "Taken back: the proposal {words}.",
    "signed": "Taken back: the day of signing.",
    "check-in": "Taken back: the check-in.",
}
"""What is said of a turn that was taken back, where it is not quoted."""


def refused(log: TurnLog, session_id: str) -> Reply | None:
    """The reply where nothing can be taken back, in one line; None where something can."""
    if last_said(log.standing(session_id)) is not None:
        return None
    last = log.last(session_id)
    return shown(last.state if last else SessionState()).model_copy(update={"text": NOTHING, "notices": (NOTHING,)})


def taken_back(log: TurnLog, session_id: str) -> Taken:
    """The turn that takes back what was said last. The state is the one before it, under the newest title and with the
    documents that are there now.

    Raises BadInput where nothing stands any more.
    """
    kept = log.standing(session_id)
    place = last_said(kept)
    if place is None:
        raise BadInput(NOTHING)
    state, said = _before(log, session_id, kept, place), kept[place]
    line = LINES.get(said.kind, QUOTED).format(words=_short(said.words))
    asked = [wording.asking(state.question)] if state.question else []
    words = said.words if said.kind == "say" else ""
    told = {"text": "\n\n".join([line, *asked]), "notices": (line,), "taken_back": words}
    return Taken(state=state, reply=shown(state).model_copy(update=told))


def _short(words: str) -> str:
    """Words on one line, cut after so many letters: not every script has spaces to cut at."""
    flat = " ".join(words.split())
    return flat if len(flat) <= LETTERS_QUOTED else f"{flat[: LETTERS_QUOTED - 1].rstrip()}…"


def _before(log: TurnLog, session_id: str, kept: list[Kept], place: int) -> SessionState:
    """The state before a turn that was said last: that of the line right before it, of which nothing was taken back as
    long as the turn itself stands. Titles and documents that came after it stay."""
    before = log.turn(session_id, kept[place].n - 1)
    state = before.state if before else SessionState()
    stays: dict[str, object] = {}
    for each in kept[place + 1 :]:
        if each.kind == "rename":
            stays["title"] = each.title
        elif (turn := log.turn(session_id, each.n)) is not None:
            stays["documents"] = turn.state.documents
    return state.model_copy(update=stays)
