"""Real texts by owners, annotated by one person who did not list everything."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.domain.profile import Profile
from evals.casebook import Attempt, Case, attempt, load
from evals.measure import Measure
from evals.score import Mark, Score, passed, together
from evals.scorers.quantities import WantedFigure, score_quantities
from evals.scorers.quotes import score_verbatim
from evals.scorers.spans import span_f1
from evals.suite import Suite, Workplace

FIGURES = ("time", "volume", "percent", "money", "headcount")
PLACE = "owners/texts.jsonl"


class GoldFact(Case):
    """A fact with the words that carry it; the middle of a range stands for the range."""

    field: str
    value: float | str | None
    unit: str
    per: str
    span: str


class OwnerCase(Case):
    """A text with what one reader marked in it."""

    text: str
    facts: tuple[GoldFact, ...]

    def spans(self, field: str) -> list[str]:
        """The words marked as one kind of fact."""
        return [each.span for each in self.facts if each.field == field]


def run(place: Workplace) -> Iterator[Mark]:
    """Every measure of every text."""
    for case in place.some(load(place.shared(PLACE), OwnerCase)):
        for measure, score in marks(case, attempt(place.plumbline.understand, case.text)):
            yield Mark(measure, case.id, None, score)


def marks(case: OwnerCase, read: Attempt[Profile]) -> Iterator[tuple[str, Score]]:
    """The scores of one text; a reader that failed has read nothing."""
    profile, text = read.result or Profile(), case.text
    yield "without_error", passed(read.result is not None, read.error)
    yield "verbatim", score_verbatim(text, profile)
    wanted = [
        WantedFigure(each.value, each.unit, each.per, each.span, midpoint=True)
        for each in case.facts
        if each.field in FIGURES and isinstance(each.value, (int, float))
    ]
    figures = score_quantities(text, wanted, profile.quantities)
    yield "quantities_recall", figures.recall
    yield "quantities_precision", figures.precision
    yield "quantities_without_period", figures.without_period
    given = {
        "process": [each.quote for each in profile.processes if each.quote],
        "tool": [each.quote or each.name for each in profile.tools],
        "pain": [each.quote for each in profile.pains if each.quote],
    }
    spans = {f"spans_{kind}": span_f1(text, case.spans(kind), quotes) for kind, quotes in given.items()}
    yield from spans.items()
    yield "spans", together(tuple(spans.values()))


OWNERS = Suite(
    name="owners",
    about="real texts by owners -> facts (public data: owners)",
    run=run,
    needs=PLACE,
    measures=(
        Measure("without_error", "texts that were read without an error", bar=1.0),
        Measure("verbatim", "quotes that stand in the text letter by letter", bar=1.0),
        Measure("quantities_recall", "marked figures found with value (a range's middle), unit and period", bar=0.90),
        Measure("quantities_precision", "figures reported that were marked: a lower bound, for not all were marked"),
        Measure("quantities_without_period", "marked figures found with value and unit"),
        Measure("spans", "F1 of the places quoted for work, tools and pains: a lower bound too"),
        Measure("spans_process", "F1 of the places quoted for work"),
        Measure("spans_tool", "F1 of the places quoted for tools"),
        Measure("spans_pain", "F1 of the places quoted for pains"),
    ),
)
