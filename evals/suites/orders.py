"""The same questions in three orders, answered truly: how soon the advice is worth what it can be worth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

import numpy as np

from assistant.interview.questions import load_questions
from evals.interviews.orders import MOST, Course, course, in_order, ours, questionnaire, shuffled
from evals.interviews.truth import truth_of
from evals.measure import Measure
from evals.score import Mark, Score
from evals.suite import Suite, Table, Workplace
from evals.suites.interview import population, setting_of

COMPARED = 60
STEPS = (0, 2, 4, 6, 8, 10, 12, 16, 20, 30, 40)
ORDERS = ("ours", "fixed", "random")


def run(place: Workplace) -> Iterator[Mark]:
    """What ours comes to, and its questions as a share of those that the fixed order needs for the same."""
    found = courses(place)
    for number, each in enumerate(found["ours"]):
        yield Mark("questions", f"owner-{number:03}", None, Score(float(each.questions)))
        yield Mark("value", f"owner-{number:03}", None, Score(each.shares[-1]))
    reached = mean(found["ours"], MOST)
    needed = next((n for n in range(MOST + 1) if mean(found["fixed"], n) >= reached), MOST)
    put = float(np.mean([each.questions for each in found["ours"]]))
    yield Mark("against_fixed", "all", None, Score(put / max(needed, 1), f"{put:.1f} for {needed}"))


@lru_cache(maxsize=1)
def courses(place: Workplace) -> Mapping[str, tuple[Course, ...]]:
    """The courses of every owner in each order."""
    kinds = load_questions(place.settings.knowledge()).kinds
    setting = setting_of(place)
    found: dict[str, list[Course]] = {name: [] for name in ORDERS}
    for number, owner in enumerate(population(place)[:COMPARED]):
        truth, listed = truth_of(owner, setting, place.settings.today), questionnaire(owner, kinds)
        nexts = {"ours": ours(place.plumbline), "fixed": in_order(listed), "random": in_order(shuffled(listed, number))}
        for name, put in nexts.items():
            found[name].append(course(owner, truth, put, place.settings.today))
    return {name: tuple(each) for name, each in found.items()}


def mean(found: tuple[Course, ...], answers: int) -> float:
    """The mean share of the best after so many answers."""
    return float(np.mean([each.after(answers) for each in found]))


def curve(place: Workplace) -> Table:
    """The mean share after so many answers, by order."""
    found = courses(place)
    lines = [(str(n), *(f"{mean(found[name], n):.3f}" for name in ORDERS)) for n in STEPS]
    return Table(heads=("answers", *ORDERS), lines=tuple(lines), chart="net value as a share of the best")


ORDERS_SUITE = Suite(
    name="orders",
    about="the same questions in our order, in that of the file and in any order, each answered truly",
    run=run,
    measures=(
        Measure("questions", "questions that ours puts", better="neither", unit="questions"),
        Measure("value", "net value at our stop as a share of that of advice on the whole truth", bar=0.95),
        Measure("against_fixed", "our questions as a share of those that the file's order needs for the same value",
                0.5, "lower"),
    ),
    one_by_one=curve,
)  # fmt: skip
