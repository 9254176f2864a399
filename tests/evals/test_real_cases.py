"""Real cases through the estimates: every stored case is read or left out, and a made-up one is scored by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import BadInput
from assistant.estimates.estimate import EstimateSetting
from assistant.settings import Settings
from evals.casebook import Attempt, load
from evals.results import results
from evals.suite import Table, Workplace
from evals.suites.case_readings import LEFT_OUT, READINGS, Reading, Told
from evals.suites.cases import CASES, PLACE, Held, Line, RealCase, estimated, held, lines, marks, one_by_one
from evals.table import plain
from tests.evals.test_command import the_run

WORK = Reading(
    "made", "invoicing", "acct", "hours freed a week", (Told("hours_per_week", "hours"),), lambda of: of["freed"]
)
SHARE = Reading(
    "made",
    "appointment_reminders",
    "remind",
    "share of mistakes avoided",
    (Told("error_rate", "percent", 0.01),),
    lambda of: of["avoided"],
)


def made(evidence: str = "owner's own account", **numbers: float | tuple[float, float] | str) -> RealCase:
    return RealCase(id="made", evidence=evidence, numbers=numbers)


def test_every_stored_case_is_read_or_left_out_and_every_reading_finds_its_figures(eval_data: Path) -> None:
    stored = {each.id for each in load(eval_data / PLACE, RealCase)}
    read, apart = {each.case for each in READINGS}, [case for each in LEFT_OUT for case in each.cases]
    assert sorted([*read, *apart]) == sorted(stored)
    place = Workplace(None, Settings())  # type: ignore[arg-type]  # the front door is not asked
    assert [line.found.error for line in lines(place)] == [""] * len(READINGS)
    assert {line[-1] for line in one_by_one(place).lines} <= {"yes", "above", "below"}


def test_every_reading_names_work_and_means_of_the_catalogue(setting: EstimateSetting) -> None:
    for reading in READINGS:
        assert setting.catalogue.process(reading.process_id)
        assert setting.catalogue.way(reading.means_id)


def test_what_is_told_beforehand_moves_the_range_and_the_outcome_does_not(setting: EstimateSetting) -> None:
    low, mid, high = estimated(WORK, made(hours=10.0, freed=4.0), setting)
    assert low < mid < high < 10
    assert estimated(WORK, made(hours=10.0, freed=9.0), setting) == (low, mid, high)
    assert estimated(WORK, made(hours=(18.0, 22.0), freed=4.0), setting)[1] > 1.5 * mid


def test_a_share_of_mistakes_rests_on_the_prior_and_little_on_how_many_there_are(setting: EstimateSetting) -> None:
    """Errors removed, 0.45 at the middle, times an adoption of 0.9, less the batches that a machine gets wrong."""
    many, few = (estimated(SHARE, made(percent=each, avoided=0.5), setting) for each in (40.0, 20.0))
    assert many[1] == pytest.approx(0.45 * 0.9, abs=0.04)
    assert few[1] == pytest.approx(many[1], abs=0.02)


def test_an_outcome_is_scored_by_hand_and_a_sellers_stands_apart() -> None:
    told = Attempt(Held((2.0, 4.0, 7.0), 8.0), "")
    for evidence, apart in (
        ("owner's own account", ""),
        ("vendor blog", "_seller_told"),
        ("press, vendor quote", "_seller_told"),
    ):
        scores = {each.measure: each.score for each in marks(Line(made(evidence), WORK, told))}
        assert set(scores) == {f"inside{apart}", f"actual_to_middle{apart}"} <= {each.name for each in CASES.measures}
        assert scores[f"inside{apart}"].value == 0.0
        assert "8.000 is not in 2.000 to 7.000" in scores[f"inside{apart}"].reason
        assert scores[f"actual_to_middle{apart}"].value == 2.0
    assert [Held((2.0, 4.0, 7.0), each).is_inside for each in (1.9, 2.0, 7.0, 7.1)] == [False, True, True, False]


def test_no_measure_of_them_is_a_pass_mark() -> None:
    assert [(each.bar, each.better) for each in CASES.measures] == [(None, "neither")] * 4


def test_a_case_that_cannot_be_estimated_is_told_and_not_inside(setting: EstimateSetting) -> None:
    with pytest.raises(BadInput, match="'some' is no figure"):
        held(WORK, made(hours="some", freed=1.0), setting)
    lost = tuple(marks(Line(made(), WORK, Attempt(None, "KeyError: 'hours'"))))
    assert [(each.measure, each.score.value, each.score.reason) for each in lost] == [
        ("inside", 0.0, "KeyError: 'hours'")
    ]


def test_a_case_that_is_gone_from_the_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / PLACE
    path.parent.mkdir()
    path.write_text('{"id": "other", "numbers": {}, "evidence": ""}\n', encoding="utf-8")
    monkeypatch.setenv("PLUMBLINE_EVAL_DATA", str(tmp_path))
    place = Workplace(None, Settings.from_environment())  # type: ignore[arg-type]  # the front door is not asked
    with pytest.raises(BadInput, match=f"no case '{READINGS[0].case}'"):
        next(lines(place))


def test_cases_one_by_one_are_shown_on_the_terminal_and_in_the_results() -> None:
    run = the_run(one_by_one={"reading": Table(("case", "actual"), (("a", "1.5"),))})
    run = run.model_copy(update={"rows": tuple(each.model_copy(update={"suite": "reading"}) for each in run.rows)})
    assert "case  actual\n----  ------\na     1.5" in plain(run)
    assert "| case | actual |\n| --- | --- |\n| a | 1.5 |" in results(run)
