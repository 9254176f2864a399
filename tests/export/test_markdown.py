"""Markdown reads back as the words that were said."""

from __future__ import annotations

from itertools import pairwise

import pytest
from markdown_it import MarkdownIt

from assistant.domain.plan import Plan
from assistant.domain.talk import SessionState
from assistant.estimates.estimate import EstimateSetting
from assistant.export.exporters import export
from assistant.export.material import Material
from assistant.language.phrases import capital
from assistant.planning.plan import load_plan_words
from tests.conftest import KNOWLEDGE
from tests.export.odd import ODD
from tests.planning.firms import TODAY, joinery_session


def texts(data: bytes) -> list[str]:
    """What a reader of the rendered page sees, one string for each piece of inline text."""
    found = MarkdownIt("commonmark").enable("table").parse(data.decode("utf-8"))
    return ["".join(each.content for each in token.children or ()) for token in found if token.type == "inline"]


@pytest.mark.parametrize("words", ODD)
def test_odd_words_come_out_as_they_went_in(words: str) -> None:
    plan = Plan(title=words, made_on=TODAY, goals=(words, "second"), confidence=words)
    seen = texts(export(".md", Material(plan, SessionState(title=words))))
    expected = " ".join(words.split())
    assert seen[0] == expected
    assert seen[1] == f"{expected}. Made on 21 November 2026"
    assert seen[3:6] == [expected, "second", expected]


def test_odd_words_keep_a_table_whole(setting: EstimateSetting) -> None:
    state = joinery_session(setting, load_plan_words(KNOWLEDGE))
    assert state.plan is not None
    first = state.plan.steps[0].model_copy(update={"what": ODD[0], "owner": "a | b"})
    data = export(".md", Material(state.plan.model_copy(update={"steps": (first,)}), state))
    html = MarkdownIt("commonmark").enable("table").render(data.decode("utf-8"))
    assert "<td>a | b</td>" in html
    assert texts(data)[1].startswith("Joinery.")


def test_headings_do_not_skip_a_level(setting: EstimateSetting) -> None:
    state = joinery_session(setting, load_plan_words(KNOWLEDGE))
    assert state.plan is not None
    tokens = MarkdownIt("commonmark").enable("table").parse(export(".md", Material(state.plan, state)).decode("utf-8"))
    levels = [int(each.tag[1]) for each in tokens if each.type == "heading_open"]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert levels.count(1) == 1


def test_every_part_of_the_plan_is_in_the_file(setting: EstimateSetting) -> None:
    state = joinery_session(setting, load_plan_words(KNOWLEDGE))
    plan = state.plan
    assert plan is not None
    page = "\n".join(texts(export(".md", Material(plan, state))))
    lists = (
        plan.goals, plan.this_week, plan.this_month, plan.this_quarter, plan.left_alone, plan.money,
        plan.tell, plan.measures, plan.open_questions, plan.vendor_questions, plan.ways_out, plan.broken_rules,
        plan.governance,
    )  # fmt: skip
    for line in (each for lines in lists for each in lines):
        assert line in page
    for line in plan.pilot_lines:
        target, stop = line.split(": ", 1)[1].removesuffix(".").split(". We stop if ")
        assert capital(target) in page
        assert capital(stop) in page
    for step in plan.steps:
        assert step.what in page
        assert step.done_when in page
    for decision in plan.decisions:
        assert decision.title in page
        assert decision.reason in page
    assert all(each.check in page for each in plan.assumptions)
    assert all(each.quote in page for each in plan.told)
    assert all(each.title in page for each in plan.sources)
    assert plan.confidence in page


def test_goals_for_which_the_one_page_has_no_room_stand_in_the_details(setting: EstimateSetting) -> None:
    state = joinery_session(setting, load_plan_words(KNOWLEDGE))
    assert state.plan is not None
    goals = tuple(f"goal number {n}" for n in range(5))
    seen = texts(export(".md", Material(state.plan.model_copy(update={"goals": goals}), state)))
    assert "What you want (3 of 5)" in seen
    assert seen.count("goal number 0") == 2
    assert seen.count("goal number 4") == 1
