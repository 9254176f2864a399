"""Sources numbered in the order of their first use."""

from __future__ import annotations

from assistant.domain.findings import Report
from assistant.domain.knowledge import Citation
from assistant.domain.plan import Source
from assistant.planning.inputs import PlanInputs
from assistant.planning.work import Work


class Numbered:
    """The sources of one plan; a passage has one number however often it is used."""

    def __init__(self, works: tuple[Work, ...], report: Report) -> None:
        cited = [citation for work in works for citation in work.initiative.citations]
        ruled = [_of_rule(each.source) for each in report.findings if each.verdict == "broken" and each.source]
        self._first = {_key(each): each for each in reversed([*cited, *ruled])}
        self._order = list(dict.fromkeys(_key(each) for each in (*cited, *ruled)))

    def number(self, citation: Citation) -> int:
        """The number of a source, counted from 1."""
        return self._order.index(_key(citation)) + 1

    def sources(self, inputs: PlanInputs) -> tuple[Source, ...]:
        """All sources in the order of their numbers; a document without a title is named by its id."""
        return tuple(
            Source(
                n=n,
                citation=self._first[key],
                title=inputs.titles.get(key[0], key[0].replace("-", " ").capitalize()),
                strength=inputs.strengths.get(key[0], ""),
            )
            for n, key in enumerate(self._order, start=1)
        )


def _key(citation: Citation) -> tuple[str, str]:
    """A heading and its slug are one place."""
    return citation.document_id, "-".join(citation.heading.lower().replace("-", " ").split())


def _of_rule(source: str) -> Citation:
    """The place that a rule rests on, without a quote."""
    document_id, _, heading = source.partition("#")
    return Citation(document_id=document_id, heading=heading.replace("-", " ").capitalize(), quote="", start=0, end=0)
