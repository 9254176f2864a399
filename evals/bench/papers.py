"""How long a critique takes: papers as small firms get them, and a contract of a hundred pages."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from evals.casebook import CASES
from evals.contracts import CONTRACTS, held_out, load_contracts
from evals.measure import Measure
from evals.score import Mark, Score
from evals.suite import Suite, Workplace

LONG = 300_000
"""Characters of a hundred pages."""
TIMES, COLD = 3, 2
COMMAND = (sys.executable, "-m", "assistant", "critique", "--jsonl")


def run(place: Workplace) -> Iterator[Mark]:
    """Seconds of each paper, warm; of a long contract, warm and from a command that starts with nothing."""
    papers = sorted((CASES / "proposals").glob("*.txt"))
    place.plumbline.critique([papers[0]])
    for path in place.some(tuple(papers)):
        yield Mark("paper", path.stem, None, Score(_seconds(place, path) * 1000))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "contract.txt"
        path.write_text(_long(place), encoding="utf-8")
        place.plumbline.critique([path])
        for n in range(TIMES):
            yield Mark("hundred_pages", f"warm-{n}", None, Score(_seconds(place, path)))
        for n in range(COLD):
            begin = time.perf_counter()
            subprocess.run([*COMMAND, str(path)], env=dict(os.environ), stdout=subprocess.DEVNULL, check=True)
            yield Mark("hundred_pages_cold", f"cold-{n}", None, Score(time.perf_counter() - begin))


def _seconds(place: Workplace, path: Path) -> float:
    begin = time.perf_counter()
    place.plumbline.critique([path])
    return time.perf_counter() - begin


def _long(place: Workplace) -> str:
    """Real contracts, one after the other, to the length of a hundred pages."""
    contracts = load_contracts(place.shared(CONTRACTS))
    held = held_out(contracts)
    return "\n\n".join(each.text for each in contracts if each.name in held)[:LONG]


PAPERS = Suite(
    name="papers",
    about="how long a critique takes",
    run=run,
    needs=CONTRACTS,
    bench=True,
    measures=(
        Measure("paper", "milliseconds for a paper, warm, 95th percentile", None, "lower", "p95", "ms"),
        Measure("hundred_pages", "seconds for 300,000 characters, warm", 2.0, "lower", unit="s"),
        Measure("hundred_pages_cold", "seconds for the same from a cold command", 6.0, "lower", unit="s"),
    ),
)
