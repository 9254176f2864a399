"""Recall and precision of figures: value, unit and period as they were said, at the place where they were said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.domain.profile import Quantity
from evals.score import Score, share
from evals.scorers.figures import Figure, close, figure, same_period, same_unit, same_value
from evals.scorers.spans import pairs, touches

Said = tuple[float, float] | float


@dataclass(frozen=True)
class WantedFigure:
    """A figure of the gold; an optional one may be read or not."""

    value: Said
    unit: str
    per: str
    quote: str
    optional: bool = False
    midpoint: bool = False

    @property
    def figure(self) -> Figure:
        """The figure in base units."""
        return figure(self.value, self.unit, self.per)


@dataclass(frozen=True)
class QuantityScores:
    """Recall and precision with value, unit and period; recall of value and unit alone."""

    recall: Score
    precision: Score
    without_period: Score


def score_quantities(text: str, wanted: Sequence[WantedFigure], given: Sequence[Quantity]) -> QuantityScores:
    """The scores of one text. What is read at the place of an optional figure counts neither way."""
    needed = [each for each in wanted if not each.optional]
    optional = [each for each in wanted if each.optional]
    hits = pairs(needed, given, _fits(text, with_period=True))
    used = {at for _, at in hits}
    spare = [each for at, each in enumerate(given) if at not in used]
    wrong = [each for each in spare if not any(touches(text, each.quote, other.quote) for other in optional)]
    missed = [each for n, each in enumerate(needed) if n not in {one for one, _ in hits}]
    loose = pairs(needed, given, _fits(text, with_period=False))
    return QuantityScores(
        recall=share(len(hits), len(needed), f"missed {[_say(each.value, each.unit, each.per) for each in missed]}"),
        precision=share(
            len(hits),
            len(hits) + len(wrong),
            f"extra {[_say(each.said.value, each.said.unit, each.said.per) for each in wrong]}",
        ),
        without_period=share(len(loose), len(needed)),
    )


def _fits(text: str, with_period: bool) -> Callable[[WantedFigure, Quantity], bool]:
    def fits(wanted: WantedFigure, given: Quantity) -> bool:
        want, got = wanted.figure, figure(given.said.value, given.said.unit, given.said.per)
        value = close(want.mid, got.mid) if wanted.midpoint else same_value(want, got)
        period = not with_period or same_period(want, got)
        return value and period and same_unit(want, got, wanted.quote) and touches(text, wanted.quote, given.quote)

    return fits


def _say(value: Said, unit: str, per: str) -> str:
    return f"{value} {unit}{'/' + per if per else ''}"
