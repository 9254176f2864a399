"""What was known and what was told now, as one; figures that disagree are reported with both quotes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from assistant.domain.facts import FIRM, Fact, FactPath, Noun
from assistant.domain.profile import Business, Constraint, Goal, Process, Profile
from assistant.language.quantities import to_hours
from assistant.reading.refusals import takes_back

Thing = TypeVar("Thing")
CLOSE = 0.1
"""Figures that differ by less than this share of the larger are the same figure told twice."""
LONG_MINUTES = 120.0
"""Minutes above which a bare time is rather that of a week than of one thing."""
WEAK = ("benchmark", "vendor", "assumed")


class Conflict(Noun):
    """A figure that was told twice, differently: both facts, and the words of each (the later ones last)."""

    path: FactPath
    old: Fact
    new: Fact
    quotes: tuple[str, ...]


class Merged(Noun):
    """The profile after both, in which newer words win, and what they contradict."""

    profile: Profile
    conflicts: tuple[Conflict, ...] = ()


def merge(old: Profile, new: Profile) -> Merged:
    """Old and new together: lists grow by what is new in them, a newer fact takes the place of an older one."""
    conflicts: list[Conflict] = []
    known = {each.id for each in old.processes}
    processes = [
        _process(each, fresh, conflicts) if (fresh := new.process(each.id)) else each for each in old.processes
    ]
    processes += [each for each in new.processes if each.id not in known]
    return Merged(
        profile=Profile(
            business=_business(old.business, new.business, conflicts),
            goals=_grown(_still_wanted(old.goals, new), new.goals, lambda goal: _plain(goal.text)),
            strengths=_grown(old.strengths, new.strengths, lambda strength: _plain(strength.text)),
            processes=tuple(processes),
            tools=_grown(old.tools, new.tools, lambda tool: _plain(tool.name)),
            constraints=_constraints(old, new, conflicts),
            pains=_grown(old.pains, new.pains, lambda pain: _plain(pain.text)),
            quantities=_grown(old.quantities, new.quantities, lambda each: f"{each.quote}|{each.process_id}"),
            trials=old.trials,
        ),
        conflicts=tuple(conflicts),
    )


def _still_wanted(goals: Iterable[Goal], new: Profile) -> Iterator[Goal]:
    """The goals that no limit told now takes back."""
    refusals = [each.text for each in new.constraints if each.kind == "preference"]
    for goal in goals:
        if not any(takes_back(each, goal.quote or goal.text) for each in refusals):
            yield goal


def disagree(old: Fact, new: Fact) -> bool:
    """True where two facts cannot both hold: figures without overlap and not close, a yes and a no, other words."""
    if old.is_number and new.is_number:
        apart = max(old.low, new.low) - min(old.high, new.high)
        return apart > CLOSE * max(abs(old.high), abs(new.high))
    if old.is_number != new.is_number:
        return False
    return old.value != new.value


def _newer(path: FactPath, old: Fact | None, new: Fact | None, conflicts: list[Conflict]) -> Fact | None:
    """The fact that stands: the newer one, unless it rests on less than the owner's own older word."""
    if old is None or new is None:
        return new or old
    if new.basis in WEAK and old.basis not in WEAK:
        return old
    if old.is_number and new.is_number and disagree(old, new):
        quotes = tuple(quote for quote in (old.quote, new.quote) if quote)
        conflicts.append(Conflict(path=path, old=old, new=new, quotes=quotes))
    return new


def _business(old: Business, new: Business, conflicts: list[Conflict]) -> Business:
    return Business(
        **{
            name: _newer(FactPath(scope=FIRM, name=name), getattr(old, name), getattr(new, name), conflicts)
            for name in Business.model_fields
        }
    )


def _process(old: Process, new: Process, conflicts: list[Conflict]) -> Process:
    new = _in_all(new, old)
    update = {
        name: _newer(FactPath(scope=old.id, name=name), getattr(old, name), getattr(new, name), conflicts)
        for name in Process.model_fields
        if name not in ("id", "name", "quote")
    }
    return old.model_copy(update={**update, "quote": old.quote or new.quote})


def _in_all(new: Process, old: Process) -> Process:
    """The work told now, a bare time of hours read as the hours a week where these are known: "twelve hours" is no time
    of one thing unless the words say so."""
    each = new.minutes_per_item
    if each is None or each.said is None or old.hours_per_week is None or new.hours_per_week is not None:
        return new
    hours = to_hours(each.said.value, each.said.unit) if each.said.unit in ("hours", "minutes") else None
    if hours is None or each.said.per or each.low <= LONG_MINUTES:
        return new
    weekly = each.model_copy(update={"value": hours, "unit": "hours a week"})
    return new.model_copy(update={"minutes_per_item": None, "hours_per_week": weekly})


def _constraints(old: Profile, new: Profile, conflicts: list[Conflict]) -> tuple[Constraint, ...]:
    """Limits of both; of one kind only one amount stands, the newer."""
    names = {"budget": "budget_first_year", "time": "spare_hours_per_week", "skill": "team_skill"}
    replaced: set[str] = set()
    for fresh in new.constraints:
        held = next((each for each in old.constraints if each.kind == fresh.kind and each.amount), None)
        if fresh.amount and held and held.amount and fresh.kind in names:
            _newer(FactPath(scope=FIRM, name=names[fresh.kind]), held.amount, fresh.amount, conflicts)
            replaced.add(fresh.kind)
    kept = tuple(each for each in old.constraints if not (each.kind in replaced and each.amount))
    return _grown(kept, new.constraints, lambda each: f"{each.kind}|{_plain(each.text)}")


def _grown(old: Iterable[Thing], new: Iterable[Thing], key: Callable[[Thing], str]) -> tuple[Thing, ...]:
    """The old things, and those of the new that are not among them."""
    found = {key(each): each for each in old}
    for each in new:
        found.setdefault(key(each), each)
    return tuple(found.values())


def _plain(words: str) -> str:
    return " ".join(words.lower().split()).strip(" .,;!?")
