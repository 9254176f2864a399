"""Which single facts would change an answer, each with the nearest value that does.

What stands in the way names the candidates: a closed gate one fact, sums the figures that they hang on. Every value
that is told was tried: with the fact changed, the decision was made again and came out differently.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from assistant.advice.again import Decided, supposed
from assistant.advice.flip_words import ORDER, Turned, condition, outward
from assistant.advice.outgrown import dropped, outgrown
from assistant.advice.portfolio import Place
from assistant.domain.catalogue import WAITS
from assistant.domain.facts import FIRM, FactPath, Noun, Value
from assistant.domain.flips import FlipCondition
from assistant.domain.profile import LIMITS, Process
from assistant.estimates.setting import currency_of
from assistant.language.phrases import lower

Sooner = Mapping[str, tuple[Turned, ...]]
"""What would bring work forward that waits its turn, by process."""


class Changes(Noun):
    """What would change an answer; `stays` is why nothing would."""

    flips: tuple[FlipCondition, ...] = ()
    stays: str = ""


class Gate(Noun):
    """A fact that alone keeps a way closed, and the nearest value that opens it."""

    path: FactPath
    opens_at: Value


def changes(place: Place, stands: Decided, sooner: Sooner) -> Changes:
    """The facts that would change one decision, those that stand in its way first."""
    process = stands.profile.process(place.process_id)
    assert process is not None  # only work that was told of is decided on
    found = [*sooner.get(process.id, ()), *_opened(process, place, stands), *outgrown(process, place, stands)]
    if place.decision not in WAITS:
        found += dropped(process, place, stands)
    catalogue = stands.setting.catalogue
    kind, currency = catalogue.process(process.id), currency_of(stands.profile, catalogue)
    found.sort(key=lambda each: ORDER.index(each.path.name))
    flips = tuple(condition(each, kind, catalogue.way(each.means), currency) for each in found)
    return Changes(flips=flips, stays="" if flips else _stays(process, place, stands))


def _opened(process: Process, place: Place, stands: Decided) -> Iterator[Turned]:
    """Gates that one fact opens, and nothing behind them stands against the way."""
    for _, same in groupby(_gates(process, place, stands), key=lambda each: each.path.name):
        tried = (_tried(each, place, stands) for each in same)
        found = next((each for each in tried if each), None)
        if found:
            yield found


def _gates(process: Process, place: Place, stands: Decided) -> list[Gate]:
    """The gates that keep a decision from being another one, by fact, those easiest to open first."""
    if place.decision == "stop doing it":
        return [Gate(path=FactPath(scope=process.id, name="needed"), opens_at=True)]
    if place.choice.decision == "later":
        return [Gate(path=FactPath(scope=process.id, name="stable"), opens_at=True)]
    if place.decision not in ("leave it", "simplify first"):
        return []
    found = [
        Gate(path=_path(hurdle.fact, process), opens_at=hurdle.opens_at)
        for each in stands.ways[process.id]
        if (hurdle := each.hurdle) and hurdle.opens_at is not None and hurdle.fact != "exception_share"
        if each.waits or place.decision == "leave it"
    ]
    return sorted(found, key=lambda each: (each.path.name, each.opens_at))


def _path(name: str, process: Process) -> FactPath:
    return FactPath(scope=FIRM if name in LIMITS else process.id, name=name)


def _tried(gate: Gate, place: Place, stands: Decided) -> Turned | None:
    """What opening a gate leads to; None where the decision stays."""
    fact = stands.profile.fact(gate.path)
    now: bool | float | None = fact.mid if fact and fact.is_number else None
    needed: bool | float = True
    if isinstance(gate.opens_at, float):
        needed = outward(gate.opens_at, now or 0.0, gate.path.name)
    changed = supposed(stands.profile, gate.path, needed)
    choice = stands.choice(changed, place.process_id)
    becomes = stands.words(changed)[place.process_id] if place.decision == "later" else choice.decision
    if becomes == place.decision:
        return None
    means = choice.option.means.id
    return Turned(path=gate.path, now=now, needed=needed, said=True, becomes=becomes, means=means)


def _stays(process: Process, place: Place, stands: Decided) -> str:
    """Why no one fact changes an answer."""
    if place.choice.decision == "later":
        return "Once the change is over it still waits its turn."
    if place.decision == "later":
        return f"No one thing alone brings it forward. {place.why}".strip()
    hurdle = place.choice.option.hurdle
    if place.decision != "leave it":
        return ""
    if hurdle is None or hurdle.by_size:
        return "No single figure within reach would change that."
    if hurdle.opens_at is None:
        return f"No single figure would change that: {lower(hurdle.words)}."
    opened = supposed(stands.profile, _path(hurdle.fact, process), hurdle.opens_at)
    then = stands.choice(opened, process.id).reason
    return f"One change alone is not enough: {lower(hurdle.words)}; and even without that, {lower(then)}."
