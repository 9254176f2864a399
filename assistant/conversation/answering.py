"""A question answered: from the documents of the talk first, then from the knowledge base, each with its places."""

from __future__ import annotations

from assistant.conversation.heard import Heard
from assistant.conversation.shelf import Shelf
from assistant.domain.knowledge import Answer
from assistant.domain.talk import SessionState
from assistant.reading.merging import merge
from assistant.reading.read import read_scene
from assistant.reading.scene import Scene
from assistant.retrieval.collection import Collection

PASSAGES = 5
SURE = 0.9
"""Score of our own best passage from which it is told beside what the owner's documents say."""
NOTHING = "I have nothing on that, so I would rather not guess."
FROM_OWN, FROM_US = "**In your documents:** ", "**What I know besides:** "


def answer(state: SessionState, scene: Scene, shelf: Shelf, own: Collection) -> Heard:
    """A question heard: its answers, and what it tells of the firm while no work is known yet."""
    ours = shelf.searched().ask(scene.text, PASSAGES)
    theirs = own.library.ask(scene.text, PASSAGES) if own.exists() else None
    told_by = tuple(each for each in (theirs, ours) if each is not None and each.answer)
    if theirs in told_by and max((each.score for each in ours.passages), default=0.0) < SURE:
        told_by = (theirs,)
    lines = _lines(told_by, own_first=theirs in told_by)
    return Heard(
        profile=state.profile if state.profile.processes else merge(state.profile, read_scene(scene)).profile,
        asked=state.asked,
        lines=(*lines, ours.notice) if ours.notice else lines,
        citations=tuple(sentence.citations[0] for each in told_by for sentence in each.sentences if sentence.citations),
        ask_again=state.pending is not None,
    )


def _lines(told_by: tuple[Answer, ...], *, own_first: bool) -> tuple[str, ...]:
    """One line for each answer, which says whose it is where an owner's own documents answered too."""
    lines = tuple(_numbered(each, told_by[:n]) for n, each in enumerate(told_by)) or (NOTHING,)
    return (FROM_OWN + lines[0], *(FROM_US + line for line in lines[1:])) if own_first else lines


def _numbered(found: Answer, before: tuple[Answer, ...]) -> str:
    """The answer with its citation numbers, which go on from the answers before it."""
    first = 1 + sum(len(each.sentences) for each in before)
    return " ".join(f"{each.text} [{n}]" for n, each in enumerate(found.sentences, start=first))
