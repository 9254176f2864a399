"""What is supposed of work beside its figures: written down, settled, needed by nobody, all of it typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.domain.facts import Fact, FactPath
from assistant.domain.flips import Change
from assistant.language.matching import Match, find
from assistant.reading.aimed import Ground, as_known, spoken_works, works_in
from assistant.reading.scene import Scene
from assistant.reading.stance import is_denied
from assistant.reading.traits import PLAIN

YES_OR_NO = (
    *(each for each in PLAIN if each[1] in ("documented", "stable", "needed")),
    ("sets_down", "documented", True),
    ("settles_down", "stable", True),
    ("unsettles", "stable", False),
)
TYPED, SPOKEN = ((0.7, 1.0), 1.0), ((0.0, 0.4), 0.0)
ARRIVES = (("typed_in", TYPED), ("digital", TYPED), ("paper", SPOKEN), ("phoned", SPOKEN))
"""Words of how work arrives: the share of it that does so typed, and the share where all of it does."""
COMES = re.compile(r"\b(?:by|on|as|in|through|via|from|over|typed|online)\b(?:\s+\w+){0,2}\s*$", re.IGNORECASE)
STOPS = re.compile(
    r"\b(?:stop|stopped|give up|gave up|quit|no longer|didn['’]?t have to|did not have to)\s+(?:\w+ing\s+|do\s+)?"
    r"(?:the\s+|my\s+|our\s+|any\s+|all\s+)*$",
    re.IGNORECASE,
)
"""Before the name of work: nobody does it any more."""


def traits(scene: Scene, ground: Ground) -> Iterator[Change]:
    """What is told of the work that is named or spoken of."""
    stopped = {each.key for each in scene.named_work if STOPS.search(scene.text[: each.start])}
    for each in sorted(here for key in stopped if (here := as_known(scene, key, ground.known))):
        yield Change(path=FactPath(scope=each, name="needed"), fact=Fact(value=False))
    scope = _work(scene, ground)
    if scope:
        yield from _yes_or_no(scene, scope)
        yield from _arriving(scene, scope)


def _work(scene: Scene, ground: Ground) -> str | None:
    """The work that is named, else the one spoken of: what is told of everybody's is told of that."""
    named = works_in(scene, ground.known)
    pointed = named or spoken_works(scene, ground)
    return pointed[0] if pointed and len(pointed) < max(len(ground.known.processes), 2) else ground.spoken


def _yes_or_no(scene: Scene, scope: str) -> Iterator[Change]:
    for cue, name, value in YES_OR_NO:
        match = next(iter(scene.cues.get(cue, ())), None)
        if match is not None:
            yes = bool(value) != is_denied(scene, match.start)
            yield Change(path=FactPath(scope=scope, name=name), fact=Fact(value=yes))


def _arriving(scene: Scene, scope: str) -> Iterator[Change]:
    """How the work would arrive; what names work or a way tells nothing of that."""
    if any(each.kind == "percent" for each in scene.mentions):
        return
    names = (*find(scene.stems, scene.lexicon.means), *scene.named_work)
    for cue, (some, everything) in ARRIVES:
        for match in scene.cues.get(cue, ()):
            named = any(each.start <= match.start < each.end for each in names) and not _comes(scene, match)
            if named or is_denied(scene, match.start) or not (_comes(scene, match) or " " in match.phrase):
                continue
            value = everything if scene.cues.get("all_words") else some
            yield Change(path=FactPath(scope=scope, name="digital_input"), fact=Fact(value=value, unit="share"))
            return


def _comes(scene: Scene, match: Match) -> bool:
    return COMES.search(scene.text[: match.start]) is not None
