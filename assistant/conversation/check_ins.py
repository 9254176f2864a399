"""Check-ins in a talk: listed first, taken over or left, the plan's versions, the one that was missed."""

from __future__ import annotations

from datetime import date, timedelta

from assistant.conversation import check_in_words as say
from assistant.conversation.advising import advise
from assistant.conversation.heard import Heard
from assistant.conversation.shelf import Shelf
from assistant.conversation.steering import same
from assistant.conversation.trials import is_first_review, plainly, with_counted, world
from assistant.domain.check_in import Actuals, CheckIn, PlanChange, PlanVersion, StopRule, Trial
from assistant.domain.due import due_day, ends_phase, next_month, start_of
from assistant.domain.facts import FactPath, Noun
from assistant.domain.plan import Plan
from assistant.domain.profile import Profile
from assistant.domain.talk import STILL_THERE, WHERE_NOW, SessionState
from assistant.errors import UnknownName
from assistant.estimates.outturn import Outturn, expected, outturn
from assistant.language.sentences import Piece
from assistant.planning.diff import diff
from assistant.planning.stop import stop_rule
from assistant.planning.variance import variance
from assistant.reading.scene import Scene

MOST_WORDS_OF_AN_ANSWER = 6
MOST_WORDS_OF_A_NO = 3
GRACE = timedelta(days=7)
"""A check-in is late only after a week."""


def listed(state: SessionState, told: Actuals, shelf: Shelf) -> CheckIn:
    """What was counted beside what was planned, and all that it would change; `told` is checked and complete."""
    trial = with_counted(state, told, shelf)
    kind, today = shelf.catalogue.process(told.work), told.on or shelf.settings.today
    found = outturn(state.profile, trial, shelf.setting)
    stop = stop_rule(trial, found.chance_below, today)
    seen = trial.seen[-1]
    made = advise(world(state.profile, trial, found, stop), state.critiques, state.waived, shelf)
    before = state.plan or made.plan
    planned = expected(state.profile, trial, seen.month, shelf.setting)
    return CheckIn(
        n=len(state.check_ins) + 1,
        on=today,
        process_id=told.work,
        means_id=told.means,
        name=kind.name,
        month=seen.month,
        actuals=told,
        thought=found.thought,
        now=found.now,
        first_year=seen.month <= say.YEAR,
        variance=variance(planned, told, (kind.item, kind.items), made.recommendation.currency),
        stop=stop,
        changes=(*_own_changes(state.profile, trial, found, stop, kind.items), *diff(before, made.plan)),
        ends_phase=ends_phase(seen.month) or is_first_review(trial, today),
    )


def settled(state: SessionState, scene: Scene, shelf: Shelf) -> Heard | None:
    """The listed check-in taken over or left by words that say so; or the answer that the goal stays. None for other
    words: with these the plan stays as it is."""
    if len(scene.text.split()) > MOST_WORDS_OF_AN_ANSWER:
        return None
    waiting = state.listed
    if waiting is None:
        return _of_the_goal(state, scene)
    if _opens(scene, "drops"):
        left = waiting.model_copy(update={"taken": False})
        return same(state, say.LEFT, ask_again=state.pending is not None).model_copy(update={"check_in": left})
    return _taken_over(state, waiting, shelf) if _opens(scene, "keeps") else None


def _of_the_goal(state: SessionState, scene: Scene) -> Heard | None:
    """The goal stays, or is asked for anew."""
    if state.pending != STILL_THERE:
        return None
    if _opens(scene, "keeps"):
        return same(state, say.GOAL_STAYS)
    is_bare = len(scene.text.split()) <= MOST_WORDS_OF_A_NO and _opens(scene, "drops")
    return same(state).model_copy(update={"question": WHERE_NOW}) if is_bare else None


def with_new_goal(state: SessionState, heard: Heard) -> Heard:
    """What was heard to where the owner wants to go now: goals told then take the place of the old ones."""
    fresh = tuple(each for each in heard.profile.goals if each not in state.profile.goals)
    if state.pending not in (STILL_THERE, WHERE_NOW) or not fresh:
        return heard
    return heard.model_copy(update={"profile": heard.profile.model_copy(update={"goals": fresh})})


