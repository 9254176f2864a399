"""How long an owner waits for a full plan as a file, and how large its PDF is."""

from __future__ import annotations

import time
from collections.abc import Iterator

from assistant.domain.advice import Recommendation
from assistant.domain.facts import Fact
from assistant.domain.profile import Business, Constraint, Goal, Process, Profile
from assistant.domain.talk import SessionState
from assistant.export.exporters import EXPORTERS
from evals.bench.turn import TWELVE
from evals.measure import Measure
from evals.score import Mark, Score
from evals.suite import Suite, Workplace

TIMES = 5
MOST_SECONDS, MOST_KB = 1.5, 400


def run(place: Workplace) -> Iterator[Mark]:
    """Seconds of each format for a plan of twelve pieces of work; each is written once before, to be warm."""
    session = place.plumbline.session("bench-files")
    session.load(_full(place))
    for each in EXPORTERS:
        data = session.export(each.suffix)
        if each.suffix == ".pdf":
            yield Mark("pdf_kb", "twelve", None, Score(len(data) / 1000))
        for n in range(TIMES):
            begin = time.perf_counter()
            session.export(each.suffix)
            took = time.perf_counter() - begin
            slow = f"{each.suffix} took {took:.2f} s" if took > MOST_SECONDS else ""
            yield Mark("slowest_format", f"{each.suffix[1:]}-{n}", None, Score(took, slow))
            yield Mark(f"seconds_{each.suffix[1:]}", f"time-{n}", None, Score(took))


def _full(place: Workplace) -> SessionState:
    """A firm of thirty with twelve pieces of work, advised."""
    works = tuple(
        Process(id=each, name=each, hours_per_week=Fact(value=8.0, unit="hours"), doer=Fact(value="Dee"))
        for each in TWELVE
    )
    firm = Profile(
        business=Business(headcount=Fact(value=30.0), country=Fact(value="GB"), currency=Fact(value="GBP")),
        goals=(Goal(kind="time", text="Fridays free", quote="I want Fridays free"),),
        processes=works,
        constraints=(Constraint(kind="time", text="five hours", amount=Fact(value=5.0, unit="hours")),),
    )
    made = place.plumbline.advise(firm)
    advice = Recommendation(initiatives=made.initiatives, order=made.order, currency=made.currency)
    return SessionState(title="Bench", profile=firm, recommendation=advice, report=made.report, plan=made.plan)


FILES = Suite(
    name="files",
    about="a plan of twelve pieces of work as a file of each kind, warm",
    run=run,
    bench=True,
    measures=(
        Measure("slowest_format", "the longest that any format took", MOST_SECONDS, "lower", "max", "s"),
        Measure("pdf_kb", "size of its PDF", MOST_KB, "lower", "max", "kB"),
        *(
            Measure(f"seconds_{each.suffix[1:]}", f"{each.suffix}, half take no longer", None, "lower", "p50", "s")
            for each in EXPORTERS
        ),
    ),
)
