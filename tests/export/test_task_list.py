"""The task list is read by any tool, its dates are the plan's, and no cell of it works anything out."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

import pytest

from assistant.domain.plan import Plan
from assistant.domain.talk import SessionState
from assistant.errors import BadInput
from assistant.estimates.estimate import EstimateSetting
from assistant.export.exporters import export
from assistant.export.material import Material
from assistant.export.task_list import HEADERS, harmless
from assistant.planning.plan import load_plan_words
from tests.conftest import KNOWLEDGE
from tests.export.odd import ODD
from tests.export.taken import named, taken
from tests.planning.firms import TODAY, bakery_session, joinery_session

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1+1", "\x00=1")


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_step_is_a_task_with_its_dates(setting: EstimateSetting) -> None:
    state = joinery_session(setting, load_plan_words(KNOWLEDGE))
    data = export(".csv", taken(state, setting))
    assert data.startswith(b"\xef\xbb\xbf")
    found, plan = rows(data), state.plan
    assert plan is not None
    assert tuple(found[0]) == HEADERS
    assert [each["No."] for each in found] == [str(each.n) for each in plan.steps]
    for row, step in zip(found, plan.steps, strict=True):
        assert date.fromisoformat(row["Start"]) == plan.first_day(step.weeks[0])
        assert date.fromisoformat(row["Due"]) == plan.last_day(step.weeks[1])
        assert float(row["Hours"]) == step.hours
        assert row["Owner"] == step.owner
        assert row["Part of"] == step.title
        assert f"{row['Task']} {row['Notes']}".startswith(step.what.split(". ", maxsplit=1)[0].removesuffix("."))


def test_a_task_waits_for_the_one_before_it_and_a_later_change_for_the_first_look(setting: EstimateSetting) -> None:
    state = joinery_session(setting, load_plan_words(KNOWLEDGE))
    found = {int(each["No."]): each for each in rows(export(".csv", taken(state, setting)))}
    waiting = {n: int(each["Waits for"]) for n, each in found.items() if each["Waits for"]}
    assert [waiting[n] for n in (2, 4, 8)] == [1, 2, 4]
    assert waiting[11] == waiting[12] == 8
    assert 1 not in waiting
    for n, before in waiting.items():
        assert found[before]["Due"] < found[n]["Start"]
        assert f"Begins after task {before}." in found[n]["Notes"]


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_begins_like_a_formula(setting: EstimateSetting, words: str) -> None:
    assert harmless(words).startswith("'")
    state = named(words, setting, load_plan_words(KNOWLEDGE))
    for row in rows(export(".csv", taken(state, setting))):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝")) for cell in row.values())


@pytest.mark.parametrize("words", ODD)
def test_words_that_formats_trip_over_come_out_on_one_line(setting: EstimateSetting, words: str) -> None:
    state = named(words, setting, load_plan_words(KNOWLEDGE))
    found = rows(export(".csv", taken(state, setting)))
    assert harmless(words).lstrip("'").split() == words.split()
    assert len(found) == len(state.plan.steps if state.plan else ())
    assert all(None not in row and None not in row.values() for row in found)


def test_a_plan_without_a_step_says_why_there_is_no_list() -> None:
    with pytest.raises(BadInput, match="no steps yet"):
        export(".csv", Material(Plan(title="t", made_on=TODAY), SessionState()))


def test_the_same_plan_gives_the_same_list(setting: EstimateSetting) -> None:
    made = taken(bakery_session(setting, load_plan_words(KNOWLEDGE)), setting)
    assert export(".csv", made) == export(".csv", made)
