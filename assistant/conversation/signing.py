"""The day of signing told by the owner: the critique is made again, with its last days."""

from __future__ import annotations

from datetime import date

from assistant.conversation.finishing import Taken, finish
from assistant.conversation.heard import Heard
from assistant.conversation.shelf import Shelf
from assistant.domain.proposal import Critique
from assistant.domain.talk import SessionState
from assistant.errors import BadInput, UnknownName
from assistant.language.phrases import say_day, say_list
from assistant.vendors.critique import critique
from assistant.vendors.signing import hangs_on_signing, text_read

EARLIEST, YEARS_AHEAD = date(1990, 1, 1), 2


def sign(state: SessionState, file: str, day: date, shelf: Shelf) -> Taken:
    """The turn for the day on which a proposal was signed, or is to be.

    Raises UnknownName for a proposal that is not there, BadInput for one whose dates do not hang on that day, or for a
    day that cannot be.
    """
    old = next((each for each in state.critiques if each.file == file), None)
    if old is None:
        known = say_list([each.file for each in state.critiques]) or "none so far"
        raise UnknownName(f"no proposal {file[:80]!r} was looked at here; known: {known}")
    if not hangs_on_signing(old):
        raise BadInput(f"{file}: its dates do not hang on the day of signing, so nothing would change")
    if day < EARLIEST or day.year > shelf.settings.today.year + YEARS_AHEAD:
        raise BadInput(f"signed on {say_day(day)}: that day cannot be; write for example 2026-05-01")
    made = _again(old, day, state, shelf)
    kept = tuple(made if each is old else each for each in state.critiques)
    heard = Heard(profile=state.profile, asked=state.asked, lines=(_line(made, day),), ask_again=True)
    return finish(state.model_copy(update={"critiques": kept}), heard, shelf, made)


def _again(old: Critique, day: date, state: SessionState, shelf: Shelf) -> Critique:
    profile = state.profile if state.profile.processes else None
    made = critique((text_read(old),), shelf.catalogue, shelf.settings.today, profile, day, shelf.clauses)
    of_the_file = tuple(each for each in old.notices if each not in made.notices)
    return made.model_copy(update={"notices": (*of_the_file, *made.notices)})


def _line(made: Critique, day: date) -> str:
    terms = made.terms
    said = f"Signed on {say_day(day)}:"
    ends = f"the term of {made.file} runs to {say_day(terms.end_date)}." if terms.end_date else f"{made.file}."
    if terms.last_notice_safe is None or terms.last_notice_date is None:
        return f"{said} {ends} The paper names no notice, so there is no last day for one."
    days = f"Give notice by {say_day(terms.last_notice_safe)}; the very last day is {say_day(terms.last_notice_date)}."
    return f"{said} {ends} {days} The calendar file is under Proposal."
