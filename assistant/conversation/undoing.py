"""Taking back what was said last: the state is the one that the turns left standing would have left."""

from __future__ import annotations

from assistant.conversation import wording
from assistant.conversation.finishing import Taken, shown
from assistant.domain.talk import Reply, SessionState, TurnKind
from assistant.errors import BadInput
from assistant.store.log import Kept, TurnLog
from assistant.store.standing import last_said

NOTHING = "There is nothing to take back."
NOT_DOCUMENTS = "Documents are not taken back: take them out under What I understood."
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
    kept = log.standing(session_id)
    place = last_said(kept)
    if place is not None and kept[place].kind != "documents":
        return None
    last = log.last(session_id)
    line = NOTHING if place is None else NOT_DOCUMENTS
    return shown(last.state if last else SessionState()).model_copy(update={"text": line, "notices": (line,)})


def taken_back(log: TurnLog, session_id: str) -> Taken:
    """The turn that takes back what was said last. The state is the one before it, under the newest title.

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
    """The state before a turn: that of the turn below it, under the newest title. A title's own line holds what stood
    when it was given, of which something may have been taken back since."""
    base = next((n for n in reversed(range(place)) if kept[n].kind != "rename"), None)
    turn = log.turn(session_id, kept[base].n) if base is not None else None
    state = turn.state if turn else SessionState()
    named = [each.title for n, each in enumerate(kept) if each.kind == "rename" and (base is None or n > base)]
    return state.model_copy(update={"title": named[-1]}) if named else state
