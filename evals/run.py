"""The command: run suites in a fresh home, print one table, write JSON, fail below the baseline."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant import open_plumbline
from assistant.errors import AssistantError
from assistant.settings import Settings
from evals.chart import draw
from evals.registry import SUITES, chosen
from evals.report import BASELINE, Run, Skipped, accepted, below, load_baseline
from evals.results import results
from evals.rows import Miss, Row, misses, rows
from evals.suite import Suite, Table, Workplace
from evals.table import plain

TODAY = date(2026, 11, 21)
"""The date of every run: a case says which day it is told on, and a result must not change overnight."""
FOLDER = Path(__file__).parent
LAST = FOLDER / "last.json"
INDEX_SECONDS = 180


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 0, 1 where something fell below the baseline, or that of an error."""
    options = _parser().parse_args(arguments)
    try:
        suites = chosen(options.suites)
        if options.list:
            print("\n".join(f"{each.name:12} {each.about}" for each in suites))
            return 0
        if options.write and options.suites:
            print("evals: --write needs all suites: name none", file=sys.stderr)
            return 2
        run = measured(suites, options.limit, _command(options.suites))
        return _told(run, options)
    except AssistantError as exc:
        print(f"evals: {exc}", file=sys.stderr)
        return exc.exit_code


def measured(suites: Sequence[Suite], limit: int | None = None, command: str = "python -m evals") -> Run:
    """Everything found by these suites; each run has a home of its own, which is gone afterwards."""
    begin = time.perf_counter()
    found: list[Row] = []
    lost: list[Miss] = []
    skipped: list[Skipped] = []
    apart: dict[str, tuple[str, ...]] = {}
    listed: dict[str, Table] = {}
    with TemporaryDirectory() as home:
        settings = Settings.from_environment(home=Path(home), today=TODAY)
        with open_plumbline(settings) as plumbline:
            place = Workplace(plumbline, settings, limit)
            for suite in suites:
                if suite.needs and not place.shared(suite.needs).exists():
                    skipped.append(Skipped(suite=suite.name, reason=_absent(place, suite)))
                    continue
                if suite.absent and (reason := suite.absent()):
                    skipped.append(Skipped(suite=suite.name, reason=reason))
                    continue
                print(f"{suite.name} ...", file=sys.stderr, flush=True)
                marks = tuple(suite.run(place))
                found += rows(suite, marks)
                lost += misses(suite, marks)
                if suite.left_out:
                    apart[suite.name] = suite.left_out(place)
                if suite.one_by_one:
                    listed[suite.name] = suite.one_by_one(place)
    ran = tuple(each.name for each in suites if each.name not in {gone.suite for gone in skipped})
    return Run(
        commit=_commit(),
        made_on=date.today(),
        command=command,
        seconds=time.perf_counter() - begin,
        load=_load(),
        rows=tuple(found),
        skipped=tuple(skipped),
        left_out=apart,
        misses=tuple(lost),
        below=below(tuple(found), load_baseline(), ran) if limit is None else (),
        one_by_one=listed,
    )


def _told(run: Run, options: argparse.Namespace) -> int:
    LAST.write_text(run.model_dump_json(indent=1) + "\n", encoding="utf-8")
    print(run.model_dump_json() if options.json else plain(run))
    if options.why:
        for miss in run.misses:
            print(f"{miss.suite}.{miss.measure} {miss.case} {miss.value:.2f}: {miss.reason}", file=sys.stderr)
    if options.write:
        (FOLDER / "RESULTS.md").write_text(results(run), encoding="utf-8")
        for name, table in run.one_by_one.items():
            if table.chart:
                draw(name, table)
    if options.accept:
        text = json.dumps(accepted(run.rows, load_baseline()), indent=1) + "\n"
        BASELINE.write_text(text, encoding="utf-8")
        return 0
    return 1 if run.below else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals", description="Measure this checkout by its front door.")
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=f"one of {', '.join(each.name for each in SUITES)}")
    parser.add_argument("--list", action="store_true", help="name the suites and end")
    parser.add_argument("--json", action="store_true", help="print one JSON document instead of the table")
    parser.add_argument("--write", action="store_true", help="make RESULTS.md anew, from all suites")
    parser.add_argument("--accept", action="store_true", help="take the values of this run as the new baseline")
    parser.add_argument("--why", action="store_true", help="say what was lost on cases that may be looked at")
    parser.add_argument("--limit", type=int, metavar="N", help="run only N cases of each suite; nothing is compared")
    return parser


def _absent(place: Workplace, suite: Suite) -> str:
    return f"{place.shared(suite.needs)} is not there; set PLUMBLINE_EVAL_DATA to the folder of the public data sets"


def _command(suites: Sequence[str]) -> str:
    return " ".join(["python -m evals", *suites, *([] if suites else ["--write"])])


def _load() -> str:
    """How busy the machine was, which times cannot be read without."""
    cores = os.cpu_count() or 1
    if not hasattr(os, "getloadavg"):
        return f"{cores} cores"
    return f"{cores} cores, load {os.getloadavg()[1]:.1f} over five minutes"


def _commit() -> str | None:
    """The commit of this checkout, with a + where files differ from it; None without git."""
    try:
        asked = ["git", "-C", str(FOLDER), "describe", "--always", "--dirty=+", "--abbrev=10"]
        found = subprocess.run(asked, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return found.stdout.strip() or None
