"""The action plan that leaves the chat."""

from __future__ import annotations

from datetime import date

from assistant.domain.facts import Basis, Noun
from assistant.domain.knowledge import Citation


class Step(Noun):
    """One thing to do; `weeks` are the first and last week of the plan, counted from 1."""

    n: int
    what: str
    initiative_id: str
    owner: str
    weeks: tuple[int, int]
    hours: float
    done_when: str
    cost: str = ""
    rests_on: str = ""


class Assumption(Noun):
    """A figure that the owner did not say, and how to check it in fifteen minutes."""

    what: str
    value: str
    basis: Basis
    check: str


class PlanDecision(Noun):
    """A decision with its reason and the rules that speak about it."""

    initiative_id: str
    title: str
    decision: str
    reason: str
    numbers: tuple[str, ...]
    rules: tuple[str, ...]
    changes_when: tuple[str, ...]


class Source(Noun):
    """A numbered source; the number stays the same in every export."""

    n: int
    citation: Citation
    title: str
    strength: str


class Plan(Noun):
    """The plan as every export prints it."""

    title: str
    made_on: date
    goals: tuple[str, ...] = ()
    this_week: tuple[str, ...] = ()
    this_month: tuple[str, ...] = ()
    this_quarter: tuple[str, ...] = ()
    left_alone: tuple[str, ...] = ()
    money: tuple[str, ...] = ()
    decisions: tuple[PlanDecision, ...] = ()
    steps: tuple[Step, ...] = ()
    pilot_lines: tuple[str, ...] = ()
    tell: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    open_questions: tuple[str, ...] = ()
    vendor_questions: tuple[str, ...] = ()
    ways_out: tuple[str, ...] = ()
    confidence: str = ""
    broken_rules: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
