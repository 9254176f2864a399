"""The command: what it lists, prints, refuses, compares and keeps to itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from evals import run as command
from evals.measure import Measure
from evals.registry import SUITES
from evals.report import Run, Skipped, accepted, below
from evals.results import results
from evals.rows import Row, misses, rows
from evals.score import Mark, passed, share
from evals.suite import Suite, Workplace
from evals.table import HEADS, cells, plain

MEASURES = (Measure("right", "things that are right", bar=0.9), Measure("loud", "alarms", 0.5, "lower"))


def marks(place: Workplace | None = None) -> Iterator[Mark]:
    yield Mark("right", "a", True, passed(True))
    yield Mark("right", "b", True, passed(False, "a seen fault"))
    yield Mark("right", "c", False, passed(False, "an unseen fault"))
    yield Mark("loud", "a", True, share(0, 1))


SUITE = Suite("made", "made up", MEASURES, marks)


def the_rows() -> tuple[Row, ...]:
    return rows(SUITE, tuple(marks()))


def the_run(**changes: object) -> Run:
    found: dict[str, object] = {
        "commit": "abc",
        "made_on": "2026-11-21",
        "command": "python -m evals",
        "seconds": 1.0,
        "load": "2 cores, load 0.5 over five minutes",
        "rows": the_rows(),
        "skipped": (Skipped(suite="owners", reason="/nowhere is not there"),),
        "left_out": {"made": ("2 of number: exponents",)},
        "misses": misses(SUITE, marks()),
    }
    return Run.model_validate({**found, **changes})


def test_seen_and_unseen_stand_apart_in_one_row() -> None:
    row = the_rows()[0]
    assert (row.cases, row.value) == (3, pytest.approx(1 / 3))
    assert row.seen is not None
    assert row.unseen is not None
    assert (row.seen.value, row.seen.cases, row.unseen.value, row.unseen.cases) == (0.5, 2, 0.0, 1)
    assert row.met is False


def test_data_of_others_has_no_halves() -> None:
    only = rows(SUITE, [Mark("right", "a", None, passed(True))])
    assert (only[0].seen, only[0].unseen) == (None, None)


def test_what_was_lost_on_unseen_cases_is_never_told() -> None:
    told = misses(SUITE, marks())
    assert [each.reason for each in told] == ["a seen fault"]
    assert "unseen fault" not in the_run().model_dump_json()
    assert "unseen fault" not in plain(the_run()) + results(the_run())


def test_the_table_shows_skipped_suites_left_out_cases_and_missed_bars() -> None:
    text = plain(the_run())
    assert "SKIPPED owners: /nowhere is not there" in text
    assert "left out of made: 2 of number: exponents" in text
    assert "1 bars met, 1 missed" in text
    assert len(cells(the_rows()[0])) == len(HEADS)


def test_results_say_what_each_measure_means_and_which_bars_are_missed() -> None:
    text = results(the_run())
    assert "commit `abc`" in text
    assert "1 of 2 met" in text
    assert "| made.right | >= 0.9 | 0.333 |" in text
    assert "owners: /nowhere is not there" in text


def test_a_value_below_the_baseline_is_named_and_a_better_one_is_not() -> None:
    found = the_rows()
    assert below(found, {"made.right": 0.5}, ("made",)) == ("made.right: is 0.333, was 0.500",)
    assert below(found, {"made.right": 0.333, "made.loud": 0.2}, ("made",)) == ()


def test_alarms_fall_below_the_baseline_by_rising() -> None:
    louder = rows(SUITE, [Mark("loud", "a", True, share(3, 1))])
    assert below(louder, {"made.loud": 1.0}, ("made",)) == ("made.loud: is 3.000, was 1.000",)


def test_a_measure_that_vanished_is_named_unless_its_suite_did_not_run() -> None:
    assert below((), {"made.gone": 0.5}, ("made",)) == ("made.gone: was 0.500, is no longer measured",)
    assert below((), {"made.gone": 0.5}, ()) == ()


def test_times_never_become_a_baseline() -> None:
    bench = Suite("clock", "", (Measure("right", ""),), marks, bench=True)
    assert accepted(rows(bench, tuple(marks())), {"reading.slots": 0.8}) == {"reading.slots": 0.8}


def test_an_unknown_suite_is_refused_with_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["readnig"]) == 2
    assert "known are: reading" in capsys.readouterr().err


def test_the_list_names_every_suite(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--list"]) == 0
    listed = capsys.readouterr().out
    assert all(each.name in listed for each in SUITES)


def test_results_are_written_from_all_suites_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["reading", "--write"]) == 2
    assert "all suites" in capsys.readouterr().err


def test_absent_data_is_reported_as_skipped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PLUMBLINE_EVAL_DATA", str(tmp_path / "nowhere"))
    needy = [each for each in SUITES if each.needs]
    run = command.measured(needy, limit=1)
    assert [each.suite for each in run.skipped] == [each.name for each in needy]
    assert all("PLUMBLINE_EVAL_DATA" in each.reason for each in run.skipped)
    assert run.rows == ()
