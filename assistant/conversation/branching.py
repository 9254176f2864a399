"""A branch of the talk: the decision worked out again on what is supposed, beside what stands, kept or dropped."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.conversation import supposed_words as say
from assistant.conversation.advising import sketch
from assistant.conversation.heard import Heard
from assistant.conversation.shelf import Shelf
from assistant.conversation.steering import marked, same
from assistant.domain.advice import Initiative, Recommendation
from assistant.domain.catalogue import RESTS
from assistant.domain.facts import FIRM
from assistant.domain.flips import Row, Standing, WhatIf
from assistant.domain.profile import Constraint, Process, Profile
from assistant.domain.talk import Question, SessionState
from assistant.estimates.flips import with_changed
from assistant.language.sentences import Piece
from assistant.reading.answers import spoken_of
from assistant.reading.scene import Scene
from assistant.reading.what_ifs import Hearing

MOST_WORDS_OF_AN_ANSWER = 6
"""Words of an answer to whether a branch is kept; longer ones tell something else."""


def what_if(state: SessionState, scene: Scene, shelf: Shelf) -> tuple[WhatIf, int] | None:
    """What the words suppose, and where they begin to; None where they suppose nothing of the own case."""
    made = state.recommendation.initiatives if state.recommendation else ()
    ways = [each.means for each in made if each.decision not in RESTS]
    hearing = Hearing(scene, state.profile, shelf.reader, spoken(state.pending, state.profile), ways)
    return hearing.what_if(state.pending)


def spoken(pending: Question | None, known: Profile) -> str | None:
    """The work that is spoken of: that of the open question, else the one with the most hours."""
    found = spoken_of(pending, known)
    return found or max(known.processes, key=_hours, default=Process(id="", name="")).id or None


def _hours(work: Process) -> float:
    if work.hours_per_week and work.hours_per_week.is_number:
        return work.hours_per_week.mid
    items, minutes = work.items_per_week, work.minutes_per_item
    return items.mid * minutes.mid / 60 if items and minutes and items.is_number and minutes.is_number else 0.0


def tried(state: SessionState, made: WhatIf, shelf: Shelf) -> Heard:
    """The reply to a what-if: what is supposed, the table, and what it comes to; nothing is changed by it."""
    asks_again = state.pending is not None
    if not made.changes_something:
        return same(state, say.CANNOT, ask_again=asks_again).model_copy(update={"branch": made})
    before = state.recommendation or sketch(state.profile, shelf)
    after = sketch(world(state.profile, made, shelf), shelf)
    made = made.model_copy(update={"rows": _rows(before, after, shelf)})
    lines = (
        f"Suppose: {say.supposed(made, state.profile, shelf.catalogue, after.currency)}.",
        say.table(made.rows, after.currency),
        say.comes_to(made.rows, after.currency),
    )
    return same(state, ask_again=asks_again).model_copy(update={"lines": lines, "branch": made})


def settled(state: SessionState, scene: Scene, shelf: Shelf) -> Heard | None:
    """The branch kept or dropped by words that say so; None for other words, which drop it without a word."""
    made = state.branch
    if made is None or not made.changes_something or len(scene.text.split()) > MOST_WORDS_OF_AN_ANSWER:
        return None
    if _opens(scene, "drops"):
        return same(state, say.DROPPED, ask_again=state.pending is not None)
    return _kept(state, made, shelf) if _opens(scene, "keeps") else None


def _opens(scene: Scene, cue: str) -> bool:
    return scene.opens(cue, Piece(scene.text, 0, len(scene.text)))


def _kept(state: SessionState, made: WhatIf, shelf: Shelf) -> Heard:
    """What was supposed, as what is so; the question that was open comes back unless this has answered it."""
    profile = world(state.profile, made, shelf)
    currency = state.recommendation.currency if state.recommendation else ""
    answered = state.pending is not None and profile.knows(state.pending.path)
    return Heard(
        profile=profile,
        asked=marked(state, state.pending, "answered") if answered else state.asked,
        lines=(f"Kept: {say.supposed(made, state.profile, shelf.catalogue, currency)}. {say.KEPT}",),
        ask_again=state.pending is not None and not answered,
        told=True,
    )


def world(profile: Profile, made: WhatIf, shelf: Shelf) -> Profile:
    """The profile in which it is as supposed: hours move with counts and minutes, as they do on the page."""
    works = tuple(Process(id=each, name=shelf.catalogue.process(each).name, quote=made.words) for each in made.added)
    profile = profile.model_copy(update={"processes": (*profile.processes, *works)})
    for each in made.changes:
        if each.fact.is_number and each.path.scope != FIRM:
            profile = with_changed(profile, each.path, each.fact.mid)
        profile = profile.with_fact(each.path, each.fact)
    if not made.without:
        return profile
    limit = Constraint(kind="preference", text=made.words, quote=made.words, means=made.without)
    return profile.model_copy(update={"constraints": (*profile.constraints, limit)})


def _rows(before: Recommendation, after: Recommendation, shelf: Shelf) -> tuple[Row, ...]:
    stood = {each.process_id: each for each in before.initiatives}
    return tuple(
        Row(
            process_id=each.process_id,
            name=shelf.catalogue.process(each.process_id).name,
            before=_standing(stood[each.process_id]) if each.process_id in stood else None,
            after=_standing(each),
        )
        for each in _in_order(after.initiatives, list(stood))
    )


def _in_order(made: Sequence[Initiative], known: list[str]) -> list[Initiative]:
    """As they stand today, what is new last."""
    return sorted(made, key=lambda each: known.index(each.process_id) if each.process_id in known else len(known))


def _standing(made: Initiative) -> Standing:
    nothing = made.decision == "leave it"
    return Standing(
        decision=made.decision,
        means="" if nothing else made.means,
        title=made.title,
        hours_freed_per_week=0.0 if nothing else max(made.hours_freed_per_week.mid or 0.0, 0.0),
        cost_first_year=0.0 if nothing else made.cost_first_year.mid or 0.0,
    )
