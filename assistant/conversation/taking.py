"""What an owner takes along: everything that the files of a plan are made from."""

from __future__ import annotations

from assistant.conversation import turn
from assistant.conversation.shelf import Shelf
from assistant.domain.talk import Exchange, SessionState
from assistant.estimates.inputs import job_inputs
from assistant.estimates.job import JobInputs
from assistant.export.material import Material


def material(state: SessionState, history: tuple[Exchange, ...], key: str, shelf: Shelf) -> Material:
    """The plan of a state, made now where none was made yet, beside the inputs of its ways and what was said."""
    return Material(turn.plan_of(state, shelf), state, _jobs(state, shelf), history, key)


def _jobs(state: SessionState, shelf: Shelf) -> tuple[JobInputs, ...]:
    ways = state.recommendation.initiatives if state.recommendation else ()
    tables = shelf.setting.catalogue
    return tuple(
        job_inputs(state.profile, tables.process(each.process_id), tables.way(each.means), shelf.setting)
        for each in ways
    )
