"""Limits of vendor_thresholds.yml: the one place that says whether a term is ok, watch, flag or blocker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.catalogue import read_noun
from assistant.domain.facts import Fact, Value
from assistant.domain.findings import Severity
from assistant.domain.proposal import Risk

SEVERITY: dict[Risk, Severity] = {"blocker": "must", "flag": "should", "watch": "note", "ok": "note"}
"""How severe a finding is that broke its rule at a level."""
RISKS: tuple[Risk, ...] = ("blocker", "flag", "watch", "ok")
"""Worst first."""


class Limits(BaseModel):
    """The limits on one fact."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    fact: str
    watch: tuple[str, ...] = ()
    flag: tuple[str, ...] = ()
    blocker: tuple[str, ...] = ()
    watch_above: float | None = None
    watch_below: float | None = None
    flag_above: float | None = None
    flag_from: float | None = None
    flag_below: float | None = None
    blocker_above: float | None = None
    blocker_below: float | None = None

    def level(self, value: Value) -> Risk:
        """The risk of a value; a range counts at its worse end."""
        if isinstance(value, tuple):
            return worst(self.level(each) for each in value)
        if isinstance(value, str):
            return next((each for each in RISKS if value in self.words(each)), "ok")
        number = float(value)
        if _passes(number, self.blocker_above, None, self.blocker_below):
            return "blocker"
        if _passes(number, self.flag_above, self.flag_from, self.flag_below):
            return "flag"
        return "watch" if _passes(number, self.watch_above, None, self.watch_below) else "ok"

    def words(self, risk: Risk) -> tuple[str, ...]:
        """The words that have a risk."""
        return {"blocker": self.blocker, "flag": self.flag, "watch": self.watch, "ok": ()}[risk]


class Ladder(BaseModel):
    """The limits of one rule and the clause type that its facts belong to."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    type: str
    limits: tuple[Limits, ...]

    def level(self, facts: Mapping[str, Fact | None]) -> Risk | None:
        """The worst risk of the facts that are known; None where none is."""
        known = [(each, fact) for each in self.limits if (fact := facts.get(each.fact)) is not None]
        return worst(each.level(fact.value) for each, fact in known) if known else None


def worst(risks: Iterable[Risk]) -> Risk:
    """The worst of some risks; ok where there are none."""
    found = set(risks)
    return next((each for each in RISKS if each in found), "ok")


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    ladders: dict[str, Ladder]
    plain_risk: dict[str, Risk]
    prices: dict[str, float]


@dataclass(frozen=True)
class Thresholds:
    """All ladders by rule id, and the shares with which clauses are priced."""

    ladders: dict[str, Ladder]
    plain_risk: dict[str, Risk]
    prices: dict[str, float]

    def risk_of(self, name: str, value: object) -> Risk:
        """The worst risk that any ladder gives to a fact of that value; ok where none looks at it."""
        limits = (each for ladder in self.ladders.values() for each in ladder.limits if each.fact == name)
        return worst(each.level(value) for each in limits if isinstance(value, (str, float, int)))

    def types_of(self, name: str, value: object) -> Iterator[tuple[str, Risk]]:
        """The types of clause that a fact of that value is a worry of, each with its risk."""
        for ladder in self.ladders.values():
            for each in ladder.limits:
                if each.fact == name and isinstance(value, (str, float, int)) and each.level(value) != "ok":
                    yield ladder.type, each.level(value)


def load_thresholds(knowledge: Path) -> Thresholds:
    """The thresholds of a knowledge folder; raises BadInput naming file and key where one is wrong."""
    table = read_noun(knowledge / "vocabulary" / "vendor_thresholds.yml", _File)
    return Thresholds(ladders=table.ladders, plain_risk=table.plain_risk, prices=table.prices)


def _passes(number: float, above: float | None, least: float | None, below: float | None) -> bool:
    over = above is not None and number > above
    reached = least is not None and number >= least
    return over or reached or (below is not None and number < below)
