"""Sentences that a model wants to say: those that what is known supports are shown, all others are held back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from assistant.advisers.guard import Grounds, Guard
from assistant.domain.speech import Draft
from assistant.encoder import Support
from evals.casebook import CASES, Case, attempt, load
from evals.measure import Measure
from evals.score import Mark, passed
from evals.suite import Suite, Workplace

FIGURES = ("figure_near", "figure_far", "figure_misplaced", "unit_changed", "sum_invented", "range_narrowed")
DECISIONS = ("decision_flipped", "negation", "certainty")


class GuardCase(Case):
    """Statements that are true, and a sentence that may be said of them or not."""

    task: Literal["reply", "answer"]
    grounds: tuple[str, ...]
    sentence: str
    ok: bool
    kind: str


def run(place: Workplace) -> Iterator[Mark]:
    """Every measure of every sentence."""
    guard = Guard(Support())
    for case in place.some(load(CASES / "guard.jsonl", GuardCase)):
        made = attempt(fault, case, guard)
        yield Mark("without_error", case.id, case.seen, passed(not made.error, made.error))
        if made.result is None:
            continue
        shown = made.result == ""
        if case.ok:
            yield Mark("shown", case.id, case.seen, passed(shown, f"{case.kind}: {made.result}: {case.sentence!r}"))
            continue
        held = passed(not shown, f"{case.kind}: {case.sentence!r}")
        yield Mark("held_back", case.id, case.seen, held)
        yield Mark(_kind(case.kind), case.id, case.seen, held)


def _kind(kind: str) -> str:
    if kind in FIGURES:
        return "figures_held"
    return "decisions_held" if kind in DECISIONS else "others_held"


def fault(case: GuardCase, guard: Guard) -> str:
    """What keeps the sentence from being shown; "" where it would be."""
    question = " ".join(each for each in case.grounds if "?" in each or "need to know" in each)
    return guard.fault(case.sentence, Grounds(Draft(words="", paragraphs=case.grounds, question=question)))


GUARD = Suite(
    name="guard",
    about="a model's sentences against what is known (evals/cases/guard.jsonl)",
    run=run,
    measures=(
        Measure("without_error", "sentences that were judged without an error", bar=1.0),
        Measure("shown", "sentences that say only what is known, and were shown"),
        Measure("held_back", "sentences that say something else, and were held back"),
        Measure("figures_held", "the same, of those with a wrong figure, unit, period or range", bar=1.0),
        Measure("decisions_held", "the same, of decisions turned round, denials lost, certainty added"),
        Measure("others_held", "the same, of inventions, promises, quotes, links, other languages and flattery"),
    ),
)
"""The guard of what a chat model says."""
