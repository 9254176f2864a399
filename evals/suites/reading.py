"""Owners' words -> facts: what was said, where it was put, and what was made up."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.domain.profile import Profile
from evals.casebook import CASES, Attempt, Case, attempt, load
from evals.measure import Measure
from evals.score import Mark, Score, f1, passed, share, together
from evals.scorers.quantities import WantedFigure, score_quantities
from evals.scorers.quotes import score_verbatim
from evals.scorers.slots import (
    Ends,
    WantedProcess,
    score_country,
    score_denials,
    score_headcount,
    score_ids,
    score_slots,
)
from evals.scorers.spans import pairs, same_place, span_f1
from evals.suite import Suite, Workplace


class GoldQuantity(Case):
    """A figure as it was said."""

    value: tuple[float, float] | float
    unit: str
    per: str
    quote: str
    optional: bool = False


class GoldProcess(Case):
    """A piece of work that was told."""

    quote: str
    items_per_week: Ends = None
    minutes_per_item: Ends = None
    hours_per_week: Ends = None
    error_rate: Ends = None
    optional: bool = False
    accept: tuple[str, ...] = ()

    def wanted(self) -> WantedProcess:
        """As the scorers take it."""
        slots = {
            "items_per_week": self.items_per_week,
            "minutes_per_item": self.minutes_per_item,
            "hours_per_week": self.hours_per_week,
            "error_rate": self.error_rate,
        }
        return WantedProcess(self.id, self.quote, slots, self.optional, self.accept)


class Gold(Case):
    """What a careful reader takes from the text."""

    headcount: Ends
    country: str | None
    goals: tuple[str, ...]
    processes: tuple[GoldProcess, ...]
    tools: tuple[str, ...]
    pains: tuple[str, ...]
    quantities: tuple[GoldQuantity, ...]
    not_facts: tuple[str, ...]
    peaks: tuple[str, ...] = ()


class ReadingCase(Case):
    """A text and its gold."""

    text: str
    gold: Gold


def run(place: Workplace) -> Iterator[Mark]:
    """Every measure of every text."""
    for case in place.some(load(CASES / "reading.jsonl", ReadingCase)):
        for measure, score in marks(case, attempt(place.plumbline.understand, case.text)):
            yield Mark(measure, case.id, case.seen, score)


def marks(case: ReadingCase, read: Attempt[Profile]) -> Iterator[tuple[str, Score]]:
    """The scores of one text; a reader that failed has read nothing."""
    profile, gold, text = read.result or Profile(), case.gold, case.text
    wanted = [each.wanted() for each in gold.processes]
    yield "without_error", passed(read.result is not None, read.error)
    yield "verbatim", score_verbatim(text, profile)
    figures = score_quantities(text, [_figure(each) for each in gold.quantities], profile.quantities)
    yield "quantities_recall", figures.recall
    yield "quantities_precision", figures.precision
    yield "quantities_without_period", figures.without_period
    placed, right = score_slots(wanted, profile)
    yield "slots", placed
    yield "slots_precision", right
    yield "headcount", score_headcount(gold.headcount, profile.business.headcount)
    yield "country", score_country(gold.country, profile.business.country)
    hits, extra, missed = score_ids(wanted, [each.id for each in profile.processes])
    yield "process_ids", f1(hits, extra, missed, _ids(case, profile))
    yield from _spans(case, profile)
    yield from _goals(case, profile)
    yield "denials_taken", score_denials(text, (*gold.not_facts, *gold.peaks), wanted, profile)


def _spans(case: ReadingCase, profile: Profile) -> Iterator[tuple[str, Score]]:
    gold, text = case.gold, case.text
    neutral = [each.quote for each in gold.processes if each.optional]
    by_kind = {
        "spans_process": span_f1(
            text,
            [each.quote for each in gold.processes if not each.optional],
            [each.quote for each in profile.processes if each.quote],
            neutral,
        ),
        "spans_tool": span_f1(text, gold.tools, [each.quote or each.name for each in profile.tools]),
        "spans_pain": span_f1(text, gold.pains, [each.quote for each in profile.pains if each.quote]),
    }
    yield from by_kind.items()
    yield "spans", together(tuple(by_kind.values()))


def _goals(case: ReadingCase, profile: Profile) -> Iterator[tuple[str, Score]]:
    given = [each.quote or each.text for each in profile.goals]
    hits = pairs(case.gold.goals, given, lambda one, other: same_place(case.text, one, other))
    missed, extra = len(case.gold.goals) - len(hits), len(given) - len(hits)
    reason = f"goals read: {given}, wanted {list(case.gold.goals)}" if missed or extra else ""
    yield "goals_recall", share(len(hits), len(case.gold.goals), reason)
    yield "goals_precision", share(len(hits), len(given), reason)


def _figure(gold: GoldQuantity) -> WantedFigure:
    return WantedFigure(gold.value, gold.unit, gold.per, gold.quote, gold.optional)


def _ids(case: ReadingCase, profile: Profile) -> str:
    return f"read {[each.id for each in profile.processes]}, wanted {[each.id for each in case.gold.processes]}"


READING = Suite(
    name="reading",
    about="owners' words -> facts (evals/cases/reading.jsonl)",
    run=run,
    measures=(
        Measure("without_error", "texts that were read without an error", bar=1.0),
        Measure("verbatim", "quotes that stand in the text letter by letter", bar=1.0),
        Measure("quantities_recall", "figures found with value, unit and period as said", bar=0.90),
        Measure("quantities_precision", "figures reported that are in the gold", bar=0.90),
        Measure("quantities_without_period", "figures found with value and unit, whatever the period"),
        Measure("slots", "figures of a process that stand in the right slot, to 5 %", bar=0.80),
        Measure("slots_precision", "filled slots that hold the right figure"),
        Measure("headcount", "texts whose headcount is right, or rightly left open"),
        Measure("country", "texts whose country is right, or rightly left open"),
        Measure("process_ids", "F1 of the kinds of work named"),
        Measure("spans", "F1 of the places quoted for work, tools and pains, all together", bar=0.70),
        Measure("spans_process", "F1 of the places quoted for work"),
        Measure("spans_tool", "F1 of the places quoted for tools"),
        Measure("spans_pain", "F1 of the places quoted for pains"),
        Measure("goals_recall", "goals found"),
        Measure("goals_precision", "goals reported that are goals"),
        Measure("denials_taken", "denials, plans and peaks that became a fact", better="lower"),
    ),
)
