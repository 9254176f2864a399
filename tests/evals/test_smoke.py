"""A few cases of every suite, through the front door, with what must hold of each whatever its score."""

from __future__ import annotations

import pytest

from evals.registry import SUITES
from evals.report import Run
from evals.run import measured

ALWAYS = ("without_error", "verbatim", "quotes", "replied", "facts_kept", "rule_there")


@pytest.fixture(scope="module")
def run() -> Run:
    """Two cases of each suite; times are left to the command."""
    return measured([each for each in SUITES if not each.bench], limit=2)


@pytest.mark.parametrize("suite", [each.name for each in SUITES if not each.bench])
def test_every_suite_runs_or_says_why_not(run: Run, suite: str) -> None:
    skipped = [each for each in run.skipped if each.suite == suite]
    if skipped:
        pytest.skip(skipped[0].reason)
    assert any(row.suite == suite for row in run.rows)


def test_what_must_always_hold_holds(run: Run) -> None:
    broken = {row.key: row.value for row in run.rows if row.measure in ALWAYS and row.value < 1.0}
    assert broken == {}, [each for each in run.misses if f"{each.suite}.{each.measure}" in broken]
