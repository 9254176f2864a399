"""What a rule is, and the engine that puts one rule to one set of facts.

A rule is a function whose parameters are the facts it needs. The engine, not the rule, decides what a missing fact, a
range or a weak basis means. Four verdicts: held, broken, unknown, not applicable.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from assistant.domain.facts import Fact, Value
from assistant.domain.findings import Breach, Dimension, Finding, Scope, Severity, Verdict

Facts = Mapping[str, Fact | None]
Predicate = Callable[..., bool]
WEAK = ("assumed", "benchmark", "vendor")


@dataclass(frozen=True)
class Rule:
    """A rule and everything that is printed about it; `fails` breaks a sound case, and is executed by the tests."""

    id: str
    title: str
    why: str
    source: str
    severity: Severity
    dimension: Dimension
    holds: Predicate
    fails: Mapping[str, Value]
    remedy: str
    applies: Predicate | None = None
    breach: Breach | None = None
    scope: Scope = "initiative"
    seeds: tuple[str, ...] = ()
    ours: bool = False
    alarm: str = ""

    @property
    def family(self) -> str:
        """The two letters that the id begins with."""
        return self.id[:2]

    @cached_property
    def gate(self) -> tuple[str, ...]:
        """Names of the facts that decide whether the rule applies."""
        return tuple(inspect.signature(self.applies).parameters) if self.applies else ()

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """Names of the facts that decide whether the rule holds."""
        return tuple(inspect.signature(self.holds).parameters)


def rule(
    *,
    id: str,
    title: str,
    why: str,
    source: str,
    severity: Severity,
    dimension: Dimension,
    fails: Mapping[str, Value],
    remedy: str,
    applies: Predicate | None = None,
    breach: Breach | None = None,
    scope: Scope = "initiative",
    seeds: tuple[str, ...] = (),
    ours: bool = False,
    alarm: str = "",
) -> Callable[[Predicate], Rule]:
    """A decorator that turns a predicate into a Rule; parameters are as in Rule.

    `ours` marks a construction check: what our own plan fills in, shown apart and left out of the scores. `alarm` names
    the fact that points to a breach by itself, whatever the others are: posts are to go, what goes out cannot be
    taken back.
    """

    def make(holds: Predicate) -> Rule:
        return Rule(
            id=id, title=title, why=why, source=source, severity=severity, dimension=dimension, holds=holds,
            fails=fails, remedy=remedy, applies=applies, breach=breach, scope=scope, seeds=seeds, ours=ours,
            alarm=alarm,
        )  # fmt: skip

    return make


def judge(one: Rule, facts: Facts, subject: str = "") -> Finding:
    """The finding of one rule on one subject.

    Not applicable is decided first. A missing fact gives unknown; a range is judged at every combination of its ends
    and disagreement is unknown; a must-rule is never decided by assumed, benchmark or vendor facts alone.
    """
    used = {name: facts.get(name) for name in dict.fromkeys(one.gate + one.needs)}
    verdict, missing = _verdict(one, used)
    return Finding(
        rule_id=one.id,
        verdict=verdict,
        severity=one.severity,
        scope=one.scope,
        title=one.title,
        why=one.why,
        facts=used,
        quote=next((fact.quote for fact in used.values() if fact and fact.quote), None),
        missing=missing,
        remedy=_fill(one.remedy, used) if verdict != "held" else "",
        source=one.source,
        subject=subject,
        dimension=one.dimension,
        breach=one.breach,
        ours=one.ours,
    )


def _verdict(one: Rule, used: Facts) -> tuple[Verdict, tuple[str, ...]]:
    if one.applies is not None:
        outcomes = _outcomes(one.applies, {name: used[name] for name in one.gate})
        if outcomes == {False}:
            return "not applicable", ()
        if outcomes != {True}:
            return "unknown", _undecided(one.gate, used)
    needed = {name: used[name] for name in one.needs}
    outcomes = _outcomes(one.holds, needed)
    if len(outcomes) != 1:
        return "unknown", _undecided(one.needs, used)
    known = [fact for fact in used.values() if fact is not None]
    if one.severity == "must" and known and all(fact.basis in WEAK for fact in known):
        return "unknown", tuple(used)
    return ("held" if outcomes == {True} else "broken"), ()


def _outcomes(predicate: Predicate, facts: Facts) -> set[bool]:
    """Every answer the predicate gives over the ends of its facts; empty where a fact is missing."""
    if any(fact is None for fact in facts.values()):
        return set()
    names = list(facts)
    return {
        bool(predicate(**dict(zip(names, corner, strict=True))))
        for corner in product(*(_ends(facts[name]) for name in names))
    }


def _ends(fact: Fact | None) -> tuple[Value, ...]:
    if fact is None:
        return ()
    return (fact.low, fact.high) if fact.is_range else (fact.value,)


def _undecided(names: tuple[str, ...], used: Facts) -> tuple[str, ...]:
    missing = tuple(name for name in names if used[name] is None)
    if missing:
        return missing
    return tuple(name for name in names if (fact := used[name]) is not None and fact.is_range)


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"


def _fill(remedy: str, used: Facts) -> str:
    return remedy.format_map(_Blank({name: say_value(fact.value) for name, fact in used.items() if fact is not None}))


def say_value(value: Value) -> str:
    """A fact's value as it stands in a sentence: 3, 3-5, yes, one and two."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return f"{value:,.0f}" if abs(value) >= 100 else f"{value:g}" if abs(value) >= 10 else f"{round(value, 2):g}"
    if isinstance(value, str):
        return value
    if value and not isinstance(value[0], str):
        return "-".join(say_value(float(end)) for end in value)
    return " and ".join(str(part) for part in value) or "none"
