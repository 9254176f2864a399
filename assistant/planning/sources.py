"""Sources numbered in the order of their first use."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.domain.advice import Initiative
from assistant.domain.findings import Report
from assistant.domain.knowledge import Citation, Passage
from assistant.domain.plan import Source
from assistant.language.phrases import say_ground
from assistant.planning.inputs import PlanInputs
from assistant.planning.work import Work


class Numbered:
    """The sources of one plan; a passage has one number however often it is used."""

    def __init__(self, works: tuple[Work, ...], report: Report) -> None:
        cited = citations((work.initiative for work in works), report)
        self._first = {_key(each.document_id, each.heading): each for each in reversed(cited)}
        self._order = list(dict.fromkeys(_key(each.document_id, each.heading) for each in cited))

    def number(self, citation: Citation) -> int:
        """The number of a source, counted from 1."""
        return self._order.index(_key(citation.document_id, citation.heading)) + 1

    def sources(self, inputs: PlanInputs) -> tuple[Source, ...]:
        """All sources in the order of their numbers; a document without a title is named by its id."""
        places = {_key(each.document_id, each.heading): each for each in inputs.cited}
        return tuple(_source(n, self._first[key], places.get(key)) for n, key in enumerate(self._order, start=1))


def citations(initiatives: Iterable[Initiative], report: Report) -> list[Citation]:
    """What pieces of advice and broken rules stand on, in the order of their use."""
    cited = [citation for initiative in initiatives for citation in initiative.citations]
    return cited + [_of_rule(each.source) for each in report.findings if each.verdict == "broken" and each.source]


def _source(n: int, citation: Citation, place: Passage | None) -> Source:
    if place is None:
        title = citation.document_id.replace("-", " ").capitalize()
        return Source(n=n, citation=citation, title=title, strength="")
    return Source(
        n=n,
        citation=citation,
        title=place.title,
        strength=place.strength,
        rests_on=say_ground(place.strength, place.as_of),
    )


def _key(document_id: str, heading: str) -> tuple[str, str]:
    """A heading and its slug are one place."""
    return document_id, "-".join(heading.lower().replace("-", " ").split())


def _of_rule(source: str) -> Citation:
    """The place that a rule rests on, without a quote."""
    document_id, _, heading = source.partition("#")
    return Citation(document_id=document_id, heading=heading.replace("-", " ").capitalize(), quote="", start=0, end=0)
