"""Which single facts would change an answer, each with the nearest value that does.

What stands in the way names the candidates: a closed gate one fact, sums the figures that they hang on. Every value
that is told was tried: with the fact changed, the decision was made again and came out differently.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from assistant.advice.again import Decided, supposed
from assistant.advice.flip_words import ORDER, Turned, condition, outward
from assistant.advice.options import Option
from assistant.advice.outgrown import Found, dropped, outgrown
from assistant.advice.portfolio import Turn
from assistant.domain.facts import FIRM, FactPath, Noun, Value
from assistant.domain.flips import FlipCondition
from assistant.domain.profile import LIMITS, Process
from assistant.estimates.estimate import country_of
from assistant.estimates.inputs import currency_of
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
    option: Option


def changes(turn: Turn, stands: Decided, sooner: Sooner) -> Changes:
    """The facts that would change one decision, those that stand in its way first."""
    option = turn.choice.option
    process = stands.profile.process(turn.process_id)
    assert process is not None  # only work that was told of is decided on
    found: list[Found] = [(each, option) for each in sooner.get(process.id, ())]
    found += _opened(process, turn, stands)
    found += outgrown(process, turn, stands)
    if turn.decision not in ("leave it", "stop doing it", "later"):
        found += dropped(process, option, stands)
    kind = stands.setting.catalogue.process(process.id)
    currency = currency_of(stands.profile, country_of(stands.profile, stands.setting.catalogue))
    found.sort(key=lambda each: ORDER.index(each[0].path.name))
    flips = tuple(condition(turned, kind, way.means, currency) for turned, way in found)
    return Changes(flips=flips, stays="" if flips else _stays(process, turn, stands))


def _opened(process: Process, turn: Turn, stands: Decided) -> Iterator[Found]:
    """Gates that one fact opens, and nothing behind them stands against the way."""
    for _, same in groupby(_gates(process, turn, stands), key=lambda each: each.path.name):
        tried = (_tried(each, turn, stands) for each in same)
        found = next((each for each in tried if each), None)
        if found:
            yield found


def _gates(process: Process, turn: Turn, stands: Decided) -> list[Gate]:
    """The gates that keep a decision from being another one, by fact, those easiest to open first."""
    option = turn.choice.option
    if turn.decision == "stop doing it":
        return [Gate(path=FactPath(scope=process.id, name="needed"), opens_at=True, option=option)]
    if turn.choice.decision == "later":
        return [Gate(path=FactPath(scope=process.id, name="stable"), opens_at=True, option=option)]
    if turn.decision not in ("leave it", "simplify first"):
        return []
    found = [
        Gate(path=_path(hurdle.fact, process), opens_at=hurdle.opens_at, option=each)
        for each in stands.ways[process.id]
        if (hurdle := each.hurdle) and hurdle.opens_at is not None and hurdle.fact != "exception_share"
        if each.waits or turn.decision == "leave it"
    ]
    return sorted(found, key=lambda each: (each.path.name, each.opens_at))


def _path(name: str, process: Process) -> FactPath:
    return FactPath(scope=FIRM if name in LIMITS else process.id, name=name)


def _tried(gate: Gate, turn: Turn, stands: Decided) -> Found | None:
    """What opening a gate leads to; None where the decision stays."""
    fact = stands.profile.fact(gate.path)
    now: bool | float | None = fact.mid if fact and fact.is_number else None
    needed: bool | float = True
    if isinstance(gate.opens_at, float):
        needed = outward(gate.opens_at, now or 0.0, gate.path.name)
    changed = supposed(stands.profile, gate.path, needed)
    choice = stands.choice(changed, turn.process_id)
    becomes = stands.words(changed)[turn.process_id] if turn.decision == "later" else choice.decision
    if becomes == turn.decision:
        return None
    return Turned(path=gate.path, now=now, needed=needed, said=True, becomes=becomes), choice.option


def _stays(process: Process, turn: Turn, stands: Decided) -> str:
    """Why no one fact changes an answer."""
    if turn.choice.decision == "later":
        return "Once the change is over it still waits its turn."
    if turn.decision == "later":
        return f"No one thing alone brings it forward. {turn.why}".strip()
    hurdle = turn.choice.option.hurdle
    if turn.decision != "leave it":
        return ""
    if hurdle is None or hurdle.by_size:
        return "No single figure within reach would change that."
    if hurdle.opens_at is None:
        return f"No single figure would change that: {lower(hurdle.words)}."
    opened = supposed(stands.profile, _path(hurdle.fact, process), hurdle.opens_at)
    then = stands.choice(opened, process.id).reason
    return f"One change alone is not enough: {lower(hurdle.words)}; and even without that, {lower(then)}."
