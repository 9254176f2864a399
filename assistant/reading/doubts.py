"""What cannot be, or cannot both be: a day of 26 hours, 40 a day and 100 a week, 900 calls for one pair of ears."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.domain.facts import Fact, FactPath, Noun
from assistant.domain.profile import Process, Profile, Quantity

HOURS_IN = {"day": 24.0, "week": 168.0, "month": 744.0, "year": 8784.0, "hour": 1.0}
MOST_HOURS = 84.0
"""Hours a week of one person: seven days of twelve. Beyond it a figure is questioned, not refused."""
FURTHER_HOURS = 16.0
"""Hours a week for each further person of the firm: one work seldom takes two fifths of everybody's week."""
APART = 2.0
"""Volume times minutes and the hours told are questioned where one is more than this many times the other."""
SHARES = ("error_rate", "exception_share", "digital_input")
SLOTS = ("items_per_week", "minutes_per_item", "hours_per_week", "error_rate", "exception_share")


class Doubt(Noun):
    """A figure that is questioned, in the owner's words, and why; `refused` where it is not believed."""

    path: FactPath
    quotes: tuple[str, ...]
    why: str
    refused: bool = False


def doubts(told: Profile, known: Profile) -> tuple[Doubt, ...]:
    """What is to be questioned in what was told just now, in the light of all that is known with it."""
    found: list[Doubt] = []
    for process in told.processes:
        whole = known.process(process.id) or process
        plain = [*_impossible(process), *_twice(process, told.quantities)]
        found += plain or [*_too_much(whole, known.people()), *_against(whole)]
    return tuple(found)


def without_refused(profile: Profile, found: Sequence[Doubt]) -> Profile:
    """The profile without the figures that cannot be."""
    for each in found:
        if each.refused:
            profile = profile.with_fact(each.path, None)
    return profile


def _impossible(process: Process) -> Iterator[Doubt]:
    """More hours than the period has; more than all."""
    hours = process.hours_per_week
    if hours is not None and hours.said is not None and hours.said.unit in ("hours", "hour"):
        most, low = HOURS_IN.get(hours.said.per), _low(hours.said.value)
        if most is not None and low > most:
            why = f"a {hours.said.per} has {most:g} hours"
            yield _doubt(process, "hours_per_week", (hours,), why, refused=True)
    for name in SHARES:
        share = getattr(process, name)
        if isinstance(share, Fact) and share.is_number and share.high > 1:
            yield _doubt(process, name, (share,), "that is more than all of it", refused=True)


def _too_much(process: Process, headcount: float | None) -> Iterator[Doubt]:
    """More work than those who do it have hours; where they are not told, than one person and a part of the rest."""
    doers = process.people.high if process.people and process.people.is_number else None
    people = doers or headcount
    further = max(1.0, people or 1.0) - 1
    most = MOST_HOURS + (MOST_HOURS if doers else FURTHER_HOURS) * further
    among = f"for {people:g} people" if people and people > 1 else "for one person"
    hours = process.hours_per_week
    if hours is not None and hours.is_number and hours.low > most:
        yield _doubt(process, "hours_per_week", (hours,), f"{hours.low:g} hours a week are too many {among}")
    items, minutes = process.items_per_week, process.minutes_per_item
    if people is not None and items and minutes and items.is_number and minutes.is_number:
        total = items.low * minutes.low / 60
        if total > most:
            yield _doubt(
                process, "items_per_week", (items, minutes), f"that comes to {total:,.0f} hours a week {among}"
            )


def _against(process: Process) -> Iterator[Doubt]:
    """Hours told that are far from what volume times minutes comes to."""
    items, minutes, hours = process.items_per_week, process.minutes_per_item, process.hours_per_week
    if not (items and minutes and hours and items.is_number and minutes.is_number and hours.is_number):
        return
    low, high = items.low * minutes.low / 60, items.high * minutes.high / 60
    if low > APART * hours.high or APART * high < hours.low:
        why = f"the first two come to {_span(low, high)} hours a week"
        yield _doubt(process, "hours_per_week", (items, minutes, hours), why)


def _twice(process: Process, quantities: Sequence[Quantity]) -> Iterator[Doubt]:
    """Two figures for one thing in the same breath, which cannot both hold."""
    for slot in SLOTS:
        fact = getattr(process, slot)
        if not isinstance(fact, Fact) or not fact.is_number:
            continue
        for each in quantities:
            other = each.fact
            if each.process_id != process.id or each.slot != slot or other is None or other.quote == fact.quote:
                continue
            if max(fact.low, other.low) > APART * min(fact.high, other.high) or _apart(fact, other):
                quotes = tuple(quote for quote in (fact.quote, other.quote) if quote)
                yield Doubt(path=FactPath(scope=process.id, name=slot), quotes=quotes, why="both cannot be the usual")
                break


def _apart(one: Fact, other: Fact) -> bool:
    """True where two figures differ by more than a quarter of the larger."""
    return max(one.low, other.low) - min(one.high, other.high) > max(one.high, other.high) / 4


def _doubt(process: Process, name: str, facts: Sequence[Fact], why: str, *, refused: bool = False) -> Doubt:
    quotes = tuple(each.quote for each in facts if each.quote)
    return Doubt(path=FactPath(scope=process.id, name=name), quotes=quotes, why=why, refused=refused)


def _low(value: float | tuple[float, float]) -> float:
    return value[0] if isinstance(value, tuple) else value


def _span(low: float, high: float) -> str:
    return f"{low:.1f}".rstrip("0").rstrip(".") if low == high else f"{low:.0f} to {high:.0f}"
