"""The action plan that leaves the chat."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from assistant.domain.facts import Basis, Noun
from assistant.domain.knowledge import Citation

Phase = Literal["count", "set up", "try", "review", "begin"]
"""The part of a change that a step is: two weeks of counting, setting up, trying, a look at the numbers, a start."""


class Line(Noun):
    """A sentence of the plan and the finding, fact or estimate that it rests on."""

    text: str
    rests_on: str


class Told(Noun):
    """A fact that the plan rests on, in the owner's own words where there are any; `value` is ours, with its unit."""

    about: str
    what: str
    value: str
    quote: str
    basis: Basis


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
    phase: Phase | None = None
    title: str = ""


class Assumption(Noun):
    """A figure that the owner did not say, and how to check it in fifteen minutes."""

    what: str
    value: str
    basis: Basis
    check: str


class PlanDecision(Noun):
    """A decision with its reason and the rules that speak about it; `sources` are numbers of the plan's sources."""

    initiative_id: str
    title: str
    decision: str
    reason: str
    numbers: tuple[str, ...]
    rules: tuple[str, ...]
    changes_when: tuple[str, ...]
    serves: tuple[str, ...] = ()
    guards: tuple[str, ...] = ()
    check: str = ""
    also_looked_at: tuple[str, ...] = ()
    sources: tuple[int, ...] = ()


class Source(Noun):
    """A numbered source, and what it rests on in words; the number stays the same in every export."""

    n: int
    citation: Citation
    title: str
    strength: str
    rests_on: str = ""


class Plan(Noun):
    """The plan as every export prints it.

    `week_one` is the Monday on which week 1 begins. `grounds` says of each sentence above what it rests on.
    """

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
    week_one: date | None = None
    told: tuple[Told, ...] = ()
    governance: tuple[str, ...] = ()
    """Who leads, how often it is looked at and on what."""
    grounds: tuple[Line, ...] = ()

    @property
    def begun(self) -> tuple[str, ...]:
        """The ids of the changes that begin now, in the order of their steps."""
        return tuple(dict.fromkeys(each.initiative_id for each in self.steps if each.phase != "begin"))

    def first_day(self, week: int) -> date:
        """The Monday of a week of the plan, counted from 1; without `week_one`, weeks run from the day it was made."""
        return (self.week_one or self.made_on) + timedelta(weeks=week - 1)

    def last_day(self, week: int) -> date:
        """The Friday of a week of the plan, counted from 1."""
        return self.first_day(week) + timedelta(days=4)
