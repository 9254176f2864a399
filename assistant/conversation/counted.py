"""What an owner counted, checked: every figure is possible, and the work and the way are known."""

from __future__ import annotations

from datetime import date
from math import isfinite

from assistant.conversation.shelf import Shelf
from assistant.domain.advice import Initiative
from assistant.domain.check_in import Actuals, Figure
from assistant.domain.talk import SessionState
from assistant.errors import BadInput, UnknownName
from assistant.planning.work import STARTED

MOST: dict[str, float] = {
    "items": 1e6,
    "new": 1e6,
    "minutes": 10_080.0,
    "minutes_old": 10_080.0,
    "hours": 10_000.0,
    "cost": 1e8,
    "upkeep_hours": 10_000.0,
    "wrong": 1e6,
}
"""The most that each figure can be; minutes are at most those of a week."""
WHAT = {
    "items": "how many came",
    "new": "how many went the new way",
    "minutes": "minutes each takes now",
    "minutes_old": "minutes each takes the old way",
    "hours": "hours a week now",
    "cost": "what it cost so far",
    "upkeep_hours": "hours of upkeep",
    "wrong": "how many went wrong",
}
TELLING = ("items", "new", "minutes", "hours")
MOST_WEEKS = 60.0


def figure(where: str, words: str) -> Figure | None:
    """A figure or a range as it was typed; None for nothing; raises BadInput naming where it was typed.

    >>> figure("--items", "1,200"), figure("--items", "30-40"), figure("--items", "")
    (1200.0, (30.0, 40.0), None)
    """
    if not words.strip():
        return None
    try:
        ends = [float(part.replace(",", "")) for part in words.strip().replace(" to ", "-").split("-")]
    except ValueError:
        ends = []
    if len(ends) == 1:
        return ends[0]
    if len(ends) == 2:
        return ends[0], ends[1]
    raise BadInput(f"{where}: {words.strip()[:40]!r} is no figure; write for example 40, or 30-40 for a range")


def typed(work: str, lines: str) -> Actuals:
    """What was typed into a form, a line for each figure: "items: 40"; raises BadInput naming the figure."""
    found: dict[str, Figure] = {}
    for line in lines.splitlines():
        name, _, words = line.partition(":")
        if name not in WHAT:
            raise BadInput(f"{name[:40]!r} is no figure of a check-in; there are: {', '.join(WHAT)}")
        value = figure(WHAT[name], words)
        if value is not None:
            found[name] = value
    return Actuals(work=work).model_copy(update=found)


def checked(told: Actuals, state: SessionState, shelf: Shelf) -> Actuals:
    """The same with its work, its way and its day filled in.

    Raises BadInput for a figure that cannot be, UnknownName for work or a way that is not known.
    """
    for name, what in WHAT.items():
        _check(what, getattr(told, name), MOST[name])
    if all(getattr(told, name) is None for name in TELLING):
        raise BadInput("a check-in needs a number: how many came, how many went the new way, or minutes each takes now")
    if not isfinite(told.weeks) or not 0 < told.weeks <= MOST_WEEKS:
        raise BadInput(f"weeks: {told.weeks:g} cannot be; say how many weeks you counted, 1 to {MOST_WEEKS:g}")
    for name in ("new", "wrong"):
        _no_more(name, getattr(told, name), "items" if name == "new" else "new", told)
    means, work = _tried(told, state, shelf)
    return told.model_copy(update={"work": work, "means": means, "on": _day(told, shelf.settings.today)})


def _check(what: str, figure: Figure | None, most: float) -> None:
    if figure is None:
        return
    ends = figure if isinstance(figure, tuple) else (figure, figure)
    if not all(isfinite(each) and 0 <= each <= most for each in ends):
        raise BadInput(f"{what}: {_said(figure)} cannot be; give a figure from 0 to {most:,.0f}")
    if ends[0] > ends[1]:
        raise BadInput(f"{what}: {_said(figure)} runs backwards; put the smaller figure first")


def _no_more(part: str, of_part: Figure | None, whole: str, told: Actuals) -> None:
    of_whole = getattr(told, whole)
    if of_part is None or of_whole is None:
        return
    least, most = (_ends(of_part)[0], _ends(of_whole)[1])
    if least > most:
        raise BadInput(
            f"{WHAT[part]}: {_said(of_part)} is more than {WHAT[whole]} ({_said(of_whole)}); check both figures"
        )


def _ends(figure: Figure) -> tuple[float, float]:
    return figure if isinstance(figure, tuple) else (figure, figure)


def _said(figure: Figure) -> str:
    low, high = _ends(figure)
    return f"{low:g}" if low == high else f"{low:g}-{high:g}"


def _day(told: Actuals, today: date) -> date:
    if told.on is not None and told.on > today:
        raise BadInput(f"the day {told.on.isoformat()} has not come yet (today is {today.isoformat()}); check the date")
    return told.on or today


def _tried(told: Actuals, state: SessionState, shelf: Shelf) -> tuple[str, str]:
    """The way and the work: those named, else those that are tried, else those that the plan begins with."""
    work = told.work or _only(state)
    if state.profile.process(work) is None:
        known = ", ".join(each.id for each in state.profile.processes) or "none so far"
        raise UnknownName(f"no work {work!r} was told of; known: {known}")
    trial = state.profile.trial(work)
    if told.means:
        return shelf.catalogue.way(told.means).id, work
    if trial is not None:
        return trial.means_id, work
    found = next((each for each in begun(state) if each.process_id == work), None)
    if found is None:
        raise BadInput(f"nothing new is tried for {work!r} by the plan: say which way you use, with its means")
    return found.means, work


def _only(state: SessionState) -> str:
    """The work that the check-in is about where none is named; raises BadInput where there is none, or several."""
    found = [each.process_id for each in state.profile.trials] or [each.process_id for each in begun(state)]
    if not found:
        raise BadInput("the plan begins nothing yet, so there is nothing to check in on; talk it through first")
    if len(found) > 1:
        raise BadInput(f"which work is the check-in about? name one of: {', '.join(found)}")
    return found[0]


def begun(state: SessionState) -> list[Initiative]:
    """What the plan begins now, in its order."""
    made = state.recommendation
    if made is None:
        return []
    place = {each: n for n, each in enumerate(made.order)}
    started = [each for each in made.initiatives if each.decision in STARTED]
    return sorted(started, key=lambda each: place.get(each.id, len(place)))
