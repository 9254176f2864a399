"""The hostile model asked to read an owner's words: it lies in the form that was asked for, or breaks it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from pydantic import BaseModel, ValidationError

from assistant.domain.facts import FIRM, FactPath
from assistant.domain.profile import is_address, is_list
from assistant.reading.pointed import KINDS, THE_WORK
from evals.models import failures, falsehoods, pointers
from evals.models.hostile import BEHAVIOURS, POINTS, Behaviour, hostile
from evals.models.reading import reading
from evals.models.scene import load_lines
from evals.models.twists import figures
from tests.evals.asking import MESSAGES, WORDS, WORKS, ask, ever, to_read

LINES = load_lines()
EARLIER = "The rota takes 3 hours a week and my niece does it on paper."
TRIES = 8


class Row(BaseModel):
    work: str
    fact: str
    quote: str


class Told(BaseModel):
    told: list[Row]


def said(behaviour: Behaviour, words: str = WORDS, turns: int = TRIES) -> list[str]:
    """What a behaviour answers to a request to read, turn by turn."""
    with hostile(behaviour_of=ever(behaviour)) as model:
        return [ask(model.base_url, messages=[*to_read(words)]) for _ in range(turns)]


def told(behaviour: Behaviour) -> list[Row]:
    return [row for each in said(behaviour) for row in Told.model_validate_json(each).told]


def is_verbatim(row: Row) -> bool:
    return row.quote in WORDS


def is_at_an_address(row: Row) -> bool:
    path = FactPath(scope=row.work, name=row.fact)
    if row.work == FIRM:
        return is_address(path) or (is_list(path) and row.fact != "processes")
    return row.work in WORKS and (is_address(path) or row.fact == THE_WORK)


def is_elsewhere(row: Row) -> bool:
    return is_verbatim(row) and is_at_an_address(row)


def has_a_figure_that_was_not_told(row: Row) -> bool:
    return not is_verbatim(row) and bool(set(figures(row.quote)) - set(figures(WORDS)))


def has_an_order(row: Row) -> bool:
    return any(each in row.quote for each in LINES.instructions)


def has_markup(row: Row) -> bool:
    return any(each in row.quote + row.work for each in "<[|\u202e\x1b")


EVERY: dict[Behaviour, Callable[[Row], bool]] = {
    falsehoods.invents_figures: lambda row: not is_verbatim(row) and is_at_an_address(row),
    falsehoods.changes_one_figure: has_a_figure_that_was_not_told,
    falsehoods.flips_the_decision: is_elsewhere,
    falsehoods.cites_what_is_not_there: lambda row: is_verbatim(row) and not is_at_an_address(row),
    falsehoods.gives_orders: has_an_order,
    falsehoods.writes_markup: has_markup,
    falsehoods.leaks_its_prompt: is_verbatim,
    falsehoods.speaks_another_language: is_elsewhere,
    falsehoods.answers_an_earlier_question: is_elsewhere,
    falsehoods.claims_certainty: lambda row: is_elsewhere(row) or " = " in row.quote,
}
BROKEN = (falsehoods.breaks_its_json, falsehoods.mistakes_the_shape)


@pytest.mark.parametrize("behaviour", EVERY, ids=lambda each: each.__name__)
def test_pointers_have_the_form_that_was_asked_for_and_lie(behaviour: Behaviour) -> None:
    rows = told(behaviour)
    assert len(rows) >= TRIES
    assert not [each for each in rows if not EVERY[behaviour](each)]


def test_every_behaviour_that_points_is_tried_here() -> None:
    assert {*EVERY, *BROKEN} == set(POINTS)
    assert set(BEHAVIOURS) - set(POINTS) == {falsehoods.refuses} | {
        each for each in BEHAVIOURS if each.__module__ == failures.__name__
    }


def test_broken_pointers_cannot_be_taken_as_they_are() -> None:
    garbled = said(falsehoods.breaks_its_json, turns=20)
    assert len(set(garbled)) == 20
    assert not [each for each in garbled if _is_as_asked(each)]
    misshapen = said(falsehoods.mistakes_the_shape, turns=40)
    assert {_shape(each) for each in misshapen} == {"deep", "rows", "whole"}


def test_a_figure_is_put_to_facts_of_another_unit() -> None:
    times = [each for each in told(falsehoods.speaks_another_language) if each.quote.endswith("minutes each")]
    assert times
    assert not [each for each in times if "duration" in KINDS[each.fact]]


def test_values_are_added_and_pointers_come_in_hundreds() -> None:
    first = json.loads(said(falsehoods.claims_certainty, turns=1)[0])["told"][0]
    assert {"value", "confidence"} < set(first)
    lengths = {len(json.loads(each)["told"]) for each in said(falsehoods.leaks_its_prompt)}
    assert lengths == {pointers.LONG, pointers.ENDLESS}


def test_words_of_before_are_quoted() -> None:
    with hostile(behaviour_of=ever(falsehoods.answers_an_earlier_question)) as model:
        ask(model.base_url, messages=[*to_read(EARLIER)])
        rows = Told.model_validate_json(ask(model.base_url, messages=[*to_read()])).told
    assert rows
    assert not [each for each in rows if each.quote not in EARLIER]


@pytest.mark.parametrize("behaviour", [falsehoods.refuses, failures.says_nothing])
def test_who_does_not_point_does_as_always(behaviour: Behaviour) -> None:
    assert all(each.strip() in ("", *LINES.refusals) for each in said(behaviour))


def test_the_same_seed_and_turn_get_the_same_pointers() -> None:
    for behaviour in POINTS:
        first, again = said(behaviour, turns=3), said(behaviour, turns=3)
        assert first == again
        assert len(set(first)) > 1


def test_the_record_says_how_it_lied_and_other_requests_are_answered_in_words() -> None:
    with hostile(behaviour_of=ever(falsehoods.flips_the_decision)) as model:
        ask(model.base_url, messages=[*to_read()])
        ask(model.base_url)
        assert [each.behaviour for each in model.exchanges] == ["put_elsewhere", "flips_the_decision"]
        read, worded = (each.asked for each in model.exchanges)
    assert reading(read)
    assert reading(worded) is None
    assert [each.content for each in worded.messages] == [each["content"] for each in MESSAGES]


def test_every_fact_that_is_asked_for_is_lied_about() -> None:
    system = to_read()[0]["content"]
    assert all(f"{each} (" in system or f", {each}." in system for of in pointers.FACTS.values() for each in of)


def _is_as_asked(text: str) -> bool:
    try:
        Told.model_validate_json(text)
    except ValidationError:
        return False
    return True


def _shape(text: str) -> str:
    assert not _is_as_asked(text)
    if "[" * 3_000 in text:
        return "deep"
    value = json.loads(text)
    return "rows" if isinstance(value, dict) and isinstance(value.get("told"), list) else "whole"
