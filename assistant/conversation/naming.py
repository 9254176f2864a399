"""The answer to the question which kind of work some words mean: the work added with what was told beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from assistant.conversation import wording
from assistant.conversation.guessing import nearest_kind
from assistant.conversation.heard import Heard
from assistant.conversation.shelf import Shelf
from assistant.conversation.steering import marked
from assistant.conversation.telling import tell
from assistant.conversation.unnamed import LIKELY, LOOKED_AT
from assistant.domain.profile import Profile
from assistant.domain.talk import KIND_OF_WORK, SessionState, Unnamed, which_kind
from assistant.reading.control import control
from assistant.reading.doubts import doubts, without_refused
from assistant.reading.intents import Intent
from assistant.reading.merging import merge
from assistant.reading.read import in_known_terms, read_scene
from assistant.reading.scene import Scene, make_scene
from assistant.reading.spot import Spot
from assistant.reading.unnamed import OF_AIMS
from assistant.reading.which_kind import beside_refusal, kind_named

STEERING: tuple[Intent, ...] = ("skip", "unknown", "why", "back", "done", "question", "distress", "foreign")
"""Meanings of words that are no answer whatever is asked; where no list of words says so, work that they name is heard
first."""
SHORT = 8
"""Words of an answer that tells the kind of work and nothing else."""
LEFT = "Then I leave that out: I know no kind of work that it is."


class _Kind(NamedTuple):
    """The id of a kind of work, and whether it was guessed."""

    id: str
    is_guess: bool = False


def named(state: SessionState, scene: Scene, intent: Intent, shelf: Shelf) -> Heard | None:
    """What words come to after the question which kind of work is meant; None where that was not asked, or where they
    steer the talk and name none."""
    about = asked_about(state)
    if about is None or control(scene) is not None:
        return None
    rest = beside_refusal(scene.text)
    if rest is not None and not rest:
        return Heard(profile=state.profile, asked=marked(state, state.pending, "answered"), lines=(LEFT,))
    own = make_scene(rest, shelf.reader) if rest else scene
    offered = () if rest else about.nearest
    kind = kind_named(own, offered, shelf.catalogue)
    if kind is None and intent in STEERING and not rest:
        return None
    found = _Kind(kind) if kind else _nearest(own, offered, shelf)
    if found is not None:
        return _added(state, own, about, found, shelf)
    if rest:
        return Heard(profile=state.profile, asked=marked(state, state.pending, "answered"), lines=(LEFT,))
    heard = tell(state.model_copy(update={"pending": None}), scene, intent, shelf)
    return heard.model_copy(update={"asked": marked(state, state.pending, "unknown")})


def asked_about(state: SessionState) -> Unnamed | None:
    """The words that the open question is about; None where it asks something else."""
    pending = state.pending
    if pending is None or pending.path.name != KIND_OF_WORK:
        return None
    return next((each for n, each in enumerate(state.unnamed, start=1) if which_kind(n) == pending.path), None)


def _nearest(scene: Scene, offered: Sequence[str], shelf: Shelf) -> _Kind | None:
    """The kind that words which name none likely come near to, one offered before any other; None for words that tell
    of goals or of why customers come."""
    if any(scene.tags("goal", "strength")) or any(scene.cues.get(each) for each in OF_AIMS):
        return None
    near = [each.id for each in shelf.nearest_work(scene.text, LOOKED_AT, LIKELY)]
    among = next((each for each in near if each in offered), None)
    return _Kind(among) if among else next((_Kind(each, is_guess=True) for each in near), None)


def _added(state: SessionState, scene: Scene, about: Unnamed, kind: _Kind, shelf: Shelf) -> Heard:
    """The kind of work added with what the opening told of it, and with what the answer tells; a long one may tell
    anything."""
    now = in_known_terms(scene, read_scene(scene, kind.id, state.profile), state.profile)
    now = now if len(scene.text.split()) > SHORT else _only(now, kind.id)
    told = merge(_told_before(about, kind.id, shelf), now).profile
    merged = merge(state.profile, told).profile
    profile = without_refused(merged, doubts(told, merged))
    name = shelf.catalogue.process(kind.id).name
    played = wording.understood(state.profile, profile, shelf.catalogue) or f"That belongs to {name}, then."
    return Heard(
        profile=profile,
        asked=marked(state, state.pending, "answered"),
        lines=(nearest_kind(name), played) if kind.is_guess else (played,),
    )


def _told_before(about: Unnamed, kind: str, shelf: Shelf) -> Profile:
    """What was told in the opening of the work, now that its kind is known: its words with the figures beside them."""
    scene = make_scene(about.passage, shelf.reader)
    start = about.passage.index(about.quote)
    spot = Spot(kind, start, start + len(about.quote), 1.0)
    return _only(read_scene(replace(scene, besides=(spot,))), kind)


def _only(told: Profile, kind: str) -> Profile:
    """What was told of one kind of work, and nothing else."""
    return Profile(
        processes=tuple(each for each in told.processes if each.id == kind),
        pains=tuple(each for each in told.pains if each.process_id == kind),
        quantities=tuple(each for each in told.quantities if each.process_id == kind),
    )
