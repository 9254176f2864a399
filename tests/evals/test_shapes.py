"""JSON made to a schema: it keeps to it, whatever is put in."""

from __future__ import annotations

from itertools import repeat
from random import Random

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel, Field, JsonValue

from evals.models.asked import Form
from evals.models.shapes import Voice, filled


class Step(BaseModel):
    name: str = Field(max_length=5)
    hours: float = Field(ge=10, le=20)
    after: list[Step] = Field(max_length=2)
    sure: bool | None


class Plan(BaseModel):
    steps: list[Step] = Field(min_length=3)
    kind: str | int
    note: None


FORMS: dict[str, Form] = {
    "nested in itself": Plan.model_json_schema(),
    "several types": {"type": ["integer", "null"]},
    "a choice": {"enum": ["now", "later"]},
    "no fields named": {"type": "object"},
    "a row of rows": {"type": "array", "items": {"type": "array", "items": {"const": 7}}, "maxItems": 1},
    "all of one": {"allOf": [{"type": "string"}]},
}


def made(form: Form, seed: int) -> JsonValue:
    return filled(form, Voice(repeat("invoices"), (3.5, 99.0, 12.0), Random(seed)))


@pytest.mark.parametrize("name", FORMS)
def test_it_keeps_to_the_schema(name: str) -> None:
    for seed in range(30):
        value = made(FORMS[name], seed)
        assert Draft202012Validator(FORMS[name]).is_valid(value), value


def test_the_draws_differ_and_can_be_repeated() -> None:
    assert len({str(made(FORMS["nested in itself"], seed)) for seed in range(5)}) == 5
    assert made(FORMS["nested in itself"], 3) == made(FORMS["nested in itself"], 3)


def test_where_any_json_will_do_there_are_words_and_figures() -> None:
    value = made({}, 0)
    assert isinstance(value, dict)
    assert value["answer"] == "invoices"
    assert value["figures"]
