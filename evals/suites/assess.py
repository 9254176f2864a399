"""Plans in owners' words -> verdict."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.domain.assessment import AssessmentVerdict
from evals.casebook import CASES, Case, attempt, load
from evals.measure import Measure
from evals.score import Mark, passed
from evals.suite import Suite, Workplace

MUST_NOT_PASS = ("misaligned", "not yet")


class AssessCase(Case):
    """Words, the verdict that follows from them, and the rules that decide it."""

    text: str
    verdict: AssessmentVerdict
    families: tuple[str, ...] = ()


def run(place: Workplace) -> Iterator[Mark]:
    """Every measure of every plan."""
    for case in place.some(load(CASES / "assess.jsonl", AssessCase)):
        made = attempt(place.plumbline.assess, case.text)
        yield Mark("without_error", case.id, case.seen, passed(not made.error, made.error))
        if made.result is None:
            continue
        given = made.result.verdict
        why = f"is {given!r} by {made.result.decided_by}, should be {case.verdict!r} by {case.families}"
        yield Mark("accuracy", case.id, case.seen, passed(given == case.verdict, why))
        if case.verdict == "misaligned":
            yield Mark("misaligned_recall", case.id, case.seen, passed(given == "misaligned", why))
        if case.verdict in MUST_NOT_PASS:
            yield Mark("no_false_pass", case.id, case.seen, passed(given != "aligned", why))
        if case.verdict == "aligned":
            yield Mark("not_nagged", case.id, case.seen, passed(given == "aligned", why))
        if case.families:
            found = {each[:2] for each in made.result.decided_by}
            yield Mark("right_family", case.id, case.seen, passed(bool(found & set(case.families)), why))
        quotes = [each.quote for each in made.result.findings if each.quote]
        yield Mark("verbatim", case.id, case.seen, passed(all(each in case.text for each in quotes), "a made-up quote"))


ASSESS = Suite(
    name="assess",
    about="words about a firm and a plan -> verdict (evals/cases/assess.jsonl)",
    run=run,
    measures=(
        Measure("without_error", "plans without an error", bar=1.0),
        Measure("accuracy", "verdicts that are right", bar=0.85),
        Measure("misaligned_recall", "misaligned plans that are called so", bar=0.9),
        Measure("no_false_pass", "plans that break a must-rule and are not called aligned", bar=1.0),
        Measure("not_nagged", "good plans that are called aligned"),
        Measure("right_family", "plans whose deciding rule is of the right family"),
        Measure("verbatim", "plans whose findings quote the words letter by letter", bar=1.0),
    ),
)
