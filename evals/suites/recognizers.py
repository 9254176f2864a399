"""Figures as the testers of a well-known recogniser wrote them, in so far as an owner might write them too."""

from __future__ import annotations

from collections.abc import Iterator

from evals.casebook import attempt, load
from evals.measure import Measure
from evals.score import Mark
from evals.suite import Suite, Workplace
from evals.suites.recognizer_cases import RecognizerCase, reason_to_leave_out
from evals.suites.recognizer_scores import score_case, sentence_of

FOLDER = "recognizers"
FILES = {
    "number": "numbermodel.jsonl",
    "currency": "currencymodel.jsonl",
    "percent": "percentmodel.jsonl",
    "dimension": "dimensionmodel.jsonl",
    "age": "agemodel.jsonl",
    "duration": "durationparser.jsonl",
    "set": "setparser.jsonl",
}


def run(place: Workplace) -> Iterator[Mark]:
    """One mark for each case that an owner might write."""
    for kind in FILES:
        kept = tuple(each for each in _cases(place, kind) if reason_to_leave_out(kind, each) is None)
        for n, case in enumerate(place.some(kept)):
            read = attempt(place.plumbline.understand, sentence_of(kind, case))
            score = score_case(kind, case, read)
            yield Mark(kind, f"{kind}-{n}", None, score)
            yield Mark("all", f"{kind}-{n}", None, score)


def left_out(place: Workplace) -> tuple[str, ...]:
    """How many cases of each kind are not run, and why."""
    counts: dict[tuple[str, str], int] = {}
    for kind in FILES:
        for case in _cases(place, kind):
            if why := reason_to_leave_out(kind, case):
                counts[kind, why] = counts.get((kind, why), 0) + 1
    return tuple(f"{n} of {kind}: {why}" for (kind, why), n in counts.items())


def _cases(place: Workplace, kind: str) -> tuple[RecognizerCase, ...]:
    return load(place.shared(f"{FOLDER}/{FILES[kind]}"), RecognizerCase)


def _measure(kind: str) -> Measure:
    return Measure(kind, f"sentences of this kind read whole, with nothing else of the kind ({kind})")


RECOGNIZERS = Suite(
    name="recognizers",
    about="figures in many spellings (public data: recognizers)",
    run=run,
    needs=FOLDER,
    left_out=left_out,
    measures=(
        Measure("all", "sentences that an owner might write whose figures were all read, and no others", bar=0.90),
        *(_measure(kind) for kind in FILES),
    ),
)