def _opens(scene: Scene, cue: str) -> bool:
    return scene.opens(cue, Piece(scene.text, 0, len(scene.text)))


def _taken_over(state: SessionState, waiting: CheckIn, shelf: Shelf) -> Heard:
    trial = with_counted(state, waiting.actuals, shelf)
    found = outturn(state.profile, trial, shelf.setting)
    return Heard(
        profile=world(state.profile, trial, found, waiting.stop),
        asked=state.asked,
        lines=(say.TAKEN,),
        ask_again=state.pending is not None,
        check_in=waiting.model_copy(update={"taken": True}),
        question=STILL_THERE if waiting.ends_phase else None,
    )


def _own_changes(
    profile: Profile, trial: Trial, found: Outturn, stop: StopRule | None, items: str
) -> tuple[PlanChange, ...]:
    """What the check-in itself changes: the line at which it stops, and how much comes."""
    made = []
    if stop and stop.verdict == "broken":
        made.append(PlanChange(kind="stop", text=say.STOP))
    before = profile.fact(FactPath(scope=trial.process_id, name="items_per_week"))
    mid = found.items_per_week.mid
    if trial.seen[-1].actuals.items is not None and mid is not None and (before is None or before.mid != plainly(mid)):
        was = f", not {before.mid:g}" if before else ""
        made.append(PlanChange(kind="fact", text=f"I reckon with {plainly(mid):g} {items} a week{was}."))
    return tuple(made)


def kept(state: SessionState, done: CheckIn | None) -> tuple[CheckIn, ...]:
    """All check-ins after a turn; one that still waited is left, unless it was just settled."""
    return tuple(
        done if done and each.n == done.n else each.model_copy(update={"taken": False}) if each.taken is None else each
        for each in state.check_ins
    )


def opened(state: SessionState, plan: Plan, today: date) -> SessionState:
    """The state with the plan as its first version, before anything came back."""
    if state.versions:
        return state
    first = PlanVersion(n=1, made_on=min(plan.made_on, today), because=say.FIRST, plan=plan)
    return state.model_copy(update={"plan": plan, "versions": (first,)})


def with_version(before: SessionState, state: SessionState, done: CheckIn | None) -> SessionState:
    """The state with a new version of the plan where a check-in was taken over."""
    if done is None or not done.taken or state.plan is None or not before.versions:
        return state
    old = before.versions[-1]
    version = PlanVersion(
        n=old.n + 1,
        made_on=done.on,
        because=say.because(done),
        plan=state.plan,
        changes=diff(old.plan, state.plan),
    )
    return state.model_copy(update={"versions": (*before.versions, version)})


def compared(state: SessionState, before: int, after: int) -> tuple[PlanChange, ...]:
    """What differs between two versions, by their numbers; raises UnknownName."""
    by_number = {each.n: each.plan for each in state.versions}
    for number in (before, after):
        if number not in by_number:
            known = ", ".join(map(str, by_number)) or "none before the first check-in"
            raise UnknownName(f"there is no version {number} of this plan; known: {known}")
    return diff(by_number[before], by_number[after])


class Missed(Noun):
    """A check-in that was due and did not come, as it is asked for."""

    due: date
    text: str


def missed(before: SessionState, profile: Profile, today: date) -> Missed | None:
    """The check-in that is late by the plan that stood before, once; None where none is, or where it was asked for."""
    state = before.model_copy(update={"profile": profile})
    due = next_due(state)
    if due is None or today < due + GRACE or (state.reminded is not None and state.reminded >= due):
        return None
    return Missed(due=due, text=say.missed(due))


def next_due(state: SessionState) -> date | None:
    """The day of the next check-in: by what is tried, else by what the plan begins first; None where nothing is."""
    tried = [each for each in state.profile.trials if not each.stopped]
    if tried:
        return min(due_day(each.began, next_month(each.last_month)) for each in tried)
    if state.plan is None or state.profile.trials:
        return None
    tries = [step.initiative_id for step in state.plan.steps if step.phase == "try"]
    starts = [day for each in tries if (day := start_of(state.plan, each))]
    return due_day(min(starts), 1) if starts else None
